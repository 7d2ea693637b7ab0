import { computed, shallowRef } from 'vue';

/** What a new choice does with the one before. */
export type Combination = 'replace' | 'add' | 'subtract';

const MOST_STEPS = 30;

/** Which points of a map are selected, one byte each, and the choices before. */
export class MapSelection {
  /** One: selected. Never changed in place. */
  readonly marks;
  readonly count = computed(() => this.marks.value.reduce((sum, mark) => sum + mark, 0));
  readonly canUndo = computed(() => this.steps.value.length > 0);
  private readonly steps = shallowRef<readonly Uint32Array[]>([]);

  /** Nothing of so many points is selected. */
  constructor(count: number) {
    this.marks = shallowRef(new Uint8Array(count));
  }

  /** Selects these, adds them, or takes them out. */
  choose(points: Iterable<number>, combination: Combination): void {
    const marks = combination === 'replace' ? new Uint8Array(this.marks.value.length) : this.marks.value.slice();
    for (const point of points) marks[point] = combination === 'subtract' ? 0 : 1;
    this.steps.value = [...this.steps.value, this.points()].slice(-MOST_STEPS);
    this.marks.value = marks;
  }

  clear(): void {
    if (this.count.value > 0) this.choose([], 'replace');
  }

  /** Takes the last choice back. */
  undo(): void {
    const before = this.steps.value.at(-1);
    if (!before) return;
    this.choose(before, 'replace');
    this.steps.value = this.steps.value.slice(0, -2);
  }

  /** The selected points in their order, all or the first ones. */
  points(most = Number.POSITIVE_INFINITY): Uint32Array {
    const { value: marks } = this.marks;
    const points = new Uint32Array(Math.min(most, this.count.value));
    let found = 0;
    for (let point = marks.indexOf(1); point >= 0 && found < points.length; point = marks.indexOf(1, point + 1)) points[found++] = point;
    return points;
  }
}
