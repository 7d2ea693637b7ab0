import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../errors.js';
import { EmbeddedSession } from './embedded-session.js';
import { EmbeddedStream } from './embedded-stream.js';
import { takeProcessLock } from './process-lock.js';

/** The PostgreSQL major version inside the pinned PGlite; a folder of another one cannot be opened. */
const EMBEDDED_MAJOR = '18';

/** The database of the data folder, in its own thread. One session, so at most one open stream makes sense at a time. */
export interface EmbeddedDatabase {
  /** Where its files lie. */
  readonly folder: string;
  /** A stream that `pg` takes in place of a socket. */
  openStream(): EmbeddedStream;
  /** Checkpoints, ends the thread and releases the lock. */
  close(): Promise<void>;
}

/** Locks `<dataDir>/database.lock` and opens `<dataDir>/database`, making it at the first start. Throws CONFLICT while another process has it open. */
export async function openEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = takeProcessLock(join(dataDir, 'database.lock'));
  try {
    const folder = prepareFolder(dataDir);
    const session = new EmbeddedSession(folder);
    await session.open();
    writeFileSync(join(folder, COMPLETE), '', { mode: 0o600 });
    const close = async () => {
      await session.close();
      lock.release();
    };
    return { folder, openStream: () => new EmbeddedStream(session), close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Says that the first start came to its end; the folder of one that did not holds nothing yet, and is put aside. */
const COMPLETE = 'image-explorer.complete';

/** The folder to open: what an interrupted first start left is put aside. Throws UNAVAILABLE for the files of another PostgreSQL. */
export function prepareFolder(dataDir: string): string {
  const folder = join(dataDir, 'database');
  if (existsSync(folder) && !existsSync(join(folder, COMPLETE))) renameSync(folder, `${folder}.incomplete-${Date.now()}`);
  const versionFile = join(folder, 'PG_VERSION');
  const major = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : EMBEDDED_MAJOR;
  if (major === EMBEDDED_MAJOR) return folder;
  throw new AppError(
    'UNAVAILABLE',
    `Expected an embedded database of PostgreSQL ${EMBEDDED_MAJOR} but received one of PostgreSQL ${major}. Restore a backup into a new data folder.`,
  );
}
