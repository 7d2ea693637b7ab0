import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { neighboursAmong, NeighbourSearch } from '../../../../server/models/layout/neighbours.js';
import { blobs, flat, SILENT } from '../../../support/layouts.js';

const DIMS = 12;
const distance = (one: Float32Array, other: Float32Array): number => Math.hypot(...one.map((value, at) => value - (other[at] ?? 0)));

function bruteForce(rows: readonly Float32Array[], targets: readonly Float32Array[], k: number): number[][] {
  return rows.map((row) =>
    targets
      .map((target) => distance(row, target))
      .sort((a, b) => a - b)
      .slice(0, k),
  );
}

describe('nearest neighbours', () => {
  test('equal those of comparing all with all', async () => {
    const sizes = fc.record({
      rows: fc.integer({ min: 1, max: 600 }),
      targets: fc.integer({ min: 1, max: 60 }),
      k: fc.integer({ min: 1, max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer(), async ({ rows, targets, k }, seed) => {
        const there = blobs(1, { each: targets, dims: DIMS, seed });
        const here = blobs(1, { each: rows, dims: DIMS, seed: seed + 1 });
        const search = await NeighbourSearch.open(flat(there), { dims: DIMS, k });
        const found = await search.nearest(flat(here), 'Finding', SILENT);
        await search.close();
        expect(found.k).toBe(Math.min(k, targets));
        bruteForce(here, there, found.k).forEach((expected, row) => {
          const own = Array.from(found.distances.subarray(row * found.k, (row + 1) * found.k));
          own.forEach((value, place) => expect(value).toBeCloseTo(expected[place] ?? NaN, 3));
          const indices = found.indices.subarray(row * found.k, (row + 1) * found.k);
          expect(new Set(indices).size).toBe(found.k);
          indices.forEach((target, place) =>
            expect(distance(here[row] ?? there[0]!, there[target] ?? there[0]!)).toBeCloseTo(own[place] ?? NaN, 5),
          );
        });
      }),
      { numRuns: 8 },
    );
  });

  test('among themselves leave out each itself, also where all are the same', async () => {
    const same = Array.from({ length: 30 }, () => blobs(1, { each: 1, dims: DIMS })[0] ?? new Float32Array(DIMS));
    for (const points of [blobs(2, { each: 15, dims: DIMS }), same]) {
      const { k, indices } = await neighboursAmong(flat(points), { dims: DIMS, k: 5, progress: SILENT });
      expect(k).toBe(5);
      expect([...indices].filter((target, at) => target === Math.floor(at / k))).toEqual([]);
    }
  });
});
