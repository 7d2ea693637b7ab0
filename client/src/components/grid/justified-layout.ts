/** What the rows are drawn for: widths, heights and gaps in CSS pixels. */
export interface RowOptions {
  width: number;
  targetHeight: number;
  gap: number;
  /** True for the end of a month, whose last row keeps the target height instead of being stretched. */
  keepsLastRow: boolean;
}

/** Rectangles of n pictures as arrays of length n (whole CSS pixels, origin top left) and the height of all rows. */
export interface RowLayout {
  lefts: Int32Array;
  tops: Int32Array;
  widths: Int32Array;
  heights: Int32Array;
  height: number;
}

/** Panoramas and strips beyond these shapes are cropped by the tile: a 20:1 picture alone would give a row of 50 px. */
const MIN_ASPECT = 1 / 3;
const MAX_ASPECT = 4;
/** Rows flatter than this share of the target are never tried, which bounds the work per picture. */
const FLATTEST = 1 / 3;
/** The last row of a stretch is filled only where that makes it at most this much higher than the target. */
const HIGHEST_LAST = 2;

/** Width divided by height as the rows use it: within 1/3 .. 4, and 4/3 where the file says nothing sensible. */
export function boundedAspect(aspect: number): number {
  if (!(aspect > 0) || !Number.isFinite(aspect)) return 4 / 3;
  return Math.min(MAX_ASPECT, Math.max(MIN_ASPECT, aspect));
}

/**
 * Justified rows: order kept, each row fills the width exactly, heights as near to the target as breaks can bring them
 * (least sum of squared log ratios, as TeX breaks paragraphs). O(n): a row holds at most width / (target / 3 * 1/3) pictures.
 */
export function layoutRows(aspects: Float32Array, options: RowOptions): RowLayout {
  const n = aspects.length;
  const layout: RowLayout = {
    lefts: new Int32Array(n),
    tops: new Int32Array(n),
    widths: new Int32Array(n),
    heights: new Int32Array(n),
    height: 0,
  };
  const bounded = aspects.map(boundedAspect);
  let top = 0;
  let start = 0;
  for (const end of rowEnds(bounded, options)) {
    const height = rowHeight(bounded, { start, end }, options);
    placeRow(layout, bounded, { start, end, top, height, width: options.width, gap: options.gap });
    top += height + options.gap;
    start = end;
  }
  layout.height = Math.max(0, top - options.gap);
  return layout;
}

/** Least cost of laying out the first i pictures, and where the row that ends there starts. */
interface Breaks {
  cost: Float64Array;
  from: Int32Array;
}

/** Ends (exclusive) of the best rows: a shortest path over all breaks, read from its end. */
function rowEnds(aspects: Float32Array, options: RowOptions): number[] {
  const n = aspects.length;
  const breaks: Breaks = { cost: new Float64Array(n + 1).fill(Infinity), from: new Int32Array(n + 1) };
  breaks.cost[0] = 0;
  for (let start = 0; start < n; start++) tryRowsFrom(start, aspects, { breaks, options });
  const ends: number[] = [];
  for (let end = n; end > 0; end = breaks.from[end] ?? 0) ends.push(end);
  return ends.reverse();
}

/** Tries every row that begins here, from one picture up to the flattest. */
function tryRowsFrom(start: number, aspects: Float32Array, { breaks, options }: { breaks: Breaks; options: RowOptions }): void {
  const n = aspects.length;
  const before = breaks.cost[start] ?? Infinity;
  let sum = 0;
  for (let end = start + 1; end <= n; end++) {
    sum += aspects[end - 1] ?? 1;
    const ratio = (options.width - options.gap * (end - start - 1)) / sum / options.targetHeight;
    if (ratio < FLATTEST && end > start + 1) return;
    const cost = before + badness(ratio, end === n && options.keepsLastRow);
    if (cost < (breaks.cost[end] ?? Infinity)) {
      breaks.cost[end] = cost;
      breaks.from[end] = start;
    }
  }
}

/** A month's last row may stay short; every other row pays for its distance from the target, twice where it is higher: dense rows read better. */
function badness(ratio: number, mayStayShort: boolean): number {
  if (mayStayShort && ratio >= 1) return 0;
  return Math.log(Math.max(ratio, 1e-6)) ** 2 * (ratio > 1 ? 2 : 1);
}

/** Height of one row in whole pixels: what fills the width, or the target where a last row would be stretched beyond bounds. */
function rowHeight(aspects: Float32Array, row: { start: number; end: number }, options: RowOptions): number {
  let sum = 0;
  for (let i = row.start; i < row.end; i++) sum += aspects[i] ?? 1;
  const filling = (options.width - options.gap * (row.end - row.start - 1)) / sum;
  const isLast = row.end === aspects.length;
  const limit = options.targetHeight * (options.keepsLastRow ? 1 : HIGHEST_LAST);
  return Math.max(1, Math.round(isLast && filling > limit ? options.targetHeight : filling));
}

interface Row {
  start: number;
  end: number;
  top: number;
  height: number;
  width: number;
  gap: number;
}

/** Sets one row; edges are rounded from the running sum, so that rounding never adds up and a full row ends on the last pixel. */
function placeRow(layout: RowLayout, aspects: Float32Array, row: Row): void {
  const gaps = row.gap * (row.end - row.start - 1);
  let sum = 0;
  for (let i = row.start; i < row.end; i++) sum += aspects[i] ?? 1;
  // Rounding a height moves the right edge by less than half the sum of aspects; a kept row ends where its pictures end.
  const isFull = Math.abs(sum * row.height + gaps - row.width) <= sum / 2 + 1;
  const scale = isFull ? (row.width - gaps) / sum : row.height;
  let before = 0;
  for (let i = row.start; i < row.end; i++) {
    const shift = row.gap * (i - row.start);
    const left = Math.round(before * scale);
    before += aspects[i] ?? 1;
    layout.lefts[i] = left + shift;
    layout.widths[i] = Math.max(1, Math.round(before * scale) - left);
    layout.tops[i] = row.top;
    layout.heights[i] = row.height;
  }
}

/** Height in pixels that `count` pictures of a mean aspect will about take, before their shapes are known. */
export function estimateRowsHeight(count: number, meanAspect: number, options: Omit<RowOptions, 'keepsLastRow'>): number {
  const perRow = Math.max(1, options.width / (meanAspect * options.targetHeight + options.gap));
  const rows = Math.ceil(count / perRow);
  return Math.max(0, rows * (options.targetHeight + options.gap) - options.gap);
}
