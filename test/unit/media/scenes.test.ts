import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findCuts, MAX_MOMENTS, MAX_SAMPLES, pickMoments, planScan, SAMPLE_EDGE, type Cut } from '../../../server/media/scenes.js';
import { randomNumbers } from '../../support/vectors.js';

const BYTES = SAMPLE_EDGE ** 2 * 3;
const durations = fc.integer({ min: 1, max: 100_000_000 });
const videos = durations.chain((durationMs) =>
  fc.record({
    durationMs: fc.constant(durationMs),
    cuts: fc.array(fc.record({ ms: fc.integer({ min: 0, max: durationMs }), distance: fc.double({ min: 0.5, max: 2, noNaN: true }) }), {
      maxLength: 80,
    }),
  }),
);

/** A small picture of noise, of its own for each seed. */
function picture(seed: number): Uint8Array {
  const random = randomNumbers(seed);
  return Uint8Array.from({ length: BYTES }, () => Math.floor(random() * 200));
}

function samplesOf(pictures: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(pictures.flatMap((each) => [...each]));
}

describe('the moments of a video', () => {
  test('are those of a steady rate where nothing changes', () => {
    expect(pickMoments(0, [])).toEqual([0]);
    expect(pickMoments(6_000, [])).toEqual([1_000, 3_000, 5_000]);
    expect(pickMoments(36_000_000, [])).toHaveLength(MAX_MOMENTS / 2);
  });

  test('lie in the middle of every scene, and of its parts where it is long', () => {
    const cuts = [2_500, 5_000, 7_500, 10_000].map((ms) => ({ ms, distance: 1 }));
    const parts = [0, 2_500, 5_000, 7_500, 10_000].flatMap((start) => [start + 625, start + 1_875]);
    expect(pickMoments(12_500, cuts)).toEqual(parts);
    expect(pickMoments(3_000, [{ ms: 1_500, distance: 1 }])).toEqual([750, 2_250]);
  });

  test('are in order, inside it, each once, and never more than 64', () => {
    fc.assert(
      fc.property(videos, ({ durationMs, cuts }) => {
        const moments = pickMoments(durationMs, cuts);
        expect(moments.length).toBeGreaterThan(0);
        expect(moments.length).toBeLessThanOrEqual(MAX_MOMENTS);
        expect(moments.every((ms, index) => Number.isInteger(ms) && ms < durationMs && ms > (moments[index - 1] ?? -1))).toBe(true);
      }),
    );
  });

  test('leave no stretch longer than the step without one, whatever the cuts', () => {
    fc.assert(
      fc.property(videos, ({ durationMs, cuts }) => {
        const step = Math.max(2_000, durationMs / (MAX_MOMENTS / 2));
        const moments = pickMoments(durationMs, cuts);
        const gaps = moments.map((ms, index) => ms - (moments[index - 1] ?? -step / 2));
        expect(Math.max(...gaps, durationMs - (moments.at(-1) ?? 0) + step / 2)).toBeLessThanOrEqual(step + 2);
      }),
    );
  });

  test('show every scene of half a second or more, as long as there are at most 32', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 500, max: 30_000 }), { minLength: 1, maxLength: 32 }), (lengths) => {
        const ends = lengths.map((_, index) => lengths.slice(0, index + 1).reduce((sum, length) => sum + length, 0));
        const moments = pickMoments(
          ends.at(-1) ?? 0,
          ends.slice(0, -1).map((ms) => ({ ms, distance: 1 })),
        );
        const isSeen = ends.map((end, index) => moments.some((ms) => ms >= (ends[index - 1] ?? 0) && ms < end));
        expect(isSeen).toEqual(ends.map(() => true));
      }),
    );
  });

  test('lie between the strongest cuts where there are too many, and one cut is left of a flash', () => {
    const weak: Cut[] = Array.from({ length: 90 }, (_, index) => ({ ms: (index + 1) * 1_000, distance: 0.6 }));
    expect(pickMoments(100_000, [...weak, { ms: 95_500, distance: 2 }, { ms: 97_000, distance: 2 }])).toContain(96_250);
    const flash = [1_000, 1_250].map((ms) => ({ ms, distance: 1 }));
    expect(pickMoments(2_000, flash)).toEqual([500, 1_500]);
  });
});

describe('changes of scene', () => {
  test('are found where the picture becomes another, also in the dark, and not where the light changes', () => {
    const dark = (each: Uint8Array): Uint8Array => each.map((byte) => 20 + byte / 6);
    const [beach, forest] = [picture(1), picture(2)];
    const brighter = beach.map((byte) => 20 + byte * 1.1);
    const film = samplesOf([beach, brighter, beach, forest, forest, dark(forest), dark(forest), dark(beach)]);
    expect(findCuts(film, 250).map(({ ms }) => ms)).toEqual([750, 1_750]);
  });

  test('are none in pictures of one colour with some noise, in one picture, and in none', () => {
    const random = randomNumbers(5);
    const noisy = (): Uint8Array => Uint8Array.from({ length: BYTES }, () => 100 + Math.floor(random() * 4));
    expect(findCuts(samplesOf([noisy(), noisy(), noisy()]), 250)).toEqual([]);
    expect(findCuts(picture(1), 250)).toEqual([]);
    expect(findCuts(new Uint8Array(0), 250)).toEqual([]);
  });

  test('T11: are looked for in at most 2,000 pictures, and among keyframes only where decoding all would take long', () => {
    fc.assert(
      fc.property(durations, (durationMs) => {
        const { everyMs } = planScan({ width: 1920, height: 1080, durationMs });
        expect(everyMs).toBeGreaterThanOrEqual(250);
        expect(durationMs / everyMs).toBeLessThanOrEqual(MAX_SAMPLES);
      }),
    );
    expect(planScan({ width: 1920, height: 1080, durationMs: 15_000 })).toEqual({ everyMs: 250, keyframesOnly: false });
    expect(planScan({ width: 3840, height: 2160, durationMs: 15_000 })).toEqual({ everyMs: 250, keyframesOnly: true });
  });
});
