import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseByteRange } from '../../../server/rest/byte-range.js';

describe('a range of a file', () => {
  test.each<[string | undefined, ReturnType<typeof parseByteRange>]>([
    [undefined, null],
    ['', null],
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=90-200', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-1000', { start: 0, end: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=-', null],
    ['bytes=9-3', null],
    ['bytes=0-1,5-6', null],
    ['items=0-9', null],
    ['bytes=0x1-9', null],
    ['bytes=1e1-', null],
    ['bytes= 0-9', null],
    ['bytes=99999999999999999999-', 'unsatisfiable'],
  ])('%s of 100 bytes', (header, range) => {
    expect(parseByteRange(header, 100)).toEqual(range);
  });

  test('never leaves the file, whatever is asked', () => {
    const part = fc.oneof(fc.constant(''), fc.nat(300).map(String));
    const header = fc.oneof(
      fc.tuple(part, part).map(([first, last]) => `bytes=${first}-${last}`),
      fc.string(),
    );
    fc.assert(
      fc.property(header, fc.nat(200), (asked, bytes) => {
        const range = parseByteRange(asked, bytes);
        if (range === null || range === 'unsatisfiable') return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThan(bytes);
        expect(range.start).toBeLessThanOrEqual(range.end);
      }),
      { numRuns: 500 },
    );
  });

  test('of an empty file cannot be satisfied', () => {
    for (const header of ['bytes=0-0', 'bytes=0-', 'bytes=-1']) expect(parseByteRange(header, 0)).toBe('unsatisfiable');
  });
});
