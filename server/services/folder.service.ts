import { readdir, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { AppError } from '../errors.js';
import { walkFolder } from '../ingestion/sources/folder.source.js';
import { findFormatOfExtension } from '../media/formats.js';

/** What a folder holds, told by names alone. */
export interface FolderPreview {
  readonly photos: number;
  readonly videos: number;
  readonly others: number;
  readonly bytes: number;
  readonly isPartial: boolean;
}

const MAX_SUGGESTIONS = 12;
const MAX_COUNTED = 200_000;

/** Folders of the server's machine, for the one who adds them: never outside the folders that may be browsed (promise 8). */
export class FolderService {
  constructor(private readonly browseRoots: readonly string[]) {}

  /** Folders that complete what was typed; a text that leads outside gives the browsable folders instead. */
  async listSuggestions(typed: string): Promise<{ path: string; name: string }[]> {
    const path = expand(typed);
    if (!(await this.isBrowsable(path))) return this.browseRoots.map((root) => ({ path: root, name: basename(root) || root }));
    const isWhole = typed.endsWith(sep);
    const folder = isWhole ? path : dirname(path);
    if (!(await this.isBrowsable(folder))) return [{ path, name: basename(path) }];
    const wanted = isWhole ? '' : basename(path).toLowerCase();
    const names = await folderNames(folder);
    return names
      .filter((name) => name.toLowerCase().startsWith(wanted))
      .slice(0, MAX_SUGGESTIONS)
      .map((name) => ({ path: join(folder, name), name }));
  }

  /** Counts what would be read in, without opening a file. Throws FORBIDDEN outside the folders that may be browsed. */
  async preview(typed: string): Promise<FolderPreview> {
    const path = await this.getBrowsable(typed);
    const counts = { photos: 0, videos: 0, others: 0, bytes: 0 };
    for await (const file of walkFolder(path, () => undefined)) {
      counts[counterOf(file.path)] += 1;
      counts.bytes += file.bytes;
      if (counts.photos + counts.videos + counts.others >= MAX_COUNTED) return { ...counts, isPartial: true };
    }
    return { ...counts, isPartial: false };
  }

  /** The absolute path of a folder that may be browsed. Throws FORBIDDEN otherwise. */
  async getBrowsable(typed: string): Promise<string> {
    const path = expand(typed);
    if (await this.isBrowsable(path)) return path;
    throw new AppError(
      'FORBIDDEN',
      'This folder lies outside the folders that may be browsed from here (BROWSE_ROOTS). Start the server with it: npm start -- <folder>.',
    );
  }

  // Where a link inside leads to counts as well; what is not there leads nowhere.
  private async isBrowsable(path: string): Promise<boolean> {
    if (!liesIn(this.browseRoots, path)) return false;
    const real = await realpath(path).catch(() => null);
    return real === null || liesIn(await Promise.all(this.browseRoots.map((root) => realpath(root).catch(() => root))), real);
  }
}

function liesIn(roots: readonly string[], path: string): boolean {
  return roots.some((root) => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep));
}

function expand(typed: string): string {
  if (typed.includes('\0')) throw new AppError('BAD_REQUEST', 'A path cannot hold a zero character.');
  return resolve(typed.replace(/^~(?=$|[/\\])/, homedir()) || homedir());
}

function counterOf(path: string): 'photos' | 'videos' | 'others' {
  const format = findFormatOfExtension(extname(path).slice(1).toLowerCase());
  if (!format) return 'others';
  return format.kind === 'photo' ? 'photos' : 'videos';
}

async function folderNames(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}
