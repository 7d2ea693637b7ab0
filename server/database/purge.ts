import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource, QueryRunner } from 'typeorm';

const OUR_TABLES = `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = current_schema()`;
const OUR_FILES = `SELECT (SELECT oid FROM pg_database WHERE datname = current_database()) AS database, pg_relation_filenode(oid) AS node FROM pg_class`;
// Of one relation: the main file, its further gigabytes, its maps.
const RELATION_FILE = /^(\d+)(_(fsm|vm|init))?(\.\d+)?$/;
/** Smaller numbers are PostgreSQL's own. */
const FIRST_OF_OURS = 16_384;

/** Leaves nothing readable of deleted rows, as far as the database is ours (`folder`, else null); see `Database.purge`. */
export async function purgeDeleted(dataSource: DataSource, folder: string | null): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SET statement_timeout = 0');
    const tables = ((await runner.query(OUR_TABLES)) as { name: string }[]).map(({ name }) => name).join(', ');
    for (const sql of folder === null ? [`VACUUM ${tables}`] : rewriting(tables)) await runner.query(sql);
    if (folder !== null) await removeOrphans(runner, folder);
  } finally {
    await runner.query('RESET statement_timeout');
    await runner.release();
  }
}

// The planner keeps samples of values, and a table that became empty keeps its old ones. The log of changes holds them until a later
// segment was begun and checkpointed; recycled segments would keep their bytes.
function rewriting(tables: string): string[] {
  const beginLog = ['SELECT pg_switch_wal()', 'CHECKPOINT'];
  return [
    'DELETE FROM pg_statistic',
    `VACUUM FULL ${tables}`,
    'ANALYZE',
    'VACUUM FULL pg_statistic',
    'SET wal_recycle = off',
    'CHECKPOINT',
    ...beginLog,
    ...beginLog,
    'RESET wal_recycle',
  ];
}

// A process that ends while tables are written anew leaves files that no table knows, and PostgreSQL never looks for them. The embedded
// database has one session, this one, so a file that no row of pg_class names is nobody's.
async function removeOrphans(runner: QueryRunner, folder: string): Promise<void> {
  const rows = (await runner.query(OUR_FILES)) as { database: number; node: number | null }[];
  const known = new Set(rows.map(({ node }) => String(node)));
  const base = join(folder, 'base', String(rows[0]?.database));
  for (const name of await readdir(base)) {
    const node = RELATION_FILE.exec(name)?.[1];
    if (node !== undefined && Number(node) >= FIRST_OF_OURS && !known.has(node)) await rm(join(base, name), { force: true });
  }
}
