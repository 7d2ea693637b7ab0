import type { ShallowRef } from 'vue';
import { computed, shallowRef } from 'vue';

/** What a new choice does with the one before. */
export type Combination = 'replace' | 'add' | 'subtract';

// One byte a point each.
const MOST_STEPS = 10;

/** Which points of a map are selected, one byte each, and the choices before. */
export class MapSelection {
  /** One: selected. Never changed in place. */
  readonly marks: ShallowRef<Uint8Array>;
  readonly count = computed(() => total(this.marks.value));
  readonly canUndo = computed(() => this.steps.value.length > 0);
  private readonly steps = shallowRef<readonly Uint8Array[]>([]);

  /** Nothing of so many points is selected. */
  constructor(count: number) {
    this.marks = shallowRef(new Uint8Array(count));
  }

  /** Selects these, adds them, or takes them out. */
  choose(points: ArrayLike<number>, combination: Combination): void {
    const marks = combination === 'replace' ? new Uint8Array(this.marks.value.length) : this.marks.value.slice();
    this.steps.value = [...this.steps.value, this.marks.value].slice(-MOST_STEPS);
    this.marks.value = marked(marks, points, combination === 'subtract' ? 0 : 1);
  }

  clear(): void {
    if (this.count.value > 0) this.choose([], 'replace');
  }

  /** Takes the last choice back. */
  undo(): void {
    const before = this.steps.value.at(-1);
    if (!before) return;
    this.marks.value = before;
    this.steps.value = this.steps.value.slice(0, -1);
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

// Plain loops: over a million points iterators and callbacks take a frame or several.
function marked(marks: Uint8Array, points: ArrayLike<number>, mark: 0 | 1): Uint8Array {
  for (let at = 0; at < points.length; at += 1) marks[points[at] ?? 0] = mark;
  return marks;
}

function total(marks: Uint8Array): number {
  let sum = 0;
  for (let point = 0; point < marks.length; point += 1) sum += marks[point] ?? 0;
  return sum;
}
