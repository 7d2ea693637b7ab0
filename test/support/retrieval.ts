/** A picture of a labelled set and its unit vector. */
export interface LabelledVector {
  readonly path: string;
  /** The picture this one is a copy of, and how much it was changed; null for pictures that are no copies. */
  readonly copy: { readonly group: string; readonly level: 'original' | 'light' | 'heavy' } | null;
  /** What it shows; null where nobody said. */
  readonly category: string | null;
  readonly vector: Float32Array;
}

/** Cosine of two unit vectors. */
export function cosine(left: Float32Array, right: Float32Array): number {
  return left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
}

/** All others of the set, most similar first. */
export function ranking<T extends LabelledVector>(query: T, all: readonly T[]): T[] {
  const scored = all.filter((item) => item !== query).map((item) => ({ item, score: cosine(query.vector, item.vector) }));
  return scored.sort((a, b) => b.score - a.score).map(({ item }) => item);
}

/** Share of the copies of a level that stand among the 16 nearest of their original (there are 16 copies of each). */
export function copyRecall(all: readonly LabelledVector[], level: 'light' | 'heavy'): number {
  const originals = all.filter(({ copy }) => copy?.level === 'original');
  const found = originals.map((query) => {
    const isWanted = ({ copy }: LabelledVector): boolean => copy?.level === level && copy.group === query.copy?.group;
    return ranking(query, all).slice(0, 16).filter(isWanted).length / all.filter(isWanted).length;
  });
  return mean(found);
}

/** Mean average precision: how early those of the query's own category stand in its ranking, over every picture as a query. */
export function categoryPrecision(all: readonly LabelledVector[]): number {
  const labelled = all.filter(({ category }) => category !== null);
  return mean(labelled.map((query) => averagePrecision(ranking(query, labelled).map(({ category }) => category === query.category))));
}

/** Average precision of a ranking of hits and misses; 0 where nothing could be hit. */
export function averagePrecision(hits: readonly boolean[]): number {
  const ranks = hits.flatMap((hit, index) => (hit ? [index + 1] : []));
  return ranks.length === 0 ? 0 : mean(ranks.map((rank, found) => (found + 1) / rank));
}

/** The value below which the given share of them lies; throws RangeError when there is none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (value === undefined) throw new RangeError('Expected at least one value but received none.');
  return value;
}

/** The arithmetic mean; NaN of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
