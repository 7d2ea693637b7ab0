import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedDir } from './places.js';

/** A file of the shared test data and what is known of it. */
export interface ManifestFile {
  /** Relative to the folder of the data. */
  readonly path: string;
  readonly sha256: string;
  readonly groundTruth: {
    readonly class?: string;
    readonly category?: string;
    readonly caption?: string;
    readonly group?: string;
    readonly level?: 'original' | 'light' | 'heavy';
  };
}

/** The files below one of the folders of the shared data; throws where the data is missing. */
export function listManifest(...folders: readonly string[]): ManifestFile[] {
  const { files } = JSON.parse(readFileSync(join(sharedDir, 'data/manifest.json'), 'utf8')) as { files: ManifestFile[] };
  return files.filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)));
}
