import { dotProduct } from '../dot-product.js';
import { readPicked, type VectorSpool } from '../models/clustering/vector-spool.js';

/** So many vectors are in memory at once: 2 MB of 512 numbers. */
const ROWS_AT_ONCE = 1000;

/** The mean direction of some rows, of unit length, and how long their sum is: the nearer to their number, the more alike they are. */
export interface Centre {
  readonly centroid: Float32Array;
  readonly length: number;
}

/** The centre of some rows; null of none, and where they cancel each other out. */
export async function centreOf(vectors: VectorSpool, rows: Int32Array): Promise<Centre | null> {
  const sum = new Float64Array(vectors.dims);
  for await (const picked of pick(vectors, rows))
    picked.forEach((value, at) => (sum[at % vectors.dims] = (sum[at % vectors.dims] ?? 0) + value));
  const length = Math.hypot(...sum);
  return length > 0 ? { centroid: Float32Array.from(sum, (value) => value / length), length } : null;
}

/** The cosine of each of some rows to a centre: [rows]. */
export async function similaritiesTo(centroid: Float32Array, vectors: VectorSpool, rows: Int32Array): Promise<Float32Array> {
  const similarities = new Float32Array(rows.length);
  let at = 0;
  for await (const picked of pick(vectors, rows)) {
    for (let from = 0; from < picked.length; from += vectors.dims, at += 1)
      similarities[at] = dotProduct(centroid, picked.subarray(from, from + vectors.dims));
  }
  return similarities;
}

async function* pick(vectors: VectorSpool, rows: Int32Array): AsyncGenerator<Float32Array> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) yield readPicked(vectors, rows.subarray(from, from + ROWS_AT_ONCE));
}
