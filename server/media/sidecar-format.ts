import type { z } from 'zod';
import { AppError } from '../errors.js';
import { regionElement } from './kept-region.js';
import { SIDECAR_FORMAT, SIDECAR_VERSION, sidecarSchema } from './sidecar-schema.js';

/** What a sidecar's name ends in: `IMG_1.jpg` has `IMG_1.jpg.annotation.json`. */
export const SIDECAR_SUFFIX = '.annotation.json';
/** Where a sidecar lies below the data folder's `sidecars`, by the hash of the picture. */
export function pathApart(contentHash: string): string {
  return `${contentHash.slice(0, 2)}/${contentHash.slice(2, 4)}/${contentHash}${SIDECAR_SUFFIX}`;
}

/** A larger file is no sidecar of ours. */
export const MAX_SIDECAR_BYTES = 4 * 1024 * 1024;
const MAX_DEPTH = 32;

/** An object of JSON as it was read, with all that is not ours. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** One thing a sidecar says; who and when are null where the file does not tell. */
export interface ToldFact {
  readonly value: unknown;
  readonly by: string | null;
  readonly at: string | null;
  readonly via?: { readonly kind: 'proposal'; readonly score: number | null; readonly model: string | null };
}

/** A person or a cluster as a sidecar names it. */
export interface NamedSet {
  readonly name: string;
  readonly description?: string | null;
}

/** What was said elsewhere and could not be merged: the other side's words, null where it took them back. */
export interface ToldConflict {
  readonly key: string;
  readonly theirs: ToldFact | null;
  readonly at: string | null;
}

/** A sidecar that was read. */
export interface Sidecar {
  readonly raw: JsonObject;
  readonly revision: number;
  readonly documentId: string | null;
  readonly contentHash: string | null;
  /** By key: `title`, `tags/<tag>`, `people/<person id>`, ... */
  readonly facts: ReadonlyMap<string, ToldFact>;
  /** Names of the people and clusters of `facts`, by key. */
  readonly named: ReadonlyMap<string, NamedSet>;
  /** People and clusters that someone wrote by name alone. */
  readonly unnumbered: readonly (NamedSet & { readonly field: 'people' | 'clusters'; readonly fact: ToldFact })[];
  readonly conflicts: readonly ToldConflict[];
}

type Parsed = z.output<typeof sidecarSchema>;
type Listed = { field: (typeof NAMED)[number]; id?: string | null; name: string; description?: string | null; said: boolean } & Said;
type Said = { by?: string | null; at?: string | null; via?: ToldFact['via'] | null };

const ATOMIC = ['title', 'description', 'taken', 'place', 'favourite', 'hidden', 'duplicate'] as const;
const NAMED = ['people', 'clusters'] as const;

/** Reads a sidecar. Throws UNPROCESSABLE with a sentence for what is no sidecar, is damaged, too large, or of a newer version. */
export function parseSidecar(bytes: Uint8Array): Sidecar {
  const raw = parseJson(bytes);
  if (raw.format !== SIDECAR_FORMAT) throw unreadable(`Expected the format "${SIDECAR_FORMAT}" in it but received something else.`);
  if (typeof raw.version === 'number' && raw.version > SIDECAR_VERSION) {
    throw unreadable(`It is of version ${raw.version}, and this program reads version ${SIDECAR_VERSION}: a newer one wrote it.`);
  }
  const parsed = sidecarSchema.safeParse(raw);
  if (parsed.success) return { raw, ...listFacts(parsed.data) };
  const [issue] = parsed.error.issues;
  throw unreadable(`Expected another value at "${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'it is malformed'}.`);
}

function parseJson(bytes: Uint8Array): JsonObject {
  if (bytes.length > MAX_SIDECAR_BYTES) throw unreadable(`Expected at most ${MAX_SIDECAR_BYTES} bytes but it has ${bytes.length}.`);
  const text = decode(bytes);
  if (isTooDeep(text)) throw unreadable(`Expected at most ${MAX_DEPTH} levels but it has more.`);
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Told below, in our words.
  }
  throw unreadable('Expected an object of JSON but received something else.');
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable('Expected text in UTF-8 but received other bytes.');
  }
}

// Told before anything is built of it: whoever walks a deep value recursively runs out of stack.
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[{\]}]/gs)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

function listFacts({ revision, document, annotations, conflicts }: Parsed): Omit<Sidecar, 'raw'> {
  const facts = new Map<string, ToldFact>();
  const named = new Map<string, NamedSet>();
  const unnumbered: Sidecar['unnumbered'][number][] = [];
  for (const field of ATOMIC) {
    const told = annotations[field];
    if (told) facts.set(field, toFact(told.value, told));
  }
  for (const tag of annotations.tags) facts.set(`tags/${tag.name}`, toFact(tag.said, tag));
  for (const other of annotations.notDuplicates) facts.set(`notDuplicates/${other.id}`, toFact(other.said, other));
  for (const file of annotations.spareFiles) facts.set(`spareFiles/${file.path}`, toFact(file.said, file));
  for (const { region, name, said, ...rest } of annotations.regions)
    facts.set(`regions/${regionElement(region)}`, toFact(said && { name }, rest));
  const sets = NAMED.flatMap((field) => annotations[field].map((element): Listed => ({ field, ...element })));
  for (const { field, id, said, name, ...rest } of sets) {
    const set = rest.description === undefined ? { name } : { name, description: rest.description };
    if (!id) unnumbered.push({ field, ...set, fact: toFact(said, rest) });
    if (!id) continue;
    facts.set(`${field}/${id}`, toFact(said, rest));
    named.set(`${field}/${id}`, set);
  }
  return {
    ...{ revision, facts, named, unnumbered },
    documentId: document.id ?? null,
    contentHash: document.contentHash ?? null,
    conflicts: conflicts.map(({ key, theirs, at }) => ({ key, theirs: theirs && toFact(theirs.value, theirs), at: at ?? null })),
  };
}

function toFact(value: unknown, { by, at, via }: Said): ToldFact {
  return { value, by: by ?? null, at: at ?? null, ...(via ? { via } : {}) };
}

/** Whether a value of JSON is an object with keys. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unreadable(sentence: string): AppError {
  return new AppError('UNPROCESSABLE', `The sidecar cannot be read, and was left as it is. ${sentence}`);
}
