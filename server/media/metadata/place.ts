/** A place in degrees, north and east positive. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** A place that can be: finite, inside +-90 and +-180, and not 0,0, which is what a receiver without a fix writes. */
export function toPlace(latitude: number | null, longitude: number | null): Place | null {
  if (latitude === null || longitude === null || !Number.isFinite(latitude) || !Number.isFinite(longitude)) return null;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180 || (latitude === 0 && longitude === 0)) return null;
  return { latitude, longitude };
}

/** EXIF's degrees, minutes, seconds with their reference letter (N, S, E, W) as signed degrees; null without a valid letter. */
export function degreesOf(parts: unknown, reference: unknown): number | null {
  const letter = typeof reference === 'string' ? reference.trim().charAt(0).toUpperCase() : '';
  if (!Array.isArray(parts) || parts.length === 0 || !'NSEW'.includes(letter) || letter === '') return null;
  const [degrees = Number.NaN, minutes = 0, seconds = 0] = parts.map(Number);
  const value = degrees + minutes / 60 + seconds / 3600;
  if (!Number.isFinite(value)) return null;
  return letter === 'S' || letter === 'W' ? -value : value;
}

/** XMP's `41,13.22N` or `41,13,13.2N` as signed degrees. */
export function degreesOfXmp(text: string | undefined): number | null {
  const match = /^(\d{1,3}),(\d{1,2}(?:\.\d+)?)(?:,(\d{1,2}(?:\.\d+)?))?([NSEW])$/.exec(text?.trim() ?? '');
  return match ? degreesOf([match[1], match[2], match[3] ?? 0], match[4]) : null;
}

/** ISO 6709 as videos carry it (`+41.2203-096.0716+320.1/`). */
export function parseIso6709(text: string | undefined): Place | null {
  const match = /^([+-]\d{1,2}(?:\.\d+)?)([+-]\d{1,3}(?:\.\d+)?)/.exec(text?.trim() ?? '');
  return match ? toPlace(Number(match[1]), Number(match[2])) : null;
}
