import { availableParallelism } from 'node:os';
import type { Progress } from '../../progress.js';
import { startKmeans } from './kmeans-start.js';
import { KmeansSteps } from './kmeans-steps.js';
import { lloyd } from './lloyd.js';
import { spoolSource, type VectorSource } from './vector-source.js';
import type { VectorSpool } from './vector-spool.js';

/** How many clusters are wanted, and where to start. */
export interface KmeansOptions {
  /** How many clusters, at least 1; where there are fewer different vectors, some stay empty. */
  readonly k: number;
  readonly seed: number;
  /** A warm start [count]: per vector a cluster in 0..k-1, or -1 where none is known. */
  readonly assignments?: Int32Array | null;
  readonly maxIterations?: number;
}

/** What is to be clustered, and how. */
export interface KmeansRequest extends KmeansOptions {
  readonly vectors: VectorSpool;
}

/** A clustering: each vector is in the cluster whose centroid is nearest to it, the first of equally near ones. */
export interface KmeansResult {
  /** [count]: the cluster of each vector, in 0..k-1. */
  readonly assignments: Int32Array;
  /** [count]: the cosine of each vector to its cluster's centroid. */
  readonly similarities: Float32Array;
  /** [k, dims], of unit length; zeros of a cluster that stayed empty. */
  readonly centroids: Float32Array;
  readonly iterations: number;
  readonly isConverged: boolean;
}

const MAX_ITERATIONS = 100;

/** Spherical k-means of the vectors of a spool; the same request gives the same result on the same machine. */
export function kmeans({ vectors, ...options }: KmeansRequest, progress: Progress): Promise<KmeansResult> {
  return clusterVectors(spoolSource(vectors), options, progress);
}

/**
 * Spherical k-means of any vectors: Lloyd's algorithm from a warm start, or from the best of several clusterings of a sample. Throws RangeError
 * for a k below 1 and for a warm start of another length or with other clusters.
 */
export async function clusterVectors(source: VectorSource, options: KmeansOptions, progress?: Progress): Promise<KmeansResult> {
  check(source, options);
  const { maxIterations = MAX_ITERATIONS } = options;
  const threads = availableParallelism();
  const start = await startKmeans(source, { ...options, threads }, progress);
  progress?.phase('Finding clusters', null);
  const steps = await KmeansSteps.open(source, { threads });
  try {
    return await lloyd(steps, source, { ...start, maxIterations, onIteration: () => progress?.step() });
  } finally {
    await steps.close();
  }
}

function check({ count }: VectorSource, { k, assignments }: KmeansOptions): void {
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`Expected at least 1 cluster but received ${k}.`);
  if (assignments && assignments.length !== count)
    throw new RangeError(`Expected the clusters of ${count} vectors but received those of ${assignments.length}.`);
  if (assignments?.some((cluster) => cluster < -1 || cluster >= k))
    throw new RangeError(`Expected clusters from -1 to ${k - 1} to start from but received others.`);
}
