import type { RowLayout } from './justified-layout.js';
import { estimateRowsHeight } from './justified-layout.js';
import type { MonthCount } from './scrubber-marks.js';

/** Pictures asked for at once: about 15 screens, 110 kB of JSON; the server gives at most 2,000. */
export const CHUNK_SIZE = 500;

/** What the grid is drawn for; lengths in CSS pixels. */
export interface GridGeometry {
  width: number;
  targetHeight: number;
  gap: number;
  headingHeight: number;
}

/** Arrays of equal length: entry i of each belongs to the same picture. */
export interface Bucket {
  ids: readonly string[];
  aspects: Float32Array;
  thumbhashes: readonly string[];
  thumbnailUrls: readonly string[];
  durationsMs: readonly (number | null)[];
  stackRoles: readonly (string | null)[];
  labels: readonly string[];
  favourites: readonly boolean[];
}

/** Up to 500 pictures of one month in a row. `top` and `height` are virtual pixels, estimated until `layout` is there. */
export interface Chunk {
  readonly month: string;
  readonly offset: number;
  readonly count: number;
  /** Place of its first picture among all pictures. */
  readonly start: number;
  readonly isMonthStart: boolean;
  readonly isMonthEnd: boolean;
  top: number;
  height: number;
  bucket: Bucket | null;
  layout: RowLayout | null;
  /** True when the timeline changed since it was loaded: shown until its successor is there. */
  isStale: boolean;
  hasFailed: boolean;
  usedAt: number;
}

/** A month as it stands in the grid: heading at `top`, then its chunks. */
export interface MonthSpan extends MonthCount {
  start: number;
  top: number;
  height: number;
}

/** A place that survives corrections and new pictures: `delta` virtual pixels below the top of a month's picture. */
export interface GridPlace {
  month: string;
  index: number;
  delta: number;
  id?: string;
}

/** Cuts months into chunks, newest first; takes over what is loaded of an earlier cut. */
export function cutChunks(months: readonly MonthCount[], previous: readonly Chunk[]): Chunk[] {
  const known = new Map(previous.map((chunk) => [`${chunk.month}/${chunk.offset}`, chunk]));
  const counts = new Map<string, number>();
  for (const chunk of previous) counts.set(chunk.month, (counts.get(chunk.month) ?? 0) + chunk.count);
  const chunks: Chunk[] = [];
  let start = 0;
  for (const { month, count } of months) {
    for (let offset = 0; offset < count; offset += CHUNK_SIZE) {
      const size = Math.min(CHUNK_SIZE, count - offset);
      const before = known.get(`${month}/${offset}`);
      chunks.push({
        month,
        offset,
        count: size,
        start: start + offset,
        isMonthStart: offset === 0,
        isMonthEnd: offset + size === count,
        top: 0,
        height: before?.height ?? 0,
        bucket: before?.bucket ?? null,
        layout: before?.layout ?? null,
        isStale: before?.bucket !== undefined && (before.isStale || counts.get(month) !== count),
        hasFailed: false,
        usedAt: before?.usedAt ?? 0,
      });
    }
    start += count;
  }
  return chunks;
}

/** Height of a chunk before its shapes are known. */
export function estimateChunkHeight(chunk: Chunk, geometry: GridGeometry, meanAspect: number): number {
  return estimateRowsHeight(chunk.count, meanAspect, geometry);
}

/** Gives every chunk its top and every month its span; returns the height of all. */
export function arrange(chunks: readonly Chunk[], geometry: GridGeometry): { spans: MonthSpan[]; height: number } {
  const spans: MonthSpan[] = [];
  let top = 0;
  for (const chunk of chunks) {
    if (chunk.isMonthStart) {
      spans.push({ month: chunk.month, count: 0, start: chunk.start, top, height: 0 });
      top += geometry.headingHeight;
    }
    chunk.top = top;
    top += chunk.height + (chunk.isMonthEnd ? 0 : geometry.gap);
    const span = spans.at(-1);
    if (span) {
      span.count += chunk.count;
      span.height = top - span.top;
    }
  }
  return { spans, height: top };
}

/** Index of the last entry whose key is at most `value`, 0 where all are greater. */
export function lastAtMost<T>(list: ArrayLike<T>, value: number, key: (entry: T) => number): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const entry = list[middle];
    if (entry !== undefined && key(entry) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Virtual top of a chunk's picture: where it is, or where it will about be. */
export function pictureTop(chunk: Chunk, index: number): number {
  const exact = chunk.layout?.tops[index];
  return chunk.top + (exact ?? Math.floor((index / Math.max(1, chunk.count)) * chunk.height));
}

/** The place at a virtual offset: the first picture of the row there, or the month's first where a heading stands. */
export function placeAt(chunks: readonly Chunk[], virtual: number): GridPlace | null {
  const at = lastAtMost(chunks, virtual, (chunk) => chunk.top);
  // In a heading the month below is the one that is read.
  const next = chunks[at + 1];
  const here = chunks[at];
  const isInHeading = next?.isMonthStart === true && here !== undefined && virtual >= here.top + here.height;
  const chunk = isInHeading ? next : here;
  if (!chunk) return null;
  const index = rowStartAt(chunk, virtual - chunk.top);
  const id = chunk.bucket?.ids[index];
  return {
    month: chunk.month,
    index: chunk.offset + index,
    delta: virtual - pictureTop(chunk, index),
    ...(id === undefined ? {} : { id }),
  };
}

function rowStartAt(chunk: Chunk, offset: number): number {
  if (offset <= 0) return 0;
  const tops = chunk.layout?.tops;
  if (!tops) return Math.min(chunk.count - 1, Math.floor((offset / Math.max(1, chunk.height)) * chunk.count));
  let index = lastAtMost(tops, offset, (top) => top);
  while (index > 0 && tops[index - 1] === tops[index]) index--;
  return index;
}

/** Virtual offset of a place; where its month is gone, of the next older one. Null in an empty grid. */
export function virtualOf(chunks: readonly Chunk[], place: GridPlace): number | null {
  const older = chunks.findIndex((chunk) => chunk.month <= place.month);
  const first = chunks[older];
  if (!first) return chunks.at(-1)?.top ?? null;
  if (first.month !== place.month) return first.top;
  const chunk = chunks.slice(older).findLast((one) => one.month === place.month && one.offset <= place.index) ?? first;
  const known = place.id === undefined ? -1 : (chunk.bucket?.ids.indexOf(place.id) ?? -1);
  const index = known >= 0 ? known : Math.min(chunk.count - 1, place.index - chunk.offset);
  return pictureTop(chunk, index) + place.delta;
}
