import { mkdir } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Router } from 'express';
import { createJobs } from '../jobs/index.js';
import type { AppConfig } from './config.js';
import type { Actor } from './context.js';
import { openDatabase } from './database/data-source.js';
import { createGraphqlEndpoint } from './graphql/apollo.js';
import { createLoaders } from './graphql/loaders.js';
import { JOB_PROGRESS } from './graphql/resolvers/job.resolver.js';
import { createResolvers } from './graphql/resolvers.js';
import { buildArchiveSchema, createTopics } from './graphql/schema.js';
import { createSubscriptionEndpoint } from './graphql/subscriptions.js';
import { IngestionTools } from './ingestion/ingestion-tools.js';
import type { Log } from './logging.js';
import { FileStore } from './media/file-store.js';
import { createMediaEngine } from './media/media-engine.js';
import { hasProgram } from './media/programs.js';
import { compute } from './models/computation.js';
import { createModelOpener } from './models/model-opener.js';
import { MatrixProduct } from './models/matrix.js';
import { DecisionJournal } from './repositories/decision-journal.js';
import { createRepositories } from './repositories/repositories.js';
import { createUnitOfWork } from './repositories/unit-of-work.js';
import { ExactVectorIndex } from './repositories/exact-vector-index.js';
import { HnswVectorIndex } from './repositories/hnsw-vector-index.js';
import { ClientPage } from './rest/client-page.route.js';
import { ClustersRoute } from './rest/clusters.route.js';
import { DecisionsRoute } from './rest/decisions.route.js';
import { DuplicatesRoute } from './rest/duplicates.route.js';
import { GalleryRoute } from './rest/gallery.route.js';
import { ImageFileRoute } from './rest/image-file.route.js';
import { JobsRoute } from './rest/jobs.route.js';
import { MapRoute } from './rest/map.route.js';
import { createRestRouter } from './rest/routes.js';
import { SimilarRoute } from './rest/similar.route.js';
import { createRouter } from './router.js';
import { createAccess, refuseUpgrade } from './security/access.js';
import type { HostHooks } from './security/host-hooks.js';
import { createRateLimits } from './security/rate-limit.js';
import { AccountService } from './services/account.service.js';
import { AnnotationSummaries } from './services/annotation-summary.js';
import { AnnotationService } from './services/annotation.service.js';
import { ArchiveService } from './services/archive.service.js';
import { createClustering } from './services/clustering.js';
import { createClusters } from './services/clusters.js';
import { DecisionService } from './services/decision.service.js';
import { replayDecisions } from './services/decision-replay.js';
import { createDuplicates } from './services/duplicates.js';
import { FolderService } from './services/folder.service.js';
import type { Forgetter } from './services/forgetter.js';
import { createForgetting } from './services/forgetting.js';
import { ImageService } from './services/image.service.js';
import { IngestionFinisher } from './services/ingestion-finisher.js';
import { IngestionService } from './services/ingestion.service.js';
import { JobService } from './services/job.service.js';
import { LabellingService } from './services/labelling.service.js';
import { Ledger } from './services/ledger.js';
import { MapService } from './services/map.service.js';
import { ModelRegistry } from './services/model-registry.js';
import { NamedSetService } from './services/named-set.service.js';
import { OriginalFiles } from './services/original-files.js';
import { PropagationService } from './services/propagation.service.js';
import { ProposalService } from './services/proposal.service.js';
import { createRegions } from './services/regions.js';
import { Reprocessor } from './services/reprocessor.js';
import { RevealService } from './services/reveal.service.js';
import { RootService } from './services/root.service.js';
import { createSearches, type Searches } from './services/searches.js';
import { SidecarPlaces } from './services/sidecar-places.js';
import { SidecarWork } from './services/sidecar-work.js';
import { createSidecars } from './services/sidecars.js';
import { ThumbnailService } from './services/thumbnail.service.js';
import { VerificationService } from './services/verification.service.js';
import { VisibleDocuments, type Sight } from './services/visible-documents.js';
import { XmpExport } from './services/xmp-export.js';
import { WordRestorer } from './services/word-restorer.js';

