import type { Region } from '../media/analysis.js';

/** Other documents this near are the same picture (a copy, a re-encode): no threshold hides them (promise 1). */
export const SAME_PICTURE_SIMILARITY = 0.98;

/** A document that was found, with the best evidence for it. */
export interface Candidate {
  readonly documentId: string;
  readonly similarity: number;
  readonly region: Region | null;
  readonly frameMs: number | null;
  /** Of a mixture: its cosine with each part that has a vector. */
  readonly cosines?: readonly number[];
  /** Of a mixture, whose scores are no cosines: it is the same picture as one that was asked for. */
  readonly isSamePicture?: boolean;
}

/** The bounds of an answer: cosine from which hits pass, and how many rows it may have, the query's own included. */
export interface AnswerBounds {
  readonly threshold: number;
  readonly topK: number;
}

/**
 * The candidates (best first, without the query's own document) that the answer shows beside the query: those that pass the threshold or
 * are the same picture, as many as fit.
 */
export function pickHits<T extends Candidate>(candidates: readonly T[], bounds: AnswerBounds, queryRows: number): T[] {
  const room = Math.max(0, bounds.topK - queryRows);
  return candidates.filter((candidate) => passes(candidate, bounds.threshold)).slice(0, room);
}

/** The five best where not one passes the threshold, even if `topK` left it no room; else none. */
export function pickNextBest<T extends Candidate>(candidates: readonly T[], threshold: number): T[] {
  return candidates.some((candidate) => passes(candidate, threshold)) ? [] : candidates.slice(0, 5);
}

function passes({ similarity, isSamePicture = similarity >= SAME_PICTURE_SIMILARITY }: Candidate, threshold: number): boolean {
  return similarity >= threshold || isSamePicture;
}

/** Counts of scores in bins of one hundredth; bin i reaches from `low + i * width`. */
export interface ScoreHistogram {
  readonly low: number;
  readonly width: number;
  readonly counts: number[];
}

const BINS_BELOW_1 = 100;

/** Counts the scores; `scale` multiplies the counts when the scores are a sample. */
export function histogramOf(scores: Float32Array, scale: number): ScoreHistogram {
  const counts = new Uint32Array(2 * BINS_BELOW_1);
  for (const score of scores) {
    // A score of 1 belongs to the last bin.
    const bin = Math.min(counts.length - 1, Math.max(0, Math.floor(score * BINS_BELOW_1) + BINS_BELOW_1));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const first = Math.max(
    0,
    counts.findIndex((count) => count > 0),
  );
  const shown = Array.from(counts.subarray(first), (count) => Math.round(count * scale));
  return { low: (first - BINS_BELOW_1) / BINS_BELOW_1, width: 1 / BINS_BELOW_1, counts: scores.length > 0 ? shown : [] };
}
