import { join } from 'node:path';
import type { Actor } from '../../server/context.js';
import type { compute } from '../../server/models/computation.js';
import { computationTasks } from '../../server/models/computation-tasks.js';
import { createLog } from '../../server/logging.js';
import type { WorkReport } from '../../server/progress.js';
import { ClusterIntakes } from '../../server/services/cluster-intake.js';
import { ClusterProfiler } from '../../server/services/cluster-profiler.js';
import { ClusterProposer } from '../../server/services/cluster-proposer.js';
import { ClusterPublisher } from '../../server/services/cluster-publisher.js';
import { ClusteringService } from '../../server/services/clustering.service.js';
import { createClusters, type Clusters } from '../../server/services/clusters.js';
import { Ledger } from '../../server/services/ledger.js';
import type { ModelRegistry } from '../../server/services/model-registry.js';
import { VisibleDocuments } from '../../server/services/visible-documents.js';
import { DIMS, insertPictures } from './archive-vectors.js';
import type { TestDatabase } from './databases.js';
import { nearVector, randomNumbers, unitVector } from './vectors.js';

/** A cluster as it stands in the tables: its pictures sorted. */
export interface StandingCluster {
  readonly id: string;
  readonly name: string;
  readonly shadows: string | null;
  readonly documentIds: readonly string[];
}

/** How a night is run. */
export interface NightOptions {
  readonly clusters?: number | 'auto';
  readonly seed?: number;
  readonly dryRun?: boolean;
  /** Stops it when a phase of this name begins. */
  readonly stopAt?: string;
}

const EVERY_ROW = [
  'SELECT *, xmin::text, ctid::text FROM image_clusters ORDER BY ctid',
  'SELECT *, xmin::text, ctid::text FROM kmeans_members ORDER BY ctid',
  'SELECT *, xmin::text, ctid::text FROM cluster_samples ORDER BY ctid',
  'SELECT *, xmin::text, ctid::text FROM proposals ORDER BY ctid',
  'SELECT *, xmin::text, ctid::text FROM image_cluster_members ORDER BY ctid',
  `SELECT *, xmin::text FROM settings WHERE key LIKE 'clusters.%' ORDER BY key`,
];

/** Pictures in groups that look alike, and the job that clusters them at night. */
export class NightlyClusters {
  readonly random = randomNumbers(20_05);
  readonly ledger: Ledger;
  readonly people: Clusters;
  readonly folder: string;
  /** What was computed, night by night. */
  readonly computed: string[] = [];
  // In this process: a child process for each night would take most of the time.
  private readonly compute = ((task: keyof typeof computationTasks, request: never, { progress }: { progress: never }) => {
    this.computed.push(task);
    return computationTasks[task](request, progress);
  }) as unknown as typeof compute;

  constructor(
    readonly test: TestDatabase,
    private modelId: number,
  ) {
    const { repositories, unitOfWork } = test;
    this.folder = join(test.dataDir, 'clustering');
    this.ledger = new Ledger(unitOfWork);
    const models = { opened: null } as unknown as ModelRegistry;
    const sight = (actor: Actor) => new VisibleDocuments(repositories.documents, actor);
    this.people = createClusters(repositories, {
      ...{ unitOfWork, models, ledger: this.ledger, sight, log: createLog('silent'), compute: this.compute, dataDir: test.dataDir },
    });
  }

  /** Centres of groups that are far from each other. */
  groups(count: number): Float32Array[] {
    return Array.from({ length: count }, () => unitVector(this.random, DIMS));
  }

  /** A vector among those of a group. */
  vectorNear(centre: Float32Array): Float32Array {
    return nearVector(this.random, centre, 0.5);
  }

  /** So many pictures in each group; returns their ids, group by group. */
  async addPictures(groups: readonly Float32Array[], each: number): Promise<string[][]> {
    const added: string[][] = [];
    for (const centre of groups) {
      const vectors = Array.from({ length: each }, () => this.vectorNear(centre));
      added.push(await insertPictures(this.test.repositories, vectors, { modelId: this.modelId }));
    }
    return added;
  }

  /** Pictures are compared by another model from now on. */
  switchModel(modelId: number): void {
    this.modelId = modelId;
  }

  async night({ clusters, seed = 0, dryRun = false, stopAt }: NightOptions = {}): Promise<WorkReport> {
    const { repositories, unitOfWork } = this.test;
    const stop = new AbortController();
    const progress = { phase: (name: string) => void (name === stopAt && stop.abort()), step: () => undefined };
    const identity = { dims: DIMS };
    const models = { current: async () => ({ id: this.modelId, encoder: { identity } }) } as unknown as ModelRegistry;
    const service = new ClusteringService(repositories, models, {
      intakes: new ClusterIntakes(repositories.kmeans, this.folder),
      compute: this.compute,
      profiler: new ClusterProfiler({ suggest: async (clusters) => clusters.map(() => ['word']) }),
      publisher: new ClusterPublisher(repositories.kmeans, repositories.settings, unitOfWork),
      proposer: new ClusterProposer(unitOfWork, this.compute),
      profiles: this.people.clusterProfiles,
      maps: { update: async () => false },
    });
    return service.run({ clusters, seed }, { progress, signal: stop.signal, dryRun } as never);
  }

  /** All automatic clusters by name, covered ones too. */
  async standing(): Promise<StandingCluster[]> {
    const sql = `
      SELECT c.id, c.name, c.shadows, ARRAY(SELECT m.document_id::text FROM cluster_members m WHERE m.cluster_id = c.id ORDER BY 1) AS "documentIds"
      FROM image_clusters c WHERE c.kind = 'kmeans' ORDER BY c.name`;
    return (await this.test.database.dataSource.query(sql)) as StandingCluster[];
  }

  /** Those of them that are shown. */
  async shown(): Promise<StandingCluster[]> {
    return (await this.standing()).filter(({ shadows }) => shadows === null);
  }

  /** Every row that the job may write, with the transaction that wrote it. */
  async rows(): Promise<string> {
    const parts: unknown[] = [];
    for (const sql of EVERY_ROW) parts.push(await this.test.database.dataSource.query(sql));
    return JSON.stringify(parts, null, 1);
  }
}
