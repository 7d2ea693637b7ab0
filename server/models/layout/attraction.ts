import { createRandom } from '../builtin/random.js';
import type { FuzzyGraph } from './fuzzy-graph.js';

/** Of the curve 1 / (1 + a d^2b) that is nearest to neighbours at up to 0.1: umap-learn's `find_ab_params(spread = 1, min_dist = 0.1)`. */
const A = 1.5769434603113077;
const B = 0.8950608779109733;
/** Points pushed away for each one that is drawn near, and the farthest one of either moves by, before the learning rate: umap-learn's. */
const NEGATIVES = 5;
const FARTHEST = 4;
const EPSILON = 0.001;

/** A layout's course: how many epochs, how far points move in the first (less in each later one), and where chance comes from. */
export interface Course {
  readonly epochs: number;
  readonly learningRate: number;
  readonly seed: number;
}

/**
 * One epoch of stochastic gradient descent with negative sampling (McInnes, Healy & Melville 2018, section 4.2 and algorithm 5) on
 * positions [points, 2] in place. An edge takes part in as many epochs as its weight says. Chance begins anew in every epoch,
 * so that positions and the number of the epoch are all there is to remember.
 */
export function runEpoch(
  positions: Float32Array,
  { heads, tails, weights }: FuzzyGraph,
  { epoch, ...course }: Course & { epoch: number },
): void {
  const random = createRandom(course.seed + Math.imul(epoch + 1, 0x9e3779b1));
  const rate = course.learningRate * (1 - epoch / course.epochs);
  const points = positions.length / 2;
  for (let edge = 0; edge < heads.length; edge += 1) {
    const weight = weights[edge] ?? 0;
    if (Math.floor((epoch + 1) * weight) === Math.floor(epoch * weight)) continue;
    const head = heads[edge] ?? 0;
    attract(positions, head, { other: tails[edge] ?? 0, rate });
    // From itself a point is at no distance, and not pushed.
    for (let sample = 0; sample < NEGATIVES; sample += 1) repel(positions, head, { other: Math.floor(random.unit() * points), rate });
  }
}

function attract(positions: Float32Array, point: number, { other, rate }: { other: number; rate: number }): void {
  const dx = (positions[2 * point] ?? 0) - (positions[2 * other] ?? 0);
  const dy = (positions[2 * point + 1] ?? 0) - (positions[2 * other + 1] ?? 0);
  const squared = dx * dx + dy * dy;
  if (squared === 0) return;
  const power = Math.pow(squared, B);
  const pull = (-2 * A * B * power) / squared / (1 + A * power);
  move(positions, point, { x: rate * bounded(pull * dx), y: rate * bounded(pull * dy) });
  move(positions, other, { x: -rate * bounded(pull * dx), y: -rate * bounded(pull * dy) });
}

function repel(positions: Float32Array, point: number, { other, rate }: { other: number; rate: number }): void {
  const dx = (positions[2 * point] ?? 0) - (positions[2 * other] ?? 0);
  const dy = (positions[2 * point + 1] ?? 0) - (positions[2 * other + 1] ?? 0);
  const squared = dx * dx + dy * dy;
  if (squared === 0) return;
  const push = (2 * B) / ((EPSILON + squared) * (1 + A * Math.pow(squared, B)));
  move(positions, point, { x: rate * bounded(push * dx), y: rate * bounded(push * dy) });
}

function move(positions: Float32Array, point: number, { x, y }: { x: number; y: number }): void {
  positions[2 * point] = (positions[2 * point] ?? 0) + x;
  positions[2 * point + 1] = (positions[2 * point + 1] ?? 0) + y;
}

function bounded(step: number): number {
  return Math.max(-FARTHEST, Math.min(FARTHEST, step));
}
