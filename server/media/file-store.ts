import { randomBytes } from 'node:crypto';
import { mkdir, opendir, readdir, rename, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const HASH = /^[0-9a-f]{64}$/;
const TEMP_SUFFIX = '.tmp';
const STALE_TEMP_MS = 3_600_000;
const LARGE_NAME = '1440.jpg';
const FRAMES = 'frames';

/** Writes a file so that readers see the old or the new content and never a part: a temporary beside it, then a rename. */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temp = `${path}.${process.pid}-${randomBytes(4).toString('hex')}${TEMP_SUFFIX}`;
  try {
    await writeFile(temp, bytes, { flag: 'wx' });
    await rename(temp, path);
  } catch (error) {
    await rm(temp, { force: true });
    throw error;
  }
}

/** Where thumbnails lie: `<dataDir>/thumbnails/ab/cd/<content hash>/`. */
export class FileStore {
  readonly #root: string;

  constructor(dataDir: string) {
    this.#root = join(dataDir, 'thumbnails');
  }

  /** The folder of one content hash (64 hex digits); throws TypeError on anything else, so that no request can name another place. */
  thumbnailDir(contentHash: string): string {
    if (!HASH.test(contentHash)) throw new TypeError('Expected a content hash of 64 hex digits.');
    return join(this.#root, contentHash.slice(0, 2), contentHash.slice(2, 4), contentHash);
  }

  /** The thumbnail of a kept moment of a video, longest side 256, in a folder inside its document's. */
  framePath(contentHash: string, ms: number): string {
    return join(this.thumbnailDir(contentHash), FRAMES, `${Math.trunc(ms)}.webp`);
  }

  /** Keeps the thumbnails of these moments and of no others. */
  async writeFrames(contentHash: string, frames: ReadonlyMap<number, Uint8Array>): Promise<void> {
    for (const [ms, bytes] of frames) await writeAtomically(this.framePath(contentHash, ms), bytes);
    const folder = join(this.thumbnailDir(contentHash), FRAMES);
    const kept = new Set([...frames.keys()].map((ms) => this.framePath(contentHash, ms)));
    const paths = (await readdir(folder).catch(() => [])).map((name) => join(folder, name));
    for (const path of paths) if (!kept.has(path)) await removed(path);
  }

  /** Marks a large thumbnail as used just now, so that the cap removes others first; a missing file is fine. */
  async touch(path: string, now = new Date()): Promise<void> {
    await utimes(path, now, now).catch(() => undefined);
  }

  /** Removes every thumbnail of one content hash and the folders this leaves empty. */
  async remove(contentHash: string): Promise<void> {
    const folder = this.thumbnailDir(contentHash);
    await rm(folder, { recursive: true, force: true });
    await rmdir(dirname(folder)).catch(() => undefined);
    await rmdir(dirname(dirname(folder))).catch(() => undefined);
  }

  /**
   * Removes temporaries that a crash left an hour ago or earlier, then the longest unused 1440 thumbnails until all of them
   * together hold at most `maxLargeBytes`. Walks the whole tree: for the start and the night, in the background.
   */
  async tidy(options: { maxLargeBytes: number; nowMs?: number }): Promise<{ temporaries: number; evicted: number }> {
    const nowMs = options.nowMs ?? Date.now();
    const large: { path: string; bytes: number; usedMs: number }[] = [];
    let temporaries = 0;
    for await (const path of this.#files()) {
      const found = path.endsWith(TEMP_SUFFIX) || path.endsWith(LARGE_NAME) ? await stat(path).catch(() => null) : null;
      if (found && path.endsWith(LARGE_NAME)) large.push({ path, bytes: found.size, usedMs: found.mtimeMs });
      else if (found && nowMs - found.mtimeMs > STALE_TEMP_MS) temporaries += await removed(path);
    }
    return { temporaries, evicted: await evict(large, options.maxLargeBytes) };
  }

  async *#files(): AsyncGenerator<string> {
    const tree = await opendir(this.#root, { recursive: true }).catch(() => null);
    if (!tree) return;
    for await (const entry of tree) if (entry.isFile()) yield join(entry.parentPath, entry.name);
  }
}

async function evict(large: { path: string; bytes: number; usedMs: number }[], maxBytes: number): Promise<number> {
  let total = large.reduce((sum, file) => sum + file.bytes, 0);
  let evicted = 0;
  for (const file of large.sort((left, right) => left.usedMs - right.usedMs)) {
    if (total <= maxBytes) break;
    evicted += await removed(file.path);
    total -= file.bytes;
  }
  return evicted;
}

async function removed(path: string): Promise<1 | 0> {
  return rm(path).then(
    () => 1,
    () => 0,
  );
}
