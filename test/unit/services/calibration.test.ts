import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bandOf, calibrate, MIN_BACKGROUND } from '../../../server/services/calibration.js';
import { randomNumbers } from '../../support/vectors.js';

const RANK = { strong: 2, likely: 1, guess: 0 } as const;

/** Scores of unrelated pictures: a bell around `centre`. */
function background(seed: number, { count, centre, spread }: { count: number; centre: number; spread: number }): Float32Array {
  const random = randomNumbers(seed);
  const bell = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Float32Array.from({ length: count }, () => Math.max(-1, Math.min(0.97, centre + spread * bell())));
}

const scene = fc.record({
  seed: fc.integer({ min: 0, max: 1e6 }),
  count: fc.integer({ min: MIN_BACKGROUND, max: 3000 }),
  centre: fc.double({ min: -0.2, max: 0.6, noNaN: true }),
  spread: fc.double({ min: 0.005, max: 0.12, noNaN: true }),
});

describe('calibrated scores', () => {
  test('fall into bands that only rise with the score', () => {
    fc.assert(
      fc.property(scene, fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2 }), ({ seed, ...rest }, scores) => {
        const calibration = calibrate(background(seed, rest), rest.count);
        const ranks = scores.toSorted((a, b) => a - b).map((score) => RANK[bandOf(score, calibration) ?? 'guess']);
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        expect(bandOf(1, calibration)).toBe('strong');
        const { cut, likelyFrom, strongFrom } = calibration;
        expect([-1, cut, likelyFrom, strongFrom, 0.98]).toEqual(
          [-1, cut, likelyFrom, strongFrom, 0.98].toSorted((a, b) => Number(a) - Number(b)),
        );
      }),
    );
  });

  test('let few unrelated pictures pass, whatever their level and spread', () => {
    fc.assert(
      fc.property(scene, ({ seed, ...rest }) => {
        const scores = background(seed, rest);
        const { cut, likelyFrom, strongFrom } = calibrate(scores, rest.count);
        const above = (from: number | null): number => scores.filter((score) => score >= (from ?? 1)).length;
        expect(above(cut)).toBeLessThanOrEqual(Math.min(30, 10 + 0.02 * rest.count));
        expect(above(likelyFrom)).toBeLessThanOrEqual(8);
        expect(above(strongFrom)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 200 },
    );
  });

  test('find hits that stand out, and the hits do not move the cut much', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 1, max: 10 }), ({ seed, ...rest }, hits) => {
        const shape = {
          ...rest,
          count: Math.max(1000, rest.count),
          centre: Math.min(0.2, rest.centre),
          spread: Math.min(0.06, rest.spread),
        };
        const alone = background(seed, shape);
        const planted = shape.centre + 10 * shape.spread;
        const withHits = Float32Array.from([...alone, ...new Array<number>(hits).fill(planted)]);
        const calibration = calibrate(withHits, withHits.length);
        expect(bandOf(planted, calibration)).toBe('strong');
        expect(Math.abs(calibration.cut - calibrate(alone, alone.length).cut)).toBeLessThan(shape.spread);
      }),
    );
  });

  test('ask for more in a larger archive', () => {
    const scores = background(7, { count: 2000, centre: 0.2, spread: 0.05 });
    expect(calibrate(scores, 1_000_000).cut).toBeGreaterThan(calibrate(scores, 2_000).cut);
  });

  test('do not depend on the order, and leave the scores as they are', () => {
    const scores = background(3, { count: 500, centre: 0.1, spread: 0.05 });
    const given = Float32Array.from(scores);
    expect(calibrate(scores.toReversed(), 500)).toEqual(calibrate(scores, 500));
    expect(scores).toEqual(given);
  });
});

describe('the scores of a small archive', () => {
  test('claim no band, and everything of a handful is shown', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { maxLength: MIN_BACKGROUND - 1 }), (list) => {
        const calibration = calibrate(Float32Array.from(list), list.length);
        expect(calibration).toMatchObject({ strongFrom: null, likelyFrom: null });
        expect(bandOf(1, calibration)).toBeNull();
        if (list.length < 20) expect(calibration.cut).toBe(-1);
        expect(calibration.cut).toBeLessThanOrEqual(0.98);
      }),
    );
  });

  test('all alike give a cut that all of them pass', () => {
    for (const count of [20, 100, 500]) {
      const { cut } = calibrate(new Float32Array(count).fill(0.5), count);
      expect(Number.isFinite(cut)).toBe(true);
      expect(cut).toBeGreaterThanOrEqual(0.5 - 1e-6);
      expect(cut).toBeLessThan(0.52);
    }
  });
});
