import type { AnnotationSummaries } from '../services/annotation-summary.js';
import type { AnnotationService } from '../services/annotation.service.js';
import type { ArchiveService } from '../services/archive.service.js';
import type { DecisionService } from '../services/decision.service.js';
import type { ClusterCuration } from '../services/cluster-curation.service.js';
import type { ClusterStrips } from '../services/cluster-strips.js';
import type { ClusterService } from '../services/cluster.service.js';
import type { CollapsingSearch } from '../services/duplicate-collapser.js';
import type { DuplicateDecisions } from '../services/duplicate-decisions.js';
import type { DuplicateService } from '../services/duplicate.service.js';
import type { EvidenceService } from '../services/evidence.service.js';
import type { MomentLikeness } from '../services/moment-likeness.js';
import type { FolderService } from '../services/folder.service.js';
import type { ForgetService } from '../services/forget.service.js';
import type { ImageService } from '../services/image.service.js';
import type { JobService } from '../services/job.service.js';
import type { NamedSetService } from '../services/named-set.service.js';
import type { ProposalService } from '../services/proposal.service.js';
import type { RevealService } from '../services/reveal.service.js';
import type { SavedSearchService } from '../services/saved-search.service.js';
import type { SidecarService } from '../services/sidecar.service.js';
import type { SimilarityLogService } from '../services/similarity-log.service.js';
import type { SimilarityService } from '../services/similarity.service.js';
import { AnnotationResolver } from './resolvers/annotation.resolver.js';
import { ArchiveResolver } from './resolvers/archive.resolver.js';
import { ArchiveClusterResolver, ClusterResolver, ClusterStripResolver, ImageClusterResolver } from './resolvers/cluster.resolver.js';
import { DecisionResolver } from './resolvers/decision.resolver.js';
import { DuplicateResolver } from './resolvers/duplicate.resolver.js';
import { ForgetResolver } from './resolvers/forget.resolver.js';
import { ImageResolver } from './resolvers/image.resolver.js';
import { JobResolver, JobRunResolver } from './resolvers/job.resolver.js';
import { KeptPartResolver, KeptQueryResolver } from './resolvers/kept-query.resolver.js';
import { LabelResolver } from './resolvers/label.resolver.js';
import { NamedSetResolver } from './resolvers/named-set.resolver.js';
import { ProposalResolver } from './resolvers/proposal.resolver.js';
import { MomentResolver } from './resolvers/moment.resolver.js';
import { EvidenceResolver, RegionResolver } from './resolvers/region.resolver.js';
import { SaidResolver, SpeakerResolver } from './resolvers/said.resolver.js';
import { SavedSearchResolver } from './resolvers/saved-search.resolver.js';
import { SidecarPlanResolver, SidecarResolver, SidecarStatusResolver } from './resolvers/sidecar.resolver.js';
import { SimilarityLogResolver } from './resolvers/similarity-log.resolver.js';
import { EchoedPartResolver, SimilarityHitResolver, SimilarityResolver } from './resolvers/similarity.resolver.js';
import { TimelineResolver } from './resolvers/timeline.resolver.js';

/** What resolvers call. */
export interface ResolverServices {
  readonly archive: ArchiveService;
  readonly folders: FolderService;
  readonly jobs: JobService;
  readonly images: ImageService;
  readonly sidecars: SidecarService;
  readonly similarity: SimilarityService;
  readonly similarityLog: SimilarityLogService;
  readonly evidence: EvidenceService;
  readonly momentLikeness: MomentLikeness;
  readonly savedSearches: SavedSearchService;
  readonly annotations: AnnotationService;
  readonly summaries: AnnotationSummaries;
  readonly revealing: RevealService;
  readonly decisions: DecisionService;
  readonly namedSets: NamedSetService;
  readonly proposals: ProposalService;
  readonly clusters: ClusterService;
  readonly clusterCuration: ClusterCuration;
  readonly clusterStrips: ClusterStrips;
  readonly forget: ForgetService;
  readonly duplicates: DuplicateService;
  readonly search: CollapsingSearch;
  readonly duplicateDecisions: DuplicateDecisions;
  readonly maxUploadBytes: number;
}

/** Every class that answers fields of the schema. */
export const RESOLVERS = [
  ArchiveResolver,
  ImageResolver,
  TimelineResolver,
  SidecarResolver,
  SidecarPlanResolver,
  SidecarStatusResolver,
  SimilarityResolver,
  EchoedPartResolver,
  SimilarityHitResolver,
  SimilarityLogResolver,
  EvidenceResolver,
  MomentResolver,
  RegionResolver,
  SavedSearchResolver,
  KeptPartResolver,
  KeptQueryResolver,
  AnnotationResolver,
  SaidResolver,
  SpeakerResolver,
  DecisionResolver,
  NamedSetResolver,
  ClusterResolver,
  ClusterStripResolver,
  ImageClusterResolver,
  ArchiveClusterResolver,
  LabelResolver,
  ProposalResolver,
  JobResolver,
  JobRunResolver,
  ForgetResolver,
  DuplicateResolver,
] as const;

/** One of each, by class. */
export function createResolvers(services: ResolverServices): ReadonlyMap<unknown, object> {
  const { archive, jobs, images, sidecars } = services;
  const resolvers = [
    new ArchiveResolver(archive, services.folders, jobs),
    new ImageResolver(images),
    new TimelineResolver(images),
    new SidecarResolver(sidecars, archive),
    new SidecarPlanResolver(sidecars),
    new SidecarStatusResolver(sidecars),
    new SimilarityResolver(services.search, services.maxUploadBytes),
    new EchoedPartResolver(),
    new SimilarityHitResolver(),
    new SimilarityLogResolver(services.similarityLog),
    new EvidenceResolver(services.evidence),
    new MomentResolver(services.momentLikeness),
    new RegionResolver(),
    new SavedSearchResolver(services.savedSearches),
    new KeptPartResolver(),
    new KeptQueryResolver(),
    new AnnotationResolver(services.annotations, services.summaries, services.revealing),
    new SaidResolver(),
    new SpeakerResolver(),
    new DecisionResolver(services.decisions),
    new NamedSetResolver(services.namedSets),
    new ClusterResolver(services.clusters, services.clusterCuration),
    new ClusterStripResolver(services.clusterStrips),
    new ImageClusterResolver(),
    new ArchiveClusterResolver(services.clusters),
    new LabelResolver(),
    new ProposalResolver(services.proposals),
    new JobResolver(jobs, services.folders),
    new JobRunResolver(),
    new ForgetResolver(services.forget, jobs),
    new DuplicateResolver(services.duplicates, services.duplicateDecisions),
  ];
  return new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
}
