import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calibrateLabels, confidentWords, FEWEST_PICTURES, MOST_LABELS } from '../../../server/services/label-calibration.js';
import { randomNumbers } from '../../support/vectors.js';

const WORDS = 80;
const scene = fc.record({
  seed: fc.integer({ min: 0, max: 1e6 }),
  pictures: fc.integer({ min: FEWEST_PICTURES, max: 200 }),
  centre: fc.double({ min: -0.1, max: 0.5, noNaN: true }),
  spread: fc.double({ min: 0.005, max: 0.08, noNaN: true }),
});

/** Similarities of pictures that show none of the words; some words are nearer to all pictures than others. */
function unrelated({ seed, pictures, centre, spread }: { seed: number; pictures: number; centre: number; spread: number }): Float32Array[] {
  const random = randomNumbers(seed);
  const bell = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const levels = Float32Array.from({ length: WORDS }, () => centre + 3 * spread * bell());
  return Array.from({ length: pictures }, () => levels.map((level) => level + spread * bell()));
}

/** The same picture with some words lifted by so much. */
function showing(picture: Float32Array, words: readonly number[], height: number): Float32Array {
  return picture.map((score, word) => (words.includes(word) ? score + height : score));
}

describe('confident words', () => {
  test('are few where pictures show nothing of the list, whatever the level and spread of the model', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const pictures = unrelated(given);
        const calibration = calibrateLabels(pictures);
        const labels = pictures.flatMap((picture) => confidentWords(picture, calibration));
        expect(labels.length / pictures.length).toBeLessThanOrEqual(0.5);
      }),
      { numRuns: 30 },
    );
  });

  test('are those that stand out, the highest above its usual level first, and not the ones that are near every picture', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 0, max: WORDS - 1 }), (given, word) => {
        const [picture = new Float32Array(), ...others] = unrelated(given);
        const calibration = calibrateLabels(others);
        const labels = confidentWords(showing(picture, [word], 20 * given.spread), calibration);
        expect(labels[0]?.word).toBe(word);
      }),
      { numRuns: 30 },
    );
  });

  test('are found though a third of the pictures show them', () => {
    const pictures = unrelated({ seed: 5, pictures: 150, centre: 0.2, spread: 0.02 });
    const archive = pictures.map((picture, index) => (index % 3 === 0 ? showing(picture, [7], 0.3) : picture));
    const calibration = calibrateLabels(archive);
    const labelled = archive.map((picture) => confidentWords(picture, calibration).some(({ word }) => word === 7));
    expect(labelled).toEqual(archive.map((_, index) => index % 3 === 0));
  });

  test(`are at most ${MOST_LABELS}, and carry the similarity as it was`, () => {
    const [picture = new Float32Array(), ...others] = unrelated({ seed: 9, pictures: 120, centre: 0.2, spread: 0.02 });
    const shown = showing(picture, [1, 2, 3, 4, 5, 6, 7], 0.5);
    const labels = confidentWords(shown, calibrateLabels(others));
    expect(labels).toHaveLength(MOST_LABELS);
    for (const { word, similarity } of labels) expect(similarity).toBe(shown[word]);
  });

  test('are none of a picture like all others, and none of nothing', () => {
    const same = Array.from({ length: FEWEST_PICTURES }, () => new Float32Array([0.2, 0.4, 0.1]));
    expect(confidentWords(new Float32Array([0.2, 0.4, 0.1]), calibrateLabels(same))).toEqual([]);
    expect(confidentWords(new Float32Array(), calibrateLabels([]))).toEqual([]);
  });
});
