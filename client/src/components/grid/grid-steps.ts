import type { Tile } from './visible-tiles.js';

/** What a step needs to know of the grid. */
export interface StepGrid {
  readonly count: number;
  findTile(index: number): { tile: Tile; top: number } | null;
}

/** Keys that move from picture to picture. */
export const STEP_KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'] as const;
/** One of the keys that move. */
export type StepKey = (typeof STEP_KEYS)[number];

/** True for a key that moves from picture to picture. */
export function isStepKey(key: string): key is StepKey {
  return (STEP_KEYS as readonly string[]).includes(key);
}

/** Place of the picture that a key leads to; where nothing lies in that direction, the same one. */
export function stepFrom(grid: StepGrid, index: number, step: { key: StepKey; rowsPerPage: number }): number {
  const last = Math.max(0, grid.count - 1);
  switch (step.key) {
    case 'ArrowLeft':
      return Math.max(0, index - 1);
    case 'ArrowRight':
      return Math.min(last, index + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'ArrowUp':
      return rowStep(grid, index, -1);
    case 'ArrowDown':
      return rowStep(grid, index, 1);
    case 'PageUp':
      return rowSteps(grid, index, -step.rowsPerPage);
    case 'PageDown':
      return rowSteps(grid, index, step.rowsPerPage);
  }
}

function rowSteps(grid: StepGrid, index: number, rows: number): number {
  let at = index;
  for (let i = 0; i < Math.abs(rows); i++) at = rowStep(grid, at, rows < 0 ? -1 : 1);
  return at;
}

/** The picture of the next row that lies nearest below (1) or above (-1); a row that is not loaded is entered at its near end. */
function rowStep(grid: StepGrid, index: number, direction: 1 | -1): number {
  const here = grid.findTile(index);
  if (!here) return Math.min(grid.count - 1, Math.max(0, index + direction));
  let next = index + direction;
  while (grid.findTile(next)?.top === here.top) next += direction;
  if (next < 0 || next >= grid.count) return index;
  const row = grid.findTile(next)?.top;
  if (row === undefined) return next;
  const middle = here.tile.left + here.tile.width / 2;
  let best = next;
  for (let i = next; grid.findTile(i)?.top === row; i += direction) {
    if (distance(grid, i, middle) < distance(grid, best, middle)) best = i;
  }
  return best;
}

function distance(grid: StepGrid, index: number, middle: number): number {
  const tile = grid.findTile(index)?.tile;
  return tile ? Math.abs(tile.left + tile.width / 2 - middle) : Number.POSITIVE_INFINITY;
}
