import { roundedRegion, SMALLEST_SIDE } from '../../composables/region.js';
import type { RegionInput } from '../../graphql/generated/operations.js';

/** A point or a way, in fractions of the picture. */
export interface Fractions {
  readonly x: number;
  readonly y: number;
}

/** What of a rectangle is held: a corner, an edge by its direction, or all of it. */
export type Hold = 'nw' | 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'all';

/** What keys begin with: the middle of the picture. */
export const MIDDLE: RegionInput = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };

/** The rectangle after what is held was moved, inside the picture and never smaller than can be held. */
export function moveHold(region: RegionInput, hold: Hold, way: Fractions): RegionInput {
  const { x, y, width, height } = region;
  if (hold === 'all') {
    const [left, top] = [within(x + way.x, 0, 1 - width), within(y + way.y, 0, 1 - height)];
    return roundedRegion({ x: left, y: top, width, height });
  }
  const [right, bottom] = [x + width, y + height];
  const left = hold.includes('w') ? within(x + way.x, 0, right - SMALLEST_SIDE) : x;
  const top = hold.includes('n') ? within(y + way.y, 0, bottom - SMALLEST_SIDE) : y;
  const newRight = hold.includes('e') ? within(right + way.x, x + SMALLEST_SIDE, 1) : right;
  const newBottom = hold.includes('s') ? within(bottom + way.y, y + SMALLEST_SIDE, 1) : bottom;
  return roundedRegion({ x: left, y: top, width: newRight - left, height: newBottom - top });
}

/** The rectangle between two points, inside the picture. */
export function regionBetween(one: Fractions, other: Fractions): RegionInput {
  const [left, right] = sorted(within(one.x, 0, 1), within(other.x, 0, 1));
  const [top, bottom] = sorted(within(one.y, 0, 1), within(other.y, 0, 1));
  const [width, height] = [Math.max(SMALLEST_SIDE, right - left), Math.max(SMALLEST_SIDE, bottom - top)];
  return roundedRegion({ x: Math.min(left, 1 - width), y: Math.min(top, 1 - height), width, height });
}

/** Where an arrow key moves to, null for other keys. */
export function wayOfKey(key: string, step: number): Fractions | null {
  if (key === 'ArrowLeft') return { x: -step, y: 0 };
  if (key === 'ArrowRight') return { x: step, y: 0 };
  if (key === 'ArrowUp') return { x: 0, y: -step };
  return key === 'ArrowDown' ? { x: 0, y: step } : null;
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function sorted(one: number, other: number): [number, number] {
  return one < other ? [one, other] : [other, one];
}
