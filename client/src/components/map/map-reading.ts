import type { MapAnswer } from './map-answer.js';
import { decodeMapAnswer } from './map-answer.js';
import type { SetTotals } from './map-sets.js';
import { totalsOf } from './map-sets.js';
import type { PointGrid } from './point-grid.js';
import { sortIntoCells } from './point-grid.js';

/** What the points are coloured by. */
export const COLOURINGS = ['cluster', 'person', 'year'] as const;
/** One of them. */
export type Colouring = (typeof COLOURINGS)[number];

/** A map that was read: the answer, its points sorted into cells, and the totals of each colouring's sets. */
export interface ReadMap extends MapAnswer {
  readonly grid: PointGrid;
  readonly totals: Readonly<Record<Colouring, SetTotals>>;
  /** Equal for maps of the same pictures in the same order. */
  readonly fingerprint: number;
}

/** Reads an answer and prepares what the page asks of it; about 150 ms for 1,000,000 points, so it belongs into a worker. */
export function readMap(buffer: ArrayBuffer): ReadMap {
  const answer = decodeMapAnswer(buffer);
  const { positions, clusters, people, from, to } = answer;
  const totals = {
    cluster: totalsOf(answer.cluster, positions, clusters.length),
    person: totalsOf(answer.person, positions, people.length),
    year: totalsOf(answer.year, positions, to - from + 1),
  };
  return { ...answer, grid: sortIntoCells(positions), totals, fingerprint: fnv1a(answer.ids) };
}

// http://www.isthe.com/chongo/tech/comp/fnv/
function fnv1a(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash >>> 0;
}
