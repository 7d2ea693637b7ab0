import { Router } from 'express';

/** GET /healthz: the process answers; GET /readyz: requests can be served (200) or not yet (503). Neither says more than that. */
export function createHealthRouter(isReady: () => Promise<boolean>): Router {
  // Exact, as the table of public routes is: another spelling of a public path is not public.
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    const ready = await isReady().catch(() => false);
    response.set('Cache-Control', 'no-store').status(ready ? 200 : 503);
    response.json({ status: ready ? 'ok' : 'unavailable' });
  });
  return router;
}
