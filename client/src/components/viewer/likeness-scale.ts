import type { Evidence } from '../../composables/evidence.js';

/** Shares 0..1 along the scale at which the bands begin and the hit stands. */
export interface LikenessScale {
  likely: number;
  strong: number;
  here: number;
}

/** The scale of one query: two widths of "likely" below it, up to 1 for a picture; words and mixtures never come near 1, so there two widths above. */
export function likenessScale({
  similarity,
  likelyFrom,
  strongFrom,
  asked,
}: Pick<Evidence, 'similarity' | 'likelyFrom' | 'strongFrom' | 'asked'>): LikenessScale | null {
  if (likelyFrom === null || strongFrom === null || strongFrom <= likelyFrom) return null;
  const width = strongFrom - likelyFrom;
  const low = Math.min(similarity, likelyFrom - 2 * width);
  const isOnePicture = asked.length === 1 && asked[0]?.kind !== 'text';
  const high = isOnePicture ? Math.max(1, similarity) : Math.max(similarity, strongFrom + 2 * width);
  const share = (value: number): number => (value - low) / (high - low);
  return { likely: share(likelyFrom), strong: share(strongFrom), here: share(similarity) };
}
