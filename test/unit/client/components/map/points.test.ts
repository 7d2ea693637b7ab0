import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { placeLabels } from '../../../../../client/src/components/map/label-places.js';
import { pointsInside } from '../../../../../client/src/components/map/lasso.js';
import type { Place } from '../../../../../client/src/components/map/map-view.js';
import type { PointGrid } from '../../../../../client/src/components/map/point-grid.js';
import {
  cellAt,
  countArea,
  nearestTo,
  orderByCells,
  pointsAround,
  rowsSpan,
  visitArea,
} from '../../../../../client/src/components/map/point-grid.js';
import { thinOut, whereSparse } from '../../../../../client/src/components/map/thin-out.js';
import { stepTo } from '../../../../../client/src/components/map/tile-steps.js';

const FULL = 65_535;
const coordinate = fc.integer({ min: 0, max: FULL });
function inCells(given: Uint16Array): PointGrid {
  const { order, ...cells } = orderByCells(given);
  return { ...cells, positions: Uint16Array.from([...order].flatMap((index) => [given[2 * index]!, given[2 * index + 1]!])) };
}
const share = fc.double({ min: -0.1, max: 1.1, noNaN: true });
const place = fc.record({ x: share, y: share });
// Some on one place and some on the edges, as in every archive with duplicates.
const points = fc
  .array(fc.oneof(fc.tuple(coordinate, coordinate), fc.constantFrom<[number, number]>([0, 0], [FULL, FULL], [30_000, 30_000])), {
    maxLength: 300,
  })
  .map((list) => {
    return inCells(Uint16Array.from(list.flat()));
  });
const indexes = (positions: Uint16Array): number[] => Array.from({ length: positions.length / 2 }, (_, index) => index);
const at = (positions: Uint16Array, index: number): Place => ({ x: positions[2 * index]!, y: positions[2 * index + 1]! });

// https://wrfranklin.org/Research/Short_Notes/pnpoly.html
function isInside(line: readonly Place[], { x, y }: Place): boolean {
  let inside = false;
  for (const [index, one] of line.entries()) {
    const other = line[(index + 1) % line.length]!;
    const [x1, y1, x2, y2] = [one.x * FULL, one.y * FULL, other.x * FULL, other.y * FULL];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) * (x2 - x1)) / (y2 - y1)) inside = !inside;
  }
  return inside;
}

