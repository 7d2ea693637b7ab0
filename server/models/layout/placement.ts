import type { Progress } from '../../progress.js';
import { createRandom } from '../builtin/random.js';
import { rowsOf } from './matrix-rows.js';
import { NeighbourSearch, type Neighbours } from './neighbours.js';

/** What keeps the weight of a landmark at no distance finite; vectors are of unit length. */
const LEAST = 1e-12;
/** How far a placed point is moved at random, so that no two coincide: a third of the distance of near neighbours. */
const APART = 0.03;

/** Points [count, dims], which of them are landmarks, and where these were laid out [landmarks, 2]. */
export interface LaidOutLandmarks {
  readonly points: Float32Array;
  readonly dims: number;
  readonly landmarks: Int32Array;
  readonly layout: Float32Array;
}

/**
 * Where all points stand, [count, 2]: landmarks where they are, every other point at the mean of its `k` nearest landmarks, weighted by
 * the inverse of the distance's fourth power (Shepard 1968), so that a copy of a landmark comes to lie on it.
 */
export async function placeAll(
  { points, dims, landmarks, layout }: LaidOutLandmarks,
  { k, seed, progress }: { k: number; seed: number; progress: Progress },
): Promise<Float32Array> {
  const placed = new Float32Array((points.length / dims) * 2);
  landmarks.forEach((row, at) => placed.set(layout.subarray(2 * at, 2 * at + 2), 2 * row));
  const isLandmark = new Set(landmarks);
  const others = Int32Array.from({ length: points.length / dims }, (_, row) => row).filter((row) => !isLandmark.has(row));
  if (others.length === 0) return placed;
  const search = await NeighbourSearch.open(rowsOf(points, landmarks, { dims }), { dims, k });
  try {
    const neighbours = await search.nearest(rowsOf(points, others, { dims }), 'Placing pictures', progress);
    const random = createRandom(seed);
    others.forEach((row, at) =>
      placed.set(
        weightedMean(layout, neighbours, at).map((value) => value + APART * random.normal()),
        2 * row,
      ),
    );
    return placed;
  } finally {
    await search.close();
  }
}

function weightedMean(layout: Float32Array, { k, indices, distances }: Neighbours, row: number): [number, number] {
  let [x, y, total] = [0, 0, 0];
  for (let at = row * k; at < (row + 1) * k; at += 1) {
    const landmark = indices[at] ?? 0;
    const weight = 1 / ((distances[at] ?? 0) ** 4 + LEAST);
    x += weight * (layout[2 * landmark] ?? 0);
    y += weight * (layout[2 * landmark + 1] ?? 0);
    total += weight;
  }
  return [x / total, y / total];
}
