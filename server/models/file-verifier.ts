import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { ModelFile } from './descriptor.js';

const remembered = z.record(z.string(), z.strictObject({ bytes: z.number(), mtimeMs: z.number(), sha256: z.string() }));
type Remembered = z.infer<typeof remembered>;

/** Why a file cannot be used. */
export interface FileFlaw {
  readonly missing: boolean;
  /** Such as `merges.txt is missing`, without a full stop. */
  readonly reason: string;
}

/** Tells whether files are what a descriptor says; remembers hashes by size and time of change, so that a start need not read 150 MB again. */
export class FileVerifier {
  private known: Promise<Remembered> | null = null;

  /** `cachePath`: a JSON file that may be lost at any time; null remembers in memory only. */
  constructor(private readonly cachePath: string | null) {}

  /** Null when the file is as expected, else what is wrong with it; `fresh` reads it again whatever is remembered. */
  async findFlaw(path: string, expected: ModelFile, fresh = false): Promise<FileFlaw | null> {
    const found = await stat(path).catch(() => null);
    if (!found?.isFile()) return { missing: true, reason: `${expected.file} is missing` };
    if (expected.bytes !== null && found.size !== expected.bytes) {
      return flaw(`${expected.file} has ${found.size} bytes where ${expected.bytes} were expected`);
    }
    const known = await this.recall();
    const entry = known[path];
    const current = entry?.bytes === found.size && entry.mtimeMs === found.mtimeMs && !fresh;
    const sha256 = current ? entry.sha256 : await hashFile(path);
    if (!current) {
      known[path] = { bytes: found.size, mtimeMs: found.mtimeMs, sha256 };
      await this.remember(known);
    }
    if (sha256 === expected.sha256) return null;
    return flaw(`${expected.file} has the sha256 ${sha256} where ${expected.sha256} was expected`);
  }

  private recall(): Promise<Remembered> {
    this.known ??= this.cachePath === null ? Promise.resolve({}) : readCache(this.cachePath);
    return this.known;
  }

  /** A cache that cannot be written costs time at the next start, nothing else. */
  private async remember(known: Remembered): Promise<void> {
    if (this.cachePath === null) return;
    const temporary = `${this.cachePath}.${process.pid}.tmp`;
    await mkdir(dirname(this.cachePath), { recursive: true })
      .then(() => writeFile(temporary, JSON.stringify(known)))
      .then(() => rename(temporary, this.cachePath ?? temporary))
      .catch(() => undefined);
  }
}

const flaw = (reason: string): FileFlaw => ({ missing: false, reason });

async function readCache(path: string): Promise<Remembered> {
  const text = await readFile(path, 'utf8').catch(() => '{}');
  try {
    return remembered.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
