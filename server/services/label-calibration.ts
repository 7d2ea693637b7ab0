/**
 * Which words a picture may be labelled with, judged against what they score on other pictures of the same archive under the same model
 * (promise 10: no constant of one model). Some words are near every picture, so a word counts by how far it stands above its own median.
 * From which height on is read off the tail of all such heights, and the word must stand out of its own scores too. Few words are then left
 * of a picture: those near its best.
 */
import { fitTail, quantile } from './calibration.js';

/** Fewer pictures tell nothing about what is usual for a word. */
export const FEWEST_PICTURES = 60;
/** As many pictures as the background is taken of: with 550 words a quarter of a million scores, judged in 180 ms. */
export const BACKGROUND_PICTURES = 500;
/** More words than that say less. */
export const MOST_LABELS = 5;
/** Words that chance is expected to lift above the cut, per picture; what words really mean is in that tail too, so fewer do. */
const CHANCE_WORDS = 0.5;
const LIKELIEST_CHANCE = 0.01;
const FEWEST_DEVIATIONS = 3;
/** Of a median absolute deviation, to be that of a bell. */
const BELL = 1.4826;
const SHARE_OF_BEST = 0.8;

/** Per word, its usual similarity and the one from which it is believed. */
export interface LabelCalibration {
  readonly usual: Float32Array;
  readonly from: Float32Array;
}

/** A word that a picture is labelled with: its index in the list, and the similarity of the two. */
export interface ConfidentWord {
  readonly word: number;
  readonly similarity: number;
}

/** Learns from the similarities [words] of each background picture, at least FEWEST_PICTURES of them. */
export function calibrateLabels(background: readonly Float32Array[]): LabelCalibration {
  const words = background[0]?.length ?? 0;
  const usual = new Float32Array(words);
  const deviation = new Float32Array(words);
  const heights = new Float32Array(words * background.length);
  for (let word = 0; word < words; word += 1) {
    const scores = Float32Array.from(background, (picture) => picture[word] ?? 0).sort();
    const median = quantile(scores, 0.5);
    usual[word] = median;
    deviation[word] = BELL * quantile(scores.map((score) => Math.abs(score - median)).sort(), 0.5);
    heights.set(
      scores.map((score) => score - median),
      word * background.length,
    );
  }
  const height = fitTail(heights.sort())(Math.min(LIKELIEST_CHANCE, CHANCE_WORDS / words));
  return { usual, from: usual.map((median, word) => median + Math.max(height, FEWEST_DEVIATIONS * (deviation[word] ?? 0))) };
}

/** The words of a picture with these similarities [words], the surest first, at most MOST_LABELS; none where nothing stands out. */
export function confidentWords(similarities: Float32Array, { usual, from }: LabelCalibration): ConfidentWord[] {
  const heightOf = (word: number): number => (similarities[word] ?? 0) - (usual[word] ?? 0);
  const best = similarities.reduce((most, _, word) => Math.max(most, heightOf(word)), 0);
  return Array.from(similarities, (similarity, word) => ({ word, similarity }))
    .filter(({ word, similarity }) => similarity >= (from[word] ?? Infinity) && heightOf(word) >= SHARE_OF_BEST * best)
    .sort((a, b) => heightOf(b.word) - heightOf(a.word) || a.word - b.word)
    .slice(0, MOST_LABELS);
}
