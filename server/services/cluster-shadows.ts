import { setImmediate as otherWork } from 'node:timers/promises';
import { dotProduct } from '../dot-product.js';
import { quantile } from './calibration.js';

/** A cluster of a person, as far as it is in the gallery. */
export interface PersonsCluster {
  readonly id: string;
  /** The rows of its pictures, in order. */
  readonly rows: Int32Array;
  /** Their unit mean; null without pictures. */
  readonly centroid: Float32Array | null;
  /** How long the sum of their vectors is. */
  readonly length: number;
}

/** What k-means found. */
export interface FoundClusters {
  /** [pictures]: the cluster of each. */
  readonly assignments: Int32Array;
  /** [pictures]: the cosine of each to its centroid. */
  readonly similarities: Float32Array;
  /** One per cluster, of unit length. */
  readonly centroids: readonly Float32Array[];
  /** The rows of each cluster, in order. */
  readonly members: readonly Int32Array[];
}

/**
 * For each found cluster the cluster of a person that it would only repeat, as a place among `persons`, or -1: [found]. It repeats one
 * that has at least half its pictures; or one whose centre and its own are nearest to each other among all centres of both kinds, where
 * that centre is also at least as near as half its own pictures are. Others are served between any two of them.
 */
export async function findShadows(found: FoundClusters, persons: readonly PersonsCluster[]): Promise<Int32Array> {
  const shadows = coveredBy(found, persons);
  const centres = persons.map(({ centroid }) => centroid);
  for (const [place, centre] of centres.entries()) {
    await otherWork();
    const [cluster, similarity] = centre ? nearestTo(centre, found.centroids) : [-1, -1];
    const centroid = found.centroids[cluster];
    if (!centroid || shadows[cluster] !== -1) continue;
    const isNearer = (other: Float32Array | null): boolean => other !== null && dotProduct(centroid, other) > similarity;
    const others = [...found.centroids.filter((_, at) => at !== cluster), ...centres.filter((_, at) => at !== place)];
    if (!others.some(isNearer) && similarity >= medianOf(cluster, found)) shadows[cluster] = place;
  }
  return shadows;
}

/** The rows of each of so many clusters, in order; `assignments`: [rows], the cluster of each. */
export function rowsByCluster(assignments: Int32Array, clusters: number): Int32Array[] {
  const ends = new Int32Array(clusters + 1);
  for (const cluster of assignments) ends[cluster + 1] = (ends[cluster + 1] ?? 0) + 1;
  for (let cluster = 0; cluster < clusters; cluster += 1) ends[cluster + 1] = (ends[cluster + 1] ?? 0) + (ends[cluster] ?? 0);
  const next = ends.slice();
  const sorted = new Int32Array(assignments.length);
  assignments.forEach((cluster, row) => {
    sorted[next[cluster] ?? 0] = row;
    next[cluster] = (next[cluster] ?? 0) + 1;
  });
  return Array.from({ length: clusters }, (_, cluster) => sorted.subarray(ends[cluster], ends[cluster + 1]));
}

// Of several that have half of it each, the one with most of its pictures; of equals the first.
function coveredBy({ assignments, centroids, members }: FoundClusters, persons: readonly PersonsCluster[]): Int32Array {
  const shadows = new Int32Array(centroids.length).fill(-1);
  const most = new Int32Array(centroids.length);
  persons.forEach(({ rows }, place) => {
    const shared = new Int32Array(centroids.length);
    for (const row of rows) shared[assignments[row] ?? 0] = (shared[assignments[row] ?? 0] ?? 0) + 1;
    shared.forEach((count, cluster) => {
      if (count === 0 || count * 2 < (members[cluster]?.length ?? 0) || count <= (most[cluster] ?? 0)) return;
      shadows[cluster] = place;
      most[cluster] = count;
    });
  });
  return shadows;
}

function nearestTo(centre: Float32Array, centroids: readonly Float32Array[]): [cluster: number, similarity: number] {
  const similarities = centroids.map((centroid) => dotProduct(centre, centroid));
  const best = Math.max(...similarities);
  return [similarities.indexOf(best), best];
}

function medianOf(cluster: number, { members, similarities }: FoundClusters): number {
  return quantile(Float32Array.from(members[cluster] ?? [], (row) => similarities[row] ?? 0).sort(), 0.5);
}
