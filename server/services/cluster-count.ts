/** More would be more than anybody looks through, and a matrix of centroids of its own weight. */
export const MOST_CLUSTERS = 1000;
/** By how much the number that fits may move before last night's is given up: every other number moves pictures about. */
const TOLERANCE = 0.1;

/**
 * Into how many clusters so many pictures go: as many as asked for, else sqrt(n / 2) (the rule of thumb of Mardia, Kent and Bibby,
 * Multivariate Analysis, 1979, p. 365), or last night's number while that is within 10 %. 1..1,000, never more than there are pictures.
 */
export function clusterCount(pictures: number, { asked, last }: { asked: number | null; last: number | null }): number {
  const fitting = asked ?? steadied(Math.max(1, Math.round(Math.sqrt(pictures / 2))), last);
  return Math.min(fitting, MOST_CLUSTERS, pictures);
}

function steadied(fitting: number, last: number | null): number {
  return last !== null && Math.abs(fitting - last) <= TOLERANCE * last ? last : fitting;
}
