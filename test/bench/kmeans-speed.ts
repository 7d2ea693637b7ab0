import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { availableParallelism, constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { KmeansSteps } from '../../server/models/clustering/kmeans-steps.js';
import { directionsOf, sumsOf } from '../../server/models/clustering/lloyd.js';
import { spoolSource } from '../../server/models/clustering/vector-source.js';
import { type VectorSpool, VectorSpoolWriter } from '../../server/models/clustering/vector-spool.js';
import { compute } from '../../server/models/computation.js';
import { encodeModel } from '../../server/models/onnx-graph.js';
import { OnnxSession } from '../../server/models/onnx-session.js';
import { quantile } from '../support/retrieval.js';
import { askPeer } from './kmeans-peer.js';
import type { BenchRow } from './report.js';
import { COUNT, generateVectors } from './seeded-vectors.js';

const DIMS = 512;
const K = 256;
const ITERATIONS = 20;
const ROUNDS = 3;
const BLOCK_ROWS = 4096;
const MAX_PEAK_MB = 1024;

// The product alone: one number of it goes out, so that nothing is copied.
const BARE = encodeModel({
  name: 'product',
  inputs: [
    { name: 'rows', type: 'float32', dims: ['n', 'd'] },
    { name: 'centroids', type: 'float32', dims: ['k', 'd'] },
  ],
  outputs: [{ name: 'one', type: 'float32', dims: [1, 1] }],
  initializers: [
    { name: 'from', dims: [2], values: BigInt64Array.of(0n, 0n) },
    { name: 'to', dims: [2], values: BigInt64Array.of(1n, 1n) },
  ],
  nodes: [
    { op: 'Gemm', inputs: ['rows', 'centroids'], outputs: ['products'], attributes: { transB: { int: 1 } } },
    { op: 'Slice', inputs: ['products', 'from', 'to'], outputs: ['one'] },
  ],
});

/** A start for both: the same clusters of rows for us, their centroids [k, dims] for others. */
interface Start {
  readonly assignments: Int32Array;
  readonly centroids: Float32Array;
}

/**
 * Time per iteration beside the bare product and, where `hasPeer`, scikit-learn, each in turn; and the peak memory of the child. This process
 * keeps the low priority of the child from then on, so that all three are held up alike by what else runs.
 */
export async function measureSpeed(folder: string, hasPeer: boolean): Promise<BenchRow[]> {
  setPriority(constants.priority.PRIORITY_LOW);
  const vectors = await writeVectors(join(folder, 'vectors'));
  const start = await startOf(vectors);
  const bare = await BareProduct.open(vectors, start.centroids);
  const rounds: { ours: number; bare: number; theirs: number; peakMb: number }[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = await bare.seconds();
      const { seconds: ours, peakMb } = await oursPerIteration(vectors, start.assignments);
      const after = await bare.seconds();
      const theirs = hasPeer ? await theirsPerIteration(folder, vectors, start.centroids) : NaN;
      rounds.push({ ours, bare: Math.min(before, after), theirs, peakMb });
    }
  } finally {
    await bare.close();
  }
  // The best round of each: what else runs on the machine only ever adds.
  const best = (of: (round: (typeof rounds)[number]) => number): number => Math.min(...rounds.map(of));
  const [ours, product, theirs] = [best((round) => round.ours), best((round) => round.bare), best((round) => round.theirs)];
  return [
    { measure: `${COUNT} x ${DIMS}, k = ${K}: one iteration, median of the best of ${ROUNDS} rounds`, value: 1000 * ours, unit: 'ms' },
    { measure: 'the bare matrix product, likewise', value: 1000 * product, unit: 'ms' },
    { measure: 'an iteration / the bare product', value: ours / product, unit: 'times', target: 1.3 },
    ...(hasPeer ? besidePeer(ours, theirs) : []),
    {
      measure: 'peak memory of the child process',
      value: Math.max(...rounds.map(({ peakMb }) => peakMb)),
      unit: 'MB',
      target: MAX_PEAK_MB,
    },
  ];
}

