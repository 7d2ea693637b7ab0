import { shallowRef } from 'vue';

/** The order in which the viewer goes on from a picture. */
export interface PictureOrder {
  /** Number of pictures in it. */
  readonly count: number;
  /** Place of a picture, from 0; -1 where it is not in it or its month is not loaded. */
  indexOf(id: string): number;
  /** Like `indexOf`, but loads the picture's month (`YYYY-MM`) first. */
  locate(id: string, month: string): Promise<number>;
  /** Id at a place, loaded where needed; null outside. */
  idAt(index: number): Promise<string | null>;
  /** Brings a picture into sight and gives it the focus: called when the viewer closes. */
  show(index: number): void;
}

/** The grid's order while a grid is open below the viewer, else null. */
export const gridOrder = shallowRef<PictureOrder | null>(null);
