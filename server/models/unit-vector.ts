import { AppError } from '../errors.js';
import type { OnnxTensor } from './onnx-session.js';

/** The rows of a tensor [n, width] as n vectors of length 1. Throws INTERNAL for another width and for a row without a direction. */
export function unitRows({ values, dims }: OnnxTensor<Float32Array>, width: number): Float32Array[] {
  const [rows = 0] = dims;
  if (dims.length !== 2 || dims[1] !== width) {
    throw new AppError('INTERNAL', `Expected vectors of ${width} numbers from a model but received the shape ${dims.join(' x ')}.`);
  }
  return Array.from({ length: rows }, (_, row) => unitVector(values.subarray(row * width, (row + 1) * width)));
}

/** The direction between unit vectors of the same width, at least one: their mean, of length 1. */
export function unitMean(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) vector.forEach((value, at) => (sum[at] = (sum[at] ?? 0) + value));
  return unitVector(sum);
}

/** A copy of the vector with length 1; throws INTERNAL where it has no direction (all zero, NaN or infinite). */
function unitVector(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (!(length > 0 && length < Infinity)) throw new AppError('INTERNAL', 'A model gave a vector without a direction.');
  return vector.map((value) => value / length);
}
