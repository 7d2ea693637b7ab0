import type { Progress } from '../../progress.js';
import { encodeModel } from '../onnx-graph.js';
import { OnnxSession } from '../onnx-session.js';

/** 512 x 8,000 scores are 16 MB. */
const ROWS_PER_BLOCK = 512;

/** The k nearest of each of some rows. */
export interface Neighbours {
  readonly k: number;
  /** [rows, k]: numbers of targets, nearest first. */
  readonly indices: Int32Array;
  /** [rows, k]: Euclidean. */
  readonly distances: Float32Array;
}

/** Exact nearest neighbours among targets [count, dims] as products and top-k in an ONNX thread: |b|^2 - 2ab orders as the distance does. */
export class NeighbourSearch {
  private constructor(
    private readonly session: OnnxSession,
    private readonly targets: Float32Array,
    private readonly dims: number,
    readonly k: number,
  ) {}

  /** Finds the `k` nearest, or all targets where there are fewer. */
  static async open(targets: Float32Array, { dims, k }: { dims: number; k: number }): Promise<NeighbourSearch> {
    const count = targets.length / dims;
    const found = Math.min(k, count);
    const session = await OnnxSession.open(graphFor(found));
    const norms = Float32Array.from({ length: count }, (_, at) => -squaredLength(targets.subarray(at * dims, (at + 1) * dims)));
    await session.keep('targets', { values: targets.slice(), dims: [count, dims] });
    await session.keep('norms', { values: norms, dims: [count] });
    return new NeighbourSearch(session, targets, dims, found);
  }

  /** Of rows [count, dims]; a phase of its own, a step for every 512. */
  async nearest(rows: Float32Array, phase: string, progress: Progress): Promise<Neighbours> {
    const count = rows.length / this.dims;
    progress.phase(phase, Math.ceil(count / ROWS_PER_BLOCK));
    const indices = new Int32Array(count * this.k);
    for (let first = 0; first < count; first += ROWS_PER_BLOCK) {
      const block = rows.slice(first * this.dims, (first + ROWS_PER_BLOCK) * this.dims);
      const feeds = { rows: { values: block, dims: [block.length / this.dims, this.dims] } };
      const outputs = await this.session.run(
        { ...feeds, targets: { kept: 'targets' }, norms: { kept: 'norms' } },
        { outputs: ['indices'], handOver: true },
      );
      indices.set(Int32Array.from(outputs.int64('indices').values, Number), first * this.k);
      progress.step();
    }
    return { k: this.k, indices, distances: this.distances(rows, indices) };
  }

  async close(): Promise<void> {
    await this.session.close();
  }

  // Not from the scores: of near-duplicates almost nothing is left of them but rounding.
  private distances(rows: Float32Array, indices: Int32Array): Float32Array {
    const { dims, k, targets } = this;
    return Float32Array.from(indices, (target, at) => {
      const row = Math.floor(at / k) * dims;
      let sum = 0;
      for (let column = 0; column < dims; column += 1) sum += ((rows[row + column] ?? 0) - (targets[target * dims + column] ?? 0)) ** 2;
      return Math.sqrt(sum);
    });
  }
}

/** The nearest of each target among the others: itself is left out. */
export async function neighboursAmong(
  targets: Float32Array,
  { dims, k, progress }: { dims: number; k: number; progress: Progress },
): Promise<Neighbours> {
  const search = await NeighbourSearch.open(targets, { dims, k: k + 1 });
  try {
    return withoutSelf(await search.nearest(targets, 'Finding neighbours', progress));
  } finally {
    await search.close();
  }
}

function withoutSelf({ k, indices, distances }: Neighbours): Neighbours {
  const rest: Neighbours = {
    k: k - 1,
    indices: new Int32Array((indices.length / k) * (k - 1)),
    distances: new Float32Array((indices.length / k) * (k - 1)),
  };
  for (let row = 0; row < indices.length / k; row += 1) {
    const own = indices.subarray(row * k, (row + 1) * k).indexOf(row);
    // Among many at no distance it may not be in the list: then the farthest goes.
    const left = own < 0 ? k - 1 : own;
    for (let place = 0; place < k - 1; place += 1) {
      const from = row * k + place + (place >= left ? 1 : 0);
      rest.indices[row * (k - 1) + place] = indices[from] ?? 0;
      rest.distances[row * (k - 1) + place] = distances[from] ?? 0;
    }
  }
  return rest;
}

function graphFor(k: number): Uint8Array {
  return encodeModel({
    name: 'neighbours',
    inputs: [
      { name: 'rows', type: 'float32', dims: ['n', 'd'] },
      { name: 'targets', type: 'float32', dims: ['m', 'd'] },
      { name: 'norms', type: 'float32', dims: ['m'] },
    ],
    outputs: [
      { name: 'scores', type: 'float32', dims: ['n', k] },
      { name: 'indices', type: 'int64', dims: ['n', k] },
    ],
    initializers: [{ name: 'k', dims: [1], values: BigInt64Array.of(BigInt(k)) }],
    nodes: [
      {
        op: 'Gemm',
        inputs: ['rows', 'targets', 'norms'],
        outputs: ['products'],
        attributes: { transB: { int: 1 }, alpha: { float: 2 } },
      },
      { op: 'TopK', inputs: ['products', 'k'], outputs: ['scores', 'indices'] },
    ],
  });
}

function squaredLength(vector: Float32Array): number {
  return vector.reduce((sum, value) => sum + value * value, 0);
}
