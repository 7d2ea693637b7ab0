import { createHash } from 'node:crypto';
import { failPoint } from '../fail-point.js';
import type { compute } from '../models/computation.js';
import type { WorkReport } from '../progress.js';
import type { ClusterMember } from '../repositories/kmeans.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import { clusterCount } from './cluster-count.js';
import { standing, startOf, withoutEmpty } from './cluster-found.js';
import type { ClusterIntake, ClusterIntakes } from './cluster-intake.js';
import { membersOf, nameFound, readNightBefore, type NightBefore } from './cluster-night.js';
import { personsClusters } from './cluster-persons.js';
import type { ClusterProfiler } from './cluster-profiler.js';
import type { ClusterProfiles } from './cluster-profiles.js';
import type { ClusterProposer } from './cluster-proposer.js';
import { CLUSTERER, NEXT_NUMBER, type ClusterPublisher } from './cluster-publisher.js';
import { findShadows, type FoundClusters } from './cluster-shadows.js';
import type { JobTask } from './job.service.js';
import type { MapService } from './map.service.js';
import type { ModelRegistry, RegisteredModel } from './model-registry.js';

/** How a run is asked for. */
export interface ClusteringOptions {
  /** How many clusters, or that the archive's size says it; undefined for what was said last. */
  readonly clusters?: number | 'auto' | undefined;
  readonly seed: number;
}

/** The parts of a run, in the order in which they are used. */
export interface ClusteringStages {
  readonly intakes: ClusterIntakes;
  readonly compute: typeof compute;
  readonly profiler: ClusterProfiler;
  readonly publisher: ClusterPublisher;
  readonly proposer: ClusterProposer;
  readonly profiles: Pick<ClusterProfiles, 'refresh'>;
  readonly maps: Pick<MapService, 'update'>;
}

/** What a run finds before it computes anything. */
interface Night {
  readonly model: RegisteredModel;
  readonly said: readonly ClusterMember[];
  readonly pictures: number;
  readonly k: number;
  readonly seed: number;
  /** Of everything that the result depends on, given that of the vectors. */
  readonly fingerprintOf: (vectors: string) => string;
  readonly isChanged: boolean;
  readonly last: LastRun | null;
}

/** What the last complete run was made of. */
interface LastRun {
  readonly fingerprint: string;
  readonly count: number;
  /** Of what k-means was given, and the generation of its result. */
  readonly found: string;
  readonly generation: number | null;
}

const ASKED = 'clusters.asked';
const LAST_RUN = 'clusters.last_run';
const CLUSTERS_AT_ONCE = 20;
/** Goes up when the same pictures are to be clustered differently. */
const VERSION = 1;

/** The nightly job of automatic clusters. What a person made of clusters it never writes; what it finds for them it proposes. */
export class ClusteringService {
  constructor(
    private readonly repositories: Pick<Repositories, 'kmeans' | 'settings' | 'proposals' | 'jobRuns'>,
    private readonly models: Pick<ModelRegistry, 'current'>,
    private readonly stages: ClusteringStages,
  ) {}

  /** Clusters the gallery anew where anything changed. Stopped or killed before the swap, it leaves the clusters as they were. */
  async run(options: ClusteringOptions, task: JobTask): Promise<WorkReport> {
    task.progress.phase('Looking for changes', null);
    if (!task.dryRun) await this.clear();
    const night = await this.look(options, task);
    if (task.dryRun) return foretold(night);
    if (!night.isChanged)
      return reportOf({ pictures: night.pictures }, 'Nothing changed since the last run: every cluster stands as it was.');
    try {
      return await this.cluster(night, task);
    } catch (error) {
      if (!task.signal.aborted) throw error;
      return reportOf({ pictures: night.pictures }, 'It was stopped before it was done. The next run begins anew.');
    } finally {
      await this.clear();
      await failPoint('clusters-tidied');
    }
  }

  /** Removes what a killed run left in the data folder; nothing while the job runs, here or in another process. */
  async removeFiles(): Promise<void> {
    const last = await this.repositories.jobRuns.lastOf(CLUSTERER.name);
    if (last?.outcome !== 'running') await this.stages.intakes.clear();
  }

  private async look({ clusters, seed }: ClusteringOptions, task: JobTask): Promise<Night> {
    const { kmeans, settings, proposals } = this.repositories;
    const model = await this.models.current();
    const asked = clusters === 'auto' ? null : (clusters ?? ((await settings.get(ASKED)) as number | null));
    if (clusters !== undefined && !task.dryRun) await settings.put(ASKED, asked);
    const last = (await settings.get(LAST_RUN)) as LastRun | null;
    const said = await kmeans.listPersonsMembers();
    const answered = await proposals.countAnsweredOfClusters();
    const { fingerprint, pictures } = await this.stages.intakes.fingerprint(model.id);
    const people = said.map(({ clusterId, documentId }) => [clusterId, documentId]);
    const fingerprintOf = (vectors: string): string => hashOf([VERSION, vectors, asked, seed, answered, people]);
    const k = clusterCount(pictures, { asked, last: clusters === 'auto' ? null : (last?.count ?? null) });
    return { model, said, pictures, k, seed, fingerprintOf, isChanged: last?.fingerprint !== fingerprintOf(fingerprint), last };
  }

