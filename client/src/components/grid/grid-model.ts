import { BucketLoader } from './bucket-loader.js';
import type { Bucket, Chunk, GridGeometry, GridPlace, MonthSpan } from './grid-chunks.js';
import { arrange, cutChunks, estimateChunkHeight, lastAtMost, placeAt, virtualOf } from './grid-chunks.js';
import type { RowLayout, RowOptions } from './justified-layout.js';
import { boundedAspect } from './justified-layout.js';
import type { MonthCount } from './scrubber-marks.js';
import type { Tile, VirtualRange, VisibleMonth } from './visible-tiles.js';
import { PlaceholderRows, chunksIn, groupByMonth, tilesIn } from './visible-tiles.js';

/** Where pictures and their rectangles come from. */
export interface GridSources {
  loadBucket(chunk: Pick<Chunk, 'month' | 'offset' | 'count'>, signal: AbortSignal): Promise<Bucket>;
  layout(aspects: Float32Array, options: RowOptions): Promise<RowLayout>;
  /** Called after anything that is drawn has changed; `viewTop` then stands where the same picture stands. */
  onChange(): void;
}

/** Elements for pictures at any time, and chunks kept in memory: 40 x 500 pictures are about 10 MB. */
const MAX_TILES = 200;
const MAX_LOADED_CHUNKS = 40;
/** Until something is loaded: phones' 4:3 and cameras' 3:2, a quarter of them upright. */
const USUAL_MEAN_ASPECT = 1.26;

/** The grid without its elements: where every picture stands, what is loaded, and what is drawn at an offset. Offsets are virtual pixels. */
export class GridModel {
  viewTop = 0;
  viewHeight = 0;
  private pinned: GridPlace | null = null;
  contentHeight = 0;
  spans: readonly MonthSpan[] = [];
  private chunks: Chunk[] = [];
  geometry: Readonly<GridGeometry> = { width: 0, targetHeight: 196, gap: 4, headingHeight: 52 };
  private placeholders = new PlaceholderRows({ ...this.geometry, width: 1 });
  private meanAspect = USUAL_MEAN_ASPECT;
  private clock = 0;
  private readonly loader = new BucketLoader<Chunk>((chunk, signal) => this.load(chunk, signal));

  constructor(private readonly sources: GridSources) {}

  /** Number of pictures. */
  get count(): number {
    const last = this.chunks.at(-1);
    return last ? last.start + last.count : 0;
  }

  /** Says that a person scrolled to an offset. */
  scrollTo(offset: number): void {
    if (Math.abs(offset - this.viewTop) >= 1) this.pinned = null;
    this.viewTop = offset;
  }

  /** Goes to a place and holds it, however estimates above it are corrected, until a person scrolls. */
  pin(place: GridPlace): void {
    this.pinned = place;
    this.keepPlace(() => undefined);
  }

  /** Takes a timeline, newest month first; what is loaded stays until its successor is there. */
  setTimeline(months: readonly MonthCount[]): void {
    this.keepPlace(() => {
      this.chunks = cutChunks(months, this.chunks);
      for (const chunk of this.chunks) this.estimate(chunk);
    });
  }

  /** Takes a new width or row height; rows are estimated anew and laid out again as they come near. */
  setGeometry(geometry: GridGeometry): void {
    this.geometry = geometry;
    this.placeholders = new PlaceholderRows(geometry);
    this.keepPlace(() => {
      for (const chunk of this.chunks) {
        chunk.layout = null;
        chunk.height = 0;
        this.estimate(chunk);
      }
    });
  }

  /** What to draw at the present offset. */
  visibleMonths(): VisibleMonth[] {
    const margin = this.viewHeight * 0.75;
    const range = { top: this.viewTop - margin, bottom: this.viewTop + this.viewHeight + margin };
    const near = { top: this.viewTop - margin / 3, bottom: this.viewTop + this.viewHeight + margin / 3 };
    const drawn = chunksIn(this.chunks, range).map((chunk) => {
      const placeholders = chunk.layout ? [] : this.placeholders.rowsIn(chunk, near);
      return { chunk, tiles: tilesIn(chunk, range), placeholders };
    });
    return groupByMonth(drawn, this.spans, { limit: MAX_TILES, middle: this.viewTop + this.viewHeight / 2 });
  }

  /** Loads what is near the present offset, nearest first, and calls off what was passed by. */
  loadVisible(): void {
    const margin = this.viewHeight * 1.5;
    const range = { top: this.viewTop - margin, bottom: this.viewTop + this.viewHeight + margin };
    const near = chunksIn(this.chunks, range);
    const middle = this.viewTop + this.viewHeight / 2;
    for (const chunk of near) {
      chunk.usedAt = ++this.clock;
      if (chunk.bucket && !chunk.layout) void this.relayout(chunk);
    }
    const missing = near.filter((chunk) => (!chunk.bucket || chunk.isStale) && !chunk.hasFailed);
    this.loader.want(missing.sort((a, b) => distance(a, middle) - distance(b, middle)));
    this.forgetOldest();
  }

  /** Loads anew what is near, and all else when it comes near; also what could not be loaded. */
  reload(): void {
    for (const chunk of this.chunks) Object.assign(chunk, { hasFailed: false, isStale: chunk.bucket !== null });
    this.loadVisible();
    this.sources.onChange();
  }

  /** True when something near the view could not be loaded. */
  hasFailedInView(): boolean {
    return chunksIn(this.chunks, { top: this.viewTop, bottom: this.viewTop + this.viewHeight }).some((chunk) => chunk.hasFailed);
  }

