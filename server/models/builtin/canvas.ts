import { octaveNoise } from './noise.js';
import type { Random } from './random.js';

/** A square picture in the making: size * size * 3 values around 0..1, row by row, RGB. */
export interface Canvas {
  readonly size: number;
  readonly rgb: Float32Array;
}

/** Half the size, each pixel the mean of four. */
export function halved({ size, rgb }: Canvas): Canvas {
  const half = size / 2;
  const out = new Float32Array(half * half * 3);
  rgb.forEach((value, index) => {
    const pixel = Math.floor(index / 3);
    const [x, y] = [Math.floor((pixel % size) / 2), Math.floor(pixel / size / 2)];
    const target = (y * half + x) * 3 + (index % 3);
    out[target] = (out[target] ?? 0) + value / 4;
  });
  return { size: half, rgb: out };
}

/** Between as sharp as painted and a blur of three pixels: without it photographs that are not sharp look too much alike. */
export function softened(random: Random, { size, rgb }: Canvas): Canvas {
  const softness = random.unit() ** 2;
  const blurred = blurredAlong(blurredAlong(rgb, 3, size * 3), size * 3, rgb.length);
  return { size, rgb: rgb.map((value, index) => value + softness * ((blurred[index] ?? 0) - value)) };
}

/** Weights 1, 2, 1 over values `step` apart within lines of the given length; a line's end counts as its own neighbour. */
function blurredAlong(values: Float32Array, step: number, line: number): Float32Array {
  return values.map((value, index) => {
    const along = (other: number): number => (Math.floor(other / line) === Math.floor(index / line) ? (values[other] ?? value) : value);
    return (along(index - step) + 2 * value + along(index + step)) / 4;
  });
}

/** Uneven light, contrast and gamma, and at last bytes. */
export function developed(random: Random, { size, rgb }: Canvas): Uint8Array {
  const light = octaveNoise(random, { size, finestCells: 8, slope: 1.5 });
  const unevenness = random.between(0, 0.4);
  const contrast = random.between(0.6, 1.3);
  const gamma = 2 ** random.between(-0.7, 0.7);
  return Uint8Array.from(rgb, (value, index) => {
    const lit = value * Math.exp(unevenness * (light[Math.floor(index / 3)] ?? 0));
    const stretched = 0.5 + (lit - 0.5) * contrast;
    return Math.round(255 * Math.min(1, Math.max(0, stretched)) ** gamma);
  });
}
