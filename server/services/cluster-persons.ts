import type { ClusterMember } from '../repositories/kmeans.repository.js';
import type { ClusterIntake } from './cluster-intake.js';
import type { PersonsCluster } from './cluster-shadows.js';
import { centreOf } from './cluster-vectors.js';

/** The clusters of people as far as their pictures were read, in the order of their ids; `members`: by cluster. */
export async function personsClusters(
  members: readonly ClusterMember[],
  { rowOf, vectors }: Pick<ClusterIntake, 'rowOf' | 'vectors'>,
): Promise<PersonsCluster[]> {
  const rows = new Map<string, number[]>();
  for (const { clusterId, documentId } of members) {
    const row = rowOf.get(documentId);
    const own = rows.get(clusterId) ?? [];
    if (row !== undefined) own.push(row);
    rows.set(clusterId, own);
  }
  const clusters: PersonsCluster[] = [];
  for (const [id, own] of rows) {
    const sorted = Int32Array.from(own).sort();
    const centre = await centreOf(vectors, sorted);
    clusters.push({ id, rows: sorted, centroid: centre?.centroid ?? null, length: centre?.length ?? 0 });
  }
  return clusters;
}
