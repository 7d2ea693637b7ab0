import type { Place } from './map-view.js';

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The nearest of some places that lies more in an arrow key's direction than beside it; null where there is none. */
export function stepTo(places: readonly Place[], from: number, key: string): number | null {
  const [here, direction] = [places[from], DIRECTIONS[key]];
  if (!here || !direction) return null;
  let nearest: number | null = null;
  let best = Number.POSITIVE_INFINITY;
  for (const [index, { x, y }] of places.entries()) {
    const along = (x - here.x) * direction[0] + (y - here.y) * direction[1];
    const beside = Math.abs((x - here.x) * direction[1] + (y - here.y) * direction[0]);
    const distance = Math.hypot(along, beside);
    if (along <= 0 || beside > along || distance >= best) continue;
    nearest = index;
    best = distance;
  }
  return nearest;
}
