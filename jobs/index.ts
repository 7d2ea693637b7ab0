import { loadConfig, type AppConfig } from '../server/config.js';
import type { ClusteringService } from '../server/services/clustering.service.js';
import type { DuplicateFinder } from '../server/services/duplicate-finder.js';
import type { IngestionService } from '../server/services/ingestion.service.js';
import type { JobDefinition } from '../server/services/job.service.js';
import type { LabellingService } from '../server/services/labelling.service.js';
import type { XmpExport } from '../server/services/xmp-export.js';
import { clusterImagesJob } from './cluster-images.job.js';
import { exportXmpJob } from './export-xmp.job.js';
import { findDuplicatesJob } from './find-duplicates.job.js';
import { forgetJob, type ForgetServices } from './forget.job.js';
import { indexRegionsJob } from './index-regions.job.js';
import { ingestJob } from './ingest.job.js';
import type { RegionService } from '../server/services/region.service.js';
import type { SavedSearchMatcher } from '../server/services/saved-search-matcher.js';
import type { SidecarWork } from '../server/services/sidecar-work.js';
import { labelImagesJob } from './label-images.job.js';
import { matchSavedSearchesJob } from './match-saved-searches.job.js';
import { similarityReportJob } from './similarity-report.job.js';
import { verifyArchiveJob } from './verify-archive.job.js';
import type { SimilarityLogService } from '../server/services/similarity-log.service.js';
import type { VerificationService } from '../server/services/verification.service.js';
import { writeSidecarsJob } from './write-sidecars.job.js';

/** What jobs call. */
export interface JobServices extends ForgetServices {
  readonly ingestion: IngestionService;
  readonly labelling: LabellingService;
  readonly duplicateFinder: DuplicateFinder;
  readonly clustering: ClusteringService;
  readonly sidecarWork: SidecarWork;
  readonly xmpExport: XmpExport;
  readonly verification: VerificationService;
  readonly regions: RegionService;
  readonly savedSearchMatcher: SavedSearchMatcher;
  readonly similarityLog: SimilarityLogService;
}

/** THE TABLE: every job, its schedule and what it runs. The scheduler, the command line and the client know no other. */
export function createJobs(services: JobServices, schedules: AppConfig['jobs']): JobDefinition[] {
  return [
    ingestJob(services, scheduled(schedules.ingestSchedule)),
    labelImagesJob(services, scheduled(schedules.labelSchedule)),
    findDuplicatesJob(services, scheduled(schedules.duplicateSchedule)),
    clusterImagesJob(services, scheduled(schedules.clusterSchedule)),
    writeSidecarsJob(services, scheduled(schedules.sidecarSchedule)),
    similarityReportJob(services, scheduled(schedules.reportSchedule)),
    indexRegionsJob(services),
    matchSavedSearchesJob(services),
    exportXmpJob(services),
    forgetJob(services),
    verifyArchiveJob(services),
  ];
}

/** The table without anything behind it, to be read. */
export function listJobs(): Pick<JobDefinition, 'name' | 'description' | 'schedule'>[] {
  return createJobs({} as JobServices, loadConfig().jobs);
}

function scheduled(expression: string): string | null {
  return expression === 'never' ? null : expression;
}
