import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ScrollExtent } from '../../../../../client/src/components/grid/scaled-scroll.js';
import {
  MAX_BOX_PX,
  anchorFor,
  boxHeight,
  isAdrift,
  maxVirtual,
  virtualAt,
} from '../../../../../client/src/components/grid/scaled-scroll.js';

const extents: fc.Arbitrary<ScrollExtent> = fc.record({
  contentHeight: fc.oneof(fc.integer({ min: 0, max: 9_000_000 }), fc.integer({ min: 9_000_000, max: 120_000_000 })),
  viewHeight: fc.integer({ min: 300, max: 2160 }),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('scaled scroll', () => {
  test('the box never grows beyond what a browser can draw', () => {
    fc.assert(fc.property(extents, (extent) => expect(boxHeight(extent)).toBeLessThanOrEqual(MAX_BOX_PX)));
  });

  test('every virtual offset is reachable: its anchor leads back to it', () => {
    fc.assert(
      fc.property(extents, share, (extent, at) => {
        const virtual = at * maxVirtual(extent);
        const anchor = anchorFor(virtual, extent);
        expect(anchor.box).toBeGreaterThanOrEqual(0);
        expect(anchor.box).toBeLessThanOrEqual(Math.max(0, boxHeight(extent) - extent.viewHeight));
        expect(Math.abs(virtualAt(anchor.box, anchor, extent) - virtual)).toBeLessThan(1);
      }),
    );
  });

  test('whatever the anchor, scrolling down never goes up and both ends are reached', () => {
    fc.assert(
      fc.property(extents, share, fc.array(share, { minLength: 2, maxLength: 30 }), (extent, at, stops) => {
        const anchor = anchorFor(at * maxVirtual(extent), extent);
        const end = Math.max(0, boxHeight(extent) - extent.viewHeight);
        const offsets = stops.map((stop) => stop * end).sort((a, b) => a - b);
        const virtuals = offsets.map((offset) => virtualAt(offset, anchor, extent));
        virtuals.slice(1).forEach((virtual, i) => expect(virtual).toBeGreaterThanOrEqual((virtuals[i] ?? 0) - 1e-6));
        expect(virtualAt(0, anchor, extent)).toBe(0);
        if (end > 0) expect(virtualAt(end, anchor, extent)).toBe(maxVirtual(extent));
      }),
    );
  });

  test('an anchor moved by a corrected estimate stays monotone and reaches both ends', () => {
    fc.assert(
      fc.property(extents, share, fc.integer({ min: -5000, max: 5000 }), (extent, at, shift) => {
        const rest = anchorFor(at * maxVirtual(extent), extent);
        const moved = { box: rest.box, virtual: Math.min(maxVirtual(extent), Math.max(0, rest.virtual + shift)) };
        const end = Math.max(0, boxHeight(extent) - extent.viewHeight);
        let before = -1;
        for (let step = 0; step <= 50; step++) {
          const virtual = virtualAt((step / 50) * end, moved, extent);
          expect(virtual).toBeGreaterThanOrEqual(before - 1e-6);
          before = virtual;
        }
        if (end > 0) expect(before).toBe(maxVirtual(extent));
      }),
    );
  });

  test('a wheel step moves the pictures by as many pixels, however large the archive', () => {
    const extent = { contentHeight: 45_000_000, viewHeight: 900 };
    for (const virtual of [10_000, 700_000, 22_500_000, 44_000_000]) {
      const anchor = anchorFor(virtual, extent);
      expect(virtualAt(anchor.box + 100, anchor, extent) - virtualAt(anchor.box, anchor, extent)).toBeCloseTo(100);
      expect(isAdrift(anchor.box, virtual, extent)).toBe(false);
    }
  });

  test('below the cap the box is scrolled as it is', () => {
    const extent = { contentHeight: 2_000_000, viewHeight: 900 };
    const anchor = anchorFor(123_456, extent);
    expect(anchor).toEqual({ box: 123_456, virtual: 123_456 });
    expect(virtualAt(777_777, anchor, extent)).toBe(777_777);
    expect(isAdrift(123_456, 123_500, extent)).toBe(true);
  });
});
