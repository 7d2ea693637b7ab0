import type { EntityManager } from 'typeorm';
import { AnnotationRepository } from './annotation.repository.js';
import { ApiTokenRepository } from './api-token.repository.js';
import { ClusterProfileRepository } from './cluster-profile.repository.js';
import { ClusterRepository } from './cluster.repository.js';
import { translateDatabaseError } from './database-errors.js';
import { DecisionRepository, type Decision } from './decision.repository.js';
import { DocumentRepository } from './document.repository.js';
import { DuplicateRepository } from './duplicate.repository.js';
import { EmbeddingRepository } from './embedding.repository.js';
import { FaceRepository } from './face.repository.js';
import { FailureRepository } from './failure.repository.js';
import { ForgetRepository } from './forget.repository.js';
import { JobRunRepository } from './job-run.repository.js';
import { KmeansRepository } from './kmeans.repository.js';
import { LabelRepository } from './label.repository.js';
import { MapRepository } from './map.repository.js';
import { ModelRepository } from './model.repository.js';
import { NamedSetRepository } from './named-set.repository.js';
import { ProcessingRepository } from './processing.repository.js';
import { ProposalRepository } from './proposal.repository.js';
import { RegionRepository } from './region.repository.js';
import { RootRepository } from './root.repository.js';
import { SaidStateRepository } from './said-state.repository.js';
import { SavedSearchRepository } from './saved-search.repository.js';
import { ScoreStatisticsRepository } from './score-statistics.repository.js';
import { SessionRepository } from './session.repository.js';
import { SettingRepository } from './setting.repository.js';
import { SidecarQueueRepository } from './sidecar-queue.repository.js';
import { SidecarRepository } from './sidecar.repository.js';
import { SimilarityLogRepository } from './similarity-log.repository.js';
import { SourceRepository } from './source.repository.js';
import { StackRepository } from './stack.repository.js';
import { TombstoneRepository } from './tombstone.repository.js';
import { UserRepository } from './user.repository.js';

/** Everything that reads and writes tables, over one connection or one transaction. */
export interface Repositories {
  readonly roots: RootRepository;
  readonly sources: SourceRepository;
  readonly documents: DocumentRepository;
  readonly stacks: StackRepository;
  readonly processing: ProcessingRepository;
  readonly failures: FailureRepository;
  readonly maps: MapRepository;
  readonly models: ModelRepository;
  readonly embeddings: EmbeddingRepository;
  readonly regions: RegionRepository;
  readonly labels: LabelRepository;
  readonly duplicates: DuplicateRepository;
  readonly clusters: ClusterRepository;
  readonly clusterProfiles: ClusterProfileRepository;
  readonly kmeans: KmeansRepository;
  readonly annotations: AnnotationRepository;
  readonly decisions: DecisionRepository;
  readonly namedSets: NamedSetRepository;
  readonly saidState: SaidStateRepository;
  readonly proposals: ProposalRepository;
  readonly faces: FaceRepository;
  readonly sidecars: SidecarRepository;
  readonly sidecarQueue: SidecarQueueRepository;
  readonly jobRuns: JobRunRepository;
  readonly similarityLog: SimilarityLogRepository;
  readonly savedSearches: SavedSearchRepository;
  readonly scoreStatistics: ScoreStatisticsRepository;
  readonly forget: ForgetRepository;
  readonly tombstones: TombstoneRepository;
  readonly settings: SettingRepository;
  readonly users: UserRepository;
  readonly sessions: SessionRepository;
  readonly apiTokens: ApiTokenRepository;
}

/** The repositories over a manager: of the whole data source, or of one unit of work. */
export function createRepositories(manager: EntityManager, onDecision?: (decision: Decision) => void): Repositories {
  return {
    roots: translating(new RootRepository(manager)),
    sources: translating(new SourceRepository(manager)),
    documents: translating(new DocumentRepository(manager)),
    stacks: translating(new StackRepository(manager)),
    processing: translating(new ProcessingRepository(manager)),
    failures: translating(new FailureRepository(manager)),
    maps: translating(new MapRepository(manager)),
    models: translating(new ModelRepository(manager)),
    embeddings: translating(new EmbeddingRepository(manager)),
    regions: translating(new RegionRepository(manager)),
    labels: translating(new LabelRepository(manager)),
    duplicates: translating(new DuplicateRepository(manager)),
    clusters: translating(new ClusterRepository(manager)),
    clusterProfiles: translating(new ClusterProfileRepository(manager)),
    kmeans: translating(new KmeansRepository(manager)),
    annotations: translating(new AnnotationRepository(manager)),
    decisions: translating(new DecisionRepository(manager, onDecision)),
    namedSets: translating(new NamedSetRepository(manager)),
    saidState: translating(new SaidStateRepository(manager)),
    proposals: translating(new ProposalRepository(manager)),
    faces: translating(new FaceRepository(manager)),
    sidecars: translating(new SidecarRepository(manager)),
    sidecarQueue: translating(new SidecarQueueRepository(manager)),
    jobRuns: translating(new JobRunRepository(manager)),
    similarityLog: translating(new SimilarityLogRepository(manager)),
    savedSearches: translating(new SavedSearchRepository(manager)),
    scoreStatistics: translating(new ScoreStatisticsRepository(manager)),
    forget: translating(new ForgetRepository(manager)),
    tombstones: translating(new TombstoneRepository(manager)),
    settings: translating(new SettingRepository(manager)),
    users: translating(new UserRepository(manager)),
    sessions: translating(new SessionRepository(manager)),
    apiTokens: translating(new ApiTokenRepository(manager)),
  };
}

/** The same repository, but a lost, busy or slow database comes out of it as UNAVAILABLE instead of as noise of a driver. */
function translating<Repository extends object>(repository: Repository): Repository {
  return new Proxy(repository, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...values: unknown[]) => {
        const answer: unknown = Reflect.apply(member, target, values);
        return answer instanceof Promise ? answer.catch((error: unknown) => Promise.reject(translateDatabaseError(error))) : answer;
      };
    },
  });
}
