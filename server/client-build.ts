import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const STAMP = join(PROJECT, 'dist/client/.built-from');

/** Builds the client unless it was built from just these sources. `onStart` is called when it takes a while. */
export async function buildClient(onStart: () => void): Promise<void> {
  const sources = await hashSources();
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === sources) return;
  onStart();
  await runVite();
  await writeFile(STAMP, sources);
}

// In a process of its own: a bundler inside the server would leave several hundred MB behind for as long as it runs.
async function runVite(): Promise<void> {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  const parts = [vite, 'build', '--config', join(PROJECT, 'client/vite.config.ts'), '--logLevel', 'error', join(PROJECT, 'client')];
  await promisify(execFile)(process.execPath, parts, { cwd: PROJECT });
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(join(PROJECT, 'client'), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of [...paths, join(PROJECT, 'package-lock.json')].sort())
    hash.update(path.slice(PROJECT.length)).update(await readFile(path));
  return hash.digest('hex');
}
