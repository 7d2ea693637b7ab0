import type { Tape, Tensor } from './tape.js';

const ORIENTATIONS = 8;
const RADIUS = 4;
const SIDE = 2 * RADIUS + 1;
const WAVELENGTH = 4;
const SIGMA = 1.8;
const ASPECT = 0.6;
/** Edges of the four levels in pixels. */
const LEVELS = [128, 64, 32, 16];
const GRID = 4;

/** Where edges run in which direction: 4 levels x 8 orientations x 4x4 cells of the lightness [N,1,128,128], as [N, 512]. */
export function gistBlock(tape: Tape, lightness: Tensor): Tensor {
  const filters = tape.weights([...gaborFilters(Math.cos), ...gaborFilters(Math.sin)], [2 * ORIENTATIONS, 1, SIDE, SIDE]);
  const cells: Tensor[] = [];
  let map = lightness;
  for (const edge of LEVELS) {
    if (edge !== LEVELS[0]) map = tape.averagePool(map, { window: 2 });
    cells.push(tape.flatten(tape.averagePool(relativeEnergy(tape, map, { filters, edge }), { window: edge / GRID })));
  }
  return tape.concat(cells);
}

/** Strength per orientation, divided by the strength of all orientations round about, so that shade and sun count alike. */
function relativeEnergy(tape: Tape, map: Tensor, { filters, edge }: { filters: Tensor; edge: number }): Tensor {
  const responses = tape.run('Conv', [tape.padEdge(map, RADIUS), filters]);
  const [even, odd] = tape.split(tape.run('Mul', [responses, responses]), [ORIENTATIONS, ORIENTATIONS]);
  if (even === undefined || odd === undefined) throw new RangeError('Expected two phases.');
  const energy = tape.run('Sqrt', [tape.run('Add', [tape.run('Add', [even, odd]), tape.scalar(1e-6)])]);
  const total = tape.run('ReduceSum', [energy, tape.integers([1])], { keepdims: { int: 1 } });
  const reach = edge / 16;
  const around = tape.averagePool(total, { window: 2 * reach + 1, stride: 1, pad: reach });
  return tape.run('Div', [energy, tape.run('Add', [around, tape.scalar(0.05)])]);
}

/** Gabor filters of one phase: free of a mean and of unit absolute sum, 8 x 81 values. */
export function gaborFilters(phase: (radians: number) => number): number[] {
  return Array.from({ length: ORIENTATIONS }, (_, index) => gaborFilter((Math.PI * index) / ORIENTATIONS, phase)).flat();
}

function gaborFilter(angle: number, phase: (radians: number) => number): number[] {
  const envelope: number[] = [];
  const wave: number[] = [];
  for (let y = -RADIUS; y <= RADIUS; y++) {
    for (let x = -RADIUS; x <= RADIUS; x++) {
      const across = x * Math.cos(angle) + y * Math.sin(angle);
      const along = y * Math.cos(angle) - x * Math.sin(angle);
      const weight = Math.exp(-(across ** 2 + (ASPECT * along) ** 2) / (2 * SIGMA ** 2));
      envelope.push(weight);
      wave.push(weight * phase((2 * Math.PI * across) / WAVELENGTH));
    }
  }
  const mean = sum(wave) / sum(envelope);
  const centred = wave.map((value, index) => value - mean * (envelope[index] ?? 0));
  const scale = sum(centred.map(Math.abs));
  return centred.map((value) => value / scale);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
