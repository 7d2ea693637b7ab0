import type { Tape, Tensor } from './tape.js';

/** (dy, dx) of the eight neighbours, round the centre. */
const NEIGHBOURS = [
  [0, 1],
  [1, 1],
  [1, 0],
  [1, -1],
  [0, -1],
  [-1, -1],
  [-1, 0],
  [-1, 1],
] as const;

const SCALES = [1, 2, 4];
const STEEPNESS = 3;
/** Contrast below .03 is noise; with 1e-4 instead a JPEG of quality 15 falls from .98 to .964 of its original. */
const NOISE_FLOOR = 9e-4;

/**
 * Soft local binary patterns of the lightness [N,1,128,128] at three scales, two 4-bit codes each:
 * shares over the picture [N, 96] and over each of its quarters [N, 384].
 */
export function textureBlocks(tape: Tape, lightness: Tensor): { whole: Tensor; quarters: Tensor } {
  const wholes: Tensor[] = [];
  const quarters: Tensor[] = [];
  for (const scale of SCALES) {
    const map = scale === 1 ? lightness : tape.averagePool(lightness, { window: scale });
    for (const codes of codeMaps(tape, map)) {
      const pooled = tape.averagePool(codes, { window: 64 / scale });
      quarters.push(tape.flatten(pooled));
      wholes.push(tape.flatten(tape.averagePool(pooled, { window: 2 })));
    }
  }
  return { whole: tape.concat(wholes), quarters: tape.concat(quarters) };
}

/** The two sets of 16 maps (straight and diagonal neighbours): how much each pixel looks like each code. */
function codeMaps(tape: Tape, map: Tensor): Tensor[] {
  const padded = tape.padEdge(map, 1);
  const deviation = tape.run('Conv', [padded, tape.weights(surroundKernel(), [1, 1, 3, 3])]);
  const energy = tape.averagePool(tape.run('Mul', [deviation, deviation]), { window: 9, stride: 1, pad: 4, countPads: true });
  const spread = tape.run('Sqrt', [tape.run('Add', [energy, tape.scalar(NOISE_FLOOR)])]);
  const differences = tape.run('Conv', [padded, tape.weights(neighbourKernels(), [8, 1, 3, 3])]);
  const bits = tape.run('Sigmoid', [tape.run('Div', [differences, spread])]);
  const inverse = tape.run('Sub', [tape.scalar(1), bits]);
  const set = tape.split(bits, Array<number>(8).fill(1));
  const unset = tape.split(inverse, Array<number>(8).fill(1));
  return [0, 1].map((first) => productMaps(tape, everySecond(set, first), everySecond(unset, first)));
}

function everySecond(bits: readonly Tensor[], first: number): Tensor[] {
  return bits.filter((_, index) => index % 2 === first);
}

/** All 16 products of four bits or their complements. */
function productMaps(tape: Tape, set: readonly Tensor[], unset: readonly Tensor[]): Tensor {
  const pairs = set.map((bit, index) => [bit, unset[index] ?? bit] as const);
  const [first, ...others] = pairs;
  if (first === undefined) throw new RangeError('Expected at least one bit but received none.');
  const start = tape.concat(first);
  return others.reduce(
    (codes, [bit, complement]) => tape.concat([tape.run('Mul', [codes, bit]), tape.run('Mul', [codes, complement])]),
    start,
  );
}

/** Centre minus the mean of its 3x3 surroundings. */
function surroundKernel(): number[] {
  return Array.from({ length: 9 }, (_, index) => (index === 4 ? 1 : 0) - 1 / 9);
}

/** Neighbour minus centre, times the steepness of the sigmoid that follows. */
function neighbourKernels(): number[] {
  return NEIGHBOURS.flatMap(([dy, dx]) => {
    const kernel = Array<number>(9).fill(0);
    kernel[4] = -STEEPNESS;
    kernel[(dy + 1) * 3 + dx + 1] = STEEPNESS;
    return kernel;
  });
}
