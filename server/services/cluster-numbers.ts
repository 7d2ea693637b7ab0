import { newId } from '../ids.js';
import type { KmeansRow } from '../repositories/kmeans.repository.js';

/** Of which cluster each picture is, in two nights: [pictures] each, -1 where it is of none. */
export interface TwoNights {
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** How many clusters there were, and are. */
  readonly earlier: number;
  readonly found: number;
}

/**
 * Which cluster of the night before each cluster is the same as: [found], -1 for a new one. An earlier cluster goes on where more than half
 * of its pictures that are still there now stand together; of several that meet in one cluster, the one with most pictures in it goes on.
 * So a cluster that grows, drifts or loses pictures stays itself, of one that falls apart the greater part does, and no two become the same.
 */
export function matchEarlier({ before, after, earlier, found }: TwoNights): Int32Array {
  const shared = new Int32Array(earlier * found);
  const survivors = new Int32Array(earlier);
  before.forEach((old, picture) => {
    const now = after[picture] ?? -1;
    if (old < 0 || now < 0) return;
    survivors[old] = (survivors[old] ?? 0) + 1;
    shared[old * found + now] = (shared[old * found + now] ?? 0) + 1;
  });
  const matches = new Int32Array(found).fill(-1);
  const most = new Int32Array(found);
  survivors.forEach((count, old) => {
    const row = shared.subarray(old * found, (old + 1) * found);
    const now = row.findIndex((there) => there * 2 > count);
    if (now < 0 || (row[now] ?? 0) <= (most[now] ?? 0)) return;
    matches[now] = old;
    most[now] = row[now] ?? 0;
  });
  return matches;
}

/**
 * Gives each found cluster the row and name of the earlier one that it goes on from, or new ones. A cluster that stood under one of a
 * person (because it was named, mostly) and does so no more is not shown again under its number: that was given away with the name. Nor
 * under another one's, or its number would be free once that is gone.
 */
export function nameClusters(
  { earlier, matches, shadows }: { earlier: readonly KmeansRow[]; matches: Int32Array; shadows: readonly (string | null)[] },
  nextNumber: number,
): { readonly clusters: KmeansRow[]; readonly nextNumber: number } {
  let next = earlier.reduce((most, { name }) => Math.max(most, clusterNumber(name) + 1), nextNumber);
  const clusters = shadows.map((shadow, found) => {
    const old = earlier[matches[found] ?? -1];
    if (old && (old.shadows === null || old.shadows === shadow)) return { ...old, shadows: shadow };
    next += 1;
    return { id: newId(), name: clusterName(next - 1), shadows: shadow };
  });
  return { clusters, nextNumber: next };
}

function clusterName(number: number): string {
  return `kmeans_${String(number).padStart(3, '0')}`;
}

function clusterNumber(name: string): number {
  return Number(name.slice('kmeans_'.length));
}
