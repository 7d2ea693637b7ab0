import { dotProduct } from '../dot-product.js';
import type { KmeansRequest, KmeansResult } from '../models/clustering/kmeans.js';
import { directionsOf, sumsOf } from '../models/clustering/lloyd.js';
import { spoolSource } from '../models/clustering/vector-source.js';
import { readBlocks, type VectorSpool } from '../models/clustering/vector-spool.js';
import { rowsByCluster, type FoundClusters } from './cluster-shadows.js';

/** 2 MB of 512 numbers: 4 ms of the event loop. */
const BLOCK_ROWS = 1000;

type Clustering = Pick<KmeansResult, 'assignments' | 'similarities' | 'centroids'>;

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
export function withoutEmpty({ assignments, similarities, centroids }: Clustering, dims: number): FoundClusters {
  const taken = [...new Set(assignments)].sort((a, b) => a - b);
  const placeOf = new Map(taken.map((cluster, place) => [cluster, place]));
  const places = assignments.map((cluster) => placeOf.get(cluster) ?? 0);
  return {
    assignments: places,
    similarities,
    centroids: taken.map((cluster) => centroids.subarray(cluster * dims, (cluster + 1) * dims)),
    members: rowsByCluster(places, taken.length),
  };
}

/** What stands, as k-means would end with it: `before`: [pictures], the earlier cluster of each, none of which may be -1. */
export async function standing({ vectors, before, earlier }: Pick<NightToFind, 'vectors' | 'before' | 'earlier'>): Promise<Clustering> {
  const { dims } = vectors;
  const centroids = directionsOf(await sumsOf(spoolSource(vectors), before, earlier * dims), dims);
  const similarities = new Float32Array(vectors.count);
  for await (const { first, rows } of readBlocks(vectors, BLOCK_ROWS))
    for (let at = 0; at * dims < rows.length; at += 1) {
      const own = (before[first + at] ?? 0) * dims;
      similarities[first + at] = dotProduct(rows.subarray(at * dims, (at + 1) * dims), centroids.subarray(own, own + dims));
    }
  return { assignments: before, similarities, centroids };
}
