import type { Progress } from '../../progress.js';
import { createRandom, type Random } from '../builtin/random.js';
import { KmeansSeeding } from './kmeans-seeding.js';
import { type KmeansState, KmeansSteps } from './kmeans-steps.js';
import { directionsOf, lloyd, type LloydEnd, type LloydStart, sumsOf } from './lloyd.js';
import { memorySource, type VectorSource } from './vector-source.js';

const MIN_SAMPLE = 10_000;
const SAMPLE_PER_CLUSTER = 20;
// Lloyd's algorithm ends in the nearest local optimum, so the best of several starts is better than one. Small samples cost nothing.
const MOST_ATTEMPTS = 10;
const FEWEST_ATTEMPTS = 4;
const PRODUCTS_PER_STEP = 2e7;
const ATTEMPT_ITERATIONS = 50;

/** What a run starts from: see `KmeansOptions`. */
export interface KmeansStartOptions {
  readonly k: number;
  readonly seed: number;
  readonly assignments?: Int32Array | null;
  readonly threads: number;
}

type Start = Pick<LloydStart, 'centroids' | 'state'>;

/**
 * The directions of the clusters that are known; k-means++ among a sample chooses those that are missing, and where all are, the centroids
 * of the best of several clusterings of the sample are taken.
 */
export async function startKmeans(source: VectorSource, options: KmeansStartOptions, progress?: Progress): Promise<Start> {
  const { count, dims } = source;
  const { k, seed } = options;
  const assignments = options.assignments?.slice() ?? new Int32Array(count).fill(-1);
  const sums = await sumsOf(source, assignments, k * dims);
  const known = directionsOf(sums, dims);
  const state = { assignments, similarities: new Float32Array(count), sums };
  const rows = rowsOf(known, dims);
  const missing = [...rows.keys()].filter((cluster) => rows[cluster]?.every((value) => value === 0));
  if (missing.length === 0 || count === 0) return { centroids: known, state };
  const random = createRandom(seed);
  const sample = await source.picked(drawRows(count, Math.max(MIN_SAMPLE, SAMPLE_PER_CLUSTER * k), random));
  const seeding = await KmeansSeeding.open(sample, dims, options.threads);
  try {
    if (missing.length === k)
      return { centroids: await bestOf(memorySource(sample, dims), { ...options, seeding, random }, progress), state };
    const given = rows.filter((_, cluster) => !missing.includes(cluster));
    const chosen = rowsOf(await seeding.choose(missing.length, given, random), dims);
    chosen.forEach((row, at) => known.set(row, (missing[at] ?? 0) * dims));
    return { centroids: known, state };
  } finally {
    await seeding.close();
  }
}

type Attempt = KmeansStartOptions & { readonly seeding: KmeansSeeding; readonly random: Random };

async function bestOf(sample: VectorSource, attempt: Attempt, progress?: Progress): Promise<Float32Array> {
  const attempts = Math.round(PRODUCTS_PER_STEP / (sample.count * attempt.k));
  const count = Math.min(MOST_ATTEMPTS, Math.max(FEWEST_ATTEMPTS, attempts));
  progress?.phase('Trying where clusters could start', count);
  const length = attempt.k * sample.dims;
  const steps = await KmeansSteps.open(sample, attempt);
  const ends: LloydEnd[] = [];
  try {
    while (ends.length < count) {
      const centroids = new Float32Array(length);
      centroids.set(await attempt.seeding.choose(attempt.k, [], attempt.random));
      ends.push(await lloyd(steps, sample, { centroids, state: unassigned(sample.count, length), maxIterations: ATTEMPT_ITERATIONS }));
      progress?.step();
    }
  } finally {
    await steps.close();
  }
  return ends.reduce((best, end) => (scoreOf(end) > scoreOf(best) ? end : best)).centroids;
}

const scoreOf = ({ similarities }: LloydEnd): number => similarities.reduce((sum, similarity) => sum + similarity, 0);

const unassigned = (count: number, length: number): KmeansState => ({
  assignments: new Int32Array(count).fill(-1),
  similarities: new Float32Array(count),
  sums: new Float64Array(length),
});

const rowsOf = (matrix: Float32Array, dims: number): Float32Array[] =>
  Array.from({ length: matrix.length / dims }, (_, row) => matrix.subarray(row * dims, (row + 1) * dims));

/** At most `wanted` different numbers below `count` in ascending order, each set of them as likely as another (Knuth, TAOCP 3.4.2, algorithm S). */
function drawRows(count: number, wanted: number, random: Random): number[] {
  const drawn: number[] = [];
  for (let row = 0; row < count && drawn.length < wanted; row += 1)
    if (random.unit() * (count - row) < wanted - drawn.length) drawn.push(row);
  return drawn;
}
