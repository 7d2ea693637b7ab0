import type { Actor } from '../../server/context.js';
import { newId } from '../../server/ids.js';
import { createLog } from '../../server/logging.js';
import { compute } from '../../server/models/computation.js';
import { GENERATION } from '../../server/repositories/kmeans.repository.js';
import { AnnotationService } from '../../server/services/annotation.service.js';
import { createClusters, type Clusters } from '../../server/services/clusters.js';
import { DecisionService } from '../../server/services/decision.service.js';
import { Ledger } from '../../server/services/ledger.js';
import type { ModelRegistry } from '../../server/services/model-registry.js';
import { VisibleDocuments } from '../../server/services/visible-documents.js';
import { JOB, OWNER } from './archive-rows.js';
import { DIMS, insertPictures, registerModel } from './archive-vectors.js';
import type { TestDatabase } from './databases.js';
import { nearVector, randomNumbers, unitVector } from './vectors.js';

/** Someone who may only look. */
export const VIEWER: Actor = { kind: 'person', id: newId(), name: 'Bob', role: 'viewer' };

/** An automatic cluster, with its pictures as they came in. */
export interface PublishedCluster {
  readonly id: string;
  readonly name: string;
  readonly imageIds: readonly string[];
}

/** An archive whose pictures stand in automatic clusters, and all that a person does with clusters. */
export class ClusteredArchive {
  readonly annotations: AnnotationService;
  readonly decisions: DecisionService;
  readonly parts: Clusters;
  private readonly random = randomNumbers(5);
  private generation = 0;
  private clusterIds: string[] = [];

  private constructor(
    readonly test: TestDatabase,
    readonly modelId: number,
  ) {
    const { repositories, unitOfWork } = test;
    const ledger = new Ledger(unitOfWork);
    const model = { id: modelId, encoder: { texts: null } };
    const models = { opened: model, current: async () => model } as unknown as ModelRegistry;
    this.annotations = new AnnotationService(ledger, repositories.documents);
    this.decisions = new DecisionService(ledger, repositories);
    this.parts = createClusters(repositories, {
      ...{ models, ledger, unitOfWork, log: createLog('silent'), compute, dataDir: test.dataDir },
      sight: (actor) => new VisibleDocuments(repositories.documents, actor),
    });
  }

  static async open(test: TestDatabase): Promise<ClusteredArchive> {
    return new ClusteredArchive(test, await registerModel(test.repositories));
  }

  /** So many pictures that look alike; `noise`: how much they differ. */
  async addPictures(count: number, { centre = unitVector(this.random, DIMS), noise = 0.5 } = {}): Promise<string[]> {
    const vectors = Array.from({ length: count }, () => nearVector(this.random, centre, noise));
    return insertPictures(this.test.repositories, vectors, { modelId: this.modelId });
  }

  /** Takes the place of all automatic clusters, as the nightly job would do it. */
  async publish(groups: Readonly<Record<string, readonly string[]>>): Promise<PublishedCluster[]> {
    this.generation += 1;
    const clusters = Object.entries(groups).map(([name, imageIds]) => ({ id: newId(), name, imageIds }));
    const members = clusters.flatMap(({ id, imageIds }) => imageIds.map((documentId) => ({ clusterId: id, documentId })));
    await this.test.unitOfWork(JOB, async ({ kmeans, settings }) => {
      await kmeans.insertMembers(this.generation, members);
      const changed = clusters.map(({ id, name, imageIds }) => ({
        ...{ id, name, shadows: null, modelId: this.modelId, size: imageIds.length, cohesion: 0.5, looksLike: [] },
        ...{ centroid: unitVector(this.random, DIMS), sampleIds: imageIds.slice(0, 4) },
      }));
      this.clusterIds = clusters.map(({ id }) => id);
      await kmeans.keepOnly(this.clusterIds, []);
      await kmeans.putProfiles(changed);
      await settings.put(GENERATION, this.generation);
    });
    return clusters;
  }

  async hide(imageIds: readonly string[], hidden = true): Promise<void> {
    await this.annotations.annotate({ ids: imageIds, changes: { hidden } }, OWNER);
  }

  /** Takes a decision back; returns the decision that does, or throws what refuses it. */
  async undo(decisionId: string): Promise<string> {
    const outcome = await this.decisions.undo(decisionId, OWNER);
    if (outcome.kind !== 'undone') throw new Error(outcome.message);
    return outcome.decisionId;
  }

  /** Names of the clusters that are listed, of people and automatic, each with its size. */
  async listed(actor: Actor = OWNER): Promise<string[]> {
    const { clusters } = this.parts;
    const both = [];
    for (const kind of ['user', 'kmeans'] as const) both.push(...(await clusters.list({ kind, order: 'name', first: 1000 }, actor)));
    return both.map(({ name, size }) => `${name} ${size}`);
  }

  /** The pictures of a cluster, those nearest its centre first. */
  async members(id: string): Promise<string[]> {
    const page = await this.parts.clusters.pageMembers({ id, order: 'nearest' }, { first: 1000 }, OWNER);
    return page.rows.map(({ image }) => image.id);
  }
}
