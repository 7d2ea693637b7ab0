import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Histogram } from '../../../../../client/src/components/similar/histogram.js';
import { bandAt, barsOf, placeOf, rangeOf, stretchesOf, ticksOf } from '../../../../../client/src/components/similar/histogram.js';

const histogram = (counts: number[], change: Partial<Histogram> = {}): Histogram => ({
  low: 0.3,
  width: 0.01,
  counts,
  isEstimated: false,
  cut: 0.6,
  strongFrom: 0.77,
  likelyFrom: 0.68,
  ...change,
});

describe('the histogram of scores', () => {
  test('every bar lies inside the plot, whatever the counts', () => {
    const counts = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(counts, (given) => {
        const drawn = histogram(given, { low: 1 - given.length * 0.01 });
        for (const bar of barsOf(drawn, rangeOf(drawn), -1)) {
          expect(bar.left).toBeGreaterThanOrEqual(0);
          expect(bar.left + bar.width).toBeLessThanOrEqual(1 + 1e-9);
          expect(bar.height).toBeGreaterThan(0);
          expect(bar.height).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('the range begins at the tenth below the lowest scores and ends at 1', () => {
    expect(rangeOf(histogram([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 9, 3]))).toEqual({ low: 0.4, high: 1 });
    expect(rangeOf(histogram([]))).toEqual({ low: 0, high: 1 });
  });

  test('bars below the lowest hit are estimated only where the histogram is', () => {
    const counts = [4, 4, 4];
    const range = { low: 0.3, high: 1 };
    expect(barsOf(histogram(counts, { isEstimated: true }), range, 0.325).map((bar) => bar.isEstimated)).toEqual([true, true, false]);
    expect(barsOf(histogram(counts), range, 0.325).map((bar) => bar.isEstimated)).toEqual([false, false, false]);
  });

  test('bands begin where the query was calibrated and are not claimed for a small archive', () => {
    expect([0.8, 0.7, 0.5].map((score) => bandAt(score, histogram([])))).toEqual(['STRONG', 'LIKELY', 'GUESS']);
    expect(bandAt(0.8, { strongFrom: null, likelyFrom: null })).toBeNull();
    expect(stretchesOf(0.5, { strongFrom: null, likelyFrom: null })).toEqual([]);
  });

  test('the coloured stretches cover the plot from the threshold to 1 without a gap', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.99, noNaN: true }), (threshold) => {
        const stretches = stretchesOf(threshold, histogram([]));
        expect(stretches[0]?.from).toBe(threshold);
        expect(stretches.at(-1)?.to).toBe(1);
        stretches.slice(1).forEach((stretch, index) => expect(stretch.from).toBe(stretches[index]?.to));
      }),
    );
  });

  test('ticks stand at both ends and between', () => {
    expect(ticksOf({ low: 0.3, high: 1 })).toEqual([0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(ticksOf({ low: -1, high: 1 }).at(-1)).toBe(1);
    expect(placeOf(0.65, { low: 0.3, high: 1 })).toBeCloseTo(0.5);
  });
});
