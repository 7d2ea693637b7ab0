import { developed, halved, softened } from './canvas.js';
import type { Canvas } from './canvas.js';
import { hsvToRgb } from './colour-block.js';
import { octaveNoise } from './noise.js';
import { polygonSpans, randomLeaf } from './polygons.js';
import type { Span } from './polygons.js';
import { createRandom } from './random.js';
import type { Random } from './random.js';

type Colour = readonly [number, number, number];

/** No leaf covers everything. */
const LARGEST_RADIUS_SHARE = 0.5;

/**
 * Picture `seed` of the endless album the descriptor learns its statistics from, size x size x 3 bytes RGB:
 * dead leaves (their radii follow a power law, as the sizes of things in photographs do) on textured ground under uneven light.
 * What the album lacks, photographs seem to share: before grain was stretched and leaves had a common direction, the 99th
 * percentile of unrelated pairs was .54 instead of .40, and .37 with the softening.
 */
export function paintPicture(seed: number, size: number): Uint8Array {
  const random = createRandom(seed);
  const palette = randomPalette(random);
  // Painted at twice the size and halved, so that outlines are smooth.
  const canvas = paintGround(random, palette, 2 * size);
  dropLeaves(random, palette, canvas);
  return developed(random, softened(random, halved(canvas)));
}

function randomPalette(random: Random): Colour[] {
  const hue = random.unit();
  const spread = random.between(0.02, 0.4);
  const saturation = random.between(0, 0.9);
  return Array.from({ length: random.whole(4, 13) }, () => {
    const ownHue = (((hue + random.normal() * spread) % 1) + 1) % 1;
    return hsvToRgb(ownHue, Math.min(1, saturation * random.between(0.3, 1.5)), random.between(0.05, 1));
  });
}

/** Grain about as rough as that of photographs, in clouds up to eight times wider than high or higher than wide. */
function grain(random: Random, size: number): Float32Array {
  return octaveNoise(random, { size, finestCells: size / 2, slope: random.between(-0.3, 0.4), stretch: 2 ** random.between(-3, 3) });
}

/** Two noises: one chooses between two colours, the other is light and dark. */
function paintGround(random: Random, palette: readonly Colour[], size: number): Canvas {
  const [from, to] = [random.pick(palette), random.pick(palette)];
  const choice = grain(random, size);
  const shade = grain(random, size);
  const depth = random.between(0.02, 0.2);
  const rgb = Float32Array.from({ length: size * size * 3 }, (_, index) => {
    const pixel = Math.floor(index / 3);
    const share = 1 / (1 + Math.exp(-2 * (choice[pixel] ?? 0)));
    const [a, b] = [from[index % 3] ?? 0, to[index % 3] ?? 0];
    return a + (b - a) * share + depth * (shade[pixel] ?? 0);
  });
  return { size, rgb };
}

function dropLeaves(random: Random, palette: readonly Colour[], canvas: Canvas): void {
  const { size } = canvas;
  const shade = grain(random, size);
  const direction = random.pick([0, 0, Math.PI / 2, random.between(0, Math.PI)]);
  const style = { direction, disorder: random.between(0, 1.5), narrowest: random.between(0.1, 1) };
  const count = Math.round(2 ** random.between(3.5, 7.3));
  const smallest = random.between(4, 16);
  for (let leaf = 0; leaf < count; leaf++) {
    const radius = Math.min(smallest / Math.sqrt(1 - random.unit()), size * LARGEST_RADIUS_SHARE);
    const [centreX, centreY] = [random.between(0, size), random.between(0, size)];
    const corners = randomLeaf(random, style).map(([x, y]) => [centreX + x * radius, centreY + y * radius] as const);
    const colour = random.pick(palette).map((value) => value + random.normal() * 0.03);
    const depth = random.between(0, 0.06);
    for (const span of polygonSpans(corners, size))
      paintSpan(canvas, span, (pixel, channel) => (colour[channel] ?? 0) + depth * (shade[pixel] ?? 0));
  }
}

function paintSpan({ size, rgb }: Canvas, { y, fromX, toX }: Span, valueAt: (pixel: number, channel: number) => number): void {
  for (let index = (y * size + fromX) * 3; index < (y * size + toX) * 3; index++) rgb[index] = valueAt(Math.floor(index / 3), index % 3);
}
