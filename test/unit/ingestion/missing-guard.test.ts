import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { refuseSuspiciousLoss, type RootCensus } from '../../../server/ingestion/missing-guard.js';

const census = (fields: Partial<RootCensus>): RootCensus => ({
  rootName: 'photos',
  known: 100,
  missing: 0,
  found: 100,
  isSameDisk: true,
  ...fields,
});
const stops = (fields: Partial<RootCensus>): boolean => {
  try {
    refuseSuspiciousLoss(census(fields));
    return false;
  } catch (error) {
    expect(error).toHaveProperty('code', 'UNAVAILABLE');
    expect(String(error)).toContain('--accept-missing');
    return true;
  }
};

describe('the guard against an unmounted disk', () => {
  test.each<[string, Partial<RootCensus>, boolean]>([
    ['nothing gone', {}, false],
    ['nothing gone from another disk', { isSameDisk: false }, false],
    ['an empty folder where files were known', { found: 0, missing: 3, known: 3 }, true],
    ['a single file that is gone and was all', { found: 0, missing: 1, known: 1 }, true],
    ['a few of a small root', { found: 15, missing: 15, known: 30 }, false],
    ['a fifth', { known: 1000, missing: 200, found: 800 }, false],
    ['a little more than a fifth', { known: 1000, missing: 201, found: 799 }, true],
    ['a few on another disk', { known: 100, missing: 20, found: 80, isSameDisk: false }, false],
    ['many on another disk', { known: 30, missing: 15, found: 15, isSameDisk: false }, true],
  ])('%s', (_name, fields, isStopped) => {
    expect(stops(fields)).toBe(isStopped);
  });

  test('never lets go of more than a fifth at once, unless that is 20 files or fewer', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.boolean(), (missing, left, isSameDisk) => {
        const known = missing + left;
        const isStopped = stops({ known, missing, found: left, isSameDisk });
        if (missing > Math.max(20, known / 5)) expect(isStopped).toBe(true);
        if (missing === 0) expect(isStopped).toBe(false);
        if (isStopped) expect(stops({ known, missing: Math.min(known, missing + 1), found: Math.max(0, left - 1), isSameDisk })).toBe(true);
      }),
    );
  });
});
