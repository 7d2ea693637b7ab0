import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RowOptions } from '../../../../../client/src/components/grid/justified-layout.js';
import { boundedAspect, estimateRowsHeight, layoutRows } from '../../../../../client/src/components/grid/justified-layout.js';

const aspects = fc.array(fc.double({ min: 0.05, max: 20, noNaN: true }), { maxLength: 300 }).map((list) => Float32Array.from(list));
const options: fc.Arbitrary<RowOptions> = fc.record({
  width: fc.integer({ min: 320, max: 3840 }),
  targetHeight: fc.constantFrom(118, 168, 196),
  gap: fc.constantFrom(2, 4),
  keepsLastRow: fc.boolean(),
});

interface Tile {
  left: number;
  top: number;
  right: number;
  height: number;
}

function rowsOf(list: Float32Array, settings: RowOptions): Tile[][] {
  const layout = layoutRows(list, settings);
  const rows = new Map<number, Tile[]>();
  for (let i = 0; i < list.length; i++) {
    const left = layout.lefts[i] ?? NaN;
    const tile = { left, top: layout.tops[i] ?? NaN, right: left + (layout.widths[i] ?? NaN), height: layout.heights[i] ?? NaN };
    rows.set(tile.top, [...(rows.get(tile.top) ?? []), tile]);
  }
  return [...rows.values()];
}

describe('justified rows', () => {
  test('every row but a last one fills the width within a pixel', () => {
    fc.assert(
      fc.property(aspects, options, (list, settings) => {
        for (const row of rowsOf(list, settings).slice(0, -1)) {
          expect(Math.abs((row.at(-1)?.right ?? 0) - settings.width)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('pictures keep their order, never overlap and keep the gap', () => {
    fc.assert(
      fc.property(aspects, options, (list, settings) => {
        const rows = rowsOf(list, settings);
        let bottom = -settings.gap;
        for (const row of rows) {
          expect(row[0]?.left).toBe(0);
          expect(row[0]?.top).toBe(bottom + settings.gap);
          row.slice(1).forEach((tile, i) => expect(tile.left).toBe((row[i]?.right ?? NaN) + settings.gap));
          bottom = (row[0]?.top ?? 0) + (row[0]?.height ?? 0);
        }
        expect(rows.flat()).toHaveLength(list.length);
      }),
    );
  });

  test('nothing reaches beyond the width and heights stay within bounds', () => {
    fc.assert(
      fc.property(aspects, options, (list, settings) => {
        for (const tile of rowsOf(list, settings).flat()) {
          expect(tile.right).toBeLessThanOrEqual(settings.width + 1);
          expect(tile.height).toBeGreaterThanOrEqual(Math.min(settings.targetHeight / 3, settings.width / 4) - 1);
          expect(tile.height).toBeLessThanOrEqual(settings.targetHeight * 3 + 1);
        }
      }),
    );
  });

  test('the height of all rows is where the last one ends', () => {
    fc.assert(
      fc.property(aspects, options, (list, settings) => {
        const layout = layoutRows(list, settings);
        const last = list.length - 1;
        expect(layout.height).toBe(list.length === 0 ? 0 : (layout.tops[last] ?? 0) + (layout.heights[last] ?? 0));
      }),
    );
  });

  test('the last row of a month is never stretched beyond the target', () => {
    fc.assert(
      fc.property(aspects, options, (list, settings) => {
        const last = rowsOf(list, { ...settings, keepsLastRow: true }).at(-1)?.[0];
        expect(last?.height ?? 0).toBeLessThanOrEqual(settings.targetHeight);
      }),
    );
  });

  test('ordinary photos give rows near the target', () => {
    const list = Float32Array.from({ length: 500 }, (_, i) => [1.5, 1.333, 0.667, 0.75, 1.778][(i * 7) % 5] ?? 1);
    const heights = rowsOf(list, { width: 1172, targetHeight: 196, gap: 4, keepsLastRow: false }).map((row) => row[0]?.height ?? 0);
    expect(Math.min(...heights)).toBeGreaterThan(196 * 0.8);
    expect(Math.max(...heights)).toBeLessThan(196 * 1.25);
  });

  test('a file that says nothing sensible about its shape is drawn as 4:3', () => {
    expect([0, -1, NaN, Infinity].map(boundedAspect)).toEqual([4 / 3, 4 / 3, 4 / 3, 4 / 3]);
    expect([0.01, 1.5, 90].map(boundedAspect)).toEqual([1 / 3, 1.5, 4]);
  });

  test('the estimate before loading lies near the truth for a usual mix', () => {
    const list = Float32Array.from({ length: 500 }, (_, i) => [1.5, 1.333, 0.667, 0.75, 1.778][(i * 3) % 5] ?? 1);
    const mean = list.reduce((sum, aspect) => sum + aspect, 0) / list.length;
    const settings = { width: 1172, targetHeight: 196, gap: 4 };
    const truth = layoutRows(list, { ...settings, keepsLastRow: true }).height;
    expect(Math.abs(estimateRowsHeight(list.length, mean, settings) - truth) / truth).toBeLessThan(0.08);
    expect(estimateRowsHeight(0, mean, settings)).toBe(0);
  });
});
