import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { AppError } from '../errors.js';
import { CreateAccess1795305600001 } from '../../migrations/1795305600001-create-access.js';
import { CreateArchive1795305600002 } from '../../migrations/1795305600002-create-archive.js';
import { CreateSimilarity1795305600003 } from '../../migrations/1795305600003-create-similarity.js';
import { CreatePeople1795305600004 } from '../../migrations/1795305600004-create-people.js';
import { CreateClusters1795305600005 } from '../../migrations/1795305600005-create-clusters.js';
import { CreateLedger1795305600006 } from '../../migrations/1795305600006-create-ledger.js';
import { GuardLedger1795305600007 } from '../../migrations/1795305600007-guard-ledger.js';
import { CreateJobs1795305600008 } from '../../migrations/1795305600008-create-jobs.js';
import { ExtendLedger1795305600009 } from '../../migrations/1795305600009-extend-ledger.js';
import { CreateSidecars1795305600010 } from '../../migrations/1795305600010-create-sidecars.js';
import { CreateLabels1795305600011 } from '../../migrations/1795305600011-create-labels.js';
import { CreateTombstones1795305600012 } from '../../migrations/1795305600012-create-tombstones.js';
import { CreateDuplicates1795305600013 } from '../../migrations/1795305600013-create-duplicates.js';
import { ExtendSearches1795305600014 } from '../../migrations/1795305600014-extend-searches.js';
import { AddTiles1795305600015 } from '../../migrations/1795305600015-add-tiles.js';
import { CreateScoreStatistics1795305600016 } from '../../migrations/1795305600016-create-score-statistics.js';
import { CreateKmeans1795305600017 } from '../../migrations/1795305600017-create-kmeans.js';
import { GuardClusters1795305600018 } from '../../migrations/1795305600018-guard-clusters.js';
import { IndexGenerations1795305600019 } from '../../migrations/1795305600019-index-generations.js';

/** Every migration, oldest first; new ones are added at the end and old ones never change. */
export const MIGRATIONS = [
  CreateAccess1795305600001,
  CreateArchive1795305600002,
  CreateSimilarity1795305600003,
  CreatePeople1795305600004,
  CreateClusters1795305600005,
  CreateLedger1795305600006,
  GuardLedger1795305600007,
  CreateJobs1795305600008,
  ExtendLedger1795305600009,
  CreateSidecars1795305600010,
  CreateLabels1795305600011,
  CreateTombstones1795305600012,
  CreateDuplicates1795305600013,
  ExtendSearches1795305600014,
  AddTiles1795305600015,
  CreateScoreStatistics1795305600016,
  CreateKmeans1795305600017,
  GuardClusters1795305600018,
  IndexGenerations1795305600019,
];

// Any number that no other program on the same server is likely to take: "imex" in ASCII.
const MIGRATION_LOCK = 0x696d6578;

/** Waits until no other starter migrates this database; the lock ends with the client's connection. */
export async function lockMigrations(client: Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
}

/** Brings the schema to this version, one transaction per migration. Throws UNAVAILABLE when the schema is newer than the program. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const known = new Set(MIGRATIONS.map((migration) => migration.name));
  const unknown = (await listApplied(dataSource)).filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new AppError(
      'UNAVAILABLE',
      `The database was written by a newer Image Explorer (it holds ${unknown[0]}). Start that version, or restore an older backup.`,
    );
  }
  await dataSource.runMigrations({ transaction: 'each' });
}

async function listApplied(dataSource: DataSource): Promise<string[]> {
  const tables: { there: string | null }[] = await dataSource.query(`SELECT to_regclass('migrations')::text AS there`);
  if (!tables[0]?.there) return [];
  const rows: { name: string }[] = await dataSource.query('SELECT name FROM migrations');
  return rows.map((row) => row.name);
}
