import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRandom } from '../../../../server/models/builtin/random.js';
import { learnWhitening, principalAxes } from '../../../../server/models/builtin/whitening.js';

/** Samples whose columns have the given spreads, after a turn of the first two columns by 30 degrees. */
function turnedSamples(seed: number, count: number, spreads: readonly number[]): Float64Array[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const [first = 0, second = 0, ...rest] = spreads.map((spread) => random.normal() * spread);
    return Float64Array.of(first * Math.cos(Math.PI / 6) - second * 0.5, first * 0.5 + second * Math.cos(Math.PI / 6), ...rest);
  });
}

const dot = (left: Float64Array, right: Float64Array): number => left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);

describe('principal axes', () => {
  test('are found where they were put, strongest first', () => {
    const [first, second] = principalAxes(turnedSamples(1, 500, [5, 2, 0.5]));
    expect(Math.abs(first?.direction[0] ?? 0)).toBeCloseTo(Math.cos(Math.PI / 6), 1);
    expect(Math.sqrt(first?.variance ?? 0)).toBeCloseTo(5, 0);
    expect(Math.sqrt(second?.variance ?? 0)).toBeCloseTo(2, 0);
  });

  test('stand at right angles and keep the whole variance, for few and many samples', () => {
    const shapes = fc.record({ count: fc.integer({ min: 2, max: 30 }), dims: fc.integer({ min: 2, max: 12 }), seed: fc.integer() });
    fc.assert(
      fc.property(shapes, ({ count, dims, seed }) => {
        const samples = turnedSamples(seed, count, Array<number>(dims).fill(1));
        const axes = principalAxes(samples);
        const total = samples.reduce((sum, row) => sum + dot(row, row), 0) / count;
        expect(axes.reduce((sum, { variance }) => sum + variance, 0)).toBeCloseTo(total, 6);
        const strong = axes.filter(({ variance }) => variance > total * 1e-6);
        expect(strong.length).toBeLessThanOrEqual(Math.min(count, dims));
        const worst = strong.flatMap((axis, index) =>
          strong.slice(index + 1).map((other) => Math.abs(dot(axis.direction, other.direction))),
        );
        expect(Math.max(0, ...worst)).toBeLessThan(1e-4);
      }),
      { numRuns: 40 },
    );
  });

  test('samples that are all alike have no variance', () => {
    expect(principalAxes([Float64Array.of(0, 0), Float64Array.of(0, 0)]).every(({ variance }) => variance === 0)).toBe(true);
  });
});

describe('whitening', () => {
  test('brings strong directions to about the same spread about a mean of zero', () => {
    const samples = turnedSamples(2, 400, [5, 3, 4, 0.01]).map((row) => row.map((value) => value + 7));
    const { mean, projection } = learnWhitening(samples, 3);
    const columns = [0, 1, 2].map((kept) =>
      samples.map((row) =>
        row.reduce((sum, value, column) => sum + (value - (mean[column] ?? 0)) * (projection[column * 3 + kept] ?? 0), 0),
      ),
    );
    for (const column of columns) {
      expect(column.reduce((sum, value) => sum + value, 0) / column.length).toBeCloseTo(0, 3);
      expect(column.reduce((sum, value) => sum + value ** 2, 0) / column.length).toBeCloseTo(0.93, 1);
    }
  });

  test('refuses to learn more directions than there are samples', () => {
    expect(() => learnWhitening(turnedSamples(3, 3, [1, 1, 1]), 3)).toThrow('Expected more than 3 samples but received 3.');
  });
});
