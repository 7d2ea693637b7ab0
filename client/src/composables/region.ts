import type { RegionInput } from '../graphql/generated/operations.js';

/** No part is smaller on a side: models see nothing in less, and fingers hold nothing less. */
export const SMALLEST_SIDE = 0.02;
const DIGITS = 4;

/** A part as the address holds it, `x,y,width,height`. */
export function regionToText({ x, y, width, height }: RegionInput): string {
  return [x, y, width, height].map((share) => String(Number(share.toFixed(DIGITS)))).join(',');
}

/** Reads a part of an address; null where it is malformed or reaches over the edge. */
export function regionFromText(text: string | null): RegionInput | null {
  const shares = (text ?? '').split(',').map((share) => (share.trim() === '' ? Number.NaN : Number(share)));
  const [x = Number.NaN, y = Number.NaN, width = Number.NaN, height = Number.NaN] = shares;
  const isInside = x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 1 + 1e-6 && y + height <= 1 + 1e-6;
  return shares.length === 4 && isInside ? roundedRegion({ x, y, width, height }) : null;
}

/** As exact as the address says it, and never over the edge by what rounding adds. */
export function roundedRegion({ x, y, width, height }: RegionInput): RegionInput {
  const left = rounded(x);
  const top = rounded(y);
  return { x: left, y: top, width: rounded(Math.min(width, 1 - left)), height: rounded(Math.min(height, 1 - top)) };
}

function rounded(share: number): number {
  return Number(share.toFixed(DIGITS));
}

/** Puts a box over that part of a picture. */
export function regionStyle({ x, y, width, height }: RegionInput): Record<'left' | 'top' | 'width' | 'height', string> {
  return { left: `${x * 100}%`, top: `${y * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` };
}

/** A part without the fields that GraphQL adds; null stays null. */
export function plainRegion(region: RegionInput | null | undefined): RegionInput | null {
  return region ? { x: region.x, y: region.y, width: region.width, height: region.height } : null;
}

/** What of a part is seen in a box of another shape, as `object-fit: cover` does it; aspects are width through height. */
export function coverRegion(region: RegionInput | null, pictureAspect: number, boxAspect: number): RegionInput {
  const { x, y, width, height } = region ?? { x: 0, y: 0, width: 1, height: 1 };
  const wide = ((width / height) * pictureAspect) / boxAspect;
  const [seenWidth, seenHeight] = wide > 1 ? [width / wide, height] : [width, height * wide];
  return { x: x + (width - seenWidth) / 2, y: y + (height - seenHeight) / 2, width: seenWidth, height: seenHeight };
}

/** Fills a box with exactly that part of a picture. */
export function partBackground(url: string, { x, y, width, height }: RegionInput): Record<string, string> {
  const place = (start: number, length: number): string => `${length >= 1 ? 50 : (start / (1 - length)) * 100}%`;
  return {
    backgroundImage: `url("${encodeURI(url)}")`,
    backgroundSize: `${100 / width}% ${100 / height}%`,
    backgroundPosition: `${place(x, width)} ${place(y, height)}`,
  };
}
