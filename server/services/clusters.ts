import type { Log } from '../logging.js';
import type { Repositories } from '../repositories/repositories.js';
import type { UnitOfWork } from '../repositories/unit-of-work.js';
import { ClusterCuration } from './cluster-curation.service.js';
import { ClusterProfiles } from './cluster-profiles.js';
import { ClusterStrips } from './cluster-strips.js';
import { ClusterWords } from './cluster-words.js';
import { ClusterService } from './cluster.service.js';
import type { Ledger } from './ledger.js';
import type { ModelRegistry } from './model-registry.js';
import type { Sight } from './visible-documents.js';

/** What shows, curates and splits clusters. */
export interface Clusters {
  readonly clusters: ClusterService;
  readonly clusterCuration: ClusterCuration;
  readonly clusterStrips: ClusterStrips;
  readonly clusterProfiles: ClusterProfiles;
  readonly clusterWords: ClusterWords;
}

/** What clusters are built on. */
export interface ClusterEngines {
  readonly models: Pick<ModelRegistry, 'opened' | 'current'>;
  readonly sight: Sight;
  readonly ledger: Ledger;
  readonly unitOfWork: UnitOfWork;
  readonly log: Log;
}

/** Builds what people do with clusters; the nightly job is built beside it. */
export function createClusters(repositories: Repositories, { models, sight, ledger, unitOfWork, log }: ClusterEngines): Clusters {
  const clusterWords = new ClusterWords(repositories.labels);
  const clusterProfiles = new ClusterProfiles(repositories, unitOfWork, models, clusterWords, log);
  const clusters = new ClusterService(repositories, clusterProfiles, sight);
  return {
    clusters,
    clusterCuration: new ClusterCuration(ledger, clusters, sight),
    clusterStrips: new ClusterStrips(repositories, clusters, models, clusterWords),
    clusterProfiles,
    clusterWords,
  };
}
