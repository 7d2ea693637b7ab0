import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  agoParts,
  datesOf,
  formatBytes,
  formatClock,
  formatDay,
  formatScore,
  formatSeconds,
} from '../../../../client/src/composables/format.js';

describe('formats', () => {
  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [6_100_000, '6.1 MB'],
    [999_960, '1 MB'],
    [412e9, '412 GB'],
  ])('%d bytes read %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

  test.each([
    [0, '0:00'],
    [42_000, '0:42'],
    [68_500, '1:08'],
    [4_085_000, '1:08:05'],
  ])('%d ms read %s', (ms, text) => expect(formatClock(ms)).toBe(text));

  test.each([
    [12, '12 s'],
    [164, '2 min 44 s'],
    [3600, '1 h'],
    [11_100, '3 h 5 min'],
    [7190, '2 h'],
  ])('%d seconds read %s', (seconds, text) => expect(formatSeconds(seconds)).toBe(text));

  test('a score below 1 never reads as 1.00 and its digits are within half a hundredth', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 0.999999, noNaN: true }), (score) => {
        expect(formatScore(score)).not.toBe('1.00');
        expect(Math.abs(Number(formatScore(score)) - score)).toBeLessThanOrEqual(0.01);
      }),
    );
    expect([formatScore(1), formatScore(-0.001)]).toEqual(['1.00', '0.00']);
  });

  test('a day is read from a local date or time without moving through a time zone', () => {
    expect([formatDay('2012-07-14T23:59:59'), formatDay('2012-07-14'), formatDay('soon')]).toEqual(['14 Jul 2012', '14 Jul 2012', 'soon']);
  });

  test('whole years are shortened, days are not', () => {
    expect([datesOf('2009-01-01', '2024-12-31'), datesOf('2012-07-14', null)]).toEqual([
      { from: '2009', to: '2024' },
      { from: '14 Jul 2012', to: null },
    ]);
  });

  test('how long ago is said in the largest unit up to days', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    expect(
      ['2026-11-22T11:59:30Z', '2026-11-22T11:18:00Z', '2026-11-22T04:00:00Z', '2026-11-20T11:00:00Z', '2026-01-02T00:00:00Z'].map((at) =>
        agoParts(at, now),
      ),
    ).toEqual([
      { unit: 'now', n: 0 },
      { unit: 'minutes', n: 42 },
      { unit: 'hours', n: 8 },
      { unit: 'days', n: 2 },
      { unit: 'date', text: '2 Jan 2026' },
    ]);
  });
});
