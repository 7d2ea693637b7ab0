/** A layout as it is stored. */
export interface LayoutResult {
  /** [count, 2] in 0..1: the longer side of the box around all points is 1, the other one is in the middle. */
  readonly positions: Float32Array;
  /** How long that side was, in the units in which neighbours are at most about 0.1 apart; a later layout begins at this scale. */
  readonly span: number;
}

/** Puts a layout into the unit square, keeping its proportions. */
export function framed(points: Float32Array): LayoutResult {
  const [x, y] = [0, 1].map((axis) => extentOf(points, axis)) as [Extent, Extent];
  const span = Math.max(x.high - x.low, y.high - y.low) || 1;
  const positions = points.map((value, at) => {
    const { low, high } = at % 2 === 0 ? x : y;
    return Math.max(0, Math.min(1, 0.5 + (value - (low + high) / 2) / span));
  });
  return { positions, span };
}

/**
 * Turns and, where that fits better, mirrors a layout so that it lies as nearly as can be as points did before (orthogonal Procrustes in
 * the plane; nothing is stretched). `before` [count, 2] has NaN where nothing is known.
 */
export function alignedTo(before: Float32Array, points: Float32Array): Float32Array {
  const known = [...before.keys()].filter((at) => at % 2 === 0 && !Number.isNaN(before[at]));
  const here = centred(points, known);
  const there = centred(before, known);
  const turns = [1, -1].map((mirror) => {
    let along = 0;
    let across = 0;
    for (let at = 0; at < here.length; at += 2) {
      const [x = 0, y = 0] = [here[at], mirror * (here[at + 1] ?? 0)];
      const [u = 0, v = 0] = [there[at], there[at + 1]];
      along += x * u + y * v;
      across += x * v - y * u;
    }
    return { mirror, fit: Math.hypot(along, across), cosine: along, sine: across };
  });
  const [straight, mirrored] = turns as [(typeof turns)[number], (typeof turns)[number]];
  const best = mirrored.fit > straight.fit ? mirrored : straight;
  return best.fit > 0 ? turned(points, best) : points;
}

function turned(
  points: Float32Array,
  { mirror, fit, cosine, sine }: { mirror: number; fit: number; cosine: number; sine: number },
): Float32Array {
  return points.map((value, at) => {
    const isX = at % 2 === 0;
    const x = isX ? value : (points[at - 1] ?? 0);
    const y = mirror * (isX ? (points[at + 1] ?? 0) : value);
    return isX ? (x * cosine - y * sine) / fit : (x * sine + y * cosine) / fit;
  });
}

function centred(points: Float32Array, rows: readonly number[]): Float64Array {
  const chosen = Float64Array.from(rows.flatMap((at) => [points[at] ?? 0, points[at + 1] ?? 0]));
  const sums = [0, 0];
  chosen.forEach((value, at) => (sums[at % 2] = (sums[at % 2] ?? 0) + value));
  return chosen.map((value, at) => value - (sums[at % 2] ?? 0) / rows.length);
}

interface Extent {
  readonly low: number;
  readonly high: number;
}

function extentOf(points: Float32Array, axis: number): Extent {
  let [low, high] = [Infinity, -Infinity];
  for (let at = axis; at < points.length; at += 2) {
    low = Math.min(low, points[at] ?? 0);
    high = Math.max(high, points[at] ?? 0);
  }
  return { low, high };
}
