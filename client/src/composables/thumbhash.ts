import { thumbHashToDataURL } from 'thumbhash';

// A preview takes about 0.2 ms to draw and 4 kB to keep; scrolling back should find it.
const KEPT = 2_000;
const drawn = new Map<string, string>();

/** A blurred preview as a data URL, from the base64 of a thumbhash; null where it is malformed. */
export function previewUrl(thumbhash: string): string | null {
  const known = drawn.get(thumbhash);
  if (known !== undefined) return known;
  const url = draw(thumbhash);
  if (url === null) return null;
  if (drawn.size >= KEPT) drawn.delete(drawn.keys().next().value ?? '');
  drawn.set(thumbhash, url);
  return url;
}

function draw(thumbhash: string): string | null {
  try {
    return thumbHashToDataURL(Uint8Array.from(atob(thumbhash), (character) => character.charCodeAt(0)));
  } catch {
    return null;
  }
}
