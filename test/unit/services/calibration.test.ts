import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { background, bandOf, calibrate, MIN_BACKGROUND, standingOf } from '../../../server/services/calibration.js';
import { randomNumbers } from '../../support/vectors.js';

const RANK = { strong: 2, likely: 1, guess: 0 } as const;

/** Scores of unrelated pictures: a bell around `centre`. */
function bell(seed: number, { count, centre, spread }: { count: number; centre: number; spread: number }): Float32Array {
  const random = randomNumbers(seed);
  const next = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Float32Array.from({ length: count }, () => Math.max(-1, Math.min(0.97, centre + spread * next())));
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
        const calibration = calibrate(bell(seed, rest), rest.count);
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
        const scores = bell(seed, rest);
        const { cut, likelyFrom, strongFrom } = calibrate(scores, rest.count);
        const above = (from: number | null): number => scores.filter((score) => score >= (from ?? 1)).length;
        expect(above(cut)).toBeLessThanOrEqual(25);
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
        const alone = bell(seed, shape);
        const planted = shape.centre + 10 * shape.spread;
        const withHits = Float32Array.from([...alone, ...new Array<number>(hits).fill(planted)]);
        const calibration = calibrate(withHits, withHits.length);
        expect(bandOf(planted, calibration)).toBe('strong');
        expect(Math.abs(calibration.cut - calibrate(alone, alone.length).cut)).toBeLessThan(shape.spread);
      }),
    );
  });

  test('ask for more in a larger archive', () => {
    const scores = bell(7, { count: 2000, centre: 0.2, spread: 0.05 });
    expect(calibrate(scores, 1_000_000).cut).toBeGreaterThan(calibrate(scores, 2_000).cut);
  });

  test('do not depend on the order, and leave the scores as they are', () => {
    const scores = bell(3, { count: 500, centre: 0.1, spread: 0.05 });
    const given = Float32Array.from(scores);
    expect(calibrate(scores.toReversed(), 500)).toEqual(calibrate(scores, 500));
    expect(scores).toEqual(given);
  });
});

describe('the standing of a score', () => {
  const scores = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2, maxLength: 20 });

  test('expects fewer false hits the higher the score is, and more of them in a larger archive', () => {
    fc.assert(
      fc.property(scene, scores, ({ seed, ...rest }, list) => {
        const calibration = calibrate(bell(seed, rest), rest.count);
        const rising = list.toSorted((a, b) => a - b).map((score) => standingOf(score, calibration));
        const expected = rising.map((standing) => -(standing?.expectedFalse ?? Infinity));
        expect(expected).toEqual(expected.toSorted((a, b) => a - b));
        const deviations = rising.map((standing) => standing?.z);
        expect(deviations).toEqual(deviations.toSorted((a, b) => Number(a) - Number(b)));
        const larger = standingOf(0.9, calibrate(bell(seed, rest), 10 * rest.count))?.expectedFalse;
        expect(larger).toBeCloseTo(10 * (standingOf(0.9, calibration)?.expectedFalse ?? NaN), 5);
      }),
      { numRuns: 30 },
    );
  });

  test('agrees with the bands: likely from one false hit on, strong from a hundredth', () => {
    fc.assert(
      fc.property(scene, ({ seed, ...rest }) => {
        const calibration = calibrate(bell(seed, rest), rest.count);
        for (const [from, falseHits] of [[calibration.likelyFrom, 1] as const, [calibration.strongFrom, 0.01] as const]) {
          if (from === null || from >= 0.98) continue;
          expect(Math.log(standingOf(from, calibration)?.expectedFalse ?? NaN)).toBeCloseTo(Math.log(falseHits), 3);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('does not depend on the order of the scores', () => {
    fc.assert(
      fc.property(scene, fc.double({ min: -1, max: 1, noNaN: true }), ({ seed, ...rest }, score) => {
        const given = bell(seed, rest);
        const turned = calibrate(given.toReversed(), rest.count);
        expect(standingOf(score, turned)).toEqual(standingOf(score, calibrate(given, rest.count)));
      }),
      { numRuns: 30 },
    );
  });

  test('counts robust deviations from the median, whatever a tenth of the scores is', () => {
    const scores = bell(11, { count: 1000, centre: 0.2, spread: 0.05 });
    const planted = scores.map((score, at) => (at % 10 === 0 ? 0.9 : score));
    expect(background(planted).median).toBeCloseTo(0.2, 1);
    expect(background(planted).scale).toBeCloseTo(0.055, 2);
    expect(standingOf(0.45, calibrate(scores, 1000))?.z).toBeCloseTo(5, 0);
  });

  // Copies of one picture are a share of a small archive; the cut must stay below them.
  test('leaves hits above the cut though they are a twentieth of a small archive', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 60, max: 400 }), fc.integer({ min: 1, max: 20 }), ({ seed, ...rest }, count, share) => {
        const shape = { ...rest, count, centre: Math.min(0.2, rest.centre), spread: Math.min(0.06, rest.spread) };
        const planted = shape.centre + 10 * shape.spread;
        const hits = new Array<number>(Math.ceil((count * share) / 400)).fill(planted);
        const all = Float32Array.from([...bell(seed, shape), ...hits]);
        expect(calibrate(all, all.length).cut).toBeLessThan(planted);
      }),
      { numRuns: 30 },
    );
  });

  test('is steadied by what is known of such queries, as by so many excesses more', () => {
    const scores = bell(5, { count: 300, centre: 0.2, spread: 0.05 });
    const alone = calibrate(scores, 300).tail;
    const known = calibrate(scores, 300, { scale: 0.1, weight: 20 }).tail;
    const [own, excesses] = [alone?.scale ?? NaN, alone?.excesses ?? NaN];
    expect(known?.scale).toBeCloseTo((own * excesses + 0.1 * 20) / (excesses + 20), 6);
    expect(calibrate(scores, 300, { scale: 0.1, weight: 0 })).toEqual(calibrate(scores, 300));
  });
});

