import type { OnnxValue } from '../onnx-graph.js';
import { BLOCKS, DESCRIPTOR_DIMS, PICTURE_SIZE, rawBlocks } from './blocks.js';
import type { Block } from './blocks.js';
import type { BlockStatistics, DescriptorStatistics } from './statistics.js';
import { Tape } from './tape.js';
import type { Tensor } from './tape.js';

/** What the graph calls its input, [N,3,128,128] RGB in 0..1. */
export const PIXELS_INPUT = 'pixel_values';
/** Its shape for one picture. */
export const PICTURE_DIMS = [1, 3, PICTURE_SIZE, PICTURE_SIZE] as const;
/** What the graph expects in it. */
export const PIXEL_RANGE = { channels: 'rgb', range: '0..1' } as const;
/** What the graph calls its output, [N,512] of unit length. */
export const EMBEDS_OUTPUT = 'image_embeds';

const PIXELS: OnnxValue = { name: PIXELS_INPUT, type: 'float32', dims: ['batch', ...PICTURE_DIMS.slice(1)] };

/** The descriptor as the bytes of an ONNX file. */
export function buildDescriptorGraph(statistics: DescriptorStatistics): Uint8Array {
  const tape = new Tape();
  const totalWeight = BLOCKS.reduce((total, block) => total + block.weight, 0);
  const raw = rawBlocks(tape, PIXELS_INPUT);
  const parts = BLOCKS.map((block) => {
    const length = Math.sqrt(block.weight / totalWeight);
    return whitened(tape, raw[block.name], { block, length, statistics: statistics[block.name] });
  });
  // The blocks stand in subspaces of their own and their squared lengths add up to 1: no norm at the end.
  const value: OnnxValue = { name: EMBEDS_OUTPUT, type: 'float32', dims: ['batch', DESCRIPTOR_DIMS] };
  return tape.encode('builtin-descriptor', PIXELS, [{ tensor: tape.concat(parts), value }]);
}

/** The measurements before whitening, one output per block under its name, as the bytes of an ONNX file: for learning and for checks. */
export function buildRawGraph(): Uint8Array {
  const tape = new Tape();
  const raw = rawBlocks(tape, PIXELS_INPUT);
  const outputs = BLOCKS.map(({ name, rawDims }) => {
    const value: OnnxValue = { name, type: 'float32', dims: ['batch', rawDims] };
    return { tensor: raw[name], value };
  });
  return tape.encode('builtin-descriptor-raw', PIXELS, outputs);
}

interface Whitening {
  readonly block: Block;
  /** Of this block's part of the vector. */
  readonly length: number;
  readonly statistics: BlockStatistics;
}

/** Signed root, unit length, whitening, length by weight. */
function whitened(tape: Tape, raw: Tensor, { block, length, statistics }: Whitening): Tensor {
  const root = tape.run('Mul', [tape.run('Sign', [raw]), tape.run('Sqrt', [tape.run('Abs', [raw])])]);
  const unit = tape.run('Div', [root, tape.run('Add', [norm(tape, root), tape.scalar(1e-6)])]);
  const centred = tape.run('Sub', [unit, tape.weights(statistics.mean, [block.rawDims])]);
  const projected = tape.run('MatMul', [centred, tape.weights(statistics.projection, [block.rawDims, block.keptDims])]);
  return tape.run('Mul', [tape.run('Div', [projected, norm(tape, projected)]), tape.scalar(length)]);
}

/** Euclidean length of each row, kept as a column; never 0. */
function norm(tape: Tape, rows: Tensor): Tensor {
  const squares = tape.run('ReduceSum', [tape.run('Mul', [rows, rows]), tape.integers([1])], { keepdims: { int: 1 } });
  return tape.run('Sqrt', [tape.run('Add', [squares, tape.scalar(1e-12)])]);
}
