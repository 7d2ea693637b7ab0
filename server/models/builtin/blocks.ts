import { colourBlock } from './colour-block.js';
import { covarianceBlock } from './covariance-block.js';
import { gistBlock } from './gist-block.js';
import type { Tape, Tensor } from './tape.js';
import { textureBlocks } from './texture-blocks.js';

/** One family of measurements: how long it is raw, how much of that whitening keeps, and its weight in the cosine. */
export interface Block {
  readonly name: 'colour' | 'texture' | 'textureQuarters' | 'gist' | 'covariance';
  readonly rawDims: number;
  readonly keptDims: number;
  readonly weight: number;
}

/** The blocks in the order in which they stand in the vector; their kept dimensions make 512. */
export const BLOCKS: readonly Block[] = [
  { name: 'colour', rawDims: 230, keptDims: 128, weight: 1.2 },
  { name: 'texture', rawDims: 96, keptDims: 64, weight: 0.8 },
  { name: 'textureQuarters', rawDims: 384, keptDims: 96, weight: 0.8 },
  { name: 'gist', rawDims: 512, keptDims: 128, weight: 0.8 },
  { name: 'covariance', rawDims: 135, keptDims: 96, weight: 1 },
];

/** One value per block under its name. */
export function blockRecord<T>(make: (block: Block) => T): Record<Block['name'], T> {
  return Object.fromEntries(BLOCKS.map((block) => [block.name, make(block)])) as Record<Block['name'], T>;
}

/** Length of the descriptor. */
export const DESCRIPTOR_DIMS = BLOCKS.reduce((total, block) => total + block.keptDims, 0);

/** Edge of the square picture in pixels. */
export const PICTURE_SIZE = 128;

/** The raw blocks [N, rawDims] of `pixels` [N,3,128,128], each the mean over the picture and its mirror image. */
export function rawBlocks(tape: Tape, pixels: Tensor): Record<Block['name'], Tensor> {
  const both = tape.concat([pixels, mirrored(tape, pixels)], 0);
  const lightness = tape.run('ReduceMean', [both], { axes: { ints: [1] }, keepdims: { int: 1 } });
  const texture = textureBlocks(tape, lightness);
  const blocks = {
    colour: colourBlock(tape, both),
    texture: texture.whole,
    textureQuarters: texture.quarters,
    gist: gistBlock(tape, lightness),
    covariance: covarianceBlock(tape, both),
  };
  for (const { name, rawDims } of BLOCKS) blocks[name] = meanOverMirror(tape, blocks[name], rawDims);
  return blocks;
}

function mirrored(tape: Tape, pixels: Tensor): Tensor {
  const fromLast = tape.integers([-1]);
  const beyondFirst = tape.integers([-1 - PICTURE_SIZE]);
  const columns = tape.integers([3]);
  return tape.run('Slice', [pixels, fromLast, beyondFirst, columns, tape.integers([-1])]);
}

/** [2N, d] -> [N, d]: the first half of the batch are the pictures, the second their mirror images. */
function meanOverMirror(tape: Tape, block: Tensor, rawDims: number): Tensor {
  const halves = tape.run('Reshape', [block, tape.integers([2, -1, rawDims])]);
  return tape.run('ReduceMean', [halves], { axes: { ints: [0] }, keepdims: { int: 0 } });
}
