import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { keptRegionOf, regionElement, tidyRegion } from '../../../server/media/kept-region.js';

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const region = fc.record({ x: fraction, y: fraction, width: fraction, height: fraction });

describe('a part of a picture that is kept', () => {
  test('lies in the picture, is large enough, and is the same when it is tidied again or read from its name', () => {
    fc.assert(
      fc.property(region, (given) => {
        const tidy = tidyRegion(given);
        if (!tidy) return;
        expect(tidyRegion(tidy)).toEqual(tidy);
        expect(keptRegionOf(regionElement(tidy), { name: 'x' })).toEqual({ region: tidy, name: 'x' });
        expect(Math.max(tidy.x + tidy.width, tidy.y + tidy.height)).toBeLessThanOrEqual(1 + 1e-9);
        expect(Math.min(tidy.width, tidy.height)).toBeGreaterThanOrEqual(0.01);
        for (const key of ['x', 'y', 'width', 'height'] as const) expect(Math.abs(tidy[key] - given[key])).toBeLessThan(0.0002);
      }),
    );
  });

  test('is refused where it is outside, too small, or no number', () => {
    const whole = { x: 0, y: 0, width: 1, height: 1 };
    expect(tidyRegion(whole)).toEqual(whole);
    for (const wrong of [{ x: -0.01 }, { x: 0.1 }, { y: Number.NaN }, { width: 0.009 }, { height: -1 }, { height: Infinity }])
      expect(tidyRegion({ ...whole, ...wrong })).toBeNull();
  });

  test('has a name or none, and is none where it was said that it is not kept', () => {
    expect(keptRegionOf('0,0,1,1', { name: null })).toMatchObject({ name: null });
    expect(keptRegionOf('0,0,1,1', false)).toBeNull();
  });
});