  private async cluster(night: Night, task: JobTask): Promise<WorkReport> {
    const { model, k } = night;
    const { intakes, publisher, proposer, maps } = this.stages;
    const intake = await intakes.read({ id: model.id, dims: model.encoder.identity.dims }, task, night.pictures);
    await failPoint('vectors-read');
    const nightBefore = await readNightBefore(this.repositories.kmeans, await publisher.generation(), intake);
    const found = await this.find(night, { intake, nightBefore }, task);
    await failPoint('clusters-found');
    const persons = await personsClusters(night.said, intake);
    const shadows = await findShadows(found, persons);
    const shadowIds = Array.from(shadows, (place) => persons[place]?.id ?? null);
    const published = await this.publish({ found, shadowIds, intake, nightBefore, model }, task);
    const proposals = await proposer.propose({ intake, modelId: model.id, found, shadows, persons }, task);
    await failPoint('members-proposed');
    await this.renewProfiles(
      persons.map(({ id }) => id),
      task,
    );
    const { documentIds, vectors, fingerprint } = intake;
    await maps.update({ documentIds, vectors, modelId: model.id, fingerprint }, task);
    await failPoint('map-drawn');
    const generation = await publisher.generation();
    const made = { fingerprint: night.fingerprintOf(fingerprint), count: k, found: foundOf(night, intake), generation } satisfies LastRun;
    await this.repositories.settings.put(LAST_RUN, made);
    const counts = { pictures: documentIds.length, ...published, proposals };
    return reportOf(counts, summaryOf(counts));
  }

  private async find(
    night: Night,
    { intake, nightBefore }: { intake: ClusterIntake; nightBefore: NightBefore },
    task: JobTask,
  ): Promise<FoundClusters> {
    const { vectors } = intake;
    if (vectors.count === 0) return { assignments: new Int32Array(), similarities: new Float32Array(), centroids: [], members: [] };
    const { k, seed, last } = night;
    const { before, earlier } = nightBefore;
    const start = { vectors, k: Math.min(k, vectors.count), seed, before, earlier: earlier.length };
    // From its own result k-means would move one row of 10,000 again, for all of which a new generation would be written.
    const stands = last?.found === foundOf(night, intake) && last.generation === nightBefore.generation && !before.includes(-1);
    const found = stands ? await standing(start) : await this.stages.compute('kmeans', startOf(start), task);
    return withoutEmpty(found, vectors.dims);
  }

  private async publish(
    { found, shadowIds, intake, nightBefore, model }: Findings,
    task: JobTask,
  ): Promise<{ clusters: number; kept: number; covered: number; written: number }> {
    const { profiler, publisher } = this.stages;
    const next = ((await this.repositories.settings.get(NEXT_NUMBER)) as number | null) ?? 0;
    const { rows, kept, nextNumber } = nameFound(found, { night: nightBefore, shadowIds, nextNumber: next });
    const clusters = await profiler.describe({ found, rows, intake, model }, task);
    const members = membersOf(found, { rows, night: nightBefore, intake });
    const shadowsBefore = new Map(nightBefore.earlier.map(({ id, shadows }) => [id, shadows]));
    const written = await publisher.publish({ clusters, shadowsBefore, nextNumber, members }, task);
    const covered = shadowIds.filter((id) => id !== null).length;
    return { clusters: rows.length - covered, kept, covered, written };
  }

  // What a person did to a cluster since it was last looked at.
  private async renewProfiles(clusterIds: readonly string[], { signal, progress }: JobTask): Promise<void> {
    progress.phase('Looking at the clusters of people', null);
    for (let from = 0; from < clusterIds.length && !signal.aborted; from += CLUSTERS_AT_ONCE)
      await this.stages.profiles.refresh(clusterIds.slice(from, from + CLUSTERS_AT_ONCE));
  }

  private async clear(): Promise<void> {
    await this.stages.intakes.clear();
    await this.stages.publisher.tidy();
  }
}

interface Findings {
  readonly found: FoundClusters;
  readonly shadowIds: readonly (string | null)[];
  readonly intake: ClusterIntake;
  readonly nightBefore: NightBefore;
  readonly model: RegisteredModel;
}

function foundOf({ k, seed }: Night, { fingerprint }: ClusterIntake): string {
  return hashOf([VERSION, fingerprint, k, seed]);
}

function hashOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function foretold({ pictures, k, isChanged }: Night): WorkReport {
  const summary = isChanged
    ? `${pictures} pictures would be put into ${k} clusters.`
    : 'Nothing changed since the last run: nothing would be done.';
  return reportOf({ pictures, clusters: k }, summary);
}

function summaryOf(counts: Readonly<Record<'pictures' | 'clusters' | 'kept' | 'covered' | 'proposals', number>>): string {
  const { pictures, clusters, kept, covered, proposals } = counts;
  const parts = [`${pictures} pictures stand in ${clusters} clusters`, `${kept} of all were there before`];
  return `${parts.join('; ')}; ${covered} are covered by clusters of people, for which ${proposals} pictures are proposed.`;
}

function reportOf(counts: Readonly<Record<string, number>>, summary: string): WorkReport {
  return { counts, failures: [], summary };
}
