import type { GridPlace } from './grid-chunks.js';

/** True for a place as it was written into a history entry; anything may stand there. */
export function isPlace(value: unknown): value is GridPlace {
  if (typeof value !== 'object' || value === null) return false;
  const place = value as Partial<Record<keyof GridPlace, unknown>>;
  const hasPlace = typeof place.month === 'string' && Number.isInteger(place.index) && Number.isFinite(place.delta);
  return hasPlace && (place.id === undefined || typeof place.id === 'string');
}
