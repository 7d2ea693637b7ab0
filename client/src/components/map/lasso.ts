import type { Place } from './map-view.js';
import type { PointGrid } from './point-grid.js';
import { cellAt } from './point-grid.js';

const FULL = 65_535;

/** A line from one place to the next, in 0..65535. */
interface Edge {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/**
 * The points inside a closed line (places of the map, 0..1) by the even-odd rule. Only in cells that the line crosses is every
 * point tried: between two of them in a row all cells lie on the same side of it.
 */
export function pointsInside({ positions, side, starts }: PointGrid, line: readonly Place[]): Uint32Array {
  const edges = edgesOf(line);
  const crossed = crossedCells(edges, side);
  const found = new Uint32Array(positions.length / 2);
  let count = 0;
  const take = (cell: number, isInside: boolean | null): void => {
    if (isInside === false) return;
    for (let index = starts[cell] ?? 0; index < (starts[cell + 1] ?? 0); index += 1) {
      const isIn = isInside ?? isWithin(edges, { x: positions[2 * index] ?? 0, y: positions[2 * index + 1] ?? 0 });
      if (isIn) found[count++] = index;
    }
  };
  for (let row = 0; row < side; row += 1) {
    // Null: not known since the line was last crossed.
    let isInside: boolean | null = null;
    for (let cell = row * side; cell < (row + 1) * side; cell += 1) {
      isInside = crossed[cell] === 1 ? null : (isInside ?? isWithin(edges, middleOf(cell, side)));
      take(cell, isInside);
    }
  }
  return found.slice(0, count);
}

/** True for a place inside a closed line by the even-odd rule. */
function isWithin(edges: readonly Edge[], { x, y }: Place): boolean {
  let isInside = false;
  for (const { x1, y1, x2, y2 } of edges) {
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) * (x2 - x1)) / (y2 - y1)) isInside = !isInside;
  }
  return isInside;
}

function edgesOf(line: readonly Place[]): Edge[] {
  return line.map(({ x, y }, at) => {
    const { x: x2, y: y2 } = line[(at + 1) % line.length] ?? { x, y };
    return { x1: x * FULL, y1: y * FULL, x2: x2 * FULL, y2: y2 * FULL };
  });
}

// One where a line may pass; a unit more on each side, so that rounding misses none.
function crossedCells(edges: readonly Edge[], side: number): Uint8Array {
  const crossed = new Uint8Array(side * side);
  const height = (FULL + 1) / side;
  for (const { x1, y1, x2, y2 } of edges) {
    const [top, bottom] = [cellAt(Math.min(y1, y2) - 1, side), cellAt(Math.max(y1, y2) + 1, side)];
    for (let row = top; row <= bottom; row += 1) {
      const shares = [row * height - 1, (row + 1) * height + 1].map((y) =>
        y1 === y2 ? null : Math.min(1, Math.max(0, (y - y1) / (y2 - y1))),
      );
      const [a, b] = [x1 + (shares[0] ?? 0) * (x2 - x1), x1 + (shares[1] ?? 1) * (x2 - x1)];
      crossed.fill(1, row * side + cellAt(Math.min(a, b) - 1, side), row * side + cellAt(Math.max(a, b) + 1, side) + 1);
    }
  }
  return crossed;
}

function middleOf(cell: number, side: number): Place {
  const width = (FULL + 1) / side;
  return { x: ((cell % side) + 0.5) * width, y: (Math.floor(cell / side) + 0.5) * width };
}
