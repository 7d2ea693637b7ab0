import type { Region } from '../media/analysis.js';
import { background } from './calibration.js';
import { windowsOf } from './picture-windows.js';

/** The best part of a picture for a query, and how like it is. */
export interface EvidenceBox {
  readonly region: Region;
  readonly similarity: number;
}

/** What every picture is cut into first; the same for all queries. */
export const FIRST_WINDOWS: readonly Region[] = windowsOf(1 / 3, 4);

const SHIFT = 0.25;
const SHRINK = 0.7;
/**
 * So many robust deviations of the windows' scores a part must be more like the query than the whole: the best of many is more so by chance
 * alone, and how much depends on the model. Of parts that were there 93 % pass, of pictures that are like the query as wholes 45 %, of the
 * query's own picture none (docs/decisions/014-parts-of-pictures.md).
 */
const LEAST_DEVIATIONS = 1;

/** Nine smaller windows in and around one, none of them outside of the picture. With the first 16 they are 25. */
export function windowsAround({ x, y, width, height }: Region): Region[] {
  const shifts = [-SHIFT, 0, SHIFT];
  const place = (start: number, side: number, shift: number): number =>
    Math.min(1 - side * SHRINK, Math.max(0, start + side * (0.5 + shift - SHRINK / 2)));
  return shifts.flatMap((down) =>
    shifts.map((right) => ({
      x: place(x, width, right),
      y: place(y, height, down),
      width: width * SHRINK,
      height: height * SHRINK,
    })),
  );
}

/** The window that is most like a query, with its score; the first of equals. */
export function bestWindow(windows: readonly Region[], scores: readonly number[]): EvidenceBox | null {
  const similarity = Math.max(...scores);
  const region = windows[scores.indexOf(similarity)];
  return region ? { region, similarity: Math.min(1, similarity) } : null;
}

/** Whether a part shows clearly better than the whole what was looked for; `scores`: those of the first windows. */
export function isEvidence({ similarity }: EvidenceBox, whole: number, scores: readonly number[]): boolean {
  return similarity >= whole + LEAST_DEVIATIONS * background(Float32Array.from(scores)).scale;
}
