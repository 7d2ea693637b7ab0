import type { Random } from './random.js';

interface NoiseOptions {
  /** Edge of the square map in pixels. */
  readonly size: number;
  /** Cells per edge of the finest octave; the coarsest has 2. */
  readonly finestCells: number;
  /** An octave of twice the cells is 2^-slope as strong; 0 is the spectrum of photographs (as much variance in each octave). */
  readonly slope: number;
  /** How many times wider than high its clouds are; 1 when left out. */
  readonly stretch?: number;
}

/** Smooth random values of mean 0 and standard deviation 1, size x size, row by row: octaves of interpolated grids. */
export function octaveNoise(random: Random, { size, finestCells, slope, stretch = 1 }: NoiseOptions): Float32Array {
  const map = new Float32Array(size * size);
  for (let cells = 2; cells <= finestCells; cells *= 2) {
    const rows = Math.ceil(Math.min(finestCells, cells * Math.sqrt(stretch)));
    const columns = Math.ceil(Math.min(finestCells, cells / Math.sqrt(stretch)));
    addOctave(map, random, { size, rows, columns, strength: cells ** -slope });
  }
  return standardised(map);
}

function addOctave(map: Float32Array, random: Random, octave: { size: number; rows: number; columns: number; strength: number }): void {
  const { size, rows, columns, strength } = octave;
  const width = columns + 1;
  const grid = Float32Array.from({ length: width * (rows + 1) }, () => random.normal() * strength);
  const across = Array.from({ length: size }, (_, x) => cellOf(x, size, columns));
  for (let y = 0; y < size; y++) {
    const { cell: row, along: down } = cellOf(y, size, rows);
    for (const [x, { cell: column, along: right }] of across.entries()) {
      const corner = row * width + column;
      const top = mix(grid[corner] ?? 0, grid[corner + 1] ?? 0, right);
      const bottom = mix(grid[corner + width] ?? 0, grid[corner + width + 1] ?? 0, right);
      map[y * size + x] = (map[y * size + x] ?? 0) + mix(top, bottom, down);
    }
  }
}

/** The cell a pixel lies in and how far along, eased so that no grid line shows. */
function cellOf(pixel: number, size: number, cells: number): { cell: number; along: number } {
  const position = (pixel * cells) / size;
  const cell = Math.floor(position);
  const along = position - cell;
  return { cell, along: along * along * (3 - 2 * along) };
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

function standardised(map: Float32Array): Float32Array {
  const mean = map.reduce((total, value) => total + value, 0) / map.length;
  const variance = map.reduce((total, value) => total + (value - mean) ** 2, 0) / map.length;
  return map.map((value) => (value - mean) / Math.sqrt(variance));
}
