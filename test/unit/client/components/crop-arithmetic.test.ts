import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Hold } from '../../../../client/src/components/parts/crop-arithmetic.js';
import { moveHold, regionBetween, wayOfKey } from '../../../../client/src/components/parts/crop-arithmetic.js';
import { coverRegion, partBackground, SMALLEST_SIDE } from '../../../../client/src/composables/region.js';
import type { RegionInput } from '../../../../client/src/graphql/generated/operations.js';

const anywhere = fc.record({ x: fc.double({ min: -3, max: 3, noNaN: true }), y: fc.double({ min: -3, max: 3, noNaN: true }) });
const holds = fc.constantFrom<Hold[]>('nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w', 'all');

function expectInside({ x, y, width, height }: RegionInput): void {
  for (const [start, length] of [
    [x, width],
    [y, height],
  ] as const) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(start + length).toBeLessThanOrEqual(1 + 1e-9);
    expect(length).toBeGreaterThanOrEqual(SMALLEST_SIDE - 1e-4);
  }
}

describe('the rectangle of a crop', () => {
  test('stays inside the picture and large enough to be held, wherever it is drawn or dragged to', () => {
    fc.assert(
      fc.property(anywhere, anywhere, fc.array(fc.tuple(holds, anywhere), { maxLength: 8 }), (from, to, ways) => {
        let region = regionBetween(from, to);
        expectInside(region);
        for (const [hold, way] of ways) {
          region = moveHold(region, hold, way);
          expectInside(region);
        }
      }),
    );
  });

  test('moves as a whole without changing its size, and by a corner without moving the opposite one', () => {
    const region = { x: 0.2, y: 0.2, width: 0.4, height: 0.4 };
    expect(moveHold(region, 'all', { x: 0.9, y: -0.1 })).toEqual({ x: 0.6, y: 0.1, width: 0.4, height: 0.4 });
    expect(moveHold(region, 'nw', { x: 0.1, y: -0.1 })).toEqual({ x: 0.3, y: 0.1, width: 0.3, height: 0.5 });
    expect(moveHold(region, 'e', { x: 0.1, y: 0.7 })).toEqual({ x: 0.2, y: 0.2, width: 0.5, height: 0.4 });
    expect([wayOfKey('ArrowUp', 0.01), wayOfKey('Enter', 0.01)]).toEqual([{ x: 0, y: -0.01 }, null]);
  });

  test('is seen in a box of another shape without being stretched', () => {
    // Half the width of a picture twice as wide as high is a square; in a box twice as wide as high its middle band is seen.
    expect(coverRegion({ x: 0.5, y: 0, width: 0.5, height: 1 }, 2, 2)).toEqual({ x: 0.5, y: 0.25, width: 0.5, height: 0.5 });
    expect(coverRegion(null, 2, 1)).toEqual({ x: 0.25, y: 0, width: 0.5, height: 1 });
    expect(partBackground('/a b', { x: 0.25, y: 0, width: 0.5, height: 1 })).toEqual({
      backgroundImage: 'url("/a%20b")',
      backgroundSize: '200% 100%',
      backgroundPosition: '50% 50%',
    });
  });
});
