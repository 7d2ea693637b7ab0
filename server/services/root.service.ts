import { realpath, stat } from 'node:fs/promises';
import { basename, sep } from 'node:path';
import { AppError } from '../errors.js';
import { newId } from '../ids.js';
import { sentinelOf } from '../ingestion/sources/folder.source.js';
import type { Root, RootRepository } from '../repositories/root.repository.js';
import { placeFor } from './sidecar-places.js';

/** The folders the archive reads. They may not nest, and each has a name of its own. */
export class RootService {
  constructor(private readonly roots: RootRepository) {}

  list(): Promise<Root[]> {
    return this.roots.list();
  }

  /**
   * The root of a folder, made where it is new (a dry run only says how it would be), its sidecars in the data folder if it is read-only; the root around it where the folder lies in one.
   * Throws BAD_REQUEST, CONFLICT.
   */
  async open(folder: string, { dryRun = false } = {}): Promise<Root> {
    const path = await checkedFolder(folder);
    const roots = await this.roots.list();
    const around = roots.find((root) => contains(root.path, path));
    if (around) return around;
    const within = roots.find((root) => contains(path, root.path));
    if (within) {
      throw new AppError(
        'CONFLICT',
        `"${folder}" holds the folder "${within.name}", which the archive reads already. Folders of the archive may not nest.`,
      );
    }
    const name = freeName(basename(path) || 'root', roots);
    const root = { name, path, kind: 'folder', sidecars: await placeFor(path), sentinel: await sentinelOf(path) } as const;
    return dryRun ? { ...root, id: newId() } : this.roots.insert(root);
  }
}

async function checkedFolder(folder: string): Promise<string> {
  try {
    const path = await realpath(folder);
    if ((await stat(path)).isDirectory()) return path;
  } catch {
    throw new AppError('BAD_REQUEST', `There is no folder "${folder}".`);
  }
  throw new AppError('BAD_REQUEST', `"${folder}" is a file. Give the folder that it lies in.`);
}

function contains(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}

function freeName(wanted: string, roots: readonly Root[]): string {
  const taken = new Set(roots.map(({ name }) => name));
  const name = wanted.normalize('NFC');
  for (let number = 2; ; number += 1) {
    const candidate = number === 2 ? name : `${name}-${number - 1}`;
    if (!taken.has(candidate)) return candidate;
  }
}
