import type { Client } from 'pg';
import { AppError } from '../errors.js';
import type { Log } from '../logging.js';

const OLDEST_POSTGRES = 150_000;

/** What the database is, as the archive's page shows it. */
export interface DatabaseVersions {
  readonly version: string;
  readonly vectorVersion: string;
  /** pgvector < 0.8.4: parallel index builds may overflow (CVE-2026-3172, to 0.8.1) or leave a broken graph (pgvector#993). */
  readonly hasUnsafeParallelBuilds: boolean;
}

/** Creates the extensions and checks the versions. Throws UNAVAILABLE with what to do where they are missing or too old. */
export async function prepareDatabase(client: Client, log: Log): Promise<DatabaseVersions> {
  await requirePostgres(client);
  await createExtension(client, 'CREATE EXTENSION IF NOT EXISTS vector');
  await createExtension(client, 'CREATE EXTENSION IF NOT EXISTS pg_trgm');
  const { version, vectorVersion } = await readVersions(client);
  if (isOlder(vectorVersion, [0, 8, 0])) {
    throw new AppError(
      'UNAVAILABLE',
      `Expected pgvector 0.8.0 or newer but received ${vectorVersion}. Update it, then run ALTER EXTENSION vector UPDATE.`,
    );
  }
  const hasUnsafeParallelBuilds = isOlder(vectorVersion, [0, 8, 4]);
  if (hasUnsafeParallelBuilds)
    log.warn(
      { vectorVersion },
      'pgvector is older than 0.8.4 and has known faults in index builds: please update it. Indexes are built without parallel workers.',
    );
  return { version, vectorVersion, hasUnsafeParallelBuilds };
}

async function requirePostgres(client: Client): Promise<void> {
  const { rows } = await client.query<{ number: string; text: string }>(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS text`,
  );
  const row = rows[0];
  if (Number(row?.number) < OLDEST_POSTGRES)
    throw new AppError('UNAVAILABLE', `Expected PostgreSQL 15 or newer but received ${row?.text}.`);
}

async function createExtension(client: Client, sql: string): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    const sentence = `The database lacks an extension. Install it on the server and let an administrator run: ${sql};`;
    throw new AppError('UNAVAILABLE', sentence, undefined, { cause: error });
  }
}

async function readVersions(client: Client): Promise<{ version: string; vectorVersion: string }> {
  const { rows } = await client.query<{ version: string; vectorVersion: string }>(
    `SELECT current_setting('server_version') AS version, extversion AS "vectorVersion" FROM pg_extension WHERE extname = 'vector'`,
  );
  const row = rows[0];
  if (!row) throw new AppError('UNAVAILABLE', 'The database lacks the extension vector.');
  return row;
}

/** Whether a dotted version comes before another; parts that are missing count as 0. */
export function isOlder(version: string, than: readonly number[]): boolean {
  const parts = version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  for (const [index, wanted] of than.entries()) {
    const part = parts[index] ?? 0;
    if (part !== wanted) return part < wanted;
  }
  return false;
}
