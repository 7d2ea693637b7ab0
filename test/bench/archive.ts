import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createApplication, type ImageExplorer } from '../../server/app.js';
import { loadConfig } from '../../server/config.js';
import { createLog } from '../../server/logging.js';

/** The bearer token that the archives of benchmarks know. */
export const BENCH_TOKEN = 'bench-token-of-no-real-archive';

/** A running archive on a free loopback port. */
export interface BenchArchive {
  readonly application: ImageExplorer;
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the real application on the settings given, as `npm start` does, without the client. */
export async function startArchive(settings: Readonly<Record<string, string>>): Promise<BenchArchive> {
  const config = loadConfig({ IMAGE_EXPLORER_TOKEN: BENCH_TOKEN, MODELS_DOWNLOAD: 'never', ...settings });
  const application = await createApplication(config, {}, createLog('error'));
  const server = createServer(express().use(application.router));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    application,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await application.close();
    },
  };
}
