import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../context.js';
import { failPoint } from '../fail-point.js';
import { GENERATION, type ClusterMember, type KmeansCluster, type KmeansRepository } from '../repositories/kmeans.repository.js';
import type { SettingRepository } from '../repositories/setting.repository.js';
import type { UnitOfWork } from '../repositories/unit-of-work.js';
import type { JobTask } from './job.service.js';

/** Who writes automatic clusters. */
export const CLUSTERER: Actor = { kind: 'job', name: 'cluster-images' };
/** The setting that counts the numbers given away: none is ever given twice. */
export const NEXT_NUMBER = 'clusters.next_number';

/** The automatic clusters as they are to be. */
export interface ClusterPlan {
  readonly clusters: readonly KmeansCluster[];
  readonly shadowsBefore: ReadonlyMap<string, string | null>;
  readonly nextNumber: number;
  /** The cluster of each picture; null where every picture stays where it is. */
  readonly members: readonly ClusterMember[] | null;
}

const MEMBERS_PER_STEP = 400;
/** A mean of float32 products differs by less with the order in which they are added. */
const SAME_COHESION = 1e-5;

/** Makes a new clustering readable in one swap: until then readers see the old one, and after a kill they still do. */
export class ClusterPublisher {
  constructor(
    private readonly kmeans: KmeansRepository,
    private readonly settings: SettingRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The generation of members that is read; null before the first. */
  async generation(): Promise<number | null> {
    const generation = await this.settings.get(GENERATION);
    return typeof generation === 'number' ? generation : null;
  }

  /**
   * Writes what differs from what is read now, and nothing else; stops with the signal's reason until the swap. Returns how many rows.
   * Members and new clusters are written before it, where nobody reads them; what is shown of those that go on, after it.
   */
  async publish(plan: ClusterPlan, { progress, signal }: Pick<JobTask, 'progress' | 'signal'>): Promise<number> {
    const { clusters, members, shadowsBefore } = plan;
    const profiles = await this.kmeans.listProfiles();
    const changed = clusters.filter((cluster) => !isSameProfile(cluster, profiles.get(cluster.id)));
    const shadows = clusters
      .map(({ id, shadows: after }) => ({ id, before: shadowsBefore.get(id) ?? null, after }))
      .filter(({ before, after }) => before !== after);
    const ids = clusters.map(({ id }) => id);
    const gone = [...shadowsBefore.keys()].filter((id) => !ids.includes(id));
    progress.phase('Writing the clusters', members?.length ?? null);
    await this.kmeans.putProfiles(changed.filter(({ id }) => !shadowsBefore.has(id)));
    const generation = members && (await this.writeMembers(members, { progress, signal }));
    await failPoint('members-written');
    signal.throwIfAborted();
    if (generation !== null || gone.length > 0 || shadows.length > 0)
      await this.unitOfWork(CLUSTERER, async ({ kmeans, settings }) => {
        await kmeans.keepOnly(ids, shadows);
        if (generation !== null) await settings.put(GENERATION, generation);
        await settings.put(NEXT_NUMBER, plan.nextNumber);
      });
    await failPoint('clusters-swapped');
    await this.kmeans.putProfiles(changed.filter(({ id }) => shadowsBefore.has(id)));
    // Whoever hid or forgot a picture since the vectors were read marked the profiles that were there then.
    await this.kmeans.outdate(changed.map(({ id }) => id));
    return changed.length + shadows.length + gone.length + (members?.length ?? 0);
  }

  private async writeMembers(
    members: readonly ClusterMember[],
    { progress, signal }: Pick<JobTask, 'progress' | 'signal'>,
  ): Promise<number> {
    const generation = ((await this.generation()) ?? 0) + 1;
    for (let from = 0; from < members.length; from += MEMBERS_PER_STEP) {
      signal.throwIfAborted();
      const part = members.slice(from, from + MEMBERS_PER_STEP);
      await this.kmeans.insertMembers(generation, part);
      part.forEach(() => progress.step());
      if (from === 0) await failPoint('members-begun');
    }
    await this.kmeans.analyze();
    return generation;
  }

  /** Removes what nobody reads: of the night before, or of a run that did not come to its end. */
  async tidy(): Promise<void> {
    const removed = await this.kmeans.removeOthers(await this.generation());
    await this.kmeans.removeEmpty();
    if (removed > 0) await this.kmeans.vacuum();
  }
}

function isSameProfile(cluster: KmeansCluster, before: KmeansCluster | undefined): boolean {
  if (!before || cluster.centroid.length !== before.centroid.length) return false;
  const others = (one: KmeansCluster): object => ({ ...one, centroid: null, shadows: null, cohesion: null });
  if (Math.abs(cluster.cohesion - before.cohesion) > SAME_COHESION) return false;
  return cluster.centroid.every((value, at) => value === before.centroid[at]) && isDeepStrictEqual(others(cluster), others(before));
}
