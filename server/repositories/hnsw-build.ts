import type { QueryRunner } from 'typeorm';
import { checkedInteger, queryRow, queryRows } from './sql.js';

/** Whose index is built, and how large it will be. */
export interface HnswSize {
  readonly modelId: number;
  readonly dims: number;
  readonly rows: number;
}

const MEMORY_MB = { least: 64, most: 2048 };
// The lock's first number says what it is for, its second is the model.
const TAKE_LOCK = `SELECT pg_try_advisory_lock(hashtext('image_explorer.hnsw'), $1::int) AS taken`;
const RELEASE_LOCK = `SELECT pg_advisory_unlock(hashtext('image_explorer.hnsw'), $1::int)`;
const FIND_BROKEN = 'SELECT 1 FROM pg_index WHERE indexrelid = to_regclass($1) AND NOT indisvalid';

/** Builds a model's index outside of transactions, so that ingestion goes on meanwhile; returns at once while another process is at it. */
export async function buildHnswIndex(runner: QueryRunner, size: HnswSize): Promise<void> {
  const lock = await queryRow<{ taken: boolean }>(runner.manager, TAKE_LOCK, [size.modelId]);
  if (!lock.taken) return;
  const name = sqlIndexName(size.modelId);
  try {
    await runner.query('SET statement_timeout = 0');
    await runner.query(sqlMemory(size));
    // A build that was interrupted leaves an index that is kept up but never used.
    if ((await queryRows(runner.manager, FIND_BROKEN, [name])).length > 0)
      await runner.query(`DROP INDEX CONCURRENTLY ${sqlIndexName(size.modelId)}`);
    await runner.query(sqlCreate(size));
  } finally {
    await runner.query('RESET statement_timeout');
    await runner.query('RESET maintenance_work_mem');
    await runner.query(RELEASE_LOCK, [size.modelId]);
  }
}

function sqlIndexName(modelId: number): string {
  return `image_embeddings_hnsw_${checkedInteger(modelId)}`;
}

// The graph must fit: at 64 MB a build of 100,000 took four times as long as at 512 MB (measured).
function sqlMemory({ dims, rows }: HnswSize): string {
  const needed = Math.ceil((rows * (dims * 2 + 600)) / 1_000_000);
  return `SET maintenance_work_mem = '${checkedInteger(Math.min(MEMORY_MB.most, Math.max(MEMORY_MB.least, needed)))}MB'`;
}

function sqlCreate({ modelId, dims }: HnswSize): string {
  return `
    CREATE INDEX CONCURRENTLY IF NOT EXISTS ${sqlIndexName(modelId)} ON image_embeddings
    USING hnsw ((embedding::halfvec(${checkedInteger(dims)})) halfvec_cosine_ops) WITH (m = 16, ef_construction = 64)
    WHERE model_id = ${checkedInteger(modelId)}`;
}
