import type { Region } from '../media/analysis.js';

/** Windows with the shape of the picture, so many to a side, spread evenly from edge to edge: row by row. */
export function windowsOf(side: number, perSide: number): Region[] {
  const starts = Array.from({ length: perSide }, (_, at) => (at * (1 - side)) / (perSide - 1));
  return starts.flatMap((y) => starts.map((x) => ({ x, y, width: side, height: side })));
}

/** Of the tiles below: a change of them is a new number, and makes the tiles of all pictures anew. */
export const TILE_LAYOUT = 1;

/** What `REGIONS=grid` gives every picture: windows that overlap by a fifth, measured in docs/decisions/014-parts-of-pictures.md. */
export const TILES: readonly Region[] = windowsOf(0.3, 4);

/** Tiles of a smaller picture would be looked at from fewer pixels than a model has. */
export const LEAST_TILED_SIDE = 448;
