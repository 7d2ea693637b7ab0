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

const MEMBERS_PER_STEP = 1000;

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

  /** Writes what differs from what is read now, and nothing else; stops with the signal's reason until the swap. Returns how many rows. */
  async publish(plan: ClusterPlan, { progress, signal }: Pick<JobTask, 'progress' | 'signal'>): Promise<number> {
    const before = await this.kmeans.listProfiles();
    const changed = plan.clusters.filter((cluster) => !isSameCluster(cluster, before.get(cluster.id)));
    const wanted = new Set(plan.clusters.map(({ id }) => id));
    const isSame = changed.length === 0 && [...plan.shadowsBefore.keys()].every((id) => wanted.has(id));
    if (isSame && !plan.members) return 0;
    const generation = plan.members && ((await this.generation()) ?? 0) + 1;
    progress.phase('Writing the clusters', plan.members?.length ?? null);
    for (let from = 0; generation && plan.members && from < plan.members.length; from += MEMBERS_PER_STEP) {
      signal.throwIfAborted();
      const part = plan.members.slice(from, from + MEMBERS_PER_STEP);
      await this.kmeans.insertMembers(generation, part);
      part.forEach(() => progress.step());
      if (from === 0) await failPoint('members-begun');
    }
    await failPoint('members-written');
    signal.throwIfAborted();
    await this.unitOfWork(CLUSTERER, async ({ kmeans, settings }) => {
      await kmeans.publish({ clusterIds: [...wanted], changed, shadowsBefore: plan.shadowsBefore });
      if (generation) await settings.put(GENERATION, generation);
      await settings.put(NEXT_NUMBER, plan.nextNumber);
    });
    await failPoint('clusters-swapped');
    return changed.length + (plan.members?.length ?? 0);
  }

  /** Removes members that nobody reads: those of the night before, or of a run that did not come to its end. */
  async tidy(signal?: AbortSignal): Promise<void> {
    await this.kmeans.removeOthers(await this.generation(), signal);
  }
}

function isSameCluster(cluster: KmeansCluster, before: KmeansCluster | undefined): boolean {
  if (!before) return false;
  const { centroid, ...rest } = cluster;
  const { centroid: centroidBefore, ...restBefore } = before;
  const isSameCentre = centroid.length === centroidBefore.length && centroid.every((value, at) => value === centroidBefore[at]);
  return isSameCentre && isDeepStrictEqual(rest, { ...restBefore, cohesion: Math.fround(restBefore.cohesion) });
}
