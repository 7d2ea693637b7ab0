import { createRandom } from '../builtin/random.js';
import type { FuzzyGraph } from './fuzzy-graph.js';

/** How wide a new layout begins, and how far its points are shaken so that none coincide: umap-learn's. */
const WIDTH = 10;
const SHAKEN = 1e-4;

/** The two strongest axes of points [count, dims], each stretched to a width of 10 (Kobak & Linderman 2021 on why not at random). */
export function startFromAxes(points: Float32Array, { dims, seed }: { dims: number; seed: number }): Float32Array {
  const start = new Float32Array((points.length / dims) * 2).map((_, at) =>
    at % 2 < dims ? (points[Math.floor(at / 2) * dims + (at % 2)] ?? 0) : 0,
  );
  for (const axis of [0, 1]) {
    const values = start.filter((_, at) => at % 2 === axis);
    const low = values.reduce((least, value) => Math.min(least, value), Infinity);
    const width = values.reduce((most, value) => Math.max(most, value), -Infinity) - low;
    for (let at = axis; at < start.length; at += 2) start[at] = width > 0 ? (WIDTH * ((start[at] ?? 0) - low)) / width : 0;
  }
  return shaken(start, seed);
}

/** Points where they stood before [count, 2], NaN for new ones: these begin among their neighbours, or in the middle of all. */
export function startFromBefore(before: Float32Array, { heads, tails, weights }: FuzzyGraph, seed: number): Float32Array {
  const sums = new Float64Array((before.length / 2) * 3);
  const add = (point: number, tail: number, weight: number): void => {
    const own = [weight * (before[2 * tail] ?? 0), weight * (before[2 * tail + 1] ?? 0), weight];
    own.forEach((value, at) => (sums[3 * point + at] = (sums[3 * point + at] ?? 0) + value));
  };
  heads.forEach((head, edge) => {
    const tail = tails[edge] ?? 0;
    if (Number.isNaN(before[2 * head]) && !Number.isNaN(before[2 * tail])) add(head, tail, weights[edge] ?? 0);
  });
  const middle = middleOf(before);
  const start = before.map((value, at) => {
    const point = Math.floor(at / 2);
    const weight = sums[3 * point + 2] ?? 0;
    if (!Number.isNaN(value)) return value;
    return weight > 0 ? (sums[3 * point + (at % 2)] ?? 0) / weight : (middle[at % 2] ?? 0);
  });
  return shaken(start, seed);
}

function middleOf(points: Float32Array): number[] {
  return [0, 1].map((axis) => {
    const known = points.filter((value, at) => at % 2 === axis && !Number.isNaN(value));
    return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  });
}

function shaken(points: Float32Array, seed: number): Float32Array {
  const random = createRandom(seed);
  return points.map((value) => value + SHAKEN * random.normal());
}
