import type { ComparedFile, DuplicatePairRow } from '../repositories/duplicate.repository.js';
import { byBetter } from './better-file.js';

/** Pictures that show the same: the better one first, and the pair of each other one with it. */
export interface PictureGroup {
  readonly kind: 'same' | 'near';
  readonly files: readonly ComparedFile[];
  readonly pairs: readonly DuplicatePairRow[];
}

/**
 * Groups pairs so that every member matches the better one directly: of a chain in which each is like the next, the ends need not be
 * alike. The best of all that is in no group yet takes whatever it is paired with. A group is `same` where all of its pairs are.
 */
export function groupPairs(pairs: readonly DuplicatePairRow[], files: ReadonlyMap<string, ComparedFile>): PictureGroup[] {
  const pairsOf = new Map<string, DuplicatePairRow[]>();
  for (const pair of pairs) {
    if (!files.has(pair.firstId) || !files.has(pair.secondId)) continue;
    for (const id of [pair.firstId, pair.secondId]) listOf(pairsOf, id).push(pair);
  }
  const taken = new Set<string>();
  const groups: PictureGroup[] = [];
  for (const better of [...files.values()].filter(({ id }) => pairsOf.has(id)).sort(byBetter)) {
    if (taken.has(better.id)) continue;
    const free = (pairsOf.get(better.id) ?? []).filter((pair) => !taken.has(partnerOf(pair, better.id)));
    if (free.length === 0) continue;
    const partners = free.flatMap((pair) => files.get(partnerOf(pair, better.id)) ?? []);
    const members = [better, ...partners.sort(byBetter)];
    for (const { id } of members) taken.add(id);
    groups.push({ kind: free.every(({ kind }) => kind === 'same') ? 'same' : 'near', files: members, pairs: free });
  }
  return groups;
}

// Pictures without content have pairs by the hundred: a list is added to, not made anew.
function listOf(pairsOf: Map<string, DuplicatePairRow[]>, id: string): DuplicatePairRow[] {
  const list = pairsOf.get(id) ?? [];
  pairsOf.set(id, list);
  return list;
}

/** The other document of a pair. */
export function partnerOf({ firstId, secondId }: Pick<DuplicatePairRow, 'firstId' | 'secondId'>, id: string): string {
  return firstId === id ? secondId : firstId;
}
