import { afterAll, beforeAll, describe } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase, type Database } from '../../server/database/data-source.js';
import { createLog } from '../../server/logging.js';
import { createRepositories, type Repositories } from '../../server/repositories/repositories.js';
import { createUnitOfWork, type UnitOfWork } from '../../server/repositories/unit-of-work.js';
import { copyTemplate } from './database-template.js';
import { describeWith, postgresUrl } from './requirements.js';

/** An open database of its own, and what stands on it. */
export interface TestDatabase {
  readonly database: Database;
  readonly repositories: Repositories;
  readonly unitOfWork: UnitOfWork;
  /** A folder of its own; the embedded database lies in it. */
  readonly dataDir: string;
  /** Of the server's database; null for the embedded one. */
  readonly url: string | null;
  /** Closes it and removes what it wrote. */
  close(): Promise<void>;
}

const silent = createLog('silent');

/** The same tests on the embedded database and, where TEST_DATABASE_URL names one, on a server. `current()` is open while a test runs. */
export function describeEachDatabase(name: string, body: (current: () => TestDatabase) => void): void {
  describe(`${name} (embedded)`, () => body(withDatabase(openEmbeddedForTest)));
  describeWith('postgres', `${name} (server)`, () => body(withDatabase(openServerForTest)));
}

function withDatabase(open: () => Promise<TestDatabase>): () => TestDatabase {
  let opened: TestDatabase | null = null;
  beforeAll(async () => {
    opened = await open();
  }, 120_000);
  afterAll(async () => {
    await opened?.close();
  }, 30_000);
  return () => {
    if (!opened) throw new Error('The test database is open only while tests run.');
    return opened;
  };
}

/** A fresh, migrated embedded database in a folder of its own: a copy of a template, because making one takes 4 to 17 s. */
export async function openEmbeddedForTest(): Promise<TestDatabase> {
  const dataDir = await copyTemplate();
  const database = await openDatabase({ url: null, poolSize: 1, dataDir, log: silent });
  const close = async () => {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return assemble(database, { dataDir, url: null, close });
}

/** A fresh, migrated database on the server of TEST_DATABASE_URL. */
export async function openServerForTest(): Promise<TestDatabase> {
  const server = await createServerDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'image-explorer-'));
  const database = await openDatabase({ url: server.url, poolSize: 4, dataDir, log: silent });
  const close = async () => {
    await database.close();
    await server.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return assemble(database, { dataDir, url: server.url, close });
}

/** An empty database on the server of TEST_DATABASE_URL. */
export async function createServerDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  if (!postgresUrl) throw new Error('TEST_DATABASE_URL names no PostgreSQL.');
  const name = `image_explorer_${randomBytes(6).toString('hex')}`;
  await asAdministrator(`CREATE DATABASE ${name}`);
  const url = new URL(postgresUrl);
  url.pathname = name;
  return { url: url.href, drop: () => asAdministrator(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function asAdministrator(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl ?? undefined });
  await client.connect();
  await client.query(sql);
  await client.end();
}

function assemble(database: Database, rest: Pick<TestDatabase, 'dataDir' | 'url' | 'close'>): TestDatabase {
  return { database, repositories: createRepositories(database.dataSource.manager), unitOfWork: createUnitOfWork(database, null), ...rest };
}
