import { moveSingly } from './first-variation.js';
import { SAME_DISTANCE } from './kmeans-seeding.js';
import type { KmeansState, KmeansSteps } from './kmeans-steps.js';
import type { VectorSource } from './vector-source.js';

/** Where Lloyd's algorithm starts and when it ends at the latest. */
export interface LloydStart {
  /** [k, dims]; a row of zeros is a cluster without a place yet. */
  readonly centroids: Float32Array;
  /** What is known to belong together; its sums must be right, its centroids may differ from `centroids`. */
  readonly state: KmeansState;
  readonly maxIterations: number;
  onIteration?(): void;
}

/** Where it ended: each row was assigned to the nearest of these centroids. */
export interface LloydEnd {
  readonly centroids: Float32Array;
  readonly assignments: Int32Array;
  readonly similarities: Float32Array;
  readonly iterations: number;
  readonly isConverged: boolean;
}

// Of 10,000 rows one may still move: what goes on for long after that is a few rows on a border.
const MOVED_SHARE = 1e-4;
const BLOCK_ROWS = 4096;
// Multiplications of a pass over all rows and clusters: 1,250 pictures in 25 clusters, 20 ms. In larger clusters one row pulls at nothing.
const MOST_PRODUCTS = 2e7;
const NO_LENGTH = 1e-9;

/**
 * Spherical k-means (Dhillon & Modha, 2001): every row to the centroid of the largest cosine, every centroid the direction of its rows' sum,
 * until at most one row of 10,000 moves; of few rows also until no single move helps. A cluster that loses all its rows gets the row that is served worst.
 */
export async function lloyd(steps: KmeansSteps, source: VectorSource, start: LloydStart): Promise<LloydEnd> {
  const { state, maxIterations, onIteration } = start;
  let { centroids } = start;
  // Sums grow from step to step in float32; before the end they are taken anew in double precision, so that the result does not depend on the way.
  let isExact = true;
  for (let iterations = 1; ; iterations += 1) {
    const moved = await steps.step(centroids, state);
    onIteration?.();
    const strays = findStrays(state, centroids.length / source.dims);
    const isSettled = strays.size === 0 && moved <= source.count * MOVED_SHARE;
    const { assignments, similarities } = state;
    const end = { centroids, assignments, similarities, iterations, isConverged: isSettled };
    if (iterations === maxIterations) return end;
    if (isSettled && isExact && !(await isImproved(source, state))) return end;
    isExact = isSettled && !isExact;
    if (isExact) state.sums.set(await sumsOf(source, assignments, state.sums.length));
    await moveStrays(source, strays, state);
    centroids = directionsOf(state.sums, source.dims);
  }
}

/** Whether moving single rows helped; that is tried where it costs little, which is where clusters are small. */
async function isImproved(source: VectorSource, state: KmeansState): Promise<boolean> {
  if (source.count * state.sums.length > MOST_PRODUCTS) return false;
  return moveSingly(await source.picked([...state.assignments.keys()]), state, source.dims) > 0;
}

/** The sum of the rows of each cluster [length / dims, dims] in double precision; rows in no cluster (-1) count nowhere. */
export async function sumsOf(source: VectorSource, assignments: Int32Array, length: number): Promise<Float64Array> {
  const { dims } = source;
  const sums = new Float64Array(length);
  for await (const { first, rows } of source.blocks(BLOCK_ROWS)) {
    const clusters = assignments.subarray(first, first + rows.length / dims);
    clusters.forEach((cluster, at) => {
      if (cluster >= 0) addTo(sums.subarray(cluster * dims, (cluster + 1) * dims), rows.subarray(at * dims, (at + 1) * dims), 1);
    });
  }
  return sums;
}

/** The rows of `sums` [k, dims] with length 1; a row without a direction becomes zeros. */
export function directionsOf(sums: Float64Array, dims: number): Float32Array {
  const directions = new Float32Array(sums.length);
  for (let at = 0; at < sums.length; at += dims) {
    const row = sums.subarray(at, at + dims);
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    if (length > NO_LENGTH)
      directions.set(
        row.map((value) => value / length),
        at,
      );
  }
  return directions;
}

/** Which rows go into which empty clusters: those least like their centroids, as long as they differ from them. */
function findStrays({ assignments, similarities }: KmeansState, k: number): Map<number, number> {
  const sizes = new Int32Array(k);
  for (const cluster of assignments) sizes[cluster] = (sizes[cluster] ?? 0) + 1;
  const empty = [...sizes.keys()].filter((cluster) => sizes[cluster] === 0);
  if (empty.length === 0) return new Map();
  const rows = Array.from(similarities.keys()).filter((row) => (similarities[row] ?? 1) < 1 - SAME_DISTANCE);
  const worstFirst = rows.sort((a, b) => (similarities[a] ?? 1) - (similarities[b] ?? 1));
  return new Map(worstFirst.slice(0, empty.length).map((row, at) => [row, empty[at] ?? 0]));
}

async function moveStrays({ dims, picked }: VectorSource, strays: ReadonlyMap<number, number>, state: KmeansState): Promise<void> {
  if (strays.size === 0) return;
  const vectors = await picked([...strays.keys()]);
  const sumOf = (cluster: number): Float64Array => state.sums.subarray(cluster * dims, (cluster + 1) * dims);
  let at = 0;
  for (const [row, cluster] of strays) {
    const vector = vectors.subarray(at, at + dims);
    addTo(sumOf(state.assignments[row] ?? 0), vector, -1);
    sumOf(cluster).set(vector);
    state.assignments[row] = cluster;
    at += dims;
  }
}

function addTo(sum: Float64Array, row: Float32Array, sign: number): void {
  for (let at = 0; at < row.length; at += 1) sum[at] = (sum[at] ?? 0) + sign * (row[at] ?? 0);
}
