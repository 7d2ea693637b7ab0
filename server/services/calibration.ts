/**
 * How sure a score is, judged against what the same query scores on the rest of the archive (docs/similarity.md).
 *
 * Background: median and median absolute deviation (robust against the hits themselves). Tail: the highest tenth to fifth of the scores follows
 * an exponential law (peaks over threshold, Pickands 1975, shape 0), fitted with everything above the 99th percentile censored, so that
 * true hits do not stretch it. Expected false hits at a score = archive size x tail probability.
 */

export type Band = 'strong' | 'likely' | 'guess';

/** The bulk of a query's scores: their median, and their median absolute deviation scaled to be the standard deviation of a bell. */
export interface Background {
  readonly median: number;
  readonly scale: number;
}

/** What is known of such queries before this one is asked: the scale of their tails, and as many excesses as it counts for. */
export interface TailPrior {
  readonly scale: number;
  readonly weight: number;
}

/** How far a score stands out: in robust deviations above the median, and how many pictures of this archive chance lifts as high. */
export interface Standing {
  readonly z: number;
  readonly expectedFalse: number;
}

/** What a query's scores mean in this archive. */
export interface Calibration extends Background {
  /** The default threshold, in the tail of this query's scores. Hits between it and `likelyFrom` are guesses. */
  readonly cut: number;
  /** Scores from which a hit is strong, likely; null where the archive is too small to say. */
  readonly strongFrom: number | null;
  readonly likelyFrom: number | null;
  /** How often chance reaches a score; null where the archive is too small to say. */
  readonly tail: Tail | null;
  readonly archiveSize: number;
}

/** The law of a query's scores: as counted up to `start`, which a `share` of them reaches, and exponential above. */
export interface Tail {
  /** In rising order. */
  readonly scores: Float32Array;
  readonly share: number;
  readonly start: number;
  readonly scale: number;
  /** What the scores alone say of the scale, and by how many excesses. */
  readonly ownScale: number;
  readonly excesses: number;
}

/** Below this many scores the far tail is a guess, so no band is claimed. */
export const MIN_BACKGROUND = 200;
/** Below this many there is no tail at all: everything is shown. */
const FEWEST_SCORES = 20;
const MOST_SORTED = 10_000;
const STRONG_FALSE_HITS = 0.01;
const LIKELY_FALSE_HITS = 1;
/** The default threshold lets in about ten chance hits, in small archives one in twenty pictures: a guess that is shown costs a glance. */
const GUESSED_FALSE_HITS = { least: 3, share: 0.05, most: 10 } as const;
/** Excesses that tell the scale of a tail to a tenth, where a fifth of the scores is as many; a tenth of them is more where there are thousands. */
const WANTED_EXCESSES = 100;
const TAIL_SHARE = { least: 0.1, most: 0.2 } as const;
const CENSORED_SHARE = 0.01;
/** Scores that are the same picture pass, whatever the background. */
const HIGHEST_CUT = 0.98;
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
  const bulk = { ...bulkOf(sorted), archiveSize };
  if (sorted.length < FEWEST_SCORES) return { ...bulk, ...NOT_SAID, cut: -1 };
  const tail = tailOf(sorted, prior);
  // The lines lie in the tail, also where filters leave so few pictures that fewer than one false hit is expected anywhere.
  const scoreAt = (falseHits: number): number => Math.min(HIGHEST_CUT, scoreOf(tail, Math.min(tail.share, falseHits / archiveSize)));
  const { least, share, most } = GUESSED_FALSE_HITS;
  const cut = scoreAt(Math.min(most, Math.max(least, archiveSize * share)));
  if (sorted.length < MIN_BACKGROUND) return { ...bulk, ...NOT_SAID, cut };
  return { ...bulk, cut, likelyFrom: scoreAt(LIKELY_FALSE_HITS), strongFrom: scoreAt(STRONG_FALSE_HITS), tail };
}

const NOT_SAID = { strongFrom: null, likelyFrom: null, tail: null } as const;

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

/** Of scores in rising order: tells the score that chance reaches with a probability of at most a tenth. */
export function fitTail(sorted: Float32Array): (probability: number) => number {
  const tail = tailOf(sorted);
  return (probability) => scoreOf(tail, probability);
}

// Maximum likelihood of an exponential law with the top censored: all excess over the number of uncensored ones (Epstein and Sobel 1953). What was
// known before counts like so many excesses more (an inverse gamma law, the conjugate of the exponential one).
function tailOf(scores: Float32Array, prior: TailPrior = { scale: 0, weight: 0 }): Tail {
  const share = Math.min(TAIL_SHARE.most, Math.max(TAIL_SHARE.least, WANTED_EXCESSES / scores.length));
  const start = quantile(scores, 1 - share);
  const ceiling = quantile(scores, 1 - CENSORED_SHARE);
  const tail = scores.subarray(Math.floor(scores.length * (1 - share)));
  const excess = tail.reduce((sum, score) => sum + Math.min(score, ceiling) - start, 0);
  const excesses = Math.max(1, tail.filter((score) => score < ceiling).length);
  const ownScale = Math.max(LEAST_SCALE, excess / excesses);
  const scale = (excesses * ownScale + prior.weight * prior.scale) / (excesses + prior.weight);
  return { scores, share, start, scale, ownScale, excesses };
}

function scoreOf({ share, start, scale }: Tail, probability: number): number {
  return start + scale * Math.log(share / probability);
}

function shareReaching({ scores, share, start, scale }: Tail, score: number): number {
  return score < start ? 1 - countBelow(scores, score) / scores.length : share * Math.exp((start - score) / scale);
}

// Every so-many-th score is as good a sample as all of them, and sorting 100,000 would hold the event loop for 8 ms.
function thinned(scores: Float32Array): Float32Array {
  const stride = Math.ceil(scores.length / MOST_SORTED);
  return stride <= 1
    ? Float32Array.from(scores)
    : Float32Array.from({ length: Math.floor(scores.length / stride) }, (_, at) => scores[at * stride] ?? 0);
}

function bulkOf(sorted: Float32Array): Background {
  const median = quantile(sorted, 0.5);
  const deviations = sorted.map((score) => Math.abs(score - median)).sort();
  return { median, scale: Math.max(LEAST_SCALE, BELL * quantile(deviations, 0.5)) };
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
