import { describe, expect, test } from '@jest/globals';
import { isSamePicture, type Likeness } from '../../../server/ingestion/same-picture.js';
import { nearVector, randomNumbers, unitVector } from '../../support/vectors.js';

const random = randomNumbers(11);
const vector = unitVector(random, 64);
const old: Likeness = { vector, perceptualHash: 'ff00ff00ff00ff00' };
const near = nearVector(random, vector, 0.1);
const far = unitVector(random, 64);

describe('a changed file', () => {
  test.each<[string, Likeness, boolean]>([
    ['unchanged', old, true],
    ['of a near vector and a hash of 6 bits away', { vector: near, perceptualHash: 'ff00ff00ff00ff3f' }, true],
    ['of a near vector and a hash of 7 bits away', { vector: near, perceptualHash: 'ff00ff00ff00ff7f' }, false],
    ['of another vector under the same hash', { vector: far, perceptualHash: old.perceptualHash }, false],
  ])('%s', (_name, candidate, isSame) => {
    expect(isSamePicture(old, [candidate])).toBe(isSame);
  });

  test('is the same picture when any of its orientations is, but hash and vector must be of one', () => {
    const turned = { vector: far, perceptualHash: '0000000000000000' };
    expect(isSamePicture(old, [turned, old])).toBe(true);
    expect(
      isSamePicture(old, [
        { ...turned, vector },
        { ...old, vector: far },
      ]),
    ).toBe(false);
    expect(isSamePicture(old, [])).toBe(false);
  });
});
