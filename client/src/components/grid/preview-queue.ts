import { thumbHashToAverageRGBA } from 'thumbhash';
import { previewUrl } from '../../composables/thumbhash.js';

/** A blurred preview takes about 0.5 ms to draw; so much of a frame (16 ms) may go into them. */
const BUDGET_MS = 4;

interface Wish {
  thumbhash: string;
  give: (url: string | null) => void;
}

const wishes = new Set<Wish>();
let frame = 0;

/** Draws a blurred preview in one of the next frames, newest wish first; the answer takes the wish back. */
export function wantPreview(thumbhash: string, give: (url: string | null) => void): () => void {
  const wish = { thumbhash, give };
  wishes.add(wish);
  frame ||= requestAnimationFrame(drawSome);
  return () => void wishes.delete(wish);
}

function drawSome(): void {
  const end = performance.now() + BUDGET_MS;
  for (const wish of [...wishes].reverse()) {
    if (performance.now() > end) break;
    wishes.delete(wish);
    wish.give(previewUrl(wish.thumbhash));
  }
  frame = wishes.size > 0 ? requestAnimationFrame(drawSome) : 0;
}

/** The mean colour of a picture as CSS, at once: all there is to see while scrolling fast. Empty where the hash is malformed. */
export function averageColor(thumbhash: string): string {
  try {
    const { r, g, b, a } = thumbHashToAverageRGBA(Uint8Array.from(atob(thumbhash), (character) => character.charCodeAt(0)));
    return `rgb(${Math.round(r * 255)} ${Math.round(g * 255)} ${Math.round(b * 255)} / ${a.toFixed(2)})`;
  } catch {
    return '';
  }
}