describe('points in cells', () => {
  test('are each in one of them', () => {
    fc.assert(
      fc.property(fc.uint16Array({ maxLength: 400 }), (given) => {
        const positions = given.subarray(0, given.length - (given.length % 2));
        const { order, starts, side } = orderByCells(positions);
        expect([...order].sort((a, b) => a - b)).toEqual(indexes(positions));
        for (const [cell, start] of starts.subarray(0, -1).entries())
          for (const index of order.subarray(start, starts[cell + 1])) {
            const { x, y } = at(positions, index);
            expect(cellAt(y, side) * side + cellAt(x, side)).toBe(cell);
          }
      }),
    );
  });

  test('in an area are those that a look at all of them finds', () => {
    fc.assert(
      fc.property(points, place, place, (all, one, other) => {
        const area = {
          from: { x: Math.min(one.x, other.x), y: Math.min(one.y, other.y) },
          to: { x: Math.max(one.x, other.x), y: Math.max(one.y, other.y) },
        };
        const expected = indexes(all.positions).filter((index) => {
          const { x, y } = at(all.positions, index);
          return x >= area.from.x * FULL && x <= area.to.x * FULL && y >= area.from.y * FULL && y <= area.to.y * FULL;
        });
        const found: number[] = [];
        visitArea(all, area, (index) => found.push(index));
        expect(found.sort((a, b) => a - b)).toEqual(expected);
        expect(countArea(all, area)).toBe(expected.length);
      }),
    );
  });

  test('the nearest one is that which a look at all of them finds', () => {
    fc.assert(
      fc.property(points, place, fc.double({ min: 0, max: 0.5, noNaN: true }), (all, { x, y }, reach) => {
        const away = (index: number): number => Math.hypot(at(all.positions, index).x - x * FULL, at(all.positions, index).y - y * FULL);
        const expected = indexes(all.positions)
          .filter((index) => away(index) <= reach * FULL)
          .sort((a, b) => away(a) - away(b) || a - b)[0];
        expect(nearestTo(all, { x, y }, reach)).toBe(expected ?? null);
      }),
    );
  });

  test('around a place are as many as wanted, those that a look at all of them finds first', () => {
    fc.assert(
      fc.property(
        points,
        fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.double({ min: 0, max: 1, noNaN: true }) }),
        fc.integer({ min: 1, max: 40 }),
        (all, { x, y }, most) => {
          const away = (index: number): number => Math.hypot(at(all.positions, index).x / FULL - x, at(all.positions, index).y / FULL - y);
          const nearest = indexes(all.positions)
            .map(away)
            .sort((a, b) => a - b);
          expect(pointsAround(all, { x, y }, most).map(away)).toEqual(nearest.slice(0, most));
        },
      ),
    );
  });

  test('in the rows of an area are all that are in the area', () => {
    fc.assert(
      fc.property(points, place, fc.double({ min: 0, max: 0.5, noNaN: true }), (all, from, size) => {
        const area = { from, to: { x: from.x + size, y: from.y + size } };
        const { first, count } = rowsSpan(all, area);
        visitArea(all, area, (index) => expect(index >= first && index < first + count).toBe(true));
      }),
    );
  });

  test('inside a lasso are those that a look at all of them finds, also where its line crosses itself', () => {
    const lines = fc.array(place, { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(points, lines, (all, line) => {
        const expected = indexes(all.positions).filter((index) => isInside(line, at(all.positions, index)));
        expect([...pointsInside(all, line)].sort((a, b) => a - b)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('a lasso of less than a triangle holds none', () => {
    const all = inCells(Uint16Array.from([1, 1]));
    for (const line of [
      [],
      [{ x: 0, y: 0 }],
      [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ],
    ])
      expect([...pointsInside(all, line)]).toEqual([]);
  });
});

describe('what is shown of points', () => {
  const candidates = fc
    .array(fc.record({ x: fc.double({ min: -50, max: 1_500, noNaN: true }), y: fc.double({ min: -50, max: 900, noNaN: true }) }), {
      maxLength: 200,
    })
    .map((list) => list.map((each, index) => ({ ...each, index })));

  test('pictures never overlap, and none is left out for which there was room', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 20, max: 120 }), (all, size) => {
        const chosen = thinOut(all, { size, most: 1_000 });
        const overlaps = (one: Place, other: Place): boolean => Math.abs(one.x - other.x) < size && Math.abs(one.y - other.y) < size;
        for (const [index, one] of chosen.entries()) expect(chosen.slice(0, index).some((other) => overlaps(one, other))).toBe(false);
        for (const one of all.filter((each) => !chosen.includes(each))) expect(chosen.some((other) => overlaps(one, other))).toBe(true);
      }),
    );
  });

  test('pictures are no more than wanted, and the first come first', () => {
    const row = Array.from({ length: 10 }, (_, index) => ({ index, x: index * 100, y: 0 }));
    expect(thinOut(row, { size: 50, most: 3 }).map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  test('points that crowd the place of one picture stay points', () => {
    const crowd = Array.from({ length: 11 }, (_, index) => ({ index, x: 10 + index, y: 10 }));
    const alone = { index: 99, x: 300, y: 300 };
    expect(whereSparse([...crowd, alone], 50, 10)).toEqual([alone]);
    expect(whereSparse([...crowd, alone], 50, 11)).toHaveLength(12);
  });

  test('names never overlap, stand wholly on the stage, and the first come first', () => {
    const labels = candidates.map((list) => list.map((each) => ({ ...each, width: 20 + (each.index % 7) * 15, height: 20 })));
    fc.assert(
      fc.property(labels, (all) => {
        const stage = { width: 1_200, height: 800 };
        const placed = placeLabels(all, stage);
        for (const [index, one] of placed.entries()) {
          expect(one.x - one.width / 2 >= 0 && one.x + one.width / 2 <= stage.width && one.y - 10 >= 0 && one.y + 10 <= stage.height).toBe(
            true,
          );
          for (const other of placed.slice(0, index))
            expect(Math.abs(one.x - other.x) * 2 >= one.width + other.width || Math.abs(one.y - other.y) >= 20).toBe(true);
        }
        expect(placed).toEqual(all.filter((each) => placed.includes(each)));
      }),
    );
  });

  test('arrow keys go to the nearest picture in their direction', () => {
    const places = [
      { x: 0, y: 0 },
      { x: 50, y: 40 },
      { x: 20, y: 90 },
      { x: -10, y: 5 },
    ];
    expect(['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'a'].map((key) => stepTo(places, 0, key))).toEqual([1, 2, 3, null, null]);
    expect(stepTo([], 0, 'ArrowLeft')).toBeNull();
  });
});
