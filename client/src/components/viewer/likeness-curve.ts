/** A curve over the frames of a strip, in percent of its box: every frame has its part of the width, and its middle is where its likeness stands. */
export interface LikenessCurve {
  /** Path of the line, from edge to edge. */
  readonly line: string;
  /** The same, closed below. */
  readonly area: string;
  /** How far from the top the cut is; null where there is none. */
  readonly cutTop: number | null;
}

const PADDING = 8;

/** The curve of likenesses in the order of the frames, null where one of them is not known; `cut` is where likely hits begin. */
export function likenessCurve(similarities: readonly (number | undefined)[], cut: number | null): LikenessCurve | null {
  const known = similarities.filter((value) => value !== undefined);
  if (known.length < 2 || known.length < similarities.length) return null;
  const levels = cut === null ? known : [...known, cut];
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const topOf = (value: number): number => round(high === low ? 50 : PADDING + ((high - value) / (high - low)) * (100 - 2 * PADDING));
  const tops = known.map(topOf);
  const points = tops.map((top, index) => `${round(((index + 0.5) / tops.length) * 100)} ${top}`);
  const line = `M0 ${tops[0]} L${points.join(' L')} L100 ${tops.at(-1)}`;
  return { line, area: `${line} L100 100 L0 100 Z`, cutTop: cut === null ? null : topOf(cut) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
