import { join } from 'node:path';
import { rgbaToThumbHash } from 'thumbhash';
import type { ThumbnailSize } from './analysis.js';
import { writeAtomically } from './file-store.js';
import { pipelineOf, shrinkTo, type Raster } from './raster.js';

/** The file name of each thumbnail inside a document's folder. */
export const THUMBNAIL_NAMES: Readonly<Record<ThumbnailSize, string>> = { 256: '256.webp', 512: '512.jpg', 1440: '1440.jpg' };

// Longest side that thumbhash accepts.
const THUMBHASH_EDGE = 100;

/** The picture as a thumbnail file's bytes, longest side at most `size`, never enlarged. */
export async function encodeThumbnail(raster: Raster, size: ThumbnailSize): Promise<Buffer> {
  const pipeline = pipelineOf(await shrinkTo(raster, size));
  // WebP saves bytes in grids but is dear to make: effort 0 costs 5 ms at 256, the 1440 in WebP 236 ms against 14 ms as JPEG.
  return size === 256 ? pipeline.webp({ quality: 75, effort: 0 }).toBuffer() : pipeline.jpeg({ quality: 82 }).toBuffer();
}

/** Writes thumbnails of these sizes into a document's folder, each atomically; smaller ones are made from larger ones. */
export async function writeThumbnails(raster: Raster, folder: string, sizes: readonly ThumbnailSize[]): Promise<void> {
  let source = raster;
  for (const size of [...sizes].sort((left, right) => right - left)) {
    source = await shrinkTo(source, size);
    await writeAtomically(join(folder, THUMBNAIL_NAMES[size]), await encodeThumbnail(source, size));
  }
}

/** The base64 thumbhash: at most 25 bytes that a client turns into a blurred preview. */
export async function thumbhash(raster: Raster): Promise<string> {
  const small = await shrinkTo(raster, THUMBHASH_EDGE);
  const rgba = await pipelineOf(small).ensureAlpha().raw().toBuffer();
  return Buffer.from(rgbaToThumbHash(small.width, small.height, rgba)).toString('base64');
}
