import type { Dirent, Stats } from 'node:fs';
import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../errors.js';
import { SIDECAR_SUFFIX } from '../../media/sidecar-format.js';
import { isWorthOpening } from '../../media/sniff.js';

/** A file that was found: where it lies below its root, with `/` between the parts, and how it looked. */
export interface FoundFile {
  readonly path: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/**
 * Walks a folder in the order of names and yields the files that could be pictures or videos. Links are never followed
 * (they could lead out of the root), folders that cannot be read are passed to `onUnreadable` and skipped. Sidecars are passed to
 * `onSidecar`, their times with fractions.
 */
export async function* walkFolder(
  root: string,
  onUnreadable: (path: string) => void,
  onSidecar?: (file: FoundFile) => void,
): AsyncGenerator<FoundFile> {
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = await readEntries(join(root, folder), () => onUnreadable(folder));
    const folders = entries.filter((entry) => entry.isDirectory() && isWorthEntering(entry.name));
    waiting.push(...folders.map((entry) => below(folder, entry.name)).reverse());
    const names = entries.filter((entry) => entry.isFile() && isWorthOpening(entry.name)).map(({ name }) => name);
    for (const name of names) yield* lookAt(root, below(folder, name));
    const sidecars = entries.filter((entry) => onSidecar && entry.isFile() && isSidecar(entry.name)).map(({ name }) => below(folder, name));
    for (const path of sidecars) await statOrNull(join(root, path)).then((stats) => stats && onSidecar?.(asSidecar(path, stats)));
  }
}

async function* lookAt(root: string, path: string): AsyncGenerator<FoundFile> {
  const stats = await statOrNull(join(root, path));
  if (stats?.isFile()) yield { path, bytes: stats.size, modifiedMs: Math.trunc(stats.mtimeMs) };
}

/** A number that names the folder's place on its disk; it changes when another disk is mounted there. */
export async function sentinelOf(root: string): Promise<string> {
  const stats = await statOrNull(root);
  if (!stats?.isDirectory()) throw new AppError('UNAVAILABLE', 'The folder cannot be found. Is its disk connected?');
  return `${stats.dev}:${stats.ino}`;
}

function isSidecar(name: string): boolean {
  return name.endsWith(SIDECAR_SUFFIX) && !name.startsWith('.');
}

function asSidecar(path: string, { size, mtimeMs }: Stats): FoundFile {
  return { path, bytes: size, modifiedMs: mtimeMs };
}

function below(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

// Libraries of photo programs have readers of their own; hidden folders hold caches and waste bins.
function isWorthEntering(name: string): boolean {
  return (
    !name.startsWith('.') && !/\.(photoslibrary|photolibrary|lrdata|aplibrary)$/i.test(name) && name !== '@eaDir' && name !== '#recycle'
  );
}

async function readEntries(folder: string, onUnreadable: () => void): Promise<Dirent[]> {
  const entries: Dirent[] = [];
  try {
    for await (const entry of await opendir(folder)) entries.push(entry);
  } catch {
    onUnreadable();
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function statOrNull(path: string): Promise<Stats | null> {
  try {
    return await lstat(path);
  } catch {
    return null;
  }
}
