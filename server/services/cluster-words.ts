import { setImmediate } from 'node:timers/promises';
import { dotProduct } from '../dot-product.js';
import type { TextEncoder } from '../models/embedding-model.js';
import { unitMean } from '../models/unit-vector.js';
import type { LabelRepository } from '../repositories/label.repository.js';
import { background, type Background } from './calibration.js';
import { BACKGROUND_PICTURES, FEWEST_PICTURES } from './label-calibration.js';
import { LABEL_WORDS, promptsOf } from './label-words.js';
import type { RegisteredModel } from './model-registry.js';

/** A cluster by its centre, of length 1, and the mean cosine of its pictures to it. */
export interface CentredCluster {
  readonly centroid: Float32Array;
  readonly cohesion: number;
}

/** A word, and what it scores on the pictures of the archive. */
interface KnownWord extends Background {
  readonly word: string;
  readonly vector: Float32Array;
}

/** More words than that say less. */
const MOST_WORDS = 3;
/** How far a word must stand above what is usual for it. With 3 as with 4 nine of ten words were right (see the test of shared pictures). */
const LEAST_Z = 3;
const SHARE_OF_BEST = 0.8;

/**
 * Words that clusters look like: those of the list of labels whose texts are nearest, judged by how far each stands above its own median over
 * pictures of the archive (promise 10), so that no word is everybody's.
 */
export class ClusterWords {
  private known: { readonly modelId: number; readonly doublings: number; readonly words: Promise<readonly KnownWord[]> } | null = null;
  private readyModel: number | null = null;

  constructor(private readonly labels: Pick<LabelRepository, 'background' | 'countPictures'>) {}

  /** Whether words of a model were read, which takes a large text encoder half a minute once. */
  isReady({ id }: RegisteredModel): boolean {
    return this.readyModel === id;
  }

  /** At most three words for each cluster, the surest first; none without a text encoder and in an archive that is too small to judge. */
  async suggest(clusters: readonly CentredCluster[], model: RegisteredModel): Promise<string[][]> {
    const words = await this.read(model);
    const suggested: string[][] = [];
    for (const cluster of clusters) {
      suggested.push(wordsOf(cluster, words));
      await setImmediate();
    }
    return suggested;
  }

  // What is usual is known better with every doubling of the archive, until the background is full.
  private async read({ id: modelId, encoder }: RegisteredModel): Promise<readonly KnownWord[]> {
    const pictures = encoder.texts ? await this.labels.countPictures(modelId) : 0;
    if (!encoder.texts || pictures < FEWEST_PICTURES) return [];
    const doublings = Math.floor(Math.log2(Math.min(pictures, BACKGROUND_PICTURES)));
    if (this.known?.modelId !== modelId || this.known.doublings !== doublings) {
      this.known = { modelId, doublings, words: this.judge(encoder.texts, modelId) };
    }
    const { known } = this;
    try {
      const words = await known.words;
      this.readyModel = modelId;
      return words;
    } catch (error) {
      if (this.known === known) this.known = null;
      throw error;
    }
  }

  private async judge(texts: TextEncoder, modelId: number): Promise<KnownWord[]> {
    const pictures = await this.labels.background(modelId, BACKGROUND_PICTURES);
    const words: KnownWord[] = [];
    for (const word of LABEL_WORDS) {
      const vector = unitMean(await texts.embedTexts(promptsOf(word)));
      words.push({ word, vector, ...background(Float32Array.from(pictures, (picture) => dotProduct(picture, vector))) });
    }
    return words;
  }
}

// Cohesion times centroid is the mean of the pictures as they are, so the score is the mean of theirs: as high as the background's, where
// the score of the centroid alone would rise for every word with the number of pictures.
function wordsOf({ centroid, cohesion }: CentredCluster, words: readonly KnownWord[]): string[] {
  const standing = words
    .map(({ word, vector, median, scale }) => ({ word, scale, height: cohesion * dotProduct(centroid, vector) - median }))
    .filter(({ height, scale }) => height >= LEAST_Z * scale)
    .sort((a, b) => b.height - a.height);
  const best = standing[0]?.height ?? 0;
  return standing
    .filter(({ height }) => height >= SHARE_OF_BEST * best)
    .slice(0, MOST_WORDS)
    .map(({ word }) => word);
}
