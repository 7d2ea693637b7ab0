import { join } from 'node:path';
import type { compute as computeInChild } from '../models/computation.js';
import type { Repositories } from '../repositories/repositories.js';
import type { UnitOfWork } from '../repositories/unit-of-work.js';
import { ClusterIntakes } from './cluster-intake.js';
import { ClusterProfiler } from './cluster-profiler.js';
import type { ClusterProfiles } from './cluster-profiles.js';
import { ClusterProposer } from './cluster-proposer.js';
import { ClusterPublisher } from './cluster-publisher.js';
import type { ClusterWords } from './cluster-words.js';
import { ClusteringService } from './clustering.service.js';
import type { MapService } from './map.service.js';
import type { ModelRegistry } from './model-registry.js';

/** What the nightly job is built on. */
interface ClusteringEngines {
  readonly unitOfWork: UnitOfWork;
  readonly models: Pick<ModelRegistry, 'current'>;
  readonly clusterWords: ClusterWords;
  readonly clusterProfiles: ClusterProfiles;
  readonly maps: MapService;
  readonly compute: typeof computeInChild;
  readonly dataDir: string;
}

/** Builds the nightly job of clusters; its files lie in `clustering` in the data folder while it runs. */
export function createClustering(repositories: Repositories, engines: ClusteringEngines): ClusteringService {
  const { unitOfWork, models, maps, compute, clusterWords, clusterProfiles, dataDir } = engines;
  const { kmeans, settings } = repositories;
  return new ClusteringService(repositories, models, {
    intakes: new ClusterIntakes(kmeans, join(dataDir, 'clustering')),
    compute,
    profiler: new ClusterProfiler(clusterWords),
    publisher: new ClusterPublisher(kmeans, settings, unitOfWork),
    proposer: new ClusterProposer(unitOfWork, compute),
    profiles: clusterProfiles,
    maps,
  });
}
