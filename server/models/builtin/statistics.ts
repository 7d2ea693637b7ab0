import { blockRecord, BLOCKS } from './blocks.js';
import type { Block } from './blocks.js';

/** What was learnt about one block: the mean of its unit vectors and the whitening matrix, rawDims x keptDims row by row. */
export interface BlockStatistics {
  readonly mean: Float32Array;
  readonly projection: Float32Array;
}

/** What was learnt about all blocks. */
export type DescriptorStatistics = Readonly<Record<Block['name'], BlockStatistics>>;

const FLOATS = BLOCKS.reduce((total, block) => total + block.rawDims * (1 + block.keptDims), 0);

/** The statistics as a file: little-endian float32, block by block the mean and then the projection. */
export function encodeStatistics(statistics: DescriptorStatistics): Uint8Array {
  const values = BLOCKS.flatMap(({ name }) => [...statistics[name].mean, ...statistics[name].projection]);
  return new Uint8Array(Float32Array.from(values).buffer);
}

/** Reads what encodeStatistics wrote; throws RangeError when the file has another length. */
export function decodeStatistics(file: Uint8Array): DescriptorStatistics {
  if (file.byteLength !== FLOATS * 4) throw new RangeError(`Expected ${FLOATS * 4} bytes of statistics but received ${file.byteLength}.`);
  const values = new Float32Array(Uint8Array.from(file).buffer);
  let offset = 0;
  const take = (length: number): Float32Array => values.subarray(offset, (offset += length));
  return blockRecord(({ rawDims, keptDims }) => ({ mean: take(rawDims), projection: take(rawDims * keptDims) }));
}
