import type { DataSource } from 'typeorm';

const OUR_TABLES = `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = current_schema()`;

/** Leaves nothing readable of deleted rows, as far as the database is ours; see `Database.purge`. */
export async function purgeDeleted(dataSource: DataSource, isEmbedded: boolean): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SET statement_timeout = 0');
    const tables = ((await runner.query(OUR_TABLES)) as { name: string }[]).map(({ name }) => name).join(', ');
    for (const sql of isEmbedded ? rewriting(tables) : [`VACUUM ${tables}`]) await runner.query(sql);
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
