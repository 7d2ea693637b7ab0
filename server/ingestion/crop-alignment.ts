import { dotProduct } from '../dot-product.js';

/**
 * Finds whether one small grey picture is a part of another: both squashed to the same square, the part is compared with
 * windows of the whole by normalised cross-correlation (J. P. Lewis, Fast Normalized Cross-Correlation, 1995).
 * Used for files that were cropped a little in place, where a hash of 64 bits moves too far.
 */

const GRID = 32;
const SCALES = [1, 0.97, 0.94, 0.91, 0.88, 0.85, 0.82];

/** RGB bytes of a square picture as GRID x GRID grey values. `size` is the edge in pixels. */
export function greyGrid(pixels: Uint8Array, size: number): Float32Array {
  return sampleWindow(greyOf(pixels), size, { x: 0, y: 0, width: 1, height: 1 });
}

/** The best correlation (-1..1) of the part with any window of the whole that spans at least 82 % of each side. */
export function bestCropCorrelation(whole: { pixels: Uint8Array; size: number }, part: { pixels: Uint8Array; size: number }): number {
  const grey = greyOf(whole.pixels);
  const wanted = normalise(greyGrid(part.pixels, part.size));
  let best = -1;
  for (const window of windows()) best = Math.max(best, dotProduct(wanted, normalise(sampleWindow(grey, whole.size, window))));
  return best;
}

interface Window {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function* windows(): Generator<Window> {
  for (const width of SCALES) {
    for (const height of SCALES) yield* placesOf(width, height);
  }
}

function* placesOf(width: number, height: number): Generator<Window> {
  const columns = width === 1 ? [0] : [0, 0.25, 0.5, 0.75, 1];
  const rows = height === 1 ? [0] : [0, 0.25, 0.5, 0.75, 1];
  for (const column of columns) {
    for (const row of rows) yield { x: (1 - width) * column, y: (1 - height) * row, width, height };
  }
}

function greyOf(pixels: Uint8Array): Float32Array {
  const grey = new Float32Array(pixels.length / 3);
  for (let i = 0; i < grey.length; i += 1) {
    grey[i] = 0.299 * (pixels[3 * i] ?? 0) + 0.587 * (pixels[3 * i + 1] ?? 0) + 0.114 * (pixels[3 * i + 2] ?? 0);
  }
  return grey;
}

// Each cell is the mean of four points, enough against aliasing at these sizes.
function sampleWindow(grey: Float32Array, size: number, window: Window): Float32Array {
  const grid = new Float32Array(GRID * GRID);
  const columns = pointsOf(window.x, window.width, size);
  const rows = pointsOf(window.y, window.height, size);
  for (let cell = 0; cell < grid.length; cell += 1) {
    const left = columns[(2 * cell) % (2 * GRID)] ?? 0;
    const right = columns[((2 * cell) % (2 * GRID)) + 1] ?? 0;
    const upper = (rows[2 * ((cell / GRID) | 0)] ?? 0) * size;
    const lower = (rows[2 * ((cell / GRID) | 0) + 1] ?? 0) * size;
    grid[cell] = ((grey[upper + left] ?? 0) + (grey[upper + right] ?? 0) + (grey[lower + left] ?? 0) + (grey[lower + right] ?? 0)) / 4;
  }
  return grid;
}

// The pixels at a quarter and three quarters of each cell along one side.
function pointsOf(start: number, span: number, size: number): Int32Array {
  return Int32Array.from({ length: 2 * GRID }, (_, point) =>
    Math.min(size - 1, Math.floor((start + (span * (point + 0.5)) / (2 * GRID)) * size)),
  );
}

function normalise(grid: Float32Array): Float32Array {
  const mean = grid.reduce((sum, value) => sum + value, 0) / grid.length;
  const centred = grid.map((value) => value - mean);
  const length = Math.sqrt(dotProduct(centred, centred)) || 1;
  return centred.map((value) => value / length);
}
