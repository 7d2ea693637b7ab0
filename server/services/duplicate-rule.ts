import { dotProduct } from '../dot-product.js';
import { SAME_PICTURE, type Likeness } from '../ingestion/same-picture.js';
import { hammingDistance } from '../media/perceptual-hash.js';
import { quantile } from './calibration.js';
import { HashBands, mirroredHash, MOST_DISTANCE } from './hash-bands.js';

/**
 * When two pictures show the same: their perceptual hashes and their vectors of one model must agree together, because each alone errs. How
 * near vectors must be is read off pairs of the same archive under the same model (promise 10: no constant of one model). Measured in
 * docs/decisions/012-near-duplicates.md.
 */
/** Changes whenever the rule does: then every picture is compared anew. */
export const DUPLICATE_RULE_VERSION = 1;
/** Bits that may differ for the two strengths of near, and where one picture is mirrored. */
export const NEAR_DISTANCES = { tight: 4, wide: 10, mirrored: 6 } as const;
/** As many pictures as the background is taken of: some 80,000 pairs. */
export const BACKGROUND_PICTURES = 400;

/** Shares of unrelated pairs that are less alike. */
const TIGHT_SHARE = 0.95;
const WIDE_SHARE = 0.998;
/** A mirrored hash agrees by chance twice as often, so the vectors must say it clearly. */
const LEAST_MIRRORED = 0.9;
const FEWEST_PAIRS = 500;
/** Where an archive is too small to say: what holds for the models here. */
const UNCALIBRATED = { tight: 0.7, wide: 0.96 } as const;

/** Cosines from which pictures are near, where few and where more bits of the hash differ. */
export interface CosineFloors {
  readonly tight: number;
  readonly wide: number;
}

/** What two pictures are compared by. */
export interface ComparedPicture extends Likeness {
  /** Of the decoded pixels; null where unknown. */
  readonly pixelHash: string | null;
}

/** Why two pictures are a pair. */
export interface DuplicateMatch {
  readonly kind: 'same' | 'near';
  readonly hashDistance: number;
  readonly isMirrored: boolean;
  readonly cosine: number;
}

/** How near unrelated pictures of an archive are to each other under a model. */
export function floorsOf(background: readonly Likeness[]): CosineFloors {
  const cosines = unrelatedCosines(background);
  if (cosines.length < FEWEST_PAIRS) return UNCALIBRATED;
  const sorted = Float32Array.from(cosines).sort();
  return { tight: quantile(sorted, TIGHT_SHARE), wide: quantile(sorted, WIDE_SHARE) };
}

/** Whether and why two pictures show the same; null where they do not. */
export function matchOf(one: ComparedPicture, other: ComparedPicture, floors: CosineFloors): DuplicateMatch | null {
  const likeness = dotProduct(one.vector, other.vector);
  const arePixelsEqual = one.pixelHash !== null && one.pixelHash === other.pixelHash;
  // Most pairs that are asked for end here, before anything is made of their hashes.
  if (!arePixelsEqual && likeness < Math.min(floors.tight, floors.wide, SAME_PICTURE.cosine)) return null;
  const straight = hammingDistance(one.perceptualHash, other.perceptualHash);
  const mirrored = hammingDistance(mirroredHash(one.perceptualHash), other.perceptualHash);
  const match = { hashDistance: straight, isMirrored: false, cosine: likeness };
  if (arePixelsEqual || (straight <= SAME_PICTURE.hashDistance && likeness >= SAME_PICTURE.cosine)) return { ...match, kind: 'same' };
  const isNear =
    (straight <= NEAR_DISTANCES.tight && likeness >= floors.tight) || (straight <= NEAR_DISTANCES.wide && likeness >= floors.wide);
  if (isNear) return { ...match, kind: 'near' };
  const isMirrored = mirrored <= NEAR_DISTANCES.mirrored && likeness >= Math.max(LEAST_MIRRORED, floors.wide);
  return isMirrored ? { kind: 'near', hashDistance: mirrored, isMirrored, cosine: likeness } : null;
}

// Pairs whose hashes are near may be duplicates themselves and are no background.
function unrelatedCosines(background: readonly Likeness[]): number[] {
  const bands = new HashBands(background.map(({ perceptualHash }) => perceptualHash));
  return background.flatMap(({ perceptualHash, vector }, index) => {
    const hashes = [perceptualHash, mirroredHash(perceptualHash)];
    const related = new Set(hashes.flatMap((hash) => bands.within(hash, MOST_DISTANCE)).map((near) => near.index));
    const others = background.slice(index + 1).filter((_, place) => !related.has(index + 1 + place));
    return others.map((other) => dotProduct(vector, other.vector));
  });
}
