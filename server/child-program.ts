import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** The arguments Node needs to run a program of ours in a child: from source the loader that runs us (Jest's does not count), from a build none. */
export function loaderFor(program: URL): string[] {
  if (!program.pathname.endsWith('.ts')) return [];
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href];
}
