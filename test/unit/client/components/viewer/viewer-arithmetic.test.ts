import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { likenessScale } from '../../../../../client/src/components/viewer/likeness-scale.js';
import { describeTaken } from '../../../../../client/src/components/viewer/taken.js';
import { partOf } from '../../../../../client/src/composables/query-parts.js';
import { FITTED, fittedSize, withinStage, zoomAt } from '../../../../../client/src/components/viewer/zoom-arithmetic.js';

const side = fc.integer({ min: 100, max: 6000 });
const size = fc.record({ width: side, height: side });
const point = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });

describe('zoom and pan', () => {
  test('a fitted picture keeps its shape and lies inside the stage', () => {
    fc.assert(
      fc.property(size, size, (picture, stage) => {
        const fitted = fittedSize(picture, stage);
        expect(fitted.width).toBeLessThanOrEqual(stage.width + 1e-6);
        expect(fitted.height).toBeLessThanOrEqual(stage.height + 1e-6);
        expect(fitted.width / fitted.height).toBeCloseTo(picture.width / picture.height, 6);
      }),
    );
  });

  test('what lies under the pointer stays under it', () => {
    fc.assert(
      fc.property(point, fc.double({ min: 1.01, max: 3, noNaN: true }), (at, factor) => {
        const zoom = zoomAt(FITTED, factor, { point: at, largest: 8 });
        expect((at.x - zoom.x) / zoom.scale).toBeCloseTo(at.x, 6);
        expect((at.y - zoom.y) / zoom.scale).toBeCloseTo(at.y, 6);
      }),
    );
  });

  test('no gap opens beside a picture that is larger than the stage, and zooming out ends fitted in the middle', () => {
    fc.assert(
      fc.property(fc.tuple(size, size), point, fc.double({ min: 1, max: 8, noNaN: true }), ([picture, stage], at, scale) => {
        const fitted = fittedSize(picture, stage);
        const zoom = withinStage({ scale, x: at.x * 9, y: at.y * 9 }, fitted, stage);
        expect(Math.abs(zoom.x) * 2).toBeLessThanOrEqual(Math.max(0, fitted.width * scale - stage.width) + 1e-6);
        expect(Math.abs(zoom.y) * 2).toBeLessThanOrEqual(Math.max(0, fitted.height * scale - stage.height) + 1e-6);
        const out = withinStage(zoomAt(zoom, 0.01, { point: at, largest: 8 }), fitted, stage);
        expect([out.scale, Math.abs(out.x), Math.abs(out.y)]).toEqual([1, expect.closeTo(0, 6), expect.closeTo(0, 6)]);
      }),
    );
  });
});

describe('the time a picture was taken', () => {
  test('is shown as exactly as it is known, on the wall clock of the place', () => {
    const at = '2012-07-14T15:42:07-07:00';
    expect(describeTaken(at, 'SECOND')).toBe('Sat 14 July 2012, 15:42 −07:00');
    expect(describeTaken('2012-07-14T23:59:59.250', 'MILLISECOND')).toBe('Sat 14 July 2012, 23:59');
    expect(describeTaken(at, 'DAY')).toBe('Sat 14 July 2012');
    expect(describeTaken(at, 'MONTH')).toBe('July 2012');
    expect(describeTaken(at, 'YEAR')).toBe('2012');
    expect(describeTaken('2012-07-14T15:42:07Z', 'UNKNOWN')).toBe('Sat 14 July 2012, 15:42 UTC');
    expect(describeTaken('long ago', 'UNKNOWN')).toBe('long ago');
  });
});

describe('the scale of likeness', () => {
  const evidence = {
    similarity: 0.83,
    likelyFrom: 0.79,
    strongFrom: 0.88,
    asked: [partOf('id', 'a')],
  };

  test('bands and hit stand in order between its ends', () => {
    const similarity = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(similarity, fc.boolean(), (value, isText) => {
        const scale = likenessScale({ ...evidence, similarity: value, asked: [partOf(isText ? 'text' : 'id', 'beach')] });
        for (const share of [scale?.likely, scale?.strong, scale?.here]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(scale?.likely).toBeLessThan(scale?.strong ?? 0);
      }),
    );
  });

  test('is not drawn where the archive is too small to say', () => {
    expect(likenessScale({ ...evidence, likelyFrom: null })).toBeNull();
  });
});
