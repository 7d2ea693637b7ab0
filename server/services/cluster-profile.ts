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
/** As many pictures as are shown of a cluster in a list. */
const FEWEST_SAMPLES = 6;

/**
 * The profile of a cluster of at least one picture; `vectors` of length 1 in the order of the ids, `centroid` where it is known. Samples
 * are spread by farthest-first traversal (Gonzalez 1985) among the pictures of at least median similarity, so that they differ without
 * being those at the rim; where these are fewer than six, the nearest of the others that differ follow. Of equal ones the earlier in the list is taken: the same input gives the same profile.
 */
export function profileOf(
  documentIds: readonly string[],
  vectors: readonly Float32Array[],
  centroid: Float32Array = unitMean(vectors),
): ClusterProfile {
  const similarities = Float32Array.from(vectors, (vector) => dotProduct(vector, centroid));
  const cohesion = similarities.reduce((sum, similarity) => sum + similarity, 0) / vectors.length;
  return { centroid, cohesion, sampleIds: samplesOf(vectors, similarities).map((place) => documentIds[place] ?? '') };
}

function samplesOf(vectors: readonly Float32Array[], similarities: Float32Array): number[] {
  const chosen = spread(vectors, similarities);
  if (chosen.length >= FEWEST_SAMPLES) return chosen;
  const nearestFirst = [...vectors.entries()].sort(([a], [b]) => (similarities[b] ?? 0) - (similarities[a] ?? 0) || a - b);
  for (const [place, vector] of nearestFirst) {
    if (chosen.length === FEWEST_SAMPLES) break;
    if (chosen.every((other) => dotProduct(vector, vectors[other] ?? vector) < NEAR_DUPLICATE)) chosen.push(place);
  }
  return chosen;
}

function spread(vectors: readonly Float32Array[], similarities: Float32Array): number[] {
  const median = quantile(similarities.toSorted(), 0.5);
  const candidates = [...vectors.entries()].filter(([place]) => (similarities[place] ?? 0) >= median);
  const nearest = new Float32Array(vectors.length).fill(-1);
  const chosen: number[] = [];
  let next = bestOf(candidates, (place) => similarities[place] ?? 0);
  while (next && chosen.length < MOST_SAMPLES) {
    const [place, vector] = next;
    chosen.push(place);
    for (const [other, candidate] of candidates) nearest[other] = Math.max(nearest[other] ?? -1, dotProduct(candidate, vector));
    next = bestOf(candidates, (other) => -(nearest[other] ?? -1));
    if (next && (nearest[next[0]] ?? -1) >= NEAR_DUPLICATE) next = null;
  }
  return chosen;
}

type Candidate = readonly [place: number, vector: Float32Array];

function bestOf(candidates: readonly Candidate[], valueOf: (place: number) => number): Candidate | null {
  let best: Candidate | null = null;
  for (const candidate of candidates) if (!best || valueOf(candidate[0]) > valueOf(best[0])) best = candidate;
  return best;
}
