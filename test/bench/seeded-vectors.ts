import pg from 'pg';
import { openDatabase, type Database } from '../../server/database/data-source.js';
import { createLog } from '../../server/logging.js';
import { openBuiltinModel } from '../../server/models/builtin/builtin-model.js';
import { createRandom, type Random } from '../../server/models/builtin/random.js';
import { HnswVectorIndex } from '../../server/repositories/hnsw-vector-index.js';
import { createRepositories } from '../../server/repositories/repositories.js';

/** How many pictures there are, each with one vector. */
export const COUNT = 100_000;
const DIMS = 512;
const GROUPS = 200;
const BATCH = 250;

/** Runs work on a database of its own on a server, and drops it afterwards. */
export async function withServerDatabase<T>(serverUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const server = new pg.Client({ connectionString: serverUrl });
  const url = new URL(serverUrl);
  const DATABASE = `image_explorer_bench_${process.pid}`;
  url.pathname = DATABASE;
  await server.connect();
  await server.query(`CREATE DATABASE ${DATABASE}`);
  try {
    return await work(url.href);
  } finally {
    await server.query(`DROP DATABASE ${DATABASE} WITH (FORCE)`);
    await server.end();
  }
}

/** Where an archive is written to. */
export interface SeedPlace {
  readonly dataDir: string;
  /** Of a database on a server; null for the embedded one. */
  readonly url: string | null;
  /** Writes what else a benchmark needs, after the documents. */
  readonly more?: (database: Database) => Promise<void>;
}

/** Writes documents and vectors straight into a new database; returns the seconds it took, with the server's index. */
export async function seed({ dataDir, url, more }: SeedPlace, vectors: Float32Array): Promise<number> {
  const database = await openDatabase({ url, poolSize: 4, dataDir, log: createLog('error') });
  try {
    const model = await openBuiltinModel({ intraOpThreads: 1 });
    const repositories = createRepositories(database.dataSource.manager);
    const modelId = await repositories.models.register(model.identity);
    await model.close();
    await repositories.models.setCurrent(modelId);
    const started = performance.now();
    await insertAll(database, modelId, vectors);
    await more?.(database);
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
export function generateVectors(): Float32Array {
  const random = createRandom(42);
  const bases = Array.from({ length: GROUPS * 9 }, () => gaussian(random, 1 / Math.sqrt(DIMS)));
  const vectors = new Float32Array(COUNT * DIMS);
  for (let at = 0; at < COUNT; at += 1) {
    const group = Math.floor(random.unit() ** 2 * GROUPS) * 9;
    const vector = gaussian(random, 0.45 / Math.sqrt(DIMS));
    for (let basis = 0; basis < 9; basis += 1) addScaled(vector, bases[group + basis] ?? vector, basis === 0 ? 1 : random.normal() * 0.2);
    const length = Math.hypot(...vector);
    vectors.set(
      vector.map((value) => Number((value / length).toFixed(6))),
      at * DIMS,
    );
  }
  return vectors;
}

/** The product of two of them. */
export function dot(vectors: Float32Array, first: number, second: number): number {
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
  return `[${Array.from(vectors.subarray(at * DIMS, (at + 1) * DIMS), (value) => value.toFixed(6)).join(',')}]`;
}

/** The id of the picture with a number. */
export function documentId(number: number): string {
  return `01890000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}
