import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { createMediaEngine } from '../../server/media/media-engine.js';
import type { PixelRecipe } from '../../server/models/embedding-model.js';
import type { LabelledVector } from './retrieval.js';

/** A picture of the shared sets with its ground truth, cut as a model asks. */
export type GalleryPicture = Omit<LabelledVector, 'vector'> & { readonly transform: string | null; readonly pixels: Uint8Array };

interface ManifestRow {
  readonly path: string;
  readonly sha256: string;
  readonly transform?: string;
  readonly groundTruth: { readonly group?: string; readonly level?: 'original' | 'light' | 'heavy'; readonly category?: string };
}

/**
 * The generated near-duplicates and the labelled photographs below `dataDir`, cut by the media engine as ingestion does;
 * photographs that are byte for byte a base of the former are left out.
 */
export async function readGallery(dataDir: string, recipe: PixelRecipe): Promise<GalleryPicture[]> {
  const files = await listFiles(dataDir);
  const copies = files.filter(({ path }) => path.startsWith('neardup/generated/'));
  const bases = new Set(copies.filter(({ groundTruth }) => groundTruth.level === 'original').map(({ sha256 }) => sha256));
  const photographs = files.filter(({ path, sha256 }) => path.startsWith('semantic/') && !bases.has(sha256));
  return cutAll(dataDir, [...copies, ...photographs], recipe);
}

/** The photographs of a known category below `dataDir`, cut in the same way. */
export async function readLabelled(dataDir: string, recipe: PixelRecipe): Promise<GalleryPicture[]> {
  const files = await listFiles(dataDir);
  return cutAll(
    dataDir,
    files.filter(({ groundTruth }) => groundTruth.category !== undefined),
    recipe,
  );
}

async function listFiles(dataDir: string): Promise<readonly ManifestRow[]> {
  const manifest = JSON.parse(await readFile(join(dataDir, 'manifest.json'), 'utf8')) as { files: readonly ManifestRow[] };
  return manifest.files;
}

async function cutAll(dataDir: string, rows: readonly ManifestRow[], recipe: PixelRecipe): Promise<GalleryPicture[]> {
  const log = pino({ level: 'silent' });
  const limits = { maxPixels: 1e8, maxFileBytes: 1e8, ffmpegPath: null, ffprobePath: null };
  const media = createMediaEngine({ workers: 2, log, ...limits });
  try {
    return await Promise.all(
      rows.map(async ({ path, transform, groundTruth: { group, level, category } }) => {
        const { pixels } = await media.pixels({ path: join(dataDir, path) }, recipe);
        const copy = group !== undefined && level !== undefined ? { group, level } : null;
        return { path, transform: transform ?? null, copy, category: category ?? null, pixels };
      }),
    );
  } finally {
    await media.close();
  }
}
