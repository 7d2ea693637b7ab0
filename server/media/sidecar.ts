import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { link, lstat, mkdir, open, readdir, realpath, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { AppError } from '../errors.js';
import { failPoint } from '../fail-point.js';
import { MAX_SIDECAR_BYTES } from './sidecar-format.js';
import { toSidecarError } from './sidecar-errors.js';

/** Where a sidecar lies: below which folder, and where in it. Nothing outside that folder is ever read or written. */
export interface SidecarSpot {
  readonly folder: string;
  readonly path: string;
  /** Whether folders between are made where they are missing: in the data folder, never beside pictures. */
  readonly isOurs: boolean;
}

/** A sidecar's file as it is. */
export interface SidecarFile {
  readonly content: Buffer;
  readonly hash: string;
  readonly bytes: number;
  /** With fractions, as exact as the file system tells. */
  readonly modifiedMs: number;
}

/** Most bytes of a file name nearly everywhere. */
const MAX_NAME_BYTES = 255;
const STRAY = /^\.[0-9a-f]{8}\.(tmp|before)$/;
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);
// A FIFO would block for ever, and a link could lead anywhere.
const READ_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Whether a file system can hold a sidecar of this name, and what is written beside it on the way. */
export function fitsAsName(sidecarName: string): boolean {
  return Buffer.byteLength(strayName(sidecarName, 'before')) <= MAX_NAME_BYTES;
}

/** What lies there; null for nothing. Throws UNAVAILABLE for a link, a folder or what cannot be read, UNPROCESSABLE for too many bytes. */
export async function readSidecar(spot: SidecarSpot): Promise<SidecarFile | null> {
  try {
    return await readFileAt(await pathOf(spot));
  } catch (error) {
    throw toSidecarError(error);
  }
}

/**
 * Puts a text into its place so that readers see the old or the new one, and what others put there meanwhile is never lost.
 * `expected`: the hash of what may be replaced, null for nothing. Returns null when something else was there: sweep, read, and try again.
 */
export async function replaceSidecar(spot: SidecarSpot, text: string, expected: string | null): Promise<SidecarFile | null> {
  try {
    const path = await pathOf(spot);
    const temporary = strayPath(path, 'tmp');
    const content = Buffer.from(text);
    try {
      const modifiedMs = await writeWhole(temporary, content);
      await failPoint('temporary-written');
      return (await swap(path, temporary, expected)) ? { content, hash: hashOf(content), bytes: content.length, modifiedMs } : null;
    } finally {
      await rm(temporary, { force: true }).catch(() => undefined);
    }
  } catch (error) {
    throw toSidecarError(error);
  }
}

/** Removes what lies there if it is what is expected (a hash); returns false for anything else, which stays. */
export async function removeSidecar(spot: SidecarSpot, expected: string): Promise<boolean> {
  try {
    const path = await pathOf(spot);
    const before = strayPath(path, 'before');
    if (!(await moveAway(path, before, expected))) return false;
    await rm(before, { force: true });
    await syncFolder(dirname(path));
    return true;
  } catch (error) {
    throw toSidecarError(error);
  }
}

/**
 * Clears away what an interrupted save left beside a sidecar: unfinished texts go; what had been moved away comes back, or where something
 * else is in its place is first given to `take`.
 */
export async function sweepSidecar(spot: SidecarSpot, take: (file: SidecarFile) => Promise<void>): Promise<void> {
  try {
    const path = await pathOf(spot);
    for (const stray of await listStrays(path)) await clearStray(path, stray, take);
  } catch (error) {
    throw toSidecarError(error);
  }
}

async function swap(path: string, temporary: string, expected: string | null): Promise<boolean> {
  const before = expected === null ? null : strayPath(path, 'before');
  if (before && !(await moveAway(path, before, expected))) return false;
  await failPoint('moved-away');
  const isPlaced = await placeUnlessTaken(temporary, path).catch(async (error: unknown) => {
    if (before) await placeUnlessTaken(before, path).catch(() => false);
    throw error;
  });
  await failPoint('in-place');
  if (isPlaced) await syncFolder(dirname(path));
  await failPoint('folder-synced');
  // Someone who had it open may have written into it since it was looked at: then it is what others said, and kept for the sweep.
  if (before && (await readFileAt(before))?.hash !== expected) return false;
  if (before) await rm(before, { force: true });
  await failPoint('swept');
  return isPlaced;
}

