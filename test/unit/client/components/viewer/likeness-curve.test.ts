import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { likenessCurve } from '../../../../../client/src/components/viewer/likeness-curve.js';

const scores = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2, maxLength: 64 });
const points = (line: string): number[][] =>
  line
    .slice(1)
    .split(' L')
    .map((point) => point.split(' ').map(Number));

describe('The curve over the frames of a video', () => {
  test('goes through the middle of every frame, the higher the more like, and stays in its box', () => {
    fc.assert(
      fc.property(scores, (similarities) => {
        const drawn = points(likenessCurve(similarities, null)?.line ?? '');
        const inner = drawn.slice(1, -1);
        expect(inner).toHaveLength(similarities.length);
        expect([drawn[0]?.[0], drawn.at(-1)?.[0]]).toEqual([0, 100]);
        const [best = -1, worst = -1] = [similarities.indexOf(Math.max(...similarities)), similarities.indexOf(Math.min(...similarities))];
        expect(inner[best]?.[1]).toBeLessThanOrEqual(inner[worst]?.[1] ?? 0);
        for (const [x = -1, top = -1] of drawn) expect([x >= 0 && x <= 100, top >= 0 && top <= 100]).toEqual([true, true]);
      }),
    );
  });

  test('shows where likely hits begin, also where no frame comes near', () => {
    expect(likenessCurve([0.2, 0.6, 0.4], 0.4)?.cutTop).toBe(50);
    expect(likenessCurve([0.2, 0.3], 0.9)?.cutTop).toBe(8);
    expect(likenessCurve([0.2, 0.3], null)?.cutTop).toBeNull();
  });

  test('is not drawn where a frame was not compared, nor of one frame', () => {
    expect(likenessCurve([0.2, undefined, 0.3], null)).toBeNull();
    expect(likenessCurve([0.2], null)).toBeNull();
  });
});
