import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDatabase } from '../../server/database/data-source.js';
import { createLog } from '../../server/logging.js';

const projectDir = resolve(import.meta.dirname, '../..');

/** A folder with a migrated embedded database that nobody has open. */
export async function copyTemplate(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'image-explorer-'));
  cpSync(join(await template(), 'database'), join(dataDir, 'database'), { recursive: true });
  return dataDir;
}

// Kept in the system's temporary folder from run to run, under a hash of everything that shapes it.
async function template(): Promise<string> {
  const folder = join(tmpdir(), 'image-explorer-templates', templateKey());
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const database = await openDatabase({ url: null, poolSize: 1, dataDir: draft, log: createLog('silent') });
  await database.close();
  try {
    renameSync(draft, folder);
  } catch {
    // Another jest worker was quicker: its template is as good.
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

function templateKey(): string {
  const hash = createHash('sha256').update(readFileSync(join(projectDir, 'node_modules/@electric-sql/pglite/package.json')));
  const migrations = join(projectDir, 'migrations');
  for (const file of readdirSync(migrations).sort()) hash.update(readFileSync(join(migrations, file)));
  return hash.digest('hex').slice(0, 16);
}