describe('expected false hits on backgrounds of a known law', () => {
  // The share of a law above a score, and a score of it for a uniform number.
  const LAWS = {
    exponential: (share: number) => 0.1 - 0.03 * Math.log(share),
    'twice as long a tail beyond the highest fifth': (share: number) =>
      share > 0.2 ? 0.1 - 0.03 * Math.log(share) : 0.1 - 0.03 * Math.log(0.2) - 0.06 * Math.log(share / 0.2),
    bell: (share: number) => 0.1 + 0.05 * upperBell(share),
  } as const;
  const said = (law: keyof typeof LAWS, count: number, falseHits: number): number => {
    const ratios = Array.from({ length: Math.min(40, 200_000 / count) }, (_, seed) => {
      const random = randomNumbers(1 + seed);
      const scores = Float32Array.from({ length: count }, () => LAWS[law](1 - random()));
      const standing = standingOf(LAWS[law](falseHits / count), calibrate(scores, count));
      return (standing?.expectedFalse ?? NaN) / falseHits;
    });
    return Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
  };

  test.each([
    [200, 2],
    [2_000, 1.2],
    [20_000, 1.1],
  ])('are those of an exponential tail: of %i scores within a factor of %d in the mean, at ten, one and a hundredth', (count, factor) => {
    for (const law of ['exponential', 'twice as long a tail beyond the highest fifth'] as const) {
      const factors = [10, 1, 0.01].map((falseHits) => Math.abs(Math.log(said(law, count, falseHits))));
      expect(Math.max(...factors)).toBeLessThan(Math.log(factor));
    }
  });

  // A bell falls faster than its fitted tail: the error is on the safe side, and grows the farther out it is asked.
  test.each([
    [200, 2.5, 30],
    [2_000, 5, 60],
    [20_000, 15, 250],
  ])(
    'of %i scores in a bell are too many rather than too few: up to %d-fold at one, %d-fold at a hundredth',
    (count, atOne, atHundredth) => {
      for (const [falseHits, most] of [[1, atOne] as const, [0.01, atHundredth] as const]) {
        expect(said('bell', count, falseHits)).toBeGreaterThan(0.7);
        expect(said('bell', count, falseHits)).toBeLessThan(most);
      }
    },
  );
});

// The score that a share of a bell lies above (Abramowitz and Stegun 26.2.23, to 4.5e-4).
function upperBell(share: number): number {
  if (share > 0.5) return -upperBell(1 - share);
  const t = Math.sqrt(-2 * Math.log(share));
  return t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
}

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
