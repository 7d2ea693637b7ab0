import type { Place } from './map-view.js';

/** Points that lie in the order of square cells, row by row: those of cell `c` are `starts[c]` up to `starts[c + 1]`. */
export interface PointGrid {
  /** x and y in turn, 0..65535. */
  readonly positions: Uint16Array;
  /** Cells in each direction. */
  readonly side: number;
  readonly starts: Uint32Array;
}

/** An area of the map, 0..1; its edges belong to it. */
export interface Area {
  readonly from: Place;
  readonly to: Place;
}

const POINTS_A_CELL = 4;
const MOST_CELLS_A_SIDE = 512;
const FULL = 65_535;

/** The order in which points lie in cells of about four; two passes. Points of one cell keep their order. */
export function orderByCells(positions: Uint16Array): Omit<PointGrid, 'positions'> & { order: Uint32Array } {
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
export function visitArea({ positions, side, starts }: PointGrid, area: Area, visit: (index: number) => void): void {
  const isIn = containing(positions, area);
  const look = (from: number, to: number): void => {
    for (let index = from; index < to; index += 1) if (isIn(index)) visit(index);
  };
  for (const [from, to] of spansOf({ side, starts }, area)) look(from, to);
}

/** How many points are in an area; those of cells wholly inside are not looked at. */
export function countArea({ positions, side, starts }: PointGrid, area: Area): number {
  const isIn = containing(positions, area);
  const { left, right, top, bottom } = cellsOf(side, area);
  let count = 0;
  const look = (row: number, first: number, last: number): void => {
    const end = starts[row * side + last + 1] ?? 0;
    for (let index = starts[row * side + first] ?? 0; index < end; index += 1) count += Number(isIn(index));
  };
  for (let row = top; row <= bottom; row += 1) {
    const isEdge = row === top || row === bottom || right - left < 2;
    if (isEdge) look(row, left, right);
    else {
      look(row, left, left);
      look(row, right, right);
      count += (starts[row * side + right] ?? 0) - (starts[row * side + left + 1] ?? 0);
    }
  }
  return count;
}

/** The point nearest to a place, at most `reach` away (as a share of the map), the first of equals; null where there is none. */
export function nearestTo({ positions, side, starts }: PointGrid, { x, y }: Place, reach: number): number | null {
  let nearest: number | null = null;
  let best = reach * FULL;
  const look = (index: number): void => {
    const distance = Math.hypot((positions[2 * index] ?? 0) - x * FULL, (positions[2 * index + 1] ?? 0) - y * FULL);
    if (distance > best || (distance === best && nearest !== null)) return;
    nearest = index;
    best = distance;
  };
  for (const [from, to] of spansOf({ side, starts }, around({ x, y }, reach))) for (let index = from; index < to; index += 1) look(index);
  return nearest;
}

/** The points nearest to a place, nearest first; looks farther until there are enough. */
export function pointsAround(grid: PointGrid, place: Place, most: number): number[] {
  const found: { index: number; away: number }[] = [];
  const take = (index: number): void => {
    const [x, y] = [(grid.positions[2 * index] ?? 0) / FULL, (grid.positions[2 * index + 1] ?? 0) / FULL];
    found.push({ index, away: Math.hypot(x - place.x, y - place.y) });
  };
  // Of a square, what is outside of its circle may be farther away than what was not looked at.
  for (let reach = 1 / grid.side; found.filter(({ away }) => away <= reach / 2).length < most && reach < 4; reach *= 2) {
    found.length = 0;
    visitArea(grid, around(place, reach), take);
  }
  return found
    .sort((a, b) => a.away - b.away)
    .slice(0, most)
    .map(({ index }) => index);
}

/** The column or row of cells in which a coordinate (0..65535) lies. */
export function cellAt(coordinate: number, side: number): number {
  return Math.min(side - 1, Math.max(0, Math.floor((coordinate * side) / (FULL + 1))));
}

/** From which point to which all points lie that an area may show, in whole rows of cells. */
export function rowsSpan({ side, starts }: Omit<PointGrid, 'positions'>, area: Area): { first: number; count: number } {
  const { top, bottom } = cellsOf(side, area);
  const first = starts[top * side] ?? 0;
  return { first, count: (starts[(bottom + 1) * side] ?? 0) - first };
}

function around({ x, y }: Place, reach: number): Area {
  return { from: { x: x - reach, y: y - reach }, to: { x: x + reach, y: y + reach } };
}

function cellsOf(side: number, { from, to }: Area): Record<'left' | 'right' | 'top' | 'bottom', number> {
  const cell = (share: number): number => cellAt(share * FULL, side);
  return { left: cell(from.x), right: cell(to.x), top: cell(from.y), bottom: cell(to.y) };
}

// Cells of a row follow each other, and so do their points.
function spansOf({ side, starts }: Omit<PointGrid, 'positions'>, area: Area): [number, number][] {
  const { left, right, top, bottom } = cellsOf(side, area);
  return Array.from({ length: bottom - top + 1 }, (_, at) => {
    const row = (top + at) * side;
    return [starts[row + left] ?? 0, starts[row + right + 1] ?? 0];
  });
}

function containing(positions: Uint16Array, { from, to }: Area): (index: number) => boolean {
  const [left, right, top, bottom] = [from.x * FULL, to.x * FULL, from.y * FULL, to.y * FULL];
  return (index) => {
    const [x, y] = [positions[2 * index] ?? 0, positions[2 * index + 1] ?? 0];
    return x >= left && x <= right && y >= top && y <= bottom;
  };
}

function add(array: Uint32Array, at: number, amount: number): void {
  array[at] = (array[at] ?? 0) + amount;
}
