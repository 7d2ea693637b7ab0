import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { VectorSpool } from '../../server/models/clustering/vector-spool.js';
import { compute } from '../../server/models/computation.js';
import { findPrincipalAxes, projectAll } from '../../server/models/layout/principal-axes.js';
import { embedLabelled } from '../support/labelled-vectors.js';
import { flat, SILENT } from '../support/layouts.js';
import { MemoryWatch } from '../support/process-memory.js';
import { trustworthiness } from '../support/trustworthiness.js';
import { measureAnswers } from './map-server.js';
import type { BenchReport, BenchRow, BenchSuite } from './report.js';
import { COUNT, generateVectors } from './seeded-vectors.js';

const DIMS = 512;
const NEIGHBOURS = 15;
/** Of how many points trustworthiness is measured where there are 100,000: each is compared with all. */
const ASKED = 100;
const PEER = join(import.meta.dirname, 'map-peer.py');

/** The map of the archive: how long it takes, how well it keeps neighbours, and how quickly it is answered. */
export const mapBench: BenchSuite = {
  name: 'map',
  description: `the layout of 10,000 and ${COUNT} vectors, its trustworthiness beside other layouts, and the map over HTTP.`,
  async run(): Promise<BenchReport> {
    const folder = await mkdtemp(join(tmpdir(), 'image-explorer-bench-'));
    try {
      const vectors = generateVectors();
      const seeded = await spool(join(folder, 'seeded'), vectors, DIMS);
      const rows: BenchRow[] = [];
      for (const count of [10_000, COUNT]) rows.push(...(await measureLayout(folder, vectors, { ...seeded, count })));
      const { rows: quality, note } = await measureQuality(folder);
      return { rows: [...rows, ...quality, ...(await measureAnswers())], notes: [note] };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function measureLayout(folder: string, vectors: Float32Array, seeded: VectorSpool): Promise<BenchRow[]> {
  const { count } = seeded;
  const before = process.memoryUsage().rss;
  const memory = new MemoryWatch(process.pid);
  const started = performance.now();
  const first = await layOut(folder, seeded, `first of ${count}`);
  const seconds = (performance.now() - started) / 1000;
  memory.stop();
  const startedAgain = performance.now();
  await compute('layOut', {
    vectors: seeded,
    seed: 1,
    previous: first,
    checkpoint: { path: join(folder, 'checkpoint'), key: `again ${count}` },
  });
  const secondsAgain = (performance.now() - startedAgain) / 1000;
  const kept = trustworthiness({ vectors: vectors.subarray(0, count * DIMS), dims: DIMS, positions: first.positions }, NEIGHBOURS, ASKED);
  return [
    { measure: `layout of ${count} vectors`, value: seconds, unit: 's' },
    { measure: 'memory it takes at most', value: (memory.peakBytes - before) / 2 ** 20, unit: 'MB' },
    { measure: `trustworthiness (k = ${NEIGHBOURS}, of ${ASKED} points)`, value: kept, unit: 'share' },
    { measure: 'laid out again from there', value: secondsAgain, unit: 's' },
  ];
}

/** Of the photographs in ../shared/data/semantic under the stand-in, where these are. */
async function measureQuality(folder: string): Promise<{ rows: BenchRow[]; note: string }> {
  const labelled = await embedLabelled().catch((error: unknown) => String(error));
  if (typeof labelled === 'string') return { rows: [], note: `Photographs were not laid out: ${labelled}` };
  const vectors = flat(labelled.map(({ vector }) => vector));
  const photographs = await spool(join(folder, 'photographs'), vectors, DIMS);
  const { positions } = await layOut(folder, photographs, 'photographs');
  const axes = await findPrincipalAxes(photographs, 2, { progress: SILENT, onBlock: () => undefined });
  const twoAxes = await projectAll(photographs, axes, SILENT);
  const peer = await askPeer(photographs);
  const of = (layout: Float32Array): number => trustworthiness({ vectors, dims: DIMS, positions: layout }, NEIGHBOURS);
  const rows = [
    { measure: `trustworthiness of ${labelled.length} photographs (k = ${NEIGHBOURS})`, value: of(positions), unit: 'share' },
    { measure: 'of their two strongest axes', value: of(twoAxes), unit: 'share' },
    ...(peer ? [{ measure: `of the t-SNE of ${peer.name}`, value: peer.tsne, unit: 'share' }] : []),
  ];
  return { rows, note: peer ? '' : 'scikit-learn was not asked: /usr/bin/python3 has none (Debian: python3-sklearn).' };
}

function layOut(folder: string, vectors: VectorSpool, key: string): ReturnType<typeof compute<'layOut'>> {
  return compute('layOut', { vectors, seed: 1, checkpoint: { path: join(folder, 'checkpoint'), key } });
}

async function spool(path: string, vectors: Float32Array, dims: number): Promise<VectorSpool> {
  await writeFile(path, new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength));
  return { path, dims, count: vectors.length / dims };
}

async function askPeer({ path, dims }: VectorSpool): Promise<{ name: string; tsne: number } | null> {
  return promisify(execFile)('/usr/bin/python3', [PEER, path, String(dims), String(NEIGHBOURS)]).then(
    ({ stdout }) => JSON.parse(stdout) as { name: string; tsne: number },
    () => null,
  );
}
