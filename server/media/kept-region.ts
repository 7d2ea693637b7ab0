import type { Region } from './analysis.js';

/** A rectangle of a picture that a person keeps, under a name or none. */
export interface KeptRegion {
  readonly region: Region;
  readonly name: string | null;
}

/** So many rectangles of one picture may be kept: each has a vector of its own. */
export const MOST_KEPT_REGIONS = 100;

const PARTS_OF_SIDE = 10_000;
const LEAST_PARTS = 100;

/** Told by a sentence to whoever gives another one. */
export const KEPT_REGION_RULE = 'Expected a rectangle inside the picture, in fractions 0..1, at least a hundredth wide and high';

/** A rectangle as it is kept: its edges on ten-thousandths of the sides, so that one rectangle has one name; null for one that cannot be kept. */
export function tidyRegion({ x, y, width, height }: Region): Region | null {
  const [horizontal, vertical] = [tidySpan(x, width), tidySpan(y, height)];
  return horizontal && vertical && { x: horizontal.start, y: vertical.start, width: horizontal.length, height: vertical.length };
}

function tidySpan(start: number, length: number): { start: number; length: number } | null {
  const [from, to] = [Math.round(start * PARTS_OF_SIDE), Math.round((start + length) * PARTS_OF_SIDE)];
  if (!(from >= 0 && to <= PARTS_OF_SIDE && to - from >= LEAST_PARTS)) return null;
  return { start: from / PARTS_OF_SIDE, length: (to - from) / PARTS_OF_SIDE };
}

/** The element of the field `regions` that stands for a tidy rectangle: `x,y,width,height`. */
export function regionElement({ x, y, width, height }: Region): string {
  return [x, y, width, height].join();
}

/** What a fact about an element of the field `regions` says; null where it says that the rectangle is not kept. */
export function keptRegionOf(element: string, value: unknown): KeptRegion | null {
  const [x = 0, y = 0, width = 0, height = 0] = element.split(',').map(Number);
  if (typeof value !== 'object' || value === null) return null;
  const name = 'name' in value && typeof value.name === 'string' ? value.name : null;
  return { region: { x, y, width, height }, name };
}
