import { AppError } from '../errors.js';
import type { Region } from '../media/analysis.js';

/** What a part of a query asks for: pictures more like it, pictures less like it, or none that are clearly like it. */
export type PartMode = 'more' | 'less' | 'not';

/** One thing to be like: exactly one of a picture of the archive, uploaded bytes, or words. */
export interface QueryPart {
  readonly imageId?: string | null;
  /** `<root name>/<relative path>`. */
  readonly path?: string | null;
  readonly upload?: Uint8Array | null;
  readonly text?: string | null;
  /** A rectangle of the picture, or of the moment. */
  readonly region?: Region | null;
  /** A moment of a video. */
  readonly frameMs?: number | null;
  /** `more` where left out. */
  readonly mode?: PartMode | null;
  /** Beside the other parts: above 0, at most 1; 1 where left out. */
  readonly weight?: number | null;
}

/** A query has no more parts, and so no more uploads. */
export const MOST_PARTS = 10;
const MOST_CHARACTERS = 1000;
const MODES: readonly string[] = ['more', 'less', 'not'] satisfies PartMode[];

/** How a part counts; what was left out is said. */
export function modeOf({ mode }: QueryPart): PartMode {
  return mode ?? 'more';
}

/** Throws BAD_REQUEST unless the parts can be answered together: one to ten, each asking for one thing, and one at least for more of it. */
export function refuseBadParts(parts: readonly QueryPart[]): void {
  if (parts.length === 0 || parts.length > MOST_PARTS)
    throw new AppError('BAD_REQUEST', `Expected a query of 1 to ${MOST_PARTS} parts but received ${parts.length}.`);
  for (const part of parts) refuseBadPart(part);
  if (!parts.some((part) => modeOf(part) === 'more'))
    throw new AppError('BAD_REQUEST', 'Expected at least one part to look for, but all of them say what to leave out.');
}

function refuseBadPart(part: QueryPart): void {
  const given = [part.imageId, part.path, part.upload, part.text].filter(isGiven);
  if (given.length !== 1) {
    const expected = 'Expected exactly one of an image id, a path, an uploaded picture or a text';
    throw new AppError('BAD_REQUEST', `${expected} but received ${given.length}.`);
  }
  if (isGiven(part.text)) refuseBadText(part);
  if (part.region) refuseBadRegion(part.region);
  const { frameMs, weight } = part;
  if (isGiven(frameMs) && !(Number.isInteger(frameMs) && frameMs >= 0))
    throw new AppError('BAD_REQUEST', `Expected frame_ms as a whole number of milliseconds but received ${frameMs}.`);
  if (isGiven(weight) && !(weight > 0 && weight <= 1))
    throw new AppError('BAD_REQUEST', `Expected a weight above 0 and at most 1 but received ${weight}.`);
  if (!MODES.includes(modeOf(part))) throw new AppError('BAD_REQUEST', 'Expected a mode of "more", "less" or "not".');
}

function refuseBadText({ text, region, frameMs }: QueryPart): void {
  const length = text?.trim().length ?? 0;
  if (length === 0 || length > MOST_CHARACTERS)
    throw new AppError('BAD_REQUEST', `Expected a text of 1 to ${MOST_CHARACTERS} characters but received ${length}.`);
  if (region || isGiven(frameMs)) throw new AppError('BAD_REQUEST', 'A text has no region and no frame.');
}

function refuseBadRegion({ x, y, width, height }: Region): void {
  const isInside =
    [x, y, width, height].every(Number.isFinite) &&
    x >= 0 &&
    y >= 0 &&
    width > 0 &&
    height > 0 &&
    x + width <= 1 + 1e-9 &&
    y + height <= 1 + 1e-9;
  if (isInside) return;
  const received = `x=${x}, y=${y}, width=${width}, height=${height}`;
  throw new AppError('BAD_REQUEST', `Expected a region inside the picture (fractions 0..1) but received ${received}.`);
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
