import { AppError } from '../errors.js';
import type { Region } from '../media/analysis.js';

const HEADER_BYTES = 4;

/** The floats of `vector_send`: two 16-bit numbers (dimensions, zero), then big-endian 32-bit floats. */
export function fromVectorBytes(bytes: Buffer): Float32Array {
  const floats = new Float32Array(bytes.readUInt16BE(0));
  // Turned at once: read one by one, 1,000 vectors of 512 numbers held the event loop up for 18 ms and not 4.
  bytes.copy(Buffer.from(floats.buffer), 0, HEADER_BYTES);
  Buffer.from(floats.buffer).swap32();
  return floats;
}

/** A vector as pgvector reads it. Throws INTERNAL for numbers that are none: a comparison with them would be silent nonsense. */
export function toVectorText(vector: Float32Array): string {
  if (!vector.every(Number.isFinite)) throw new AppError('INTERNAL', 'Expected a vector of finite numbers.');
  return `[${vector.join(',')}]`;
}

/** A region as the four numbers of its column. */
export function fromRegion(region: Region | null): number[] | null {
  return region && [region.x, region.y, region.width, region.height];
}

/** The region of a column's four numbers. */
export function toRegion(numbers: readonly number[] | null): Region | null {
  const [x, y, width, height] = numbers ?? [];
  return x === undefined || y === undefined || width === undefined || height === undefined ? null : { x, y, width, height };
}
