import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MapView } from '../../../../../client/src/components/map/map-view.js';
import {
  MOST_ZOOM,
  onMap,
  onStage,
  panBy,
  seenArea,
  sideOf,
  viewToQuery,
  WHOLE,
  within,
  zoomAt,
} from '../../../../../client/src/components/map/map-view.js';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const views: fc.Arbitrary<MapView> = fc.record({ x: share, y: share, zoom: fc.double({ min: 1, max: MOST_ZOOM, noNaN: true }) });
const stages = fc.record({ width: fc.integer({ min: 100, max: 4_000 }), height: fc.integer({ min: 100, max: 4_000 }) });
const places = fc.record({ x: share, y: share });

describe('the view of the map', () => {
  test('a place of the map comes back from the stage', () => {
    fc.assert(
      fc.property(views, stages, places, (view, stage, place) => {
        const back = onMap(view, stage, onStage(view, stage, place));
        expect(back.x).toBeCloseTo(place.x, 9);
        expect(back.y).toBeCloseTo(place.y, 9);
      }),
    );
  });

  test('what lies under the pointer stays there while zooming, and zooming back gives the same view', () => {
    // On a very long stage the edge of the map would come into the middle.
    const usual = fc.record({ width: fc.integer({ min: 600, max: 1_200 }), height: fc.integer({ min: 600, max: 1_200 }) });
    const inner = fc.record({ x: fc.double({ min: 0.3, max: 0.7, noNaN: true }), y: fc.double({ min: 0.3, max: 0.7, noNaN: true }) });
    fc.assert(
      fc.property(inner, usual, fc.double({ min: 1.01, max: 20, noNaN: true }), (middle, stage, factor) => {
        const view = { ...middle, zoom: 20 };
        const at = { x: stage.width * 0.3, y: stage.height * 0.6 };
        const nearer = zoomAt(view, stage, { factor, at });
        const held = onStage(nearer, stage, onMap(view, stage, at));
        expect(Math.hypot(held.x - at.x, held.y - at.y)).toBeLessThan(1e-6 * stage.width * nearer.zoom);
        const back = zoomAt(nearer, stage, { factor: 1 / factor, at });
        expect([back.x, back.y, back.zoom].map((value) => value.toFixed(9))).toEqual(
          [view.x, view.y, view.zoom].map((value) => value.toFixed(9)),
        );
      }),
    );
  });

  test('moving there and back gives the same view, exactly by the pixels moved', () => {
    const stage = { width: 1_000, height: 800 };
    const view = { x: 0.5, y: 0.5, zoom: 8 };
    const moved = panBy(view, stage, { x: 30, y: -20 });
    const middle = onStage(moved, stage, view);
    expect([middle.x, middle.y]).toEqual([expect.closeTo(530, 9), expect.closeTo(380, 9)]);
    expect(panBy(moved, stage, { x: -30, y: 20 })).toEqual({ ...view, x: expect.closeTo(0.5, 12), y: expect.closeTo(0.5, 12) });
  });

  test('never leaves its bounds', () => {
    const wild = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(wild, wild, wild, (x, y, zoom) => {
        const view = within({ x, y, zoom });
        expect(view.x >= 0 && view.x <= 1 && view.y >= 0 && view.y <= 1 && view.zoom >= 1 && view.zoom <= MOST_ZOOM).toBe(true);
      }),
    );
  });

  test('as a whole shows all of the map on any stage', () => {
    fc.assert(
      fc.property(stages, (stage) => {
        expect(seenArea(WHOLE, stage)).toEqual({ from: { x: 0, y: 0 }, to: { x: 1, y: 1 } });
        expect(sideOf(WHOLE, stage)).toBeLessThan(Math.min(stage.width, stage.height));
      }),
    );
  });

  test('stands in the address to a pixel', () => {
    expect(viewToQuery(WHOLE)).toEqual({ x: undefined, y: undefined, zoom: undefined });
    fc.assert(
      fc.property(views, (view) => {
        const stage = { width: 3_000, height: 2_000 };
        const { x = '0.5', y = '0.5', zoom = '1' } = viewToQuery(view);
        const read = { x: Number(x), y: Number(y), zoom: Number(zoom) };
        const middle = onStage(read, stage, view);
        expect(Math.hypot(middle.x - 1_500, middle.y - 1_000)).toBeLessThan(1);
        expect(read.zoom / view.zoom).toBeCloseTo(1, 3);
      }),
    );
  });
});
