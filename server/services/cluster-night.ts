import type { ClusterMember, KmeansRepository, KmeansRow } from '../repositories/kmeans.repository.js';
import type { ClusterIntake } from './cluster-intake.js';
import { matchEarlier, nameClusters } from './cluster-numbers.js';
import type { ClusterPlan } from './cluster-publisher.js';
import type { FoundClusters } from './cluster-shadows.js';

/** What stood before a run, as seen from the pictures that are clustered now. */
export interface NightBefore {
  /** The generation of members that was read; null before the first. */
  readonly generation: number | null;
  /** By number. */
  readonly earlier: readonly KmeansRow[];
  /** [pictures]: the place of the earlier cluster of each, -1 where it was in none. */
  readonly before: Int32Array;
  /** Pictures in automatic clusters then, those that are gone among them. */
  readonly memberCount: number;
}

/** Reads which automatic cluster each picture is in. */
export async function readNightBefore(kmeans: KmeansRepository, generation: number | null, { rowOf }: ClusterIntake): Promise<NightBefore> {
  const earlier = await kmeans.list();
  const placeOf = new Map(earlier.map(({ id }, place) => [id, place]));
  const before = new Int32Array(rowOf.size).fill(-1);
  let memberCount = 0;
  const take = ({ documentId, clusterId }: ClusterMember): void => {
    const row = rowOf.get(documentId);
    if (row !== undefined) before[row] = placeOf.get(clusterId) ?? -1;
  };
  for await (const page of generation === null ? [] : kmeans.members(generation)) {
    memberCount += page.length;
    page.forEach(take);
  }
  return { generation, earlier, before, memberCount };
}

/** The rows and names of what was found, in its order, and who is in which where that changes. */
export function nameFound(
  found: FoundClusters,
  { night, shadowIds, nextNumber }: { night: NightBefore; shadowIds: readonly (string | null)[]; nextNumber: number },
): { readonly rows: KmeansRow[]; readonly kept: number; readonly nextNumber: number } {
  const { earlier, before } = night;
  const matches = matchEarlier({ before, after: found.assignments, earlier: earlier.length, found: found.centroids.length });
  const named = nameClusters({ earlier, matches, shadows: shadowIds }, nextNumber);
  const known = new Set(earlier.map(({ id }) => id));
  return { rows: named.clusters, nextNumber: named.nextNumber, kept: named.clusters.filter(({ id }) => known.has(id)).length };
}

/** Who is in which cluster; null where that is exactly what it was. */
export function membersOf(
  { assignments }: FoundClusters,
  { rows, night, intake }: { rows: readonly KmeansRow[]; night: NightBefore; intake: ClusterIntake },
): ClusterPlan['members'] {
  const members: ClusterMember[] = intake.documentIds.map((documentId, row) => ({
    documentId,
    clusterId: rows[assignments[row] ?? 0]?.id ?? '',
  }));
  const isSame = night.memberCount === members.length;
  return isSame && members.every(({ clusterId }, row) => night.earlier[night.before[row] ?? -1]?.id === clusterId) ? null : members;
}
