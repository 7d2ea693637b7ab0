/**
 * How sure a score is, judged against what the same query scores on the rest of the archive.
 *
 * Background: median and median absolute deviation (robust against the hits themselves). Tail: the excesses over the 90th percentile
 * follow an exponential law (peaks over threshold, Pickands 1975, shape 0), fitted with everything above the 99th percentile censored,
 * so that true hits do not stretch it. Expected false hits at a score = archive size x tail probability.
 */

export type Band = 'strong' | 'likely' | 'guess';

/** The bulk of a query's scores: their median, and their median absolute deviation scaled to be the standard deviation of a bell. */
export interface Background {
  readonly median: number;
  readonly scale: number;
}

/** What is known of such queries before this one is asked. */
export interface TailPrior {
  /** Scale of the tail, as a multiple of the scale of the bulk. */
  readonly tailRatio: number;
  /** As many excesses as it counts for. */
  readonly weight: number;
}

/** How far a score stands out: in robust deviations above the median, and how many pictures of this archive chance lifts as high. */
export interface Standing {
  readonly z: number;
  readonly expectedFalse: number;
}

/** What a query's scores mean in this archive. */
export interface Calibration extends Background {
  /** Where the tail of this query's scores stands out from the bulk: the default threshold. Hits between it and `likelyFrom` are guesses. */
  readonly cut: number;
  /** Scores from which a hit is strong, likely; null where the archive is too small to say. */
  readonly strongFrom: number | null;
  readonly likelyFrom: number | null;
  /** How often chance reaches a score; null where the archive is too small to say. */
  readonly tail: Tail | null;
  readonly archiveSize: number;
}

/** The law of a query's scores: as counted up to `start`, which a tenth of them reaches, and exponential above. */
export interface Tail {
  /** In rising order. */
  readonly scores: Float32Array;
  readonly start: number;
  readonly scale: number;
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
/** Of a median absolute deviation, to be that of a bell. */
const BELL = 1.4826;
/** Scores that are all alike have no scale, and nothing can be divided by it. */
const LEAST_SCALE = 1e-4;

/**
 * Calibrates one query. `scores`: cosine similarities of a sample of the archive (any order, not changed), `archiveSize`: how many
 * documents the answer was drawn from.
 */
export function calibrate(scores: Float32Array, archiveSize: number, prior?: TailPrior): Calibration {
  const sorted = thinned(scores).sort();
  const bulk = bulkOf(sorted);
  if (sorted.length < MIN_BACKGROUND) {
    return { ...bulk, archiveSize, cut: cutOfSmallArchive(sorted, bulk), strongFrom: null, likelyFrom: null, tail: null };
  }
  const tail = tailOf(sorted, prior && { scale: prior.tailRatio * bulk.scale, weight: prior.weight });
  const scoreAt = (falseHits: number): number => Math.min(0.98, reachedBy(tail, falseHits / archiveSize));
  const guessed = Math.max(LIKELY_FALSE_HITS, Math.min(MOST_GUESSED_FALSE_HITS, archiveSize * GUESSED_SHARE));
  return {
    ...bulk,
    archiveSize,
    tail,
    cut: scoreAt(guessed),
    likelyFrom: scoreAt(LIKELY_FALSE_HITS),
    strongFrom: scoreAt(STRONG_FALSE_HITS),
  };
}

/** Median and robust scale of a query's scores over the archive (any order, not changed). */
export function background(scores: Float32Array): Background {
  return bulkOf(thinned(scores).sort());
}

/** Where a similarity stands among the scores of the archive; null where the archive is too small to say. */
export function standingOf(similarity: number, { median, scale, tail, archiveSize }: Calibration): Standing | null {
  return tail && { z: (similarity - median) / scale, expectedFalse: archiveSize * shareReaching(tail, similarity) };
}

/** The band of a similarity; null where the archive is too small to say. */
export function bandOf(similarity: number, calibration: Calibration): Band | null {
  if (calibration.strongFrom === null || calibration.likelyFrom === null) return null;
  if (similarity >= calibration.strongFrom) return 'strong';
  return similarity >= calibration.likelyFrom ? 'likely' : 'guess';
}

/** Of scores in rising order: tells the score that chance reaches with so small a probability. */
export function fitTail(sorted: Float32Array): (probability: number) => number {
  const tail = tailOf(sorted);
  return (probability) => reachedBy(tail, probability);
}

function tailOf(scores: Float32Array, prior = { scale: 0, weight: 0 }): Tail {
  const start = quantile(scores, 1 - TAIL_SHARE);
  return { scores, start, scale: Math.max(tailScale(scores, start, prior), LEAST_SCALE) };
}

function reachedBy({ scores, start, scale }: Tail, probability: number): number {
  return probability > TAIL_SHARE ? quantile(scores, 1 - probability) : start + scale * Math.log(TAIL_SHARE / probability);
}

function shareReaching({ scores, start, scale }: Tail, score: number): number {
  return score < start ? 1 - countBelow(scores, score) / scores.length : TAIL_SHARE * Math.exp((start - score) / scale);
}

// Every so-many-th score is as good a sample as all of them, and sorting 100,000 would hold the event loop for 8 ms.
function thinned(scores: Float32Array): Float32Array {
  const stride = Math.ceil(scores.length / MOST_SORTED);
  return stride <= 1
    ? Float32Array.from(scores)
    : Float32Array.from({ length: Math.floor(scores.length / stride) }, (_, at) => scores[at * stride] ?? 0);
}

// Maximum likelihood of an exponential law with the top censored at the 99th percentile: all excess over the uncensored count. What was known
// before counts like so many excesses more (an inverse gamma law, the conjugate of the exponential one).
function tailScale(sorted: Float32Array, tailStart: number, prior: { scale: number; weight: number }): number {
  const ceiling = quantile(sorted, 1 - CENSORED_SHARE);
  const tail = sorted.subarray(Math.floor(sorted.length * (1 - TAIL_SHARE)));
  const excess = tail.reduce((sum, score) => sum + Math.min(score, ceiling) - tailStart, 0);
  const uncensored = tail.filter((score) => score < ceiling).length;
  return (excess + prior.weight * prior.scale) / Math.max(1, uncensored + prior.weight);
}

function bulkOf(sorted: Float32Array): Background {
  const median = quantile(sorted, 0.5);
  const deviations = sorted.map((score) => Math.abs(score - median)).sort();
  return { median, scale: Math.max(LEAST_SCALE, BELL * quantile(deviations, 0.5)) };
}

// A handful of pictures: show everything; up to MIN_BACKGROUND: what stands out from the median by 2.5 robust deviations.
function cutOfSmallArchive(sorted: Float32Array, { median, scale }: Background): number {
  return sorted.length < 20 ? -1 : Math.min(0.98, median + 2.5 * scale);
}

function countBelow(sorted: Float32Array, score: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < score) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of scores in rising order, the one below which so large a share of them lies; 0 of none. */
export function quantile(sorted: Float32Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
