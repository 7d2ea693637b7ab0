import { describe, expect, test } from '@jest/globals';
import { LABEL_WORDS, promptsOf } from '../../../server/services/label-words.js';
import { ClusterWords, type CentredCluster } from '../../../server/services/cluster-words.js';
import { profileOf } from '../../../server/services/cluster-profile.js';
import type { RegisteredModel } from '../../../server/services/model-registry.js';
import { nearVector, randomNumbers, unitVector } from '../../support/vectors.js';

const DIMS = 64;
const random = randomNumbers(3);
const texts = new Map(LABEL_WORDS.flatMap((word) => [[promptsOf(word)[0] ?? '', unitVector(random, DIMS)] as const]));
const vectorOf = (word: string): Float32Array => texts.get(promptsOf(word)[0] ?? '') ?? new Float32Array(DIMS);
const pictures = Array.from({ length: 120 }, () => unitVector(random, DIMS));

/** An archive of these pictures under a model that knows words, or none; `embedded` counts the words that were read. */
function wordsOver(background: readonly Float32Array[]): { words: ClusterWords; model: RegisteredModel; embedded: () => number } {
  let embedded = 0;
  const embedTexts = async (prompts: readonly string[]) => {
    embedded += 1;
    return prompts.map(() => texts.get(prompts[0] ?? '') ?? new Float32Array(DIMS));
  };
  const labels = { countPictures: async () => background.length, background: async () => [...background] };
  const model = { id: 1, encoder: { texts: { embedTexts } } } as unknown as RegisteredModel;
  return { words: new ClusterWords(labels), model, embedded: () => embedded };
}

function clusterNear(centre: Float32Array, noise: number): CentredCluster {
  const vectors = Array.from({ length: 12 }, () => nearVector(random, centre, noise));
  return profileOf(vectors.map(String), vectors);
}

describe('what a cluster looks like', () => {
  test('the words its pictures are nearest to are said, the surest first, and none of a cluster of anything', async () => {
    const { words, model } = wordsOver(pictures);
    const beach = vectorOf('beach');
    const both = beach.map((value, at) => value + 0.95 * (vectorOf('sunset')[at] ?? 0));
    const length = Math.hypot(...both);
    const found = await words.suggest(
      [
        clusterNear(beach, 0.6),
        clusterNear(
          both.map((value) => value / length),
          0.3,
        ),
        profileOf(pictures.map(String), pictures),
      ],
      model,
    );
    expect(found[0]?.[0]).toBe('beach');
    expect(found[1]?.toSorted()).toEqual(['beach', 'sunset']);
    expect(found[2]).toEqual([]);
  });

  test('a word that is near every picture of the archive is said of no cluster', async () => {
    const usual = vectorOf('dog');
    const { words, model } = wordsOver(pictures.map((picture) => nearVector(random, usual, 0.7 + (picture[0] ?? 0))));
    const [found] = await words.suggest([clusterNear(usual, 0.7)], model);
    expect(found).not.toContain('dog');
  });

  test('the words are read once, and by nobody where there is no text encoder or hardly a picture', async () => {
    const { words, model, embedded } = wordsOver(pictures);
    expect(words.isReady(model)).toBe(false);
    await Promise.all([words.suggest([], model), words.suggest([clusterNear(vectorOf('cat'), 0.5)], model)]);
    expect(embedded()).toBe(LABEL_WORDS.length);
    expect(words.isReady(model)).toBe(true);
    const few = wordsOver(pictures.slice(0, 10));
    expect(await few.words.suggest([clusterNear(vectorOf('cat'), 0.1)], few.model)).toEqual([[]]);
    const blind = { id: 1, encoder: { texts: null } } as unknown as RegisteredModel;
    expect(await words.suggest([clusterNear(vectorOf('cat'), 0.1)], blind)).toEqual([[]]);
    expect(few.embedded()).toBe(0);
  });
});
