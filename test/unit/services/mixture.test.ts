import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mix, type MixedPart } from '../../../server/services/mixture.js';
import { randomNumbers } from '../../support/vectors.js';

const DOCUMENTS = 300;
/** The sum of four even draws is near enough to a bell. */
const scores = fc.integer({ min: 1, max: 1_000_000 }).map((seed) => {
  const random = randomNumbers(seed);
  return Float32Array.from({ length: DOCUMENTS }, () => (random() + random() + random() + random()) / 5);
});
const weight = fc.double({ min: 0.05, max: 1, noNaN: true });

function part(similarities: Float32Array, change: Partial<MixedPart> = {}): MixedPart {
  return { mode: 'more', weight: 1, similarities, background: similarities, ...change };
}

/** Places, the highest score first. */
function order(list: Float32Array): number[] {
  return Array.from(list.keys()).sort((a, b) => (list[b] ?? 0) - (list[a] ?? 0) || a - b);
}

function mixed(parts: readonly MixedPart[]): Float32Array {
  return mix(parts, DOCUMENTS).scores;
}

describe('a mixture', () => {
  test('of one part orders as that part does, within -1 and 1', () => {
    fc.assert(
      fc.property(scores, (similarities) => {
        const combined = mixed([part(similarities)]);
        const ordered = order(similarities).map((place) => combined[place] ?? 0);
        expect(ordered).toEqual(ordered.toSorted((a, b) => b - a));
        expect(ordered.every((score) => score >= -1 && score <= 1)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('does not care on what scale a part scores: words count as much as pictures', () => {
    fc.assert(
      fc.property(scores, scores, fc.double({ min: 0.05, max: 1, noNaN: true }), (picture, words, scale) => {
        const narrow = words.map((score) => score * scale * 0.1 + 0.2);
        const [wide, same] = [mixed([part(picture), part(words)]), mixed([part(picture), part(narrow)])];
        wide.forEach((score, place) => expect(same[place]).toBeCloseTo(score, 2));
      }),
      { numRuns: 50 },
    );
  });

  test('puts first what all its parts agree on', () => {
    const base = Float32Array.from({ length: DOCUMENTS }, (_, place) => ((place * 7919) % 101) / 400);
    const [picture, words] = [base.slice(), base.slice().reverse()];
    picture[5] = 0.8;
    picture[9] = 0.7;
    words[9] = 0.7;
    words[11] = 0.8;
    expect(order(mixed([part(picture), part(words)]))[0]).toBe(9);
    expect(order(mixed([part(picture), part(words, { weight: 0.01 })]))[0]).toBe(5);
  });

  test('is led by the part that stands out most, though another scores higher; never by what is not sought', () => {
    const picture = Float32Array.from({ length: DOCUMENTS }, (_, place) => 0.4 + ((place * 7919) % 101) / 400);
    const words = picture.map((score) => 0.2 + (score - 0.4) / 10);
    [picture[5], words[5]] = [0.5, 0.26];
    [picture[9], words[9]] = [0.95, 0.22];
    const unwanted = part(
      words.map((score) => score * 3),
      { mode: 'less' },
    );
    const { leading } = mix([part(words, { mode: 'not' }), unwanted, part(words), part(picture)], DOCUMENTS);
    expect([leading(5), leading(9)]).toEqual([2, 3]);
    expect(mix([unwanted, part(picture), part(words)], DOCUMENTS).leading(5)).toBe(2);
  });

  test('asked for less only takes away from what is like it', () => {
    fc.assert(
      fc.property(scores, scores, weight, (picture, unwanted, less) => {
        const total = 1 + less;
        const alone = mixed([part(picture)]).map((score) => Math.tanh(Math.atanh(Math.min(score, 0.999_999)) / total));
        const combined = mixed([part(picture), part(unwanted, { mode: 'less', weight: less })]);
        combined.forEach((score, place) => expect(score).toBeLessThanOrEqual((alone[place] ?? 0) + 1e-4));
      }),
      { numRuns: 50 },
    );
  });

  test('leaves out what is likely to be meant by NOT, and nothing of the bulk', () => {
    const picture = Float32Array.from({ length: DOCUMENTS }, (_, place) => ((place * 7919) % 101) / 400);
    const toys = picture.slice().reverse();
    for (const place of [3, 4, 5]) toys[place] = 0.85;
    const combined = mixed([part(picture), part(toys, { mode: 'not' })]);
    expect(Array.from(combined.keys()).filter((place) => combined[place] === -Infinity)).toEqual([3, 4, 5]);
  });

  test('in a handful of pictures NOT leaves out the same picture and no other', () => {
    const few = Float32Array.from([0.99, 0.7, 0.4]);
    expect(Array.from(mix([part(few), part(few, { mode: 'not' })], 3).scores, (score) => score === -Infinity)).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('of an empty archive is empty', () => {
    expect(mix([part(new Float32Array()), part(new Float32Array(), { mode: 'not' })], 0).scores).toHaveLength(0);
  });
});
