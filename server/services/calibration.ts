/**
 * How sure a score is, judged against what the same query scores on the rest of the archive.
 *
 * Background: median and median absolute deviation (robust against the hits themselves). Tail: the excesses over the 90th percentile
 * follow an exponential law (peaks over threshold, Pickands 1975, shape 0), fitted with everything above the 99th percentile censored,
 * so that true hits do not stretch it. Expected false hits at a score = archive size x tail probability.
 */

export type Band = 'strong' | 'likely' | 'guess';

/** What a query's scores mean in this archive. */
export interface Calibration {
  /** Where the tail of this query's scores stands out from the bulk: the default threshold. Hits between it and `likelyFrom` are guesses. */
  readonly cut: number;
  /** Scores from which a hit is strong, likely; null where the archive is too small to say. */
  readonly strongFrom: number | null;
  readonly likelyFrom: number | null;
}

/** Below this many scores no tail can be told from the bulk, so no band is claimed. */
export const MIN_BACKGROUND = 200;
const MOST_SORTED = 10_000;
const STRONG_FALSE_HITS = 0.01;
const LIKELY_FALSE_HITS = 1;
/** The default threshold lets in about ten chance hits, in small archives one in fifty pictures: a guess that is shown costs a glance. */
const MOST_GUESSED_FALSE_HITS = 10;
const GUESSED_SHARE = 0.02;
const TAIL_SHARE = 0.1;
const CENSORED_SHARE = 0.01;

/**
 * Calibrates one query. `scores`: cosine similarities of a sample of the archive (any order, not changed), `archiveSize`: how many
 * documents the answer was drawn from.
 */
export function calibrate(scores: Float32Array, archiveSize: number): Calibration {
  const sorted = thinned(scores).sort();
  if (sorted.length < MIN_BACKGROUND) return { cut: cutOfSmallArchive(sorted), strongFrom: null, likelyFrom: null };
  const tail = fitTail(sorted);
  const scoreAt = (falseHits: number): number => Math.min(0.98, tail(falseHits / archiveSize));
  const likelyFrom = scoreAt(LIKELY_FALSE_HITS);
  const guessed = Math.max(LIKELY_FALSE_HITS, Math.min(MOST_GUESSED_FALSE_HITS, archiveSize * GUESSED_SHARE));
  return { cut: scoreAt(guessed), likelyFrom, strongFrom: scoreAt(STRONG_FALSE_HITS) };
}

/** The band of a similarity; null where the archive is too small to say. */
export function bandOf(similarity: number, calibration: Calibration): Band | null {
  if (calibration.strongFrom === null || calibration.likelyFrom === null) return null;
  if (similarity >= calibration.strongFrom) return 'strong';
  return similarity >= calibration.likelyFrom ? 'likely' : 'guess';
}

/** Of scores in rising order: tells the score that chance reaches with a probability of at most a tenth. */
export function fitTail(sorted: Float32Array): (probability: number) => number {
  const tailStart = quantile(sorted, 1 - TAIL_SHARE);
  const scale = Math.max(tailScale(sorted, tailStart), 1e-4);
  return (probability) => tailStart + scale * Math.log(TAIL_SHARE / probability);
}

// Every so-many-th score is as good a sample as all of them, and sorting 100,000 would hold the event loop for 8 ms.
function thinned(scores: Float32Array): Float32Array {
  const stride = Math.ceil(scores.length / MOST_SORTED);
  return stride <= 1
    ? Float32Array.from(scores)
    : Float32Array.from({ length: Math.floor(scores.length / stride) }, (_, at) => scores[at * stride] ?? 0);
}

// Maximum likelihood of an exponential law with the top censored at the 99th percentile: all excess over the uncensored count.
function tailScale(sorted: Float32Array, tailStart: number): number {
  const ceiling = quantile(sorted, 1 - CENSORED_SHARE);
  const tail = sorted.subarray(Math.floor(sorted.length * (1 - TAIL_SHARE)));
  const excess = tail.reduce((sum, score) => sum + Math.min(score, ceiling) - tailStart, 0);
  const uncensored = tail.filter((score) => score < ceiling).length;
  return excess / Math.max(1, uncensored);
}

// A handful of pictures: show everything; up to MIN_BACKGROUND: what stands out from the median by 2.5 robust deviations.
function cutOfSmallArchive(sorted: Float32Array): number {
  if (sorted.length < 20) return -1;
  const median = quantile(sorted, 0.5);
  const deviations = sorted.map((score) => Math.abs(score - median)).sort();
  return Math.min(0.98, median + 2.5 * 1.4826 * quantile(deviations, 0.5));
}

/** Of scores in rising order, the one below which so large a share of them lies; 0 of none. */
export function quantile(sorted: Float32Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
