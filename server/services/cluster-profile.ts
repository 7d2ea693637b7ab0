import { dotProduct } from '../dot-product.js';
import { unitMean } from '../models/unit-vector.js';
import { quantile } from './calibration.js';

/** What is shown of a cluster, told from the vectors of its pictures. */
export interface ClusterProfile {
  /** Of length 1. */
  readonly centroid: Float32Array;
  /** Mean cosine of the pictures to it. */
  readonly cohesion: number;
  /** Pictures that stand for it: the one nearest the centre first, then such as differ; at most MOST_SAMPLES. */
  readonly sampleIds: readonly string[];
}

/** As many pictures as can be asked for. */
export const MOST_SAMPLES = 24;
// Where docs/decisions/012 begins to call unrelated pictures near without a calibration: of two samples as near one would say nothing new.
const NEAR_DUPLICATE = 0.96;

/**
 * The profile of a cluster of at least one picture; `vectors` of length 1 in the order of the ids, `centroid` where it is known. Samples
 * are spread by farthest-first traversal (Gonzalez 1985) among the pictures of at least median similarity, so that they differ without
 * being those at the rim. Of equal ones the earlier in the list is taken: the same input gives the same profile.
 */
export function profileOf(
  documentIds: readonly string[],
  vectors: readonly Float32Array[],
  centroid: Float32Array = unitMean(vectors),
): ClusterProfile {
  const similarities = Float32Array.from(vectors, (vector) => dotProduct(vector, centroid));
  const cohesion = similarities.reduce((sum, similarity) => sum + similarity, 0) / vectors.length;
  return { centroid, cohesion, sampleIds: spread(vectors, similarities).map((place) => documentIds[place] ?? '') };
}

function spread(vectors: readonly Float32Array[], similarities: Float32Array): number[] {
  const median = quantile(similarities.toSorted(), 0.5);
  const candidates = [...vectors.keys()].filter((place) => (similarities[place] ?? 0) >= median);
  const nearness = new Float32Array(vectors.length).fill(-1);
  const chosen: number[] = [];
  let next = bestOf(candidates, (place) => similarities[place] ?? 0);
  while (next !== null && chosen.length < MOST_SAMPLES) {
    const vector = vectors[next];
    chosen.push(next);
    for (const place of candidates) nearness[place] = Math.max(nearness[place] ?? 0, dotProduct(vectors[place] ?? vector, vector));
    const farthest = bestOf(candidates, (place) => -(nearness[place] ?? 0));
    next = farthest !== null && (nearness[farthest] ?? 1) < NEAR_DUPLICATE ? farthest : null;
  }
  return chosen;
}

function bestOf(places: readonly number[], valueOf: (place: number) => number): number | null {
  let best: number | null = null;
  for (const place of places) if (best === null || valueOf(place) > valueOf(best)) best = place;
  return best;
}