function besidePeer(ours: number, theirs: number): BenchRow[] {
  return [
    { measure: "one iteration of scikit-learn's KMeans, mean of the best round", value: 1000 * theirs, unit: 'ms' },
    { measure: 'an iteration / one of scikit-learn', value: ours / theirs, unit: 'times', target: 1 },
  ];
}

async function writeVectors(path: string): Promise<VectorSpool> {
  const writer = await VectorSpoolWriter.open(path, DIMS);
  await writer.append(generateVectors());
  return writer.finish();
}

/** Every 390th row, what is nearest to it, and the directions of those. */
async function startOf(vectors: VectorSpool): Promise<Start> {
  const source = spoolSource(vectors);
  const seeds = await source.picked(Array.from({ length: K }, (_, at) => Math.floor((at * COUNT) / K)));
  const steps = await KmeansSteps.open(source, { threads: availableParallelism() });
  const state = { assignments: new Int32Array(COUNT).fill(-1), similarities: new Float32Array(COUNT), sums: new Float64Array(K * DIMS) };
  await steps.step(seeds, state).finally(() => steps.close());
  return { assignments: state.assignments, centroids: directionsOf(await sumsOf(source, state.assignments, K * DIMS), DIMS) };
}

/** As the job runs it, in a child of lowered priority; the time between two iterations as it is told. */
async function oursPerIteration(vectors: VectorSpool, assignments: Int32Array): Promise<{ seconds: number; peakMb: number }> {
  const times: number[] = [];
  let peakMb = 0;
  const progress = {
    phase: () => undefined,
    step() {
      times.push(performance.now());
      peakMb = Math.max(peakMb, peakOfChildrenMb());
    },
  };
  await compute('kmeans', { vectors, k: K, seed: 1, assignments, maxIterations: ITERATIONS }, { progress });
  const seconds = times.slice(1).map((time, at) => (time - (times[at] ?? 0)) / 1000);
  return { seconds: quantile(seconds, 0.5), peakMb };
}

async function theirsPerIteration(folder: string, vectors: VectorSpool, centroids: Float32Array): Promise<number> {
  const path = join(folder, 'centroids');
  await writeFile(path, new Uint8Array(centroids.buffer));
  const request = { task: 'per_iteration', vectors: vectors.path, centroids: path, dims: DIMS, iterations: ITERATIONS };
  return (await askPeer<{ seconds: number }>(request)).seconds;
}

/** Products of the same blocks with the same threads and nothing else. */
class BareProduct {
  private constructor(
    private readonly session: OnnxSession,
    private readonly blocks: readonly string[],
  ) {}

  static async open(vectors: VectorSpool, centroids: Float32Array): Promise<BareProduct> {
    const session = await OnnxSession.open(BARE, { intraOpThreads: availableParallelism() });
    await session.keep('centroids', { values: centroids.slice(), dims: [K, DIMS] });
    const blocks: string[] = [];
    for await (const { first, rows } of spoolSource(vectors).blocks(BLOCK_ROWS)) {
      blocks.push(`from ${first}`);
      await session.keep(`from ${first}`, { values: rows, dims: [rows.length / DIMS, DIMS] });
    }
    return new BareProduct(session, blocks);
  }

  /** The median of as many passes as there are iterations. */
  async seconds(): Promise<number> {
    const times: number[] = [];
    for (let pass = 0; pass < ITERATIONS; pass += 1) {
      const started = performance.now();
      await Promise.all(this.blocks.map((kept) => this.session.run({ rows: { kept }, centroids: { kept: 'centroids' } })));
      times.push((performance.now() - started) / 1000);
    }
    return quantile(times, 0.5);
  }

  async close(): Promise<void> {
    await this.session.close();
  }
}

/** The largest resident set that a child of this process ever had (VmHWM of Linux; 0 elsewhere), in MB of 2^20 bytes. */
function peakOfChildrenMb(): number {
  try {
    const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    const kilobytes = children.map((pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0));
    return Math.max(0, ...kilobytes) / 1024;
  } catch {
    return 0;
  }
}
