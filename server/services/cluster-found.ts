import type { KmeansRequest, KmeansResult } from '../models/clustering/kmeans.js';
import type { VectorSpool } from '../models/clustering/vector-spool.js';
import type { FoundClusters } from './cluster-shadows.js';

/** What is to be clustered, and the night before. */
export interface NightToFind {
  readonly vectors: VectorSpool;
  readonly k: number;
  readonly seed: number;
  /** [pictures]: of which earlier cluster each was, -1 where of none. */
  readonly before: Int32Array;
  readonly earlier: number;
}

/**
 * Where k-means starts: each earlier cluster goes on from its pictures that are still there; where there are to be fewer clusters than
 * there were, the largest do.
 */
export function startOf({ vectors, k, seed, before, earlier }: NightToFind): KmeansRequest {
  const sizes = new Int32Array(earlier);
  for (const cluster of before) if (cluster >= 0) sizes[cluster] = (sizes[cluster] ?? 0) + 1;
  const largest = [...sizes.keys()]
    .filter((cluster) => (sizes[cluster] ?? 0) > 0)
    .sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
  const places = new Int32Array(earlier).fill(-1);
  largest.slice(0, k).forEach((cluster, place) => (places[cluster] = place));
  const isWarm = largest.length > 0;
  return { vectors, k, seed, assignments: isWarm ? before.map((cluster) => places[cluster] ?? -1) : null };
}

/** What was found without clusters that no picture is in, as there may be among equal pictures. */
export function withoutEmpty({ assignments, similarities, centroids }: KmeansResult, dims: number): FoundClusters {
  const taken = [...new Set(assignments)].sort((a, b) => a - b);
  const places = new Map(taken.map((cluster, place) => [cluster, place]));
  return {
    assignments: assignments.map((cluster) => places.get(cluster) ?? 0),
    similarities,
    centroids: taken.map((cluster) => centroids.subarray(cluster * dims, (cluster + 1) * dims)),
  };
}
