/** What moves follows the hand as long as drawing it takes no longer. */
const WANTED_MS = 33;
/** Screens give 60 frames a second: what was drawn within one may have taken any part of it. */
const FRAME_MS = 20;
const DECAY = 0.9;
/** Strides of WebGL are at most 255 bytes, and a point has four. */
const MOST_STEP = 32;
const REST_MS = { least: 150, most: 1_500 } as const;

/**
 * How many points are left out while the map moves, so that it follows the hand also where a million are drawn without a graphics card: every
 * `step`th is drawn, a power of two. At rest none is left out.
 */
export class DrawingPace {
  private wholeMs = 0;

  /** For a map that moves. */
  get step(): number {
    return Math.min(MOST_STEP, 2 ** Math.ceil(Math.log2(Math.max(1, this.wholeMs / WANTED_MS))));
  }

  /** So long after the last move the map rests: the slower it is drawn whole, the less often it should be for nothing. */
  get restMs(): number {
    return Math.min(REST_MS.most, Math.max(REST_MS.least, 2 * this.wholeMs));
  }

  /** A drawing of every `step`th point took this long, until the next frame. */
  took(ms: number, step: number): void {
    this.wholeMs = ms > FRAME_MS ? ms * step : this.wholeMs * DECAY;
  }
}
