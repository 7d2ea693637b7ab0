import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { octaveNoise } from '../../../../server/models/builtin/noise.js';
import { polygonSpans, randomLeaf } from '../../../../server/models/builtin/polygons.js';
import { paintPicture } from '../../../../server/models/builtin/procedural-pictures.js';
import { createRandom } from '../../../../server/models/builtin/random.js';

describe('the random source', () => {
  test('repeats itself for a seed and differs between seeds', () => {
    const [first, again, other] = [7, 7, 8].map((seed) => createRandom(seed));
    const values = Array.from({ length: 20 }, () => first?.unit());
    expect(Array.from({ length: 20 }, () => again?.unit())).toEqual(values);
    expect(Array.from({ length: 20 }, () => other?.unit())).not.toEqual(values);
  });

  test('stays within its bounds for every seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = createRandom(seed);
        const units = Array.from({ length: 50 }, () => random.unit());
        expect(units.every((value) => value >= 0 && value < 1)).toBe(true);
        expect([3, 4, 5]).toContain(random.whole(3, 5));
        expect(Number.isFinite(random.normal())).toBe(true);
      }),
    );
  });

  test('cannot pick from nothing', () => {
    expect(() => createRandom(1).pick([])).toThrow('Expected at least one choice but received none.');
  });
});

describe('noise', () => {
  test('has mean 0 and deviation 1 whatever its slope and stretch', () => {
    const shapes = fc.record({
      seed: fc.integer(),
      slope: fc.double({ min: -1, max: 2, noNaN: true }),
      stretch: fc.constantFrom(0.125, 1, 8),
    });
    fc.assert(
      fc.property(shapes, ({ seed, slope, stretch }) => {
        const map = octaveNoise(createRandom(seed), { size: 16, finestCells: 8, slope, stretch });
        const mean = map.reduce((sum, value) => sum + value, 0) / map.length;
        expect(mean).toBeCloseTo(0, 4);
        expect(map.reduce((sum, value) => sum + (value - mean) ** 2, 0) / map.length).toBeCloseTo(1, 4);
      }),
      { numRuns: 30 },
    );
  });
});

describe('polygons', () => {
  test('a rectangle covers exactly the pixels whose centres it holds', () => {
    const corners = [
      [1, 1],
      [4, 1],
      [4, 3],
      [1, 3],
    ] as const;
    expect(polygonSpans(corners, 8)).toEqual([
      { y: 1, fromX: 1, toX: 4 },
      { y: 2, fromX: 1, toX: 4 },
    ]);
  });

  test('a part outside the picture is cut off, and a polygon outside covers nothing', () => {
    const corners = [
      [-5, -5],
      [2, -5],
      [2, 2],
      [-5, 2],
    ] as const;
    expect(polygonSpans(corners, 8)).toEqual([
      { y: 0, fromX: 0, toX: 2 },
      { y: 1, fromX: 0, toX: 2 },
    ]);
    expect(
      polygonSpans(
        corners.map(([x, y]) => [x - 10, y - 10] as const),
        8,
      ),
    ).toEqual([]);
  });

  test('every leaf, wherever it falls, covers only pixels of the picture', () => {
    const places = fc.record({ seed: fc.integer(), x: fc.integer({ min: -20, max: 84 }), radius: fc.integer({ min: 0, max: 80 }) });
    fc.assert(
      fc.property(places, ({ seed, x, radius }) => {
        const leaf = randomLeaf(createRandom(seed), { direction: 0, disorder: 1, narrowest: 0.1 });
        const spans = polygonSpans(
          leaf.map(([dx, dy]) => [x + dx * radius, x + dy * radius] as const),
          64,
        );
        expect(spans.every(({ y, fromX, toX }) => y >= 0 && y < 64 && fromX >= 0 && fromX < toX && toX <= 64)).toBe(true);
      }),
    );
  });
});

describe('procedural pictures', () => {
  test('are the same for a seed, differ between seeds and are not blank', () => {
    const [first, again, other] = [11, 11, 12].map((seed) => paintPicture(seed, 32));
    expect(first).toHaveLength(32 * 32 * 3);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(new Set(first).size).toBeGreaterThan(20);
  });
});
