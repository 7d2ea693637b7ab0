import { dotProduct } from '../../server/dot-product.js';

/** Unit vectors [count, dims] and where they were put in a plane [count, 2]. */
export interface PlacedVectors {
  readonly vectors: Float32Array;
  readonly dims: number;
  readonly positions: Float32Array;
}

/**
 * How far the k nearest of each point in the plane are also near as vectors, 0..1 (Venna & Kaski 2001): 1 when all of them are among the k
 * nearest there. Over all points, or over every n-th so that at most `most` are asked.
 */
export function trustworthiness({ vectors, dims, positions }: PlacedVectors, k: number, most = Infinity): number {
  const count = vectors.length / dims;
  const step = Math.max(1, Math.ceil(count / most));
  let [penalty, asked] = [0, 0];
  for (let row = 0; row < count; row += step) {
    const own = vectors.subarray(row * dims, (row + 1) * dims);
    const far = Float64Array.from({ length: count }, (_, at) => -dotProduct(own, vectors.subarray(at * dims, (at + 1) * dims)));
    const flat = Float64Array.from({ length: count }, (_, at) =>
      Math.hypot((positions[2 * at] ?? 0) - (positions[2 * row] ?? 0), (positions[2 * at + 1] ?? 0) - (positions[2 * row + 1] ?? 0)),
    );
    far[row] = flat[row] = -Infinity;
    const ranks = ranksOf(far);
    for (const at of orderOf(flat).subarray(1, k + 1)) penalty += Math.max(0, (ranks[at] ?? 0) - k);
    asked += 1;
  }
  return 1 - (2 / (asked * k * (2 * count - 3 * k - 1))) * penalty;
}

function orderOf(distances: Float64Array): Int32Array {
  return Int32Array.from(distances.keys()).sort((one, other) => (distances[one] ?? 0) - (distances[other] ?? 0) || one - other);
}

function ranksOf(distances: Float64Array): Int32Array {
  const ranks = new Int32Array(distances.length);
  orderOf(distances).forEach((at, rank) => (ranks[at] = rank));
  return ranks;
}