/** A running Image Explorer: mount `router` under any path, give WebSocket upgrades to `handleUpgrade`, call `close` at the end. */
export interface ImageExplorer {
  readonly router: Router;
  readonly services: {
    readonly accounts: AccountService;
    readonly archive: ArchiveService;
    readonly images: ImageService;
    readonly similarity: Searches['similarity'];
    readonly annotations: AnnotationService;
    readonly models: ModelRegistry;
    readonly forgetter: Forgetter;
  };
  readonly jobs: JobService;
  /** `mountPath`: where the router is mounted, empty when stand-alone. Answers false for a path that is not ours. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, rest: { head: Buffer; mountPath?: string }): boolean;
  close(): Promise<void>;
}

const CLIENT_DIST = fileURLToPath(new URL('../dist/client', import.meta.url));

/** Builds everything once, in the order of its lines: leaves, engines, repositories, services, adapters. */
export async function createApplication(config: AppConfig, hooks: HostHooks, log: Log): Promise<ImageExplorer> {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });

  // Engines
  const database = await openDatabase({ ...config.database, dataDir: config.dataDir, log });
  const media = createMediaEngine({ ...config.media, log });
  const files = new FileStore(config.dataDir);

  // Repositories
  const repositories = createRepositories(database.dataSource.manager);
  const journal = database.isEmbedded ? await DecisionJournal.open(join(config.dataDir, 'decisions.jsonl')) : null;
  const unitOfWork = createUnitOfWork(database, journal);
  const openMatrix = (dims: number) => MatrixProduct.open({ dims });
  const index = database.isEmbedded
    ? new ExactVectorIndex({ ...repositories, folder: join(config.dataDir, 'index'), openMatrix })
    : new HnswVectorIndex({ ...repositories, dataSource: database.dataSource });

  // Services
  const ledger = new Ledger(unitOfWork);
  const models = new ModelRegistry(createModelOpener(config, log), repositories.models, unitOfWork, log);
  const originals = new OriginalFiles(repositories.roots, repositories.sources);
  const sight: Sight = (actor) => new VisibleDocuments(repositories.documents, actor);
  const duplicates = createDuplicates(repositories, { unitOfWork, models, sight, ledger });
  const searches = createSearches(repositories, { config, log, unitOfWork, sight, index, models, media, originals, ...duplicates });
  const clusters = createClusters(repositories, { models, sight, ledger, unitOfWork, log, compute, dataDir: config.dataDir });
  const images = new ImageService(sight);
  const maps = new MapService(repositories, compute, join(config.dataDir, 'map.checkpoint'));
  const thumbnails = new ThumbnailService(sight, originals, media, files, repositories.embeddings);
  const annotations = new AnnotationService(ledger, repositories.documents);
  const decisions = new DecisionService(ledger, repositories);
  const sidecarFiles = createSidecars(repositories, ledger, { dataDir: config.dataDir, log });
  const propagation = new PropagationService(repositories, unitOfWork, index, models);
  const proposals = new ProposalService(repositories, ledger, propagation);
  const archive = new ArchiveService(repositories, database, models, config.dataDir);
  const folders = new FolderService(config.access.browseRoots);
  const tools = new IngestionTools({ repositories, media, files, dataDir: config.dataDir, unitOfWork, target: () => models.target() });
  const concurrency = config.media.workers + 2;
  const reprocessor = new Reprocessor(repositories, originals, tools, concurrency);
  const regions = createRegions(repositories, { config, log, unitOfWork, index, models, media, originals });
  const after = { database, regions, searches: searches.savedSearchMatcher };
  const finisher = new IngestionFinisher(repositories, reprocessor, index, models, after);
  const ingestion = new IngestionService(new RootService(repositories.roots), repositories, tools, finisher, {
    sidecars: sidecarFiles.intake,
    words: new WordRestorer(ledger, repositories),
    concurrency,
    hasFfmpeg: () => hasProgram(config.media.ffmpegPath ?? 'ffmpeg'),
  });
  const sidecars = new SidecarPlaces(repositories, config.dataDir);
  const { logger, memories } = searches;
  const kept = { repositories, unitOfWork, database, journal, index, files, sidecars, searches: logger, memories };
  const clustering = createClustering(repositories, { unitOfWork, models, maps, compute, dataDir: config.dataDir, ...clusters });
  const forgetting = createForgetting({ ...kept, clustering }, media);
  const jobs = new JobService(
    createJobs(
      {
        ...{ ingestion, regions, clustering, ...forgetting, ...duplicates, ...searches },
        labelling: new LabellingService(repositories.labels, unitOfWork, models),
        sidecarWork: new SidecarWork(repositories, sidecarFiles.intake, sidecarFiles.pump),
        xmpExport: new XmpExport(repositories),
        verification: new VerificationService(repositories, sidecars),
      },
      config.jobs,
    ),
    repositories.jobRuns,
    log,
  );
  await repositories.jobRuns.markInterrupted({ isAlone: database.isEmbedded });
  if (journal) await replayDecisions(journal, repositories, unitOfWork);
  if (database.isEmbedded) await repositories.sidecarQueue.releaseAll();
  await Promise.all([clustering.removeFiles(), clusters.subclusters.removeFiles()]);
  sidecarFiles.pump.start(ledger);
  regions.start(ledger);

  // Adapters
  const limits = createRateLimits(database.isEmbedded ? null : database.dataSource);
  const access = await createAccess({ config, hooks, repositories, limits, log });
  const accounts = new AccountService(repositories.users, repositories.apiTokens, limits, () => access.forget());
  const topics = createTopics();
  jobs.listen((run) => topics.publish(JOB_PROGRESS, run));
  const resolvers = createResolvers({
    ...{ ...searches, archive, folders, jobs, images, annotations, decisions, proposals, ...forgetting },
    sidecars: sidecarFiles.service,
    ...duplicates,
    ...clusters,
    summaries: new AnnotationSummaries(repositories, sight),
    namedSets: new NamedSetService(ledger, repositories),
    revealing: new RevealService(originals),
    maxUploadBytes: config.access.maxUploadBytes,
  });
  const schema = buildArchiveSchema({ get: (resolver) => resolvers.get(resolver) }, topics);
  const loaders = (actor: Actor) =>
    createLoaders({ repositories, sight, sidecars: sidecarFiles.service, clusters: clusters.clusters }, actor);
  const client = new ClientPage(CLIENT_DIST);
  const { maxUploadBytes } = config.access;
  const playground = (...call: Parameters<ClientPage['sendPlayground']>) => client.sendPlayground(...call);
  const graphql = await createGraphqlEndpoint({ schema, loaders, maxUploadBytes, log, playground });
  const subscriptions = createSubscriptionEndpoint(schema, loaders);
  const router = createRouter({
    access,
    accounts,
    limits,
    hooks,
    log,
    maxUploadBytes,
    isReady: () => archive.isReady(),
    graphqlHandler: graphql.handler,
    restRouter: createRestRouter({
      gallery: new GalleryRoute(images),
      clusters: new ClustersRoute(clusters.clusters),
      map: new MapRoute(maps),
      similar: new SimilarRoute(searches.search, maxUploadBytes),
      files: new ImageFileRoute(images, thumbnails, originals, searches.previews),
      jobs: new JobsRoute(jobs),
      decisions: new DecisionsRoute(decisions),
      duplicates: new DuplicatesRoute(duplicates.duplicates),
    }),
    clientHandler: client.createRouter(),
  });
  void files
    .tidy({ maxLargeBytes: config.media.thumbnailCacheBytes })
    .catch((error: unknown) => log.warn({ err: error }, 'thumbnails could not be tidied'));

  return {
    router,
    services: { accounts, archive, images, similarity: searches.similarity, annotations, models, ...forgetting },
    jobs,
    handleUpgrade(request, socket, { head, mountPath = '' }) {
      if (new URL(request.url ?? '/', 'http://localhost').pathname !== `${mountPath}/graphql`) return false;
      access.authenticateUpgrade(request, mountPath).then(
        (context) => subscriptions.accept(request, socket, { head, context }),
        (error: unknown) => refuseUpgrade(socket, error),
      );
      return true;
    },
    async close() {
      for (const part of [jobs, sidecarFiles.pump, regions, clusters.clusterProfiles, subscriptions]) await part.close();
      await graphql.close();
      await searches.logger.close();
      await media.close();
      await index.close();
      await models.close();
      await journal?.close();
      await database.close();
    },
  };
}
