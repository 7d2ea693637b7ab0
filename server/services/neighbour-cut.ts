import { calibrate, quantile } from './calibration.js';
import { SAME_PICTURE_SIMILARITY } from './ranking.js';

/** Fewer scores have no bulk to stand out from. */
const FEWEST_SCORES = 20;
const NEARER_SHARE = 1 / 3;
/** Robust deviations above the median; what that finds is measured in docs/labels.md. */
const DEVIATIONS = 4;
const BELL = 1.4826;

/**
 * The similarity from which a picture is so like an example that what is said of the one is proposed for the other: the band of likely hits.
 * Where the archive is too small for bands, what stands far out of the bulk; in a handful of pictures, the nearer third.
 * `scores`: the example's similarities to a sample of the archive of `archiveSize` pictures.
 */
export function neighbourCut(scores: Float32Array, archiveSize: number): number {
  const { likelyFrom } = calibrate(scores, archiveSize);
  if (likelyFrom !== null) return likelyFrom;
  const sorted = scores.toSorted();
  if (sorted.length < FEWEST_SCORES) return quantile(sorted, 1 - NEARER_SHARE);
  const median = quantile(sorted, 0.5);
  const deviations = sorted.map((score) => Math.abs(score - median)).sort();
  return Math.min(SAME_PICTURE_SIMILARITY, median + DEVIATIONS * BELL * quantile(deviations, 0.5));
}
