import type { Member } from './cluster-members.js';

/** How far the pictures of a cluster lie from its centre, for the slider. */
export interface Reach {
  /** Likeness of the nearest and of the farthest. */
  readonly nearest: number;
  readonly farthest: number;
  /** How many lie in each of equal steps from the nearest to the farthest. */
  readonly bars: readonly number[];
}

/** Steps of the slider's picture: narrow enough to show a tail, wide enough to be seen. */
const BARS = 40;

/** Less than this apart, all have the same score of two digits: there is nothing to cut. */
const LEAST_SPAN = 0.005;

/** Counts members by their likeness to the centre; null where they are all as near, or none is known. */
export function reachOf(members: readonly Pick<Member, 'similarity'>[]): Reach | null {
  const known = members.flatMap(({ similarity }) => (similarity === null ? [] : [similarity]));
  const nearest = known.reduce((most, one) => Math.max(most, one), -Infinity);
  const farthest = known.reduce((least, one) => Math.min(least, one), Infinity);
  if (!(nearest - farthest >= LEAST_SPAN)) return null;
  const bars = Array.from({ length: BARS }, () => 0);
  for (const one of known) {
    const at = Math.min(BARS - 1, Math.floor(((nearest - one) / (nearest - farthest)) * BARS));
    bars[at] = (bars[at] ?? 0) + 1;
  }
  return { nearest, farthest, bars };
}

/** Ids of the members that are less alike than the cut; one whose likeness is not known counts as beyond. */
export function beyond(members: readonly Member[], cut: number): string[] {
  return members.flatMap(({ image, similarity }) => ((similarity ?? -1) < cut ? [image.id] : []));
}
