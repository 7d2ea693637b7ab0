import type { Repositories } from '../repositories/repositories.js';
import { ClusterCuration } from './cluster-curation.service.js';
import { ClusterStrips } from './cluster-strips.js';
import { ClusterService } from './cluster.service.js';
import type { Ledger } from './ledger.js';
import type { ModelRegistry } from './model-registry.js';
import type { Sight } from './visible-documents.js';

/** What shows, curates and splits clusters. */
export interface Clusters {
  readonly clusters: ClusterService;
  readonly clusterCuration: ClusterCuration;
  readonly clusterStrips: ClusterStrips;
}

/** Builds what people do with clusters; the nightly job is built beside it. */
export function createClusters(
  repositories: Repositories,
  { models, sight, ledger }: { models: Pick<ModelRegistry, 'current'>; sight: Sight; ledger: Ledger },
): Clusters {
  const clusters = new ClusterService(repositories, models, sight);
  return {
    clusters,
    clusterCuration: new ClusterCuration(ledger, clusters, sight),
    clusterStrips: new ClusterStrips(clusters),
  };
}
