import { OPPONENT_ROWS } from './colour-block.js';
import type { Tape, Tensor } from './tape.js';

const CHANNELS = 15;
const SIDE = 64;
/** Brings the gradients of photographs to the range of their colours. */
const GRADIENT_GAIN = 3;
const GRADIENT_X = [-0.25, 0, 0.25, -0.5, 0, 0.5, -0.25, 0, 0.25];
const GRADIENT_Y = [-0.25, -0.5, -0.25, 0, 0, 0, 0.25, 0.5, 0.25];

/** How colours and edges of three scales go together over the whole picture: the covariances and means of 15 maps, [N, 120 + 15]. */
export function covarianceBlock(tape: Tape, pixels: Tensor): Tensor {
  const opponent = tape.run('Conv', [pixels, tape.weights(OPPONENT_ROWS.flat(), [3, 3, 1, 1])]);
  const [lightness] = tape.split(opponent, [1, 2]);
  if (lightness === undefined) throw new RangeError('Expected a lightness map.');
  const maps = tape.concat([tape.averagePool(opponent, { window: 2 }), ...gradientMaps(tape, lightness)]);
  const rows = tape.run('Reshape', [maps, tape.integers([0, CHANNELS, SIDE * SIDE])]);
  const means = tape.run('ReduceMean', [rows], { axes: { ints: [2] }, keepdims: { int: 1 } });
  const centred = tape.run('Sub', [rows, means]);
  const products = tape.run('MatMul', [centred, tape.run('Transpose', [centred], { perm: { ints: [0, 2, 1] } })]);
  const covariances = tape.run('Mul', [products, tape.scalar(1 / SIDE ** 2)]);
  const triangle = tape.run('Gather', [tape.flatten(covariances), tape.integers(upperTriangle())], { axis: { int: 1 } });
  return tape.concat([triangle, tape.flatten(means)]);
}

/** Four directions of gradient at three scales, each brought to 64x64. */
function gradientMaps(tape: Tape, lightness: Tensor): Tensor[] {
  const kernels = tape.weights(gradientKernels(), [4, 1, 3, 3]);
  const at = (map: Tensor): Tensor => tape.run('Abs', [tape.run('Conv', [tape.padEdge(map, 1), kernels])]);
  const fine = tape.averagePool(at(lightness), { window: 2 });
  const middle = at(tape.averagePool(lightness, { window: 2 }));
  const coarse = at(tape.averagePool(lightness, { window: 4 }));
  const scales = tape.weights([1, 1, 2, 2], [4]);
  const resize = { mode: { string: 'linear' }, coordinate_transformation_mode: { string: 'half_pixel' } };
  return [fine, middle, tape.run('Resize', [coarse, '', scales], resize)];
}

function gradientKernels(): number[] {
  const both = GRADIENT_X.map((x, index) => [x, GRADIENT_Y[index] ?? 0] as const);
  const kernels = [GRADIENT_X, GRADIENT_Y, both.map(([x, y]) => x + y), both.map(([x, y]) => x - y)];
  return kernels.flat().map((value) => value * GRADIENT_GAIN);
}

/** Flat indices of the upper triangle of a 15x15 matrix, row by row. */
function upperTriangle(): number[] {
  const all = Array.from({ length: CHANNELS ** 2 }, (_, index) => index);
  return all.filter((index) => index % CHANNELS >= Math.floor(index / CHANNELS));
}
