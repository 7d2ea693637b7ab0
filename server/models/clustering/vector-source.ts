import { readBlocks, readPicked, type VectorBlock, type VectorSpool } from './vector-spool.js';

/** Where rows [count, dims] of unit length come from. */
export interface VectorSource {
  readonly count: number;
  readonly dims: number;
  /** All rows in order, `blockRows` at a time; each block is an array of its own. */
  blocks(blockRows: number): AsyncIterable<VectorBlock>;
  /** The rows with these numbers, in the order given. */
  picked(rows: ArrayLike<number>): Promise<Float32Array>;
}

/** The rows of a file. */
export function spoolSource(spool: VectorSpool): VectorSource {
  return {
    count: spool.count,
    dims: spool.dims,
    blocks: (blockRows) => readBlocks(spool, blockRows),
    picked: (rows) => readPicked(spool, rows),
  };
}

/** Rows that are in memory, one after the other. */
export function memorySource(rows: Float32Array, dims: number): VectorSource {
  const count = rows.length / dims;
  const slice = (first: number, length: number): Float32Array<ArrayBuffer> => rows.slice(first * dims, (first + length) * dims);
  return {
    count,
    dims,
    async *blocks(blockRows) {
      for (let first = 0; first < count; first += blockRows) yield { first, rows: slice(first, blockRows) };
    },
    async picked(numbers) {
      const picked = new Float32Array(numbers.length * dims);
      for (let at = 0; at < numbers.length; at += 1) picked.set(slice(numbers[at] ?? 0, 1), at * dims);
      return picked;
    },
  };
}
