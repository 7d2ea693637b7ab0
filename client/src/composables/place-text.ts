/** A point on the globe in degrees. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** `45.4371, 12.3326`: five digits are about a metre; empty where either is missing. */
export function formatCoordinates({ latitude, longitude }: { latitude?: number | null; longitude?: number | null }): string {
  if (latitude == null || longitude == null) return '';
  return `${shortest(latitude)}, ${shortest(longitude)}`;
}

/** A place in one line: `Venice · 45.4371, 12.3326`; empty where nothing is known. */
export function formatPlace(place: { name?: string | null; latitude?: number | null; longitude?: number | null }): string {
  return [place.name, formatCoordinates(place)].filter(Boolean).join(' · ');
}

function shortest(degrees: number): string {
  return String(Number(degrees.toFixed(5)));
}

const PLAIN = /^([+-]?\d+(?:\.\d+)?)\s*°?\s*([NS])?[\s,;]+([+-]?\d+(?:\.\d+)?)\s*°?\s*([EWO])?$/i;
const SEXAGESIMAL = /^(\d+)°\s*(\d+)['′]\s*(?:(\d+(?:\.\d+)?)["″])?\s*([NSEWO])$/i;

/** Reads coordinates as maps write them: `45.4371, 12.3326`, `45.4371 N 12.3326 E`, `45°26′13.6″N 12°20′4″E`; null where it is none. */
export function parseCoordinates(text: string): Coordinates | null {
  const typed = text.trim().replaceAll('−', '-');
  const [, north, northSign, east, eastSign] = PLAIN.exec(typed) ?? [];
  if (north !== undefined && east !== undefined) return checked(signed(Number(north), northSign), signed(Number(east), eastSign));
  const [first, second] = typed.split(/(?<=[NS])[\s,;]*/i).map(parseSexagesimal);
  return first == null || second == null ? null : checked(first, second);
}

function parseSexagesimal(text: string): number | null {
  const [, degrees, minutes, seconds = '0', sign] = SEXAGESIMAL.exec(text.trim()) ?? [];
  if (degrees === undefined) return null;
  const value = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
  return signed(Number(value.toFixed(6)), sign);
}

function signed(degrees: number, sign: string | undefined): number {
  return /[SW]/i.test(sign ?? '') ? -degrees : degrees;
}

function checked(latitude: number, longitude: number): Coordinates | null {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}
