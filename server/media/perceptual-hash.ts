import type { Raster } from './raster.js';

const EDGE = 32;

/**
 * The 64-bit block hash of a picture as 16 hex digits. The picture is squashed to 32 x 32 first, sixteen pixels a bit: image-hash
 * takes 4-6 s on a 12 megapixel JPEG, and given bytes it never fetches anything.
 */
export async function perceptualHash(raster: Raster): Promise<string> {
  // Loaded late: the server compares hashes with this file, but only children make them, and only they should load sharp.
  const [{ imageHash }, { pipelineOf }] = await Promise.all([import('image-hash'), import('./raster.js')]);
  const png = await pipelineOf(raster).resize(EDGE, EDGE, { fit: 'fill' }).png({ compressionLevel: 1 }).toBuffer();
  return new Promise((resolve, reject) => {
    imageHash({ data: png, ext: 'image/png' }, 8, true, (error: Error | null, hash: string) => (error ? reject(error) : resolve(hash)));
  });
}

/** How many of the 64 bits differ between two hashes of 16 hex digits. */
export function hammingDistance(left: string, right: string): number {
  let differing = BigInt(`0x${left}`) ^ BigInt(`0x${right}`);
  let count = 0;
  for (; differing > 0n; differing &= differing - 1n) count += 1;
  return count;
}
