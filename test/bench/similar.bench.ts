import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase, type Database } from '../../server/database/data-source.js';
import { createLog } from '../../server/logging.js';
import { openBuiltinModel } from '../../server/models/builtin/builtin-model.js';
import { createRandom, type Random } from '../../server/models/builtin/random.js';
import { createRepositories } from '../../server/repositories/repositories.js';
import { HnswVectorIndex } from '../../server/repositories/hnsw-vector-index.js';
import { postgresUrl } from '../support/places.js';
import { quantile } from '../support/retrieval.js';
import { BENCH_TOKEN, type BenchArchive, startArchive } from './archive.js';
import type { BenchReport, BenchRow, BenchSuite } from './report.js';

const COUNT = 100_000;
const DIMS = 512;
const GROUPS = 200;
const QUERIES = 100;
const WARM_UP = 20;
const TOP_K = 50;
const BATCH = 250;

/** Similarity by image id over HTTP at 100,000 vectors: how fast, and how much of the exact answer is in it. */
export const similarBench: BenchSuite = {
  name: 'similar',
  description: `Search by image id over HTTP among ${COUNT} vectors: time and recall, embedded and (TEST_DATABASE_URL) on a server.`,
  async run(): Promise<BenchReport> {
    const vectors = generateVectors();
    const exact = exactAnswers(vectors);
    const rows = await measure('embedded', null, { vectors, exact });
    if (!postgresUrl) return { rows, notes: ['The server was not measured: TEST_DATABASE_URL names no PostgreSQL.'] };
    const server = new pg.Client({ connectionString: postgresUrl });
    const url = new URL(postgresUrl);
    const DATABASE = `image_explorer_bench_${process.pid}`;
    url.pathname = DATABASE;
    await server.connect();
    await server.query(`CREATE DATABASE ${DATABASE}`);
    try {
      return { rows: [...rows, ...(await measure('server', url.href, { vectors, exact }))], notes: NOTES };
    } finally {
      await server.query(`DROP DATABASE ${DATABASE} WITH (FORCE)`);
      await server.end();
    }
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

/** Writes documents and vectors straight into a new database; returns the seconds it took, with the server's index. */
async function seed({ dataDir, url }: { dataDir: string; url: string | null }, vectors: Float32Array): Promise<number> {
  const database = await openDatabase({ url, poolSize: 4, dataDir, log: createLog('error') });
  try {
    const model = await openBuiltinModel({ intraOpThreads: 1 });
    const repositories = createRepositories(database.dataSource.manager);
    const modelId = await repositories.models.register(model.identity);
    await model.close();
    await repositories.models.setCurrent(modelId);
    const started = performance.now();
    await insertAll(database, modelId, vectors);
    await database.afterBulk();
    if (url) await new HnswVectorIndex({ ...repositories, dataSource: database.dataSource }).refresh();
    return (performance.now() - started) / 1000;
  } finally {
    await database.close();
  }
}

async function insertAll(database: Database, modelId: number, vectors: Float32Array): Promise<void> {
  const root = documentId(COUNT);
  await database.dataSource.query(
    `INSERT INTO roots (id, name, path, kind, sidecars) VALUES ($1, 'bench', '/nowhere', 'folder', 'apart')`,
    [root],
  );
  for (let from = 0; from < COUNT; from += BATCH) {
    const numbers = Array.from({ length: BATCH }, (_, at) => from + at);
    const ids = numbers.map(documentId);
    const texts = numbers.map((at) => vectorText(vectors, at));
    await database.dataSource.query(
      `WITH written AS (
         INSERT INTO documents (id, kind, content_hash, mime, format, bytes, width, height, taken_local, taken_precision, taken_source, thumbhash)
         SELECT id, 'photo', repeat(replace(id::text, '-', ''), 2), 'image/jpeg', 'jpeg', 1000, 400, 300, '2020-01-01', 'day', 'exif', 'AAAA' FROM unnest($1::uuid[]) AS id),
       sourced AS (
         INSERT INTO document_sources (root_id, path, document_id, content_hash, bytes, modified_ms)
         SELECT $4, id::text, id, repeat(replace(id::text, '-', ''), 2), 1000, 0 FROM unnest($1::uuid[]) AS id)
       INSERT INTO image_embeddings (document_id, model_id, dims, kind, embedding, perceptual_hash)
       SELECT id, $3::smallint, ${DIMS}, 'image', line::vector, 0::bit(64) FROM unnest($1::uuid[], $2::text[]) AS rows (id, line)`,
      [ids, texts, modelId, root],
    );
  }
}

/** Groups of unequal size, each stretched along eight directions, with noise: unit vectors in one array. */
function generateVectors(): Float32Array {
  const random = createRandom(42);
  const bases = Array.from({ length: GROUPS * 9 }, () => gaussian(random, 1 / Math.sqrt(DIMS)));
  const vectors = new Float32Array(COUNT * DIMS);
  for (let at = 0; at < COUNT; at += 1) {
    const group = Math.floor(random.unit() ** 2 * GROUPS) * 9;
    const vector = gaussian(random, 0.45 / Math.sqrt(DIMS));
    for (let basis = 0; basis < 9; basis += 1) addScaled(vector, bases[group + basis] ?? vector, basis === 0 ? 1 : random.normal() * 0.2);
    const length = Math.hypot(...vector);
    vectors.set(
      vector.map((value) => Number((value / length).toFixed(4))),
      at * DIMS,
    );
  }
  return vectors;
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

function dot(vectors: Float32Array, first: number, second: number): number {
  let sum = 0;
  for (let at = 0; at < DIMS; at += 1) sum += (vectors[first * DIMS + at] ?? 0) * (vectors[second * DIMS + at] ?? 0);
  return sum;
}

function gaussian(random: Random, scale: number): Float32Array {
  return Float32Array.from({ length: DIMS }, () => random.normal() * scale);
}

function addScaled(target: Float32Array, source: Float32Array, scale: number): void {
  source.forEach((value, at) => (target[at] = (target[at] ?? 0) + value * scale));
}

function vectorText(vectors: Float32Array, at: number): string {
  return `[${Array.from(vectors.subarray(at * DIMS, (at + 1) * DIMS), (value) => value.toFixed(4)).join(',')}]`;
}

function documentId(number: number): string {
  return `01890000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}
