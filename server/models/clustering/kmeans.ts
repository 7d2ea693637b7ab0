import type { Progress } from '../../progress.js';
import type { VectorSpool } from './vector-spool.js';

/** What is to be clustered, and where to start. */
export interface KmeansRequest {
  readonly vectors: VectorSpool;
  /** How many clusters, at least 1; more than there are vectors gives one per vector. */
  readonly k: number;
  readonly seed: number;
  /** A warm start [count]: per vector a cluster in 0..k-1, or -1 where none is known. */
  readonly assignments?: Int32Array | null;
  readonly maxIterations?: number;
}

/** A clustering: each vector is in the cluster whose centroid is nearest to it. */
export interface KmeansResult {
  /** [count]: the cluster of each vector, in 0..k-1. */
  readonly assignments: Int32Array;
  /** [count]: the cosine of each vector to its cluster's centroid. */
  readonly similarities: Float32Array;
  /** [k, dims], of unit length. */
  readonly centroids: Float32Array;
  readonly iterations: number;
  readonly isConverged: boolean;
}

/** Spherical k-means of the vectors of a spool. */
export function kmeans(request: KmeansRequest, progress: Progress): Promise<KmeansResult> {
  progress.phase('Finding clusters', request.maxIterations ?? null);
  return Promise.reject(new Error(`Expected k-means of ${request.vectors.count} vectors, which is being written.`));
}
