import type { Chunk, GridGeometry, MonthSpan } from './grid-chunks.js';
import { lastAtMost } from './grid-chunks.js';
import type { RowLayout } from './justified-layout.js';
import { layoutRows } from './justified-layout.js';

/** One picture of the grid; lengths in CSS pixels from its chunk's top left corner. The same object as long as nothing of it changes. */
export interface Tile {
  readonly key: string;
  /** Place among all pictures, from 0. */
  readonly index: number;
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly thumbhash: string;
  readonly thumbnailUrl: string;
  readonly durationMs: number | null;
  readonly stackRole: string | null;
  readonly label: string;
  readonly isFavourite: boolean;
  /** Place in its month, from 1, and the month's count: for a screen reader. */
  readonly position: number;
}

/** A grey box where a picture will be. */
export interface Placeholder {
  readonly key: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What of a chunk is drawn: tiles where it is loaded, else placeholders. */
export interface VisibleChunk {
  readonly chunk: Chunk;
  readonly tiles: readonly Tile[];
  readonly placeholders: readonly Placeholder[];
}

/** What of a month is drawn. */
export interface VisibleMonth {
  readonly span: MonthSpan;
  readonly chunks: readonly VisibleChunk[];
}

/** Virtual offsets between which something is drawn. */
export interface VirtualRange {
  top: number;
  bottom: number;
}

const tilesOfLayout = new WeakMap<RowLayout, (Tile | undefined)[]>();

function tileAt(chunk: Chunk, layout: RowLayout, i: number): Tile | null {
  const tiles = tilesOfLayout.get(layout) ?? [];
  tilesOfLayout.set(layout, tiles);
  const known = tiles[i];
  if (known?.index === chunk.start + i) return known;
  const bucket = chunk.bucket;
  const id = bucket?.ids[i];
  if (!bucket || id === undefined) return null;
  return (tiles[i] = {
    key: id,
    index: chunk.start + i,
    id,
    left: layout.lefts[i] ?? 0,
    top: layout.tops[i] ?? 0,
    width: layout.widths[i] ?? 0,
    height: layout.heights[i] ?? 0,
    thumbhash: bucket.thumbhashes[i] ?? '',
    thumbnailUrl: bucket.thumbnailUrls[i] ?? '',
    durationMs: bucket.durationsMs[i] ?? null,
    stackRole: bucket.stackRoles[i] ?? null,
    label: bucket.labels[i] ?? '',
    isFavourite: bucket.favourites[i] ?? false,
    position: chunk.offset + i + 1,
  });
}

/** Chunks that reach into a range of virtual offsets. */
export function chunksIn(chunks: readonly Chunk[], range: VirtualRange): Chunk[] {
  const first = lastAtMost(chunks, range.top, (chunk) => chunk.top);
  const found: Chunk[] = [];
  for (let i = first; i < chunks.length; i++) {
    const chunk = chunks[i];
    if (!chunk || chunk.top > range.bottom) break;
    if (chunk.top + chunk.height >= range.top) found.push(chunk);
  }
  return found;
}

/** Tiles of a loaded chunk whose rows reach into the range. */
export function tilesIn(chunk: Chunk, range: VirtualRange): Tile[] {
  const layout = chunk.layout;
  if (!layout) return [];
  const tiles: Tile[] = [];
  const from = range.top - chunk.top;
  let i = lastAtMost(layout.tops, from, (top) => top);
  while (i > 0 && layout.tops[i - 1] === layout.tops[i]) i--;
  for (; i < layout.tops.length && (layout.tops[i] ?? 0) <= range.bottom - chunk.top; i++) {
    const tile = tileAt(chunk, layout, i);
    if (tile && tile.top + tile.height >= from) tiles.push(tile);
  }
  return tiles;
}

/** Shapes of usual photos, for rows whose pictures are not known yet. */
const USUAL_ASPECTS = [1.5, 1.33, 0.75, 1.5, 1.33, 1.78, 0.67, 1.33, 1.5, 1, 1.33, 1.5, 0.75, 1.5, 1.33, 1.5, 0.67, 1.33, 1.78, 1.33];

/** Draws rows of grey boxes for a chunk that is not loaded, only inside the range. */
export class PlaceholderRows {
  private readonly rows: { lefts: number[]; widths: number[] }[] = [];

