import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { AppError } from '../errors.js';

interface Holder {
  readonly pid: number;
  /** When the process started, as its system writes it; null where it cannot be told. */
  readonly started: string | null;
}

/** A held lock; releasing it twice does no harm. */
export interface ProcessLock {
  release(): void;
}

/**
 * Takes a lock that names this process by pid and start time, so that a pid that was given out again does not pass for the old holder.
 * A lock left by a dead process is taken over. Throws CONFLICT with one sentence while its holder lives.
 */
export function takeProcessLock(path: string): ProcessLock {
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid) });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (tryTake(path, mine)) return { release: () => releaseIfMine(path, mine) };
    removeIfStale(path);
  }
  throw new AppError(
    'UNAVAILABLE',
    'The lock of the embedded database could not be taken: other processes start at this moment. Please try again.',
  );
}

// Linking a finished file is atomic and never shows a lock without its holder's name, as creating and then writing would.
function tryTake(path: string, mine: string): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function removeIfStale(path: string): void {
  const text = readIfThere(path);
  if (text === null) return;
  const holder = parseHolder(text);
  if (holder && isRunning(holder)) throw heldBy(holder);
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  // Another starter may have taken the lock over between our look and our rename: then it goes back.
  if (readIfThere(aside) !== text) renameSync(aside, path);
  else rmSync(aside, { force: true });
}

function heldBy(holder: Holder): AppError {
  return new AppError(
    'CONFLICT',
    `The embedded database is already open in process ${holder.pid}. Stop that process, or use "npm run job", which hands the job over to it.`,
    { pid: holder.pid },
  );
}

function isRunning(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  const started = startOf(holder.pid);
  return started === null || holder.started === null || started === holder.started;
}

function startOf(pid: number): string | null {
  try {
    // Field 22, counted behind the name, which may itself hold spaces and brackets.
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? null;
    if (process.platform === 'win32') return null;
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: { LC_ALL: 'C' } }).trim();
  } catch {
    return null;
  }
}

function parseHolder(text: string): Holder | null {
  try {
    const { pid, started } = JSON.parse(text) as Partial<Holder>;
    return Number.isInteger(pid) && Number(pid) > 0 ? { pid: Number(pid), started: typeof started === 'string' ? started : null } : null;
  } catch {
    return null;
  }
}

function releaseIfMine(path: string, mine: string): void {
  if (readIfThere(path) === mine) rmSync(path, { force: true });
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code;
}
