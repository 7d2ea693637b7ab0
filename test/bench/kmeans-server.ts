import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MemoryWatch } from '../support/process-memory.js';
import { quantile } from '../support/retrieval.js';
import { BENCH_TOKEN, startArchive, type BenchArchive } from './archive.js';
import type { BenchRow } from './report.js';
import { COUNT, generateVectors, seed } from './seeded-vectors.js';

const CLUSTERS = 256;
const PAUSE_MS = 20;
const GALLERY = '{ images(first: 60) { edges { node { id title takenAt width height } } } }';

interface Night {
  readonly seconds: number;
  readonly timesMs: number[];
  readonly summary: string;
}

/** What the server answers, how fast, and how much memory it all takes, while the job clusters 100,000 pictures of the embedded database. */
export async function measureServer(): Promise<BenchRow[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'image-explorer-bench-'));
  try {
    await seed({ dataDir, url: null }, generateVectors());
    const archive = await startArchive({ DATA_DIR: dataDir, CLIP_MODEL: 'builtin' });
    return await measureNights(archive).finally(() => archive.close());
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measureNights(archive: BenchArchive): Promise<BenchRow[]> {
  await archive.application.services.models.open();
  for (let warmUp = 0; warmUp < 20; warmUp += 1) await askGallery(archive.url);
  const idle: number[] = [];
  for (let round = 0; round < 100; round += 1) idle.push(await askGallery(archive.url));
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const memory = new MemoryWatch(process.pid);
  const first = await night(archive, { clusters: CLUSTERS });
  memory.stop();
  const again = await night(archive, {});
  return [
    { measure: `gallery request, nothing else going on: 95th percentile`, value: quantile(idle, 0.95), unit: 'ms' },
    ...rowsOf(`cluster-images of ${COUNT} pictures into ${CLUSTERS}`, first),
    { measure: 'memory the job takes at most, server and child', value: (memory.peakBytes - before) / 2 ** 20, unit: 'MB', target: 1024 },
    ...rowsOf('the next night without a change', again),
  ];
}

function rowsOf(name: string, { seconds, timesMs }: Night): BenchRow[] {
  return [
    { measure: name, value: seconds, unit: 's' },
    { measure: `${name}: gallery requests meanwhile, median of ${timesMs.length}`, value: quantile(timesMs, 0.5), unit: 'ms' },
    { measure: `${name}: 95th percentile`, value: quantile(timesMs, 0.95), unit: 'ms', target: 100 },
    { measure: `${name}: the slowest`, value: Math.max(...timesMs), unit: 'ms' },
  ];
}

async function night({ application, url }: BenchArchive, options: Record<string, unknown>): Promise<Night> {
  const started = performance.now();
  const { finished } = await application.jobs.start('cluster-images', options, { kind: 'job', name: 'bench' });
  let isGoing = true;
  const ended = finished.finally(() => (isGoing = false));
  const timesMs: number[] = [];
  while (isGoing) {
    timesMs.push(await askGallery(url));
    await sleep(PAUSE_MS);
  }
  const { run } = await ended;
  if (run.outcome !== 'succeeded') throw new Error(run.summary ?? 'The job failed.');
  return { seconds: (performance.now() - started) / 1000, timesMs, summary: run.summary ?? '' };
}

async function askGallery(url: string): Promise<number> {
  const started = performance.now();
  const headers = { authorization: `Bearer ${BENCH_TOKEN}`, 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: GALLERY }) });
  const { errors } = (await response.json()) as { errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return performance.now() - started;
}