  /** The picture with this place among all, null while it is not loaded. */
  findTile(index: number): { tile: Tile; top: number } | null {
    const chunk = this.chunkOf(index);
    const within = index - (chunk?.start ?? 0);
    const top = chunk?.layout?.tops[within];
    if (!chunk || top === undefined) return null;
    const range: VirtualRange = { top: chunk.top + top, bottom: chunk.top + top };
    const tile = tilesIn(chunk, range).find((one) => one.index === index);
    return tile ? { tile, top: chunk.top + tile.top } : null;
  }

  /** Ids of a stretch of pictures (both ends included), null where some are not loaded. */
  findIds(first: number, last: number): string[] | null {
    const ids: string[] = [];
    for (let index = first; index <= last; index++) {
      const chunk = this.chunkOf(index);
      const id = chunk && !chunk.isStale ? chunk.bucket?.ids[index - chunk.start] : undefined;
      if (id === undefined) return null;
      ids.push(id);
    }
    return ids;
  }

  /** Loads one picture's chunk, wherever the view is; null where it is not to be had. */
  async loadId(index: number): Promise<string | null> {
    const chunk = this.chunkOf(index);
    if (!chunk) return null;
    if (!chunk.bucket) await this.load(chunk, new AbortController().signal);
    return chunk.bucket?.ids[index - chunk.start] ?? null;
  }

  /** Where an id stands among all pictures, -1 where it is in nothing that is loaded. */
  indexOf(id: string): number {
    for (const chunk of this.chunks) {
      const within = chunk.bucket?.ids.indexOf(id) ?? -1;
      if (within >= 0) return chunk.start + within;
    }
    return -1;
  }

  /** Loads a month until an id is found in it: how a viewer that was opened by its address finds its neighbours. */
  async locate(id: string, month: string): Promise<number> {
    for (const chunk of this.chunks.filter((one) => one.month === month)) {
      if (!chunk.bucket) await this.load(chunk, new AbortController().signal);
      const within = chunk.bucket?.ids.indexOf(id) ?? -1;
      if (within >= 0) return chunk.start + within;
    }
    return -1;
  }

  /** The place at the top of the view, to come back to. */
  place(): GridPlace | null {
    return this.pinned ?? placeAt(this.chunks, this.viewTop);
  }

  /** Virtual offset of a place. */
  offsetOf(place: GridPlace): number {
    return virtualOf(this.chunks, place) ?? 0;
  }

  /** Virtual offset at which a picture stands or will about stand. */
  offsetOfIndex(index: number): number {
    const chunk = this.chunkOf(index);
    return chunk ? (virtualOf(this.chunks, { month: chunk.month, index: chunk.offset + index - chunk.start, delta: 0 }) ?? 0) : 0;
  }

  private chunkOf(index: number): Chunk | undefined {
    if (index < 0 || index >= this.count) return undefined;
    return this.chunks[lastAtMost(this.chunks, index, (chunk) => chunk.start)];
  }

  private async load(chunk: Chunk, signal: AbortSignal): Promise<void> {
    try {
      const bucket = await this.sources.loadBucket(chunk, signal);
      if (signal.aborted || !this.chunks.includes(chunk)) return;
      const layout = await this.layoutOf(chunk, bucket);
      this.keepPlace(() => this.accept(chunk, bucket, layout));
    } catch {
      if (signal.aborted) return;
      chunk.hasFailed = true;
      this.sources.onChange();
    }
  }

  private accept(chunk: Chunk, bucket: Bucket, layout: RowLayout): void {
    Object.assign(chunk, { bucket, layout, height: layout.height, isStale: false, hasFailed: false, usedAt: ++this.clock });
    const mean = bucket.aspects.reduce((sum, aspect) => sum + boundedAspect(aspect), 0) / Math.max(1, bucket.aspects.length);
    if (bucket.aspects.length >= 50) this.meanAspect = mean;
  }

  private async relayout(chunk: Chunk): Promise<void> {
    const { bucket } = chunk;
    if (!bucket) return;
    const { width } = this.geometry;
    const layout = await this.layoutOf(chunk, bucket);
    if (chunk.layout || chunk.bucket !== bucket || this.geometry.width !== width) return;
    this.keepPlace(() => Object.assign(chunk, { layout, height: layout.height }));
  }

  private layoutOf(chunk: Chunk, bucket: Bucket): Promise<RowLayout> {
    const { width, targetHeight, gap } = this.geometry;
    return this.sources.layout(bucket.aspects, { width, targetHeight, gap, keepsLastRow: chunk.isMonthEnd });
  }

  /** Estimates are made once and only corrected by loading, so that nothing moves for any other reason. */
  private estimate(chunk: Chunk): void {
    if (chunk.height === 0) chunk.height = Math.round(estimateChunkHeight(chunk, this.geometry, this.meanAspect));
  }

  /** Changes something above or in the view without moving what is seen; at the very top new pictures come into sight. */
  private keepPlace(change: () => void): void {
    const place = this.pinned ?? (this.viewTop > 0 ? placeAt(this.chunks, this.viewTop) : null);
    change();
    const { spans, height } = arrange(this.chunks, this.geometry);
    this.spans = spans;
    this.contentHeight = height;
    const offset = place ? this.offsetOf(place) : 0;
    this.viewTop = Math.min(Math.max(0, offset), Math.max(0, height - this.viewHeight));
    this.sources.onChange();
  }

  private forgetOldest(): void {
    const loaded = this.chunks.filter((chunk) => chunk.bucket);
    if (loaded.length <= MAX_LOADED_CHUNKS) return;
    loaded.sort((a, b) => a.usedAt - b.usedAt);
    for (const chunk of loaded.slice(0, loaded.length - MAX_LOADED_CHUNKS)) Object.assign(chunk, { bucket: null, layout: null });
  }
}

function distance(chunk: Chunk, offset: number): number {
  return Math.max(0, chunk.top - offset, offset - chunk.top - chunk.height);
}
