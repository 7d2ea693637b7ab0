import { join } from 'node:path';
import type { Log } from '../logging.js';
import type { compute as computeInChild } from '../models/computation.js';
import type { Repositories } from '../repositories/repositories.js';
import type { UnitOfWork } from '../repositories/unit-of-work.js';
import { ClusterCuration } from './cluster-curation.service.js';
import { ClusterProfiles } from './cluster-profiles.js';
import { ClusterStrips } from './cluster-strips.js';
import { ClusterWords } from './cluster-words.js';
import { ClusterService } from './cluster.service.js';
import type { Ledger } from './ledger.js';
import type { ModelRegistry } from './model-registry.js';
import { Subclusters } from './subclusters.js';
import type { Sight } from './visible-documents.js';

/** What shows, curates and splits clusters. */
export interface Clusters {
  readonly clusters: ClusterService;
  readonly clusterCuration: ClusterCuration;
  readonly clusterStrips: ClusterStrips;
  readonly clusterProfiles: ClusterProfiles;
  readonly clusterWords: ClusterWords;
  readonly subclusters: Subclusters;
}

/** What clusters are built on. */
export interface ClusterEngines {
  readonly models: Pick<ModelRegistry, 'opened' | 'current'>;
  readonly sight: Sight;
  readonly ledger: Ledger;
  readonly unitOfWork: UnitOfWork;
  readonly log: Log;
  readonly compute: typeof computeInChild;
  readonly dataDir: string;
}

/** Builds what people do with clusters; the nightly job is built beside it. Vectors lie in `splitting` in the data folder while one falls apart. */
export function createClusters(repositories: Repositories, engines: ClusterEngines): Clusters {
  const { models, sight, ledger, unitOfWork, log, compute, dataDir } = engines;
  const subclusters = new Subclusters(compute, join(dataDir, 'splitting'));
  const clusterWords = new ClusterWords(repositories.labels);
  const clusterProfiles = new ClusterProfiles(repositories, unitOfWork, models, clusterWords, log);
  const clusters = new ClusterService(repositories, clusterProfiles, sight);
  return {
    clusters,
    clusterCuration: new ClusterCuration(ledger, clusters, sight),
    clusterStrips: new ClusterStrips(repositories, clusters, models, clusterWords, subclusters),
    clusterProfiles,
    clusterWords,
    subclusters,
  };
}
