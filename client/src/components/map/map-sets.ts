/** How many points belong to each of some sets, and which point stands for it. */
export interface SetTotals {
  /** One more than there are sets: the last is that of none. */
  readonly counts: Uint32Array;
  /** Of each set the point nearest to the middle of its points; meaningless where it has none. */
  readonly anchors: Uint32Array;
}

/** Counts the points of each set and finds the one nearest to their mean place: two passes, nothing kept a point. */
export function totalsOf(sets: Uint16Array, positions: Uint16Array, length: number): SetTotals {
  const counts = new Uint32Array(length + 1);
  const sums = new Float64Array(2 * length + 2);
  for (let index = 0; index < sets.length; index += 1) {
    const set = Math.min(sets[index] ?? length, length);
    counts[set] = (counts[set] ?? 0) + 1;
    for (const axis of [0, 1]) sums[2 * set + axis] = (sums[2 * set + axis] ?? 0) + (positions[2 * index + axis] ?? 0);
  }
  const anchors = new Uint32Array(length + 1);
  const distances = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  for (let index = 0; index < sets.length; index += 1) {
    const set = Math.min(sets[index] ?? length, length);
    const count = counts[set] ?? 1;
    const distance = Math.hypot(
      (positions[2 * index] ?? 0) - (sums[2 * set] ?? 0) / count,
      (positions[2 * index + 1] ?? 0) - (sums[2 * set + 1] ?? 0) / count,
    );
    if (distance >= (distances[set] ?? 0)) continue;
    distances[set] = distance;
    anchors[set] = index;
  }
  return { counts, anchors };
}
