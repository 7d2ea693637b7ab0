import { AppError } from '../../errors.js';
import { encodeModel } from '../onnx-graph.js';
import { OnnxSession, type OnnxTensor } from '../onnx-session.js';
import type { VectorSource } from './vector-source.js';

/**
 * One step of Lloyd's algorithm for a block of rows, assignment and update in one graph: the product with all centroids and its maximum per
 * row, and the product of the rows that moved with +1 where they went and -1 where they left, which is what the sums of the clusters gain.
 */
const STEP = encodeModel({
  name: 'kmeans step',
  inputs: [
    { name: 'rows', type: 'float32', dims: ['n', 'd'] },
    { name: 'centroids', type: 'float32', dims: ['k', 'd'] },
    { name: 'labels', type: 'int64', dims: ['n'] },
  ],
  outputs: [
    { name: 'nearest', type: 'int64', dims: ['n'] },
    { name: 'similarity', type: 'float32', dims: ['n'] },
    { name: 'gain', type: 'float32', dims: ['k', 'd'] },
  ],
  initializers: [
    { name: 'first', dims: [1], values: BigInt64Array.of(0n) },
    { name: 'offAndOn', dims: [2], values: Float32Array.of(0, 1) },
  ],
  nodes: [
    { op: 'Gemm', inputs: ['rows', 'centroids'], outputs: ['scores'], attributes: { transB: { int: 1 } } },
    { op: 'ArgMax', inputs: ['scores'], outputs: ['nearest'], attributes: { axis: { int: 1 }, keepdims: { int: 0 } } },
    { op: 'ReduceMax', inputs: ['scores'], outputs: ['similarity'], attributes: { axes: { ints: [1] }, keepdims: { int: 0 } } },
    { op: 'Equal', inputs: ['nearest', 'labels'], outputs: ['stayed'] },
    { op: 'Not', inputs: ['stayed'], outputs: ['moved'] },
    { op: 'NonZero', inputs: ['moved'], outputs: ['places'] },
    { op: 'Squeeze', inputs: ['places', 'first'], outputs: ['at'] },
    { op: 'Shape', inputs: ['centroids'], outputs: ['shape'] },
    { op: 'Gather', inputs: ['shape', 'first'], outputs: ['k'] },
    { op: 'Gather', inputs: ['nearest', 'at'], outputs: ['to'] },
    { op: 'Gather', inputs: ['labels', 'at'], outputs: ['from'] },
    { op: 'OneHot', inputs: ['to', 'k', 'offAndOn'], outputs: ['gained'] },
    { op: 'OneHot', inputs: ['from', 'k', 'offAndOn'], outputs: ['lost'] },
    { op: 'Sub', inputs: ['gained', 'lost'], outputs: ['signs'] },
    { op: 'Gather', inputs: ['rows', 'at'], outputs: ['movedRows'] },
    { op: 'Gemm', inputs: ['signs', 'movedRows'], outputs: ['gain'], attributes: { transA: { int: 1 } } },
  ],
});

const BLOCK_BYTES = 8 * 1024 * 1024;
// What k-means keeps in memory; of more vectors every step reads all blocks again. With the rest of the process it stays below 1 GiB.
const RESIDENT_BYTES = 512 * 1024 * 1024;

/** How the rows are held. */
export interface KmeansStepOptions {
  readonly threads: number;
  readonly blockRows?: number;
  readonly residentBytes?: number;
}

/** Where the rows stand between two steps: changed in place by a step. */
export interface KmeansState {
  /** [count]: the cluster of each row, or -1 for none yet. */
  readonly assignments: Int32Array;
  /** [count]: the cosine of each row to the centroid it was assigned by. */
  readonly similarities: Float32Array;
  /** [k, dims]: the sum of the rows of each cluster. */
  readonly sums: Float64Array;
}

/** Lloyd steps over vectors, in an ONNX thread; in memory as far as that is bounded. */
export class KmeansSteps {
  private constructor(
    private readonly session: OnnxSession,
    private readonly source: VectorSource,
    private readonly blockRows: number,
    private readonly isResident: boolean,
  ) {}

