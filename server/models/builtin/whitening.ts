import type { BlockStatistics } from './statistics.js';

/** Eigenvalues below a tenth of the mean are lifted by that tenth, so that directions hardly seen are not blown up. */
const LIFT = 0.1;
const LARGEST_SWEEPS = 30;
const TOLERANCE = 1e-12;

/** Mean and whitening of `rows` (one sample each, equally long): projects on the `keptDims` strongest directions, each to about unit variance. */
export function learnWhitening(rows: readonly Float64Array[], keptDims: number): BlockStatistics {
  const dims = rows[0]?.length ?? 0;
  if (rows.length <= keptDims) throw new RangeError(`Expected more than ${keptDims} samples but received ${rows.length}.`);
  const mean = Float64Array.from({ length: dims }, (_, column) => rows.reduce((total, row) => total + (row[column] ?? 0), 0) / rows.length);
  const centred = rows.map((row) => row.map((value, column) => value - (mean[column] ?? 0)));
  const axes = principalAxes(centred);
  const floor = (LIFT * axes.reduce((total, { variance }) => total + variance, 0)) / dims;
  const projection = new Float32Array(dims * keptDims);
  axes.slice(0, keptDims).forEach(({ direction, variance }, kept) => {
    const spread = Math.sqrt(variance + floor);
    direction.forEach((value, column) => (projection[column * keptDims + kept] = value / spread));
  });
  return { mean: Float32Array.from(mean), projection };
}

/** One principal axis: its unit vector and the variance along it. */
export interface PrincipalAxis {
  readonly direction: Float64Array;
  readonly variance: number;
}

/**
 * Principal axes of centred samples, strongest first: one-sided Jacobi (Hestenes 1958) turns pairs of rows until all are orthogonal;
 * each row is then an axis times a singular value. Needs no covariance matrix, hence no squared rounding errors.
 */
export function principalAxes(centred: readonly Float64Array[]): PrincipalAxis[] {
  const rows = centred.map((row) => Float64Array.from(row));
  const negligible = TOLERANCE * Math.max(...rows.map((row) => dot(row, row)));
  let turned = true;
  for (let sweep = 0; turned && sweep < LARGEST_SWEEPS; sweep++) turned = orthogonalise(rows, negligible);
  const axes = rows.map((row) => {
    const length = Math.sqrt(dot(row, row));
    return { direction: row.map((value) => (length > 0 ? value / length : 0)), variance: length ** 2 / rows.length };
  });
  return axes.sort((a, b) => b.variance - a.variance);
}

/** One sweep over all pairs; says whether any needed turning. */
function orthogonalise(rows: readonly Float64Array[], negligible: number): boolean {
  let turned = false;
  rows.forEach((first, index) => {
    for (const second of rows.slice(index + 1)) turned = turnPair(first, second, negligible) || turned;
  });
  return turned;
}

/** Turns two rows in their plane until their product is 0. */
function turnPair(first: Float64Array, second: Float64Array, negligible: number): boolean {
  const product = dot(first, second);
  if (Math.abs(product) <= negligible) return false;
  const slope = (dot(second, second) - dot(first, first)) / (2 * product);
  const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.sqrt(1 + slope * slope));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = cosine * tangent;
  for (let column = 0; column < first.length; column++) {
    const a = first[column] ?? 0;
    const b = second[column] ?? 0;
    first[column] = cosine * a - sine * b;
    second[column] = sine * a + cosine * b;
  }
  return true;
}

function dot(first: Float64Array, second: Float64Array): number {
  let total = 0;
  for (let index = 0; index < first.length; index++) total += (first[index] ?? 0) * (second[index] ?? 0);
  return total;
}
