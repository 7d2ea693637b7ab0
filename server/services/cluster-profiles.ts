import type { Actor } from '../context.js';
import type { Log } from '../logging.js';
import type { ClusterVersion } from '../repositories/cluster-profile.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import type { UnitOfWork } from '../repositories/unit-of-work.js';
import { profileOf } from './cluster-profile.js';
import type { ClusterWords } from './cluster-words.js';
import type { ModelRegistry, RegisteredModel } from './model-registry.js';

const PROFILER: Actor = { kind: 'job', name: 'cluster-profiles' };
/** Whoever asks waits for so many clusters at most; the others have their turn when they are asked for again. */
const MOST_AT_ONCE = 20;
/** Of a larger cluster so many pictures are looked at, evenly over the time they came in: 2 MB of vectors, some 100 ms. */
const MOST_PICTURES = 1000;

/**
 * Keeps the profiles of clusters between the nights: centre, cohesion, samples, words. A person's act makes a profile stale; it is computed
 * again when the cluster is looked at, once however many ask.
 */
export class ClusterProfiles {
  /** The last work on each cluster, kept so that whoever asked just before it was done does not begin it again. */
  private readonly works = new Map<string, { readonly of: string; readonly done: Promise<void> }>();
  private describing: Promise<void> = Promise.resolve();

  constructor(
    private readonly repositories: Pick<Repositories, 'clusterProfiles'>,
    private readonly unitOfWork: UnitOfWork,
    private readonly models: Pick<ModelRegistry, 'opened'>,
    private readonly words: ClusterWords,
    private readonly log: Log,
  ) {}

  /** Computes what is stale of these clusters, as far as pictures of them have vectors of the current model; true where anything was. */
  async refresh(ids: readonly string[]): Promise<boolean> {
    const model = this.models.opened;
    if (!model || ids.length === 0) return false;
    const stale = await this.repositories.clusterProfiles.listStale(ids, model.id, MOST_AT_ONCE);
    for (const cluster of stale) await this.once(cluster, model);
    return stale.length > 0;
  }

  /** Waits for what goes on after an answer. */
  async close(): Promise<void> {
    await Promise.allSettled([...[...this.works.values()].map(({ done }) => done), this.describing]);
  }

  private async once(cluster: ClusterVersion, model: RegisteredModel): Promise<void> {
    const of = `${cluster.version} ${model.id}`;
    const last = this.works.get(cluster.id);
    if (last?.of === of) return last.done;
    const done = this.compute(cluster, model).catch((error: unknown) => {
      this.works.delete(cluster.id);
      throw error;
    });
    this.works.set(cluster.id, { of, done });
    return done;
  }

  private async compute(cluster: ClusterVersion, model: RegisteredModel): Promise<void> {
    const members = await this.repositories.clusterProfiles.vectorsOf(cluster.id, model.id, MOST_PICTURES);
    if (members.length === 0) return;
    const profile = profileOf(
      members.map(({ documentId }) => documentId),
      members.map(({ vector }) => vector),
    );
    const stored = { ...profile, id: cluster.id, modelId: model.id };
    const version = await this.unitOfWork(PROFILER, ({ clusterProfiles }) => clusterProfiles.putProfile(stored, cluster.version));
    // Reading the words can take long, and nobody waits for them.
    if (version !== null) this.describing = this.describing.then(() => this.describe({ ...stored, version }, model));
  }

  private async describe(
    { id, version, ...profile }: ClusterVersion & { centroid: Float32Array; cohesion: number },
    model: RegisteredModel,
  ): Promise<void> {
    try {
      const [words = []] = await this.words.suggest([profile], model);
      await this.unitOfWork(PROFILER, ({ clusterProfiles }) => clusterProfiles.putWords({ id, version }, words));
    } catch (error) {
      this.log.warn({ err: error }, 'what a cluster looks like could not be said');
    }
  }
}
