import type { AppConfig } from '../config.js';
import type { Log } from '../logging.js';
import type { MediaEngine } from '../media/analysis.js';
import type { Repositories } from '../repositories/repositories.js';
import type { UnitOfWork } from '../repositories/unit-of-work.js';
import type { VectorIndex } from '../repositories/vector-index.js';
import type { ModelRegistry } from './model-registry.js';
import type { OriginalFiles } from './original-files.js';
import { RegionIndexer } from './region-indexer.js';
import { RegionService } from './region.service.js';
import { RegionVectors } from './region-vectors.js';

interface RegionWork {
  readonly config: AppConfig;
  readonly log: Log;
  readonly unitOfWork: UnitOfWork;
  readonly index: VectorIndex;
  readonly models: ModelRegistry;
  readonly media: MediaEngine;
  readonly originals: OriginalFiles;
}

/** Puts together what gives parts of pictures their vectors. */
export function createRegions(repositories: Repositories, parts: RegionWork): RegionService {
  const { unitOfWork, media, originals, models, index, log, config } = parts;
  const indexer = new RegionIndexer(repositories, unitOfWork, new RegionVectors(media, originals));
  return new RegionService({ regions: repositories.regions, indexer, models, index, log }, config.regions === 'grid');
}
