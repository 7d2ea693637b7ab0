import { dotProduct } from '../dot-product.js';
import { hammingDistance } from '../media/perceptual-hash.js';

/** What two versions of a picture are compared by. */
export interface Likeness {
  /** Unit vector. */
  readonly vector: Float32Array;
  /** 16 hex digits. */
  readonly perceptualHash: string;
}

/** Hash distance and cosine from which a changed file still shows the same picture (product.md, Identity). */
export const SAME_PICTURE = { hashDistance: 6, cosine: 0.98 } as const;

/** True when any of the orientations of the new version is the old picture. */
export function isSamePicture(old: Likeness, orientations: readonly Likeness[]): boolean {
  return orientations.some((candidate) => isSameUpright(old, candidate));
}

function isSameUpright(old: Likeness, candidate: Likeness): boolean {
  const distance = hammingDistance(old.perceptualHash, candidate.perceptualHash);
  return distance <= SAME_PICTURE.hashDistance && dotProduct(old.vector, candidate.vector) >= SAME_PICTURE.cosine;
}
