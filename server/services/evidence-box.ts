import type { Region } from '../media/analysis.js';

/** The best part of a picture for a query, and how like it is. */
export interface EvidenceBox {
  readonly region: Region;
  readonly similarity: number;
}

/** Windows of one size, as many to a side, spread evenly. */
function layer(side: number, count: number): Region[] {
  const starts = Array.from({ length: count }, (_, at) => (at * (1 - side)) / (count - 1));
  return starts.flatMap((y) => starts.map((x) => ({ x, y, width: side, height: side })));
}

/** What a picture is cut into when it is looked at: 9 windows of half its sides and 16 of a third. */
export const EVIDENCE_WINDOWS: readonly Region[] = [...layer(1 / 2, 3), ...layer(1 / 3, 4)];

const LEAST_GAIN = 0.02;

/** The window that is most like a query, from the scores of all windows; null where none is clearly more like it than the whole. */
export function findEvidenceBox(scores: readonly number[], whole: number): EvidenceBox | null {
  const similarity = Math.max(...scores);
  const region = EVIDENCE_WINDOWS[scores.indexOf(similarity)];
  return region && similarity >= whole + LEAST_GAIN ? { region, similarity: Math.min(1, similarity) } : null;
}