  /** Opens the thread and gives it the vectors where they fit. */
  static async open(source: VectorSource, options: KmeansStepOptions): Promise<KmeansSteps> {
    const rowBytes = source.dims * Float32Array.BYTES_PER_ELEMENT;
    const { threads, blockRows = Math.max(1, Math.floor(BLOCK_BYTES / rowBytes)), residentBytes = RESIDENT_BYTES } = options;
    const session = await OnnxSession.open(STEP, { intraOpThreads: threads });
    const isResident = source.count * rowBytes <= residentBytes;
    if (isResident)
      for await (const { first, rows } of source.blocks(blockRows)) await session.keep(keptName(first), tensor(rows, source.dims));
    return new KmeansSteps(session, source, blockRows, isResident);
  }

  /** Assigns every row to the nearest of the centroids [k, dims], the first of equally near ones; returns how many rows moved. */
  async step(centroids: Float32Array, { assignments, similarities, sums }: KmeansState): Promise<number> {
    const { dims } = this.source;
    await this.session.keep('centroids', tensor(centroids.slice(), dims));
    let movedCount = 0;
    let previous = Promise.resolve();
    for await (const { first, count, rows } of this.blocks()) {
      const labels = labelsOf(assignments.subarray(first, first + count), centroids.length / dims);
      const run = this.session.run({ rows, centroids: { kept: 'centroids' }, labels }, { handOver: true });
      // One block waits in the thread while the one before it is taken in, always in the same order.
      await previous;
      previous = run.then((outputs) => {
        const moved = moveRows(assignments.subarray(first, first + count), outputs.int64('nearest').values);
        similarities.set(outputs.float32('similarity').values, first);
        if (moved > 0) addAll(sums, outputs.float32('gain').values);
        movedCount += moved;
      });
    }
    await previous;
    return movedCount;
  }

  /** Frees the vectors and ends the thread. */
  async close(): Promise<void> {
    await this.session.close();
  }

  private async *blocks(): AsyncGenerator<{ first: number; count: number; rows: OnnxTensor | { kept: string } }> {
    const { count: total, dims } = this.source;
    if (this.isResident) {
      for (let first = 0; first < total; first += this.blockRows)
        yield { first, count: Math.min(this.blockRows, total - first), rows: { kept: keptName(first) } };
      return;
    }
    for await (const { first, rows } of this.source.blocks(this.blockRows))
      yield { first, count: rows.length / dims, rows: tensor(rows, dims) };
  }
}

const keptName = (first: number): string => `from ${first}`;

const tensor = (values: Float32Array, dims: number): OnnxTensor => ({ values, dims: [values.length / dims, dims] });

// The lower halves of int64 numbers, little-endian as everywhere: 100,000 bigints would take longer than a block of the product.
const lowerHalves = (values: BigInt64Array): Int32Array => new Int32Array(values.buffer, values.byteOffset, 2 * values.length);

/** Assignments as the network takes them: to it, k is no cluster, for -1 would count from the end. */
function labelsOf(assignments: Int32Array, k: number): OnnxTensor {
  const values = new BigInt64Array(assignments.length);
  const halves = lowerHalves(values);
  for (let at = 0; at < assignments.length; at += 1) {
    const cluster = assignments[at] ?? -1;
    halves[2 * at] = cluster < 0 ? k : cluster;
  }
  return { values, dims: [values.length] };
}

function moveRows(assignments: Int32Array, nearest: BigInt64Array): number {
  if (nearest.length !== assignments.length)
    throw new AppError('INTERNAL', `Expected ${assignments.length} clusters of rows but received ${nearest.length}.`);
  const halves = lowerHalves(nearest);
  let moved = 0;
  for (let at = 0; at < assignments.length; at += 1) {
    const cluster = halves[2 * at] ?? 0;
    if (cluster !== assignments[at]) moved += 1;
    assignments[at] = cluster;
  }
  return moved;
}

// Loops and not forEach: every step adds some millions of numbers.
function addAll(sums: Float64Array, gains: Float32Array): void {
  for (let at = 0; at < gains.length; at += 1) sums[at] = (sums[at] ?? 0) + (gains[at] ?? 0);
}
