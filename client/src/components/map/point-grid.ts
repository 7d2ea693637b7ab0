import type { Place } from './map-view.js';

/** Points sorted into square cells, row by row: those of cell `c` are `order[starts[c]]` up to `order[starts[c + 1]]`. */
export interface PointGrid {
  /** Cells in each direction. */
  readonly side: number;
  readonly starts: Uint32Array;
  readonly order: Uint32Array;
}

/** An area of the map, 0..1; its edges belong to it. */
export interface Area {
  readonly from: Place;
  readonly to: Place;
}

const POINTS_A_CELL = 4;
const MOST_CELLS_A_SIDE = 512;
const FULL = 65_535;

/** Sorts points (x and y in turn, 0..65535) into cells of about four; two passes. */
export function sortIntoCells(positions: Uint16Array): PointGrid {
  const count = positions.length / 2;
  const side = Math.max(1, Math.min(MOST_CELLS_A_SIDE, Math.round(Math.sqrt(count / POINTS_A_CELL))));
  const starts = new Uint32Array(side * side + 1);
  const cellOf = (index: number): number => cellAt(positions[2 * index + 1] ?? 0, side) * side + cellAt(positions[2 * index] ?? 0, side);
  for (let index = 0; index < count; index += 1) add(starts, cellOf(index) + 1, 1);
  for (let cell = 1; cell < starts.length; cell += 1) add(starts, cell, starts[cell - 1] ?? 0);
  const next = starts.slice(0, -1);
  const order = new Uint32Array(count);
  for (let index = 0; index < count; index += 1) {
    const cell = cellOf(index);
    order[next[cell] ?? 0] = index;
    add(next, cell, 1);
  }
  return { side, starts, order };
}

/** Calls back with every point in an area. */
export function visitArea(points: { positions: Uint16Array; grid: PointGrid }, { from, to }: Area, visit: (index: number) => void): void {
  const { positions, grid } = points;
  const [left, right, top, bottom] = [from.x * FULL, to.x * FULL, from.y * FULL, to.y * FULL];
  const isIn = (index: number): boolean => {
    const [x, y] = [positions[2 * index] ?? 0, positions[2 * index + 1] ?? 0];
    return x >= left && x <= right && y >= top && y <= bottom;
  };
  visitCells(grid, { from, to }, (index) => isIn(index) && visit(index));
}

/** How many points are in an area. */
export function countArea(points: { positions: Uint16Array; grid: PointGrid }, area: Area): number {
  let count = 0;
  visitArea(points, area, () => (count += 1));
  return count;
}

/** The point nearest to a place, at most `reach` away (as a share of the map); null where there is none. */
export function nearestTo(points: { positions: Uint16Array; grid: PointGrid }, { x, y }: Place, reach: number): number | null {
  const { positions, grid } = points;
  let nearest: number | null = null;
  let best = reach * FULL;
  const area = { from: { x: x - reach, y: y - reach }, to: { x: x + reach, y: y + reach } };
  visitCells(grid, area, (index) => {
    const distance = Math.hypot((positions[2 * index] ?? 0) - x * FULL, (positions[2 * index + 1] ?? 0) - y * FULL);
    // Of equals the first, so that the answer does not depend on the cells.
    if (distance > best || (distance === best && nearest !== null && index > nearest)) return;
    nearest = index;
    best = distance;
  });
  return nearest;
}

/** The column or row of cells in which a coordinate (0..65535) lies. */
export function cellAt(coordinate: number, side: number): number {
  return Math.min(side - 1, Math.max(0, Math.floor((coordinate * side) / (FULL + 1))));
}

// Cells of a row follow each other, and so do their points.
function visitCells({ side, starts, order }: PointGrid, { from, to }: Area, visit: (index: number) => void): void {
  const [left, right] = [cellAt(from.x * FULL, side), cellAt(to.x * FULL, side)];
  for (let row = cellAt(from.y * FULL, side); row <= cellAt(to.y * FULL, side); row += 1) {
    const end = starts[row * side + right + 1] ?? 0;
    for (let at = starts[row * side + left] ?? 0; at < end; at += 1) visit(order[at] ?? 0);
  }
}

function add(array: Uint32Array, at: number, amount: number): void {
  array[at] = (array[at] ?? 0) + amount;
}