  constructor(private readonly geometry: GridGeometry) {
    const count = Math.ceil((geometry.width / geometry.targetHeight) * 8);
    const aspects = Float32Array.from({ length: count }, (_, i) => USUAL_ASPECTS[i % USUAL_ASPECTS.length] ?? 1);
    const layout = layoutRows(aspects, { ...geometry, keepsLastRow: false });
    layout.tops.forEach((top, i) => {
      if (i === 0 || top !== layout.tops[i - 1]) this.rows.push({ lefts: [], widths: [] });
      this.rows.at(-1)?.lefts.push(layout.lefts[i] ?? 0);
      this.rows.at(-1)?.widths.push(layout.widths[i] ?? 0);
    });
  }

  rowsIn(chunk: Chunk, range: VirtualRange): Placeholder[] {
    const { gap, targetHeight } = this.geometry;
    const count = Math.max(1, Math.round((chunk.height + gap) / (targetHeight + gap)));
    const pitch = (chunk.height + gap) / count;
    const first = Math.max(0, Math.floor((range.top - chunk.top) / pitch));
    const last = Math.min(count - 1, Math.floor((range.bottom - chunk.top) / pitch));
    const boxes: Placeholder[] = [];
    for (let row = first; row <= last; row++) boxes.push(...this.boxesOf(row, Math.round(row * pitch), Math.round(pitch - gap)));
    return boxes;
  }

  private boxesOf(row: number, top: number, height: number): Placeholder[] {
    const shape = this.rows[row % this.rows.length];
    return (shape?.lefts ?? []).map((left, i) => ({ key: `${row}/${i}`, left, top, width: shape?.widths[i] ?? 0, height }));
  }
}

/** Groups what is drawn by month, at most `limit` tiles: those nearest to the middle of the view. */
export function groupByMonth(
  chunks: readonly VisibleChunk[],
  spans: readonly MonthSpan[],
  { limit, middle }: { limit: number; middle: number },
): VisibleMonth[] {
  const months = new Map<string, VisibleChunk[]>();
  for (const visible of nearestTiles(chunks, limit, middle)) {
    const list = months.get(visible.chunk.month) ?? [];
    months.set(visible.chunk.month, list);
    list.push(visible);
  }
  return spans.flatMap((span) => {
    const list = months.get(span.month);
    return list ? [{ span, chunks: list }] : [];
  });
}

function nearestTiles(chunks: readonly VisibleChunk[], limit: number, middle: number): readonly VisibleChunk[] {
  const distances = chunks.flatMap(({ chunk, tiles }) => tiles.map((tile) => distanceOf(chunk, tile, middle)));
  if (distances.length <= limit) return chunks;
  const reach = distances.sort((a, b) => a - b)[limit] ?? 0;
  return chunks.map((visible) => ({ ...visible, tiles: visible.tiles.filter((tile) => distanceOf(visible.chunk, tile, middle) < reach) }));
}

function distanceOf(chunk: Chunk, tile: Tile, middle: number): number {
  return Math.abs(chunk.top + tile.top + tile.height / 2 - middle);
}

/** A month of a million pictures is higher than a browser can draw (33.5 M px), so only its part this near to the anchor gets a box. */
const DRAWN_REACH_PX = 1_000_000;

/** Top and height, in virtual pixels, of the part of a month that gets a box. */
export function drawnSpan(span: MonthSpan, anchor: number): { top: number; height: number } {
  const top = Math.max(span.top, anchor - DRAWN_REACH_PX);
  return { top, height: Math.max(0, Math.min(span.top + span.height, anchor + DRAWN_REACH_PX) - top) };
}
