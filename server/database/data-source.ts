/* eslint-disable house/file-name -- TypeORM's own name for it, fixed in docs/architecture.md */
import 'reflect-metadata';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { AppError } from '../errors.js';
import type { Log } from '../logging.js';
import { registerTypes } from './connection.js';
import { openEmbedded, type EmbeddedDatabase } from './embedded.js';
import { ENTITIES } from './entities.js';
import { lockMigrations, migrate, MIGRATIONS } from './migrate.js';
import { clientConfig, poolConfig } from './postgres.js';
import { prepareDatabase, type DatabaseVersions } from './preparation.js';
import { purgeDeleted } from './purge.js';
import { SnakeNaming } from './snake-naming.js';
import { TypeormLogger } from './typeorm-logger.js';

/** Where the archive is stored: a server's URL, or null for the database inside the data folder. */
export interface DatabaseOptions {
  readonly url: string | null;
  readonly poolSize: number;
  readonly dataDir: string;
  readonly log: Log;
}

/** The open, migrated database. */
export interface Database {
  readonly dataSource: DataSource;
  readonly isEmbedded: boolean;
  readonly version: string;
  readonly vectorVersion: string;
  /** After many writes: fresh statistics and, embedded (which has no background writer), a checkpoint. */
  afterBulk(): Promise<void>;
  /**
   * Leaves nothing readable of deleted rows: embedded, every table is written anew and the write-ahead log begins anew (the database
   * answers nobody meanwhile). On a server dead rows are vacuumed; its log and backups are for whoever runs it.
   */
  purge(): Promise<void>;
  /** Throws unless the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the database, checks its versions and migrates it; safe when several processes start at once. Throws AppError with what to do. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const embedded = options.url === null ? await openEmbedded(options.dataDir) : null;
  try {
    return await connect(options, embedded);
  } catch (error) {
    await embedded?.close();
    throw error;
  }
}

async function connect(options: DatabaseOptions, embedded: EmbeddedDatabase | null): Promise<Database> {
  const client = new pg.Client(clientConfig(options.url, embedded));
  // A lost connection rejects the query that runs; without a listener it would also end the process.
  client.on('error', (error) => options.log.warn({ err: error }, 'The connection that prepares the database was lost.'));
  if (embedded) await client.connect();
  else await connectOrExplain(client);
  try {
    if (!embedded) await lockMigrations(client);
    const versions = await prepareDatabase(client, options.log);
    // The embedded session serves one client at a time, and its process lock already keeps other starters away.
    if (embedded) await client.end();
    return await openPool(options, embedded, versions);
  } finally {
    if (!embedded) await client.end();
  }
}

async function connectOrExplain(client: pg.Client): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    throw new AppError('UNAVAILABLE', `The database of DATABASE_URL cannot be reached: ${(error as Error).message}`, undefined, {
      cause: error,
    });
  }
}

async function openPool(options: DatabaseOptions, embedded: EmbeddedDatabase | null, versions: DatabaseVersions): Promise<Database> {
  const dataSource = await createDataSource(options, embedded, versions).initialize();
  const close = async () => {
    if (dataSource.isInitialized) await dataSource.destroy();
    await embedded?.close();
  };
  try {
    await migrate(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  const afterBulk = () => analyse(dataSource, embedded !== null);
  const purge = () => purgeDeleted(dataSource, embedded?.folder ?? null);
  const ping = async () => void (await dataSource.query('SELECT 1'));
  return {
    dataSource,
    isEmbedded: embedded !== null,
    version: versions.version,
    vectorVersion: versions.vectorVersion,
    afterBulk,
    purge,
    ping,
    close,
  };
}

/** The one place where a DataSource is made. Its pool registers the vector types on every connection before it is handed out. */
function createDataSource(options: DatabaseOptions, embedded: EmbeddedDatabase | null, versions: DatabaseVersions): DataSource {
  const client = clientConfig(options.url, embedded);
  if (!embedded && versions.hasUnsafeParallelBuilds) client.options = '-c max_parallel_maintenance_workers=0';
  const pool = poolConfig(client, { embedded: embedded !== null, poolSize: options.poolSize });
  return new DataSource({
    type: 'postgres',
    driver: pg,
    extra: { ...pool, onConnect: registerTypes },
    entities: ENTITIES,
    migrations: MIGRATIONS,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    installExtensions: false,
    logger: new TypeormLogger(options.log),
    poolErrorHandler: (error: Error) =>
      options.log.warn({ err: error }, 'An idle connection to the database was lost; the pool opens a new one.'),
  });
}

async function analyse(dataSource: DataSource, isEmbedded: boolean): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SET statement_timeout = 0');
    await runner.query('ANALYZE');
    if (isEmbedded) await runner.query('CHECKPOINT');
    await runner.query('RESET statement_timeout');
  } finally {
    await runner.release();
  }
}
