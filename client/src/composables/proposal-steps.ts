/** A picture's place on the page. */
export interface Spot<T> {
  readonly item: T;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Keys that move between pictures. */
export const STEP_KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const;
/** One of them. */
export type SpotKey = (typeof STEP_KEYS)[number];

/** True for a key that moves between pictures. */
export function isStepKey(key: string): key is SpotKey {
  return (STEP_KEYS as readonly string[]).includes(key);
}

/** The place after a step from the `from`th picture: sideways in reading order, up and down to the nearest of the next row. */
export function stepBetween(spots: readonly Pick<Spot<unknown>, 'left' | 'top' | 'width'>[], from: number, key: SpotKey): number {
  const last = spots.length - 1;
  const here = spots[from];
  if (!here) return Math.max(0, Math.min(last, from));
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key === 'ArrowLeft') return Math.max(0, from - 1);
  if (key === 'ArrowRight') return Math.min(last, from + 1);
  const tops = [...new Set(spots.map(({ top }) => top))].sort((a, b) => a - b);
  const row = tops[tops.indexOf(here.top) + (key === 'ArrowDown' ? 1 : -1)];
  if (row === undefined) return from;
  const middle = here.left + here.width / 2;
  const distance = (index: number): number => {
    const spot = spots[index];
    return spot?.top === row ? Math.abs(spot.left + spot.width / 2 - middle) : Number.POSITIVE_INFINITY;
  };
  return spots.reduce((best, _, index) => (distance(index) < distance(best) ? index : best), from);
}
