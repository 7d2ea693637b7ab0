import type { Tape, Tensor } from './tape.js';

type Triple = readonly [number, number, number];

/** Rows of the map from RGB to lightness, red-green and yellow-blue. */
export const OPPONENT_ROWS: readonly Triple[] = [
  [1 / 3, 1 / 3, 1 / 3],
  [1 / 2, -1 / 2, 0],
  [1 / 4, 1 / 4, -1 / 2],
];

/** Colour differences weigh more than lightness: a photo and its brighter copy should share their words. */
const AXIS_SCALE: Triple = [0.6, 1.3, 1.3];
/** How sharply a pixel chooses its word; at 240 a grey word's neighbour, .17 lighter, still has e^-1.2 of its share. */
const SHARPNESS = 240;
const GREYS = [0.05, 0.22, 0.4, 0.6, 0.8, 0.97];
const HUES = 10;
const SATURATION_AND_VALUE = [
  [0.35, 0.35],
  [0.35, 0.75],
  [0.75, 0.4],
  [0.8, 0.85],
] as const;

/** Which share of the picture, and of each of its quarters, has which of 46 named colours: [N, 46 + 184]. */
export function colourBlock(tape: Tape, pixels: Tensor): Tensor {
  const words = colourWords().map(toWordSpace);
  const count = words.length;
  // |z - c|^2 up to what all words share is linear in z, hence in RGB: one 1x1 convolution.
  const kernel = words.flatMap((word) => [0, 1, 2].map((channel) => SHARPNESS * sum(word.map((c, axis) => c * axisWeight(axis, channel)))));
  const bias = words.map((word) => (-SHARPNESS / 2) * sum(word.map((c) => c * c)));
  const small = tape.averagePool(pixels, { window: 2 });
  const scores = tape.run('Conv', [small, tape.weights(kernel, [count, 3, 1, 1]), tape.weights(bias, [count])]);
  const shares = tape.run('Softmax', [scores], { axis: { int: 1 } });
  const quarters = tape.averagePool(shares, { window: 32 });
  const whole = tape.averagePool(quarters, { window: 2 });
  return tape.concat([tape.flatten(whole), tape.flatten(quarters)]);
}

function colourWords(): Triple[] {
  const greys = GREYS.map((value): Triple => [value, value, value]);
  const hues = Array.from({ length: HUES }, (_, index) => index / HUES);
  return [...greys, ...hues.flatMap((hue) => SATURATION_AND_VALUE.map(([saturation, value]) => hsvToRgb(hue, saturation, value)))];
}

/** RGB in 0..1 of a hue, saturation and value in 0..1. */
export function hsvToRgb(hue: number, saturation: number, value: number): Triple {
  const channel = (offset: number): number => {
    const sector = (offset + hue * 6) % 6;
    return value - value * saturation * Math.max(0, Math.min(sector, 4 - sector, 1));
  };
  return [channel(5), channel(3), channel(1)];
}

function toWordSpace(rgb: Triple): number[] {
  return [0, 1, 2].map((axis) => sum(rgb.map((value, channel) => value * axisWeight(axis, channel))));
}

function axisWeight(axis: number, channel: number): number {
  return (AXIS_SCALE[axis] ?? 0) * (OPPONENT_ROWS[axis]?.[channel] ?? 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