// Looked at after it was moved: from then on nobody can put anything else under that name.
async function moveAway(path: string, before: string, expected: string | null): Promise<boolean> {
  try {
    await rename(path, before);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
  // What cannot be read any more is not what was expected either, and goes back.
  const moved = await readFileAt(before).catch(() => null);
  if (moved?.hash === expected) return true;
  if (await placeUnlessTaken(before, path)) await rm(before, { force: true });
  return false;
}

async function listStrays(path: string): Promise<string[]> {
  const prefix = `.${basename(path)}`;
  const names = (await readdir(dirname(path))).filter((name) => name.startsWith(prefix) && STRAY.test(name.slice(prefix.length)));
  return names.map((name) => join(dirname(path), name));
}

async function clearStray(path: string, stray: string, take: (file: SidecarFile) => Promise<void>): Promise<void> {
  const isPlaced = stray.endsWith('.before') && (await placeUnlessTaken(stray, path));
  const file = stray.endsWith('.before') && !isPlaced ? await readFileAt(stray) : null;
  if (file) await take(file);
  await rm(stray, { force: true });
}

// A link fails where a name is taken, a rename replaces it. Where there are no links (FAT, some network disks) a moment between looking and renaming remains.
async function placeUnlessTaken(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!NO_LINKS.has(codeOf(error))) throw error;
  }
  if (await lstat(to).catch(() => null)) return false;
  await rename(from, to);
  return true;
}

async function writeWhole(path: string, content: Buffer): Promise<number> {
  const handle = await open(path, 'wx');
  try {
    await failPoint('temporary-begun');
    await handle.writeFile(content);
    await handle.sync();
    return (await handle.stat()).mtimeMs;
  } finally {
    await handle.close();
  }
}

async function readFileAt(path: string): Promise<SidecarFile | null> {
  let handle: FileHandle;
  try {
    handle = await open(path, READ_FLAGS);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    const stats = await handle.stat();
    if (!stats.isFile())
      throw new AppError('UNAVAILABLE', 'Expected a sidecar but found a folder, a pipe or a device. It was left as it is.');
    if (stats.size > MAX_SIDECAR_BYTES) {
      const sentence = `Expected a sidecar of at most ${MAX_SIDECAR_BYTES} bytes but it has ${stats.size}. It was left as it is.`;
      throw new AppError('UNPROCESSABLE', sentence);
    }
    const content = await handle.readFile();
    return { content, hash: hashOf(content), bytes: content.length, modifiedMs: stats.mtimeMs };
  } finally {
    await handle.close();
  }
}

/** Where the sidecar really lies, links of its folders followed. Throws UNAVAILABLE when that is outside of the spot's folder (T07). */
async function pathOf({ folder, path, isOurs }: SidecarSpot): Promise<string> {
  if (isOurs) await mkdir(join(folder, dirname(path)), { recursive: true });
  const [outer, inner] = [await realpath(folder), await realpath(join(folder, dirname(path)))];
  if (inner !== outer && !inner.startsWith(outer.endsWith(sep) ? outer : outer + sep)) {
    throw new AppError('UNAVAILABLE', 'Expected the folder of the picture inside its root, but a link leads out of it.');
  }
  return join(inner, basename(path));
}

// Without it a power cut may take back the new name after we said that it is there. Not every file system can.
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY).catch(() => null);
  try {
    await handle?.sync();
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM', 'EBADF'].includes(codeOf(error))) throw error;
  } finally {
    await handle?.close();
  }
}

function strayPath(path: string, kind: 'tmp' | 'before'): string {
  return join(dirname(path), strayName(basename(path), kind));
}

function strayName(name: string, kind: 'tmp' | 'before'): string {
  return `.${name}.${randomBytes(4).toString('hex')}.${kind}`;
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
