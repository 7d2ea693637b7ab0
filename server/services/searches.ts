import type { AppConfig } from '../config.js';
import type { Log } from '../logging.js';
import type { MediaEngine } from '../media/analysis.js';
import type { Repositories } from '../repositories/repositories.js';
import type { UnitOfWork } from '../repositories/unit-of-work.js';
import type { VectorIndex } from '../repositories/vector-index.js';
import { CollapsingSearch, type DuplicateCollapser } from './duplicate-collapser.js';
import { EvidenceService } from './evidence.service.js';
import type { ModelRegistry } from './model-registry.js';
import { MomentLikeness } from './moment-likeness.js';
import type { OriginalFiles } from './original-files.js';
import { DocumentRanker } from './document-ranker.js';
import { PreviewStore } from './preview-store.js';
import { QueryMemory } from './query-memory.js';
import { RegionVectors } from './region-vectors.js';
import { SavedSearchMatcher } from './saved-search-matcher.js';
import { SavedSearchService } from './saved-search.service.js';
import { ScoreMemory } from './score-memory.js';
import { SimilarityLogService } from './similarity-log.service.js';
import { SimilarityLogger } from './similarity-logger.js';
import { SimilarityQueryResolver } from './similarity-query.js';
import { SimilarityService } from './similarity.service.js';
import type { Sight } from './visible-documents.js';

/** Searching, and what is kept of searches. */
export interface Searches {
  readonly similarity: SimilarityService;
  /** The same, with near-duplicates under one hit where that is asked for. */
  readonly search: CollapsingSearch;
  readonly similarityLog: SimilarityLogService;
  readonly savedSearches: SavedSearchService;
  readonly savedSearchMatcher: SavedSearchMatcher;
  readonly previews: PreviewStore;
  readonly evidence: EvidenceService;
  readonly momentLikeness: MomentLikeness;
  /** What is kept of searches and pictures in memory alone. */
  readonly memories: readonly { clear(): void }[];
  /** Writes the log; flushed before anything is taken out of it, closed at the end. */
  readonly logger: SimilarityLogger;
}

interface SearchParts {
  readonly config: AppConfig;
  readonly log: Log;
  readonly unitOfWork: UnitOfWork;
  readonly sight: Sight;
  readonly index: VectorIndex;
  readonly models: ModelRegistry;
  readonly media: MediaEngine;
  readonly originals: OriginalFiles;
  readonly collapser: DuplicateCollapser;
}

/** Puts together what answers searches, logs them and keeps them. */
export function createSearches(repositories: Repositories, parts: SearchParts): Searches {
  const { unitOfWork, sight, models } = parts;
  const queries = new SimilarityQueryResolver(sight, repositories.embeddings, models, parts.media, parts.originals);
  const previews = new PreviewStore();
  const queryMemory = new QueryMemory();
  const evidence = new EvidenceService(
    queryMemory,
    sight,
    repositories.embeddings,
    models,
    new RegionVectors(parts.media, parts.originals),
  );
  const scores = new ScoreMemory(repositories.scoreStatistics, parts.log);
  const logger = new SimilarityLogger(repositories.similarityLog, parts.log, scores);
  const similarity = new SimilarityService(
    queries,
    { ranker: new DocumentRanker(parts.index), embeddings: repositories.embeddings, scores },
    sight,
    { previews, queryMemory },
    logger,
  );
  return {
    similarity,
    search: new CollapsingSearch(similarity, parts.collapser),
    similarityLog: new SimilarityLogService(repositories.similarityLog, logger, parts.config.similarityLogDays),
    savedSearches: new SavedSearchService(repositories, unitOfWork, sight, models),
    savedSearchMatcher: new SavedSearchMatcher(repositories, unitOfWork, similarity, models),
    previews,
    evidence,
    momentLikeness: new MomentLikeness(queryMemory, sight, repositories.embeddings),
    memories: [previews, queryMemory, evidence],
    logger,
  };
}
