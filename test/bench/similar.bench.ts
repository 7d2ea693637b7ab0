import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresUrl } from '../support/places.js';
import { quantile } from '../support/retrieval.js';
import { BENCH_TOKEN, type BenchArchive, startArchive } from './archive.js';
import type { BenchReport, BenchRow, BenchSuite } from './report.js';
import { COUNT, documentId, dot, generateVectors, seed, withServerDatabase } from './seeded-vectors.js';

const QUERIES = 100;
const WARM_UP = 20;
const TOP_K = 50;

/** Similarity by image id over HTTP at 100,000 vectors: how fast, and how much of the exact answer is in it. */
export const similarBench: BenchSuite = {
  name: 'similar',
  description: `Search by image id over HTTP among ${COUNT} vectors: time and recall, embedded and (TEST_DATABASE_URL) on a server.`,
  async run(): Promise<BenchReport> {
    const vectors = generateVectors();
    const exact = exactAnswers(vectors);
    const rows = await measure('embedded', null, { vectors, exact });
    if (!postgresUrl) return { rows, notes: ['The server was not measured: TEST_DATABASE_URL names no PostgreSQL.'] };
    const onServer = await withServerDatabase(postgresUrl, (url) => measure('server', url, { vectors, exact }));
    return { rows: [...rows, ...onServer], notes: NOTES };
  },
};

const NOTES = ['The vectors are synthetic: tight groups are hard on HNSW, real pictures are kinder.'];
const TARGETS = { embedded: { recall: 1, p95: 60 }, server: { recall: 0.98, p95: 30 } };

interface Corpus {
  readonly vectors: Float32Array;
  readonly exact: ReadonlyMap<number, ReadonlySet<string>>;
}

async function measure(kind: 'embedded' | 'server', url: string | null, { vectors, exact }: Corpus): Promise<BenchRow[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'image-explorer-bench-'));
  const settings = { DATA_DIR: dataDir, CLIP_MODEL: 'builtin', ...(url ? { DATABASE_URL: url } : {}) };
  try {
    const seconds = await seed({ dataDir, url }, vectors);
    const archive = await startArchive(settings);
    const rows = await measureOne(kind, archive, exact).finally(() => archive.close());
    return [...rows, { measure: `${kind}: writing the vectors`, value: seconds, unit: 's' }];
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measureOne(kind: 'embedded' | 'server', { application, url }: BenchArchive, exact: Corpus['exact']): Promise<BenchRow[]> {
  await application.services.models.open();
  const started = performance.now();
  // The embedded index is read into memory by the first search; a request may run out of time while that lasts.
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const found = await ask(url, 0).catch(() => []);
    if (found.length > 0) break;
  }
  const firstMs = performance.now() - started;
  for (let query = 1; query < WARM_UP; query += 1) await ask(url, query);
  const { timesMs, recalls } = await askAll(url, exact);
  const recall = recalls.reduce((sum, one) => sum + one, 0) / recalls.length;
  return [
    { measure: `${kind}: median`, value: quantile(timesMs, 0.5), unit: 'ms' },
    { measure: `${kind}: 95th percentile`, value: quantile(timesMs, 0.95), unit: 'ms', target: TARGETS[kind].p95 },
    { measure: `${kind}: recall@${TOP_K} against exact`, value: recall, unit: 'share', target: TARGETS[kind].recall },
    { measure: `${kind}: the first after a start`, value: firstMs, unit: 'ms' },
  ];
}

async function askAll(url: string, exact: Corpus['exact']): Promise<{ timesMs: number[]; recalls: number[] }> {
  const timesMs: number[] = [];
  const recalls: number[] = [];
  for (const [query, wanted] of exact) {
    const started = performance.now();
    const found = await ask(url, query);
    timesMs.push(performance.now() - started);
    recalls.push(found.filter((id) => wanted.has(id)).length / wanted.size);
  }
  return { timesMs, recalls };
}

async function ask(url: string, query: number): Promise<string[]> {
  const response = await fetch(`${url}/api/images/similar`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${BENCH_TOKEN}` },
    body: JSON.stringify({ image_id: documentId(query), top_k: TOP_K, threshold: -1 }),
  });
  const answer = (await response.json()) as { results?: { image: { id: string } | null }[] };
  if (!answer.results) throw new Error(`Expected results, but received ${response.status}: ${JSON.stringify(answer)}`);
  return answer.results.flatMap(({ image }) => (image ? [image.id] : []));
}

function exactAnswers(vectors: Float32Array): Map<number, Set<string>> {
  const norms = Float64Array.from({ length: COUNT }, (_, at) => Math.sqrt(dot(vectors, at, at)));
  const queries = Array.from({ length: QUERIES }, (_, nth) => Math.floor((nth * COUNT) / QUERIES));
  return new Map(
    queries.map((query) => {
      const scores = Float64Array.from({ length: COUNT }, (_, at) => dot(vectors, query, at) / (norms[at] ?? 1));
      const best = Array.from(scores.keys())
        .sort((first, second) => (scores[second] ?? 0) - (scores[first] ?? 0))
        .slice(0, TOP_K);
      return [query, new Set(best.map(documentId))];
    }),
  );
}
