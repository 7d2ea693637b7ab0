import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { scrubberMarks, scrubberYears } from '../../../../../client/src/components/grid/scrubber-marks.js';

const timeline = fc
  .array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 300 })
  .map((counts) => counts.map((count, i) => ({ month: monthBack(i), count })));
const heights = fc.integer({ min: 200, max: 2000 });

function monthBack(steps: number): string {
  const index = 2026 * 12 + 11 - steps;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

describe('scrubber', () => {
  test('ticks are merged under 4 px, in order, inside the track and 4 to 22 px long', () => {
    fc.assert(
      fc.property(timeline, heights, (months, height) => {
        const marks = scrubberMarks(months, height);
        marks.slice(1).forEach((mark, i) => expect(mark.top - (marks[i]?.top ?? 0)).toBeGreaterThanOrEqual(4));
        for (const mark of marks) {
          expect(mark.top).toBeGreaterThanOrEqual(0);
          expect(mark.top).toBeLessThan(height);
          expect(mark.length).toBeGreaterThanOrEqual(4);
          expect(mark.length).toBeLessThanOrEqual(22);
        }
      }),
    );
  });

  test('years run downwards, keep 18 px apart and no tick crosses their name', () => {
    fc.assert(
      fc.property(timeline, heights, (months, height) => {
        const years = scrubberYears(months, height);
        years.slice(1).forEach((year, i) => {
          expect(year.top - (years[i]?.top ?? 0)).toBeGreaterThanOrEqual(18);
          expect(Number(year.year)).toBeLessThan(Number(years[i]?.year));
        });
        for (const mark of scrubberMarks(months, height)) {
          for (const year of years) expect(Math.abs(mark.top - year.top)).toBeGreaterThanOrEqual(10);
        }
      }),
    );
  });

  test('a busy year is taller than a quiet one', () => {
    const months = [
      { month: '2024-06', count: 8000 },
      { month: '2023-06', count: 1000 },
      { month: '2022-06', count: 1000 },
    ];
    const tops = scrubberYears(months, 1000).map((year) => year.top);
    expect(tops).toEqual([8, 808, 908]);
  });

  test('an empty timeline has neither years nor ticks', () => {
    expect(scrubberYears([], 500)).toEqual([]);
    expect(scrubberMarks([], 500)).toEqual([]);
  });
});
