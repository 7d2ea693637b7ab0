import type { Band, SimilarityHitPartsFragment, SimilarImagesQuery } from '../../graphql/generated/operations.js';

type Answer = SimilarImagesQuery['similarImages'];

/** Other files of the same picture: no threshold hides them, as on the server. */
const SAME_PICTURE = 0.98;
const NEXT_BEST = 5;

/** What of an answer is shown at a threshold. */
export interface Cut {
  /** The query's own pictures, shown first and never cut. */
  readonly query: SimilarityHitPartsFragment[];
  readonly passing: SimilarityHitPartsFragment[];
  /** The best below the threshold; only where nothing passes. */
  readonly nextBest: SimilarityHitPartsFragment[];
  readonly counts: Readonly<Record<Band, number>>;
}

/** Cuts the hits of an answer that was asked for without a threshold; hits by keyword have no similarity and all pass. */
export function cutAnswer(answer: Pick<Answer, 'results' | 'nextBest' | 'query'>, threshold: number): Cut {
  const others = answer.results.filter((hit) => !hit.isQuery);
  const sought = placesOfSought(answer.query.parts);
  // The score of a mixture is no cosine: those with its parts tell the same picture.
  const isSame = ({ similarity, cosines }: SimilarityHitPartsFragment): boolean =>
    cosines.length > 0 ? sought.some((place) => (cosines[place] ?? 0) >= SAME_PICTURE) : (similarity ?? 0) >= SAME_PICTURE;
  const passes = (hit: SimilarityHitPartsFragment): boolean => hit.similarity === null || hit.similarity >= threshold || isSame(hit);
  const passing = others.filter(passes);
  const below = [...others, ...answer.nextBest].filter((hit) => !passes(hit));
  const countOf = (band: Band): number => passing.filter((hit) => hit.band === band).length;
  return {
    query: answer.results.filter((hit) => hit.isQuery),
    passing,
    nextBest: passing.length === 0 ? below.slice(0, NEXT_BEST) : [],
    counts: { STRONG: countOf('STRONG'), LIKELY: countOf('LIKELY'), GUESS: countOf('GUESS') },
  };
}

/** The lowest similarity among the hits: from there up the histogram is exact. 1 where there are none. */
export function exactFrom(answer: Pick<Answer, 'results'>): number {
  return answer.results.reduce((lowest, hit) => Math.min(lowest, hit.similarity ?? 1), 1);
}

// Words that are looked up as text have no cosine and take no place.
function placesOfSought(parts: Answer['query']['parts']): number[] {
  const compared = parts.filter(({ kind }) => kind !== 'KEYWORD');
  return compared.flatMap(({ kind, mode }, place) => (kind !== 'TEXT' && mode === 'MORE' ? [place] : []));
}
