import { Router } from 'express';
import type { ClustersRoute } from './clusters.route.js';
import type { DecisionsRoute } from './decisions.route.js';
import type { DuplicatesRoute } from './duplicates.route.js';
import type { GalleryRoute } from './gallery.route.js';
import type { ImageFileRoute } from './image-file.route.js';
import type { JobsRoute } from './jobs.route.js';
import type { MapRoute } from './map.route.js';
import type { SimilarRoute } from './similar.route.js';

/** What answers under `/api`, beside sessions and health. */
export interface RestRoutes {
  readonly gallery: GalleryRoute;
  readonly similar: SimilarRoute;
  readonly clusters: ClustersRoute;
  readonly map: MapRoute;
  readonly files: ImageFileRoute;
  readonly jobs: JobsRoute;
  readonly decisions: DecisionsRoute;
  readonly duplicates: DuplicatesRoute;
}

/** The REST adapter: every route is one call of one method. Errors go on to the router's error handler. */
export function createRestRouter(routes: RestRoutes): Router {
  const router = Router();
  router.get('/api/images/gallery', (request, response) => routes.gallery.get(request, response));
  router.get('/api/images/clusters', (request, response) => routes.clusters.get(request, response));
  router.get('/api/images/map', (request, response) => routes.map.get(request, response));
  router.post('/api/images/similar', (request, response) => routes.similar.post(request, response));
  router.get('/api/images/previews/:previewId', (request, response) => routes.files.getPreview(request, response));
  router.get('/api/images/:id/thumbnail', (request, response) => routes.files.getThumbnail(request, response));
  router.get('/api/images/:id/frames/:ms/thumbnail', (request, response) => routes.files.getFrameThumbnail(request, response));
  router.get('/api/images/:id/original', (request, response) => routes.files.getOriginal(request, response));
  router.get('/api/jobs/current', (request, response) => routes.jobs.getCurrent(request, response));
  router.get('/api/decisions/export', (request, response) => routes.decisions.getExport(request, response));
  router.get('/api/duplicates/export', (request, response) => routes.duplicates.getExport(request, response));
  return router;
}
