import type { Random } from './random.js';

/** A corner, in pixels. */
export type Point = readonly [x: number, y: number];

const FULL_TURN = 2 * Math.PI;

/** How the leaves of one picture lie: as in photographs, where trunks stand and horizons lie, they share a direction more or less. */
export interface LeafStyle {
  /** Radians. */
  readonly direction: number;
  /** Standard deviation of a leaf's turn in radians. */
  readonly disorder: number;
  /** Breadth of the narrowest leaf as a share of its length. */
  readonly narrowest: number;
}

/** Corners of a random leaf of radius 1 about the origin: disc, square, convex polygon, star, smooth or ragged blob. */
export function randomLeaf(random: Random, { direction, disorder, narrowest }: LeafStyle): Point[] {
  const shape = random.pick([disc, square, convex, star, smoothBlob, raggedBlob]);
  const squeeze = random.between(narrowest, 1);
  const turn = direction + random.normal() * disorder;
  return shape(random).map(([x, y]) => [
    x * Math.cos(turn) - y * squeeze * Math.sin(turn),
    x * Math.sin(turn) + y * squeeze * Math.cos(turn),
  ]);
}

function disc(): Point[] {
  return evenAngles(24).map((angle) => polar(angle, 1));
}

function square(): Point[] {
  return evenAngles(4).map((angle) => polar(angle + Math.PI / 4, 1));
}

function convex(random: Random): Point[] {
  const angles = Array.from({ length: random.whole(3, 7) }, () => random.between(0, FULL_TURN));
  return angles.sort((a, b) => a - b).map((angle) => polar(angle, 1));
}

function star(random: Random): Point[] {
  const depth = random.between(0.3, 0.7);
  return evenAngles(2 * random.whole(4, 8)).map((angle, index) => polar(angle, index % 2 === 0 ? 1 : depth));
}

function smoothBlob(random: Random): Point[] {
  return blob(random, 3);
}

function raggedBlob(random: Random): Point[] {
  return blob(random, 8);
}

/** A disc whose radius swings with the first few harmonics of its angle. */
function blob(random: Random, harmonics: number): Point[] {
  const swings = Array.from({ length: harmonics }, (_, index) => ({
    turns: index + 1,
    size: (random.normal() * 0.3) / Math.sqrt(index + 1),
    start: random.between(0, FULL_TURN),
  }));
  return evenAngles(48).map((angle) => {
    const swing = swings.reduce((total, { turns, size, start }) => total + size * Math.cos(turns * angle + start), 0);
    return polar(angle, Math.max(0.1, 1 + swing));
  });
}

function evenAngles(count: number): number[] {
  return Array.from({ length: count }, (_, index) => (FULL_TURN * index) / count);
}

function polar(angle: number, radius: number): Point {
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

/** A run of pixels of row `y`, from `fromX` up to but not including `toX`. */
export interface Span {
  readonly y: number;
  readonly fromX: number;
  readonly toX: number;
}

/** The pixels of a size x size picture whose centres lie inside the polygon (even-odd rule). */
export function polygonSpans(corners: readonly Point[], size: number): Span[] {
  const heights = corners.map(([, y]) => y);
  const first = Math.max(0, Math.ceil(Math.min(...heights) - 0.5));
  const last = Math.min(size - 1, Math.floor(Math.max(...heights) - 0.5));
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return rows.flatMap((y) => rowSpans(y, crossingsAt(corners, y + 0.5), size));
}

function rowSpans(y: number, crossings: readonly number[], size: number): Span[] {
  const spans: Span[] = [];
  for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
    const fromX = Math.max(0, Math.ceil((crossings[pair] ?? 0) - 0.5));
    const toX = Math.min(size, Math.floor((crossings[pair + 1] ?? 0) - 0.5) + 1);
    if (fromX < toX) spans.push({ y, fromX, toX });
  }
  return spans;
}

/** Where the outline crosses the line at height y, from left to right. */
function crossingsAt(corners: readonly Point[], y: number): number[] {
  return corners
    .flatMap(([x, ownY], index) => {
      const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [x, ownY];
      return ownY <= y === nextY <= y ? [] : [x + ((y - ownY) / (nextY - ownY)) * (nextX - x)];
    })
    .sort((a, b) => a - b);
}
