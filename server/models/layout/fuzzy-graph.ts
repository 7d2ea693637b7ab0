import type { Neighbours } from './neighbours.js';

/** Steps of the bisection, and the least width as a part of the mean distance, of umap-learn's `smooth_knn_dist`. */
const BISECTIONS = 64;
const TOLERANCE = 1e-5;
const LEAST_WIDTH = 1e-3;

/** Weighted edges between points, each in both directions. */
export interface FuzzyGraph {
  readonly heads: Int32Array;
  readonly tails: Int32Array;
  /** In 0..1. */
  readonly weights: Float32Array;
}

/**
 * How much each neighbour belongs to a point's neighbourhood, [rows, k] in 0..1: 1 for the nearest, falling off so that they are log2(k)
 * neighbours together (McInnes, Healy & Melville 2018, section 4.1, algorithm 3).
 */
export function membershipStrengths({ k, distances }: Neighbours): Float32Array {
  const strengths = new Float32Array(distances.length);
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / Math.max(1, distances.length);
  for (let from = 0; from < distances.length; from += k) {
    const own = distances.subarray(from, from + k);
    const nearest = own.reduce((least, distance) => (distance > 0 && distance < least ? distance : least), Infinity);
    const beyond = own.map((distance) => Math.max(0, distance - (Number.isFinite(nearest) ? nearest : 0)));
    const ownMean = own.reduce((sum, distance) => sum + distance, 0) / k;
    const width = Math.max(smoothWidth(beyond), LEAST_WIDTH * (ownMean > 0 ? ownMean : mean));
    strengths.set(
      beyond.map((distance) => (distance > 0 ? Math.exp(-distance / width) : 1)),
      from,
    );
  }
  return strengths;
}

/** The union of all points' neighbourhoods as fuzzy sets, a + b - ab (the same, section 3.1, definition 9, and algorithm 1). */
export function fuzzyUnion({ k, indices }: Neighbours, strengths: Float32Array): FuzzyGraph {
  const heads: number[] = [];
  const tails: number[] = [];
  const weights: number[] = [];
  const add = (head: number, tail: number, weight: number): void => {
    heads.push(head);
    tails.push(tail);
    weights.push(weight);
  };
  indices.forEach((tail, at) => {
    const head = Math.floor(at / k);
    const place = indices.subarray(tail * k, (tail + 1) * k).indexOf(head);
    const there = strengths[at] ?? 0;
    const back = place < 0 ? 0 : (strengths[tail * k + place] ?? 0);
    const weight = there + back - there * back;
    add(head, tail, weight);
    if (place < 0) add(tail, head, weight);
  });
  return { heads: Int32Array.from(heads), tails: Int32Array.from(tails), weights: Float32Array.from(weights) };
}

/** The width at which exponentials of distances sum up to log2(k), by bisection. */
function smoothWidth(distances: Float32Array): number {
  const wanted = Math.log2(distances.length);
  let low = 0;
  let high = Infinity;
  let width = 1;
  for (let step = 0; step < BISECTIONS; step += 1) {
    const sum = distances.reduce((total, distance) => total + (distance > 0 ? Math.exp(-distance / width) : 1), 0);
    if (Math.abs(sum - wanted) < TOLERANCE) break;
    if (sum > wanted) high = width;
    else low = width;
    width = Number.isFinite(high) ? (low + high) / 2 : width * 2;
  }
  return width;
}
