import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const STAMP = join(PROJECT, 'dist/client/.built-from');

/** Builds the client unless it was built from just these sources. `onStart` is called when it takes a while. */
export async function buildClient(onStart: () => void): Promise<void> {
  const sources = await hashSources();
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === sources) return;
  onStart();
  const { build } = await import('vite');
  await build({ root: join(PROJECT, 'client'), configFile: join(PROJECT, 'client/vite.config.ts'), logLevel: 'error' });
  await writeFile(STAMP, sources);
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(join(PROJECT, 'client'), { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of [...paths, join(PROJECT, 'package-lock.json')].sort()) hash.update(path.slice(PROJECT.length)).update(await readFile(path));
  return hash.digest('hex');
}
