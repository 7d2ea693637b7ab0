/** Drawn more slowly, what moves does not follow the hand; at the pace of the screen (60 Hz) there is room for more points. */
const SLOW_MS = 50;
const FAST_MS = 20;
/** Strides of WebGL are at most 255 bytes, and a point has four. */
const MOST_STEP = 32;
/** After a pause the time since the last drawing says nothing. */
const PAUSE_MS = 120;

/**
 * How many points are left out while the map moves, so that it follows the hand also where a million are drawn without a graphics card: every
 * `step`th is drawn. At rest none is left out.
 */
export class DrawingPace {
  private movingStep = 1;
  private movedAt = Number.NEGATIVE_INFINITY;
  private drawnAt = Number.NEGATIVE_INFINITY;
  private wasMoving = false;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** What is seen has changed. */
  move(): void {
    this.movedAt = this.now();
  }

  /** The step of the drawing that begins now. */
  step(): number {
    const now = this.now();
    const isMoving = now - this.movedAt < PAUSE_MS;
    if (isMoving && this.wasMoving) this.adapt(now - this.drawnAt);
    this.drawnAt = now;
    this.wasMoving = isMoving;
    return isMoving ? this.movingStep : 1;
  }

  private adapt(took: number): void {
    if (took > SLOW_MS) this.movingStep = Math.min(MOST_STEP, this.movingStep * 2);
    else if (took < FAST_MS) this.movingStep = Math.max(1, this.movingStep / 2);
  }
}
