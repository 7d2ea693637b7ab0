import type { Progress } from '../../progress.js';
import { KmeansSteps } from './kmeans-steps.js';
import type { KmeansResult } from './kmeans.js';
import { spoolSource } from './vector-source.js';
import type { VectorSpool } from './vector-spool.js';

/** Vectors, and the centroids [k, dims] (at least one) among which each looks for its nearest. */
export interface NearestRequest {
  readonly vectors: VectorSpool;
  readonly centroids: Float32Array;
}

/** The nearest centroid of each vector of a spool and the cosine to it: k-means that takes one step and moves no centroid. */
export async function nearest(
  { vectors, centroids }: NearestRequest,
  progress: Progress,
): Promise<Pick<KmeansResult, 'assignments' | 'similarities'>> {
  progress.phase('Comparing with the clusters of people', null);
  const assignments = new Int32Array(vectors.count).fill(-1);
  const similarities = new Float32Array(vectors.count);
  const steps = await KmeansSteps.open(spoolSource(vectors), { threads: 1, residentBytes: 0 });
  try {
    await steps.step(centroids, { assignments, similarities, sums: new Float64Array(centroids.length) });
  } finally {
    await steps.close();
  }
  return { assignments, similarities };
}
