import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import { createImageExplorer, loadConfig, type HostHooks, type ImageExplorer } from '../../server/index.js';
import type { WorkReport } from '../../server/progress.js';
import { copyTemplate } from './database-template.js';
import { sharedDir } from './places.js';

/** Settings with which the models beside the project are used. */
export const STAND_IN = { MODELS_DIR: join(sharedDir, 'models'), CLIP_MODEL: 'standin-imagenet-clip' } as const;

/** Settings with which no model file is needed. */
export const BUILT_IN = { CLIP_MODEL: 'builtin' } as const;

/** A running archive: the real application behind HTTP, on a database of its own, asked by its owner. */
export interface TestArchive {
  readonly application: ImageExplorer;
  /** Address of the mount, such as `http://127.0.0.1:1234/photos`. */
  readonly base: string;
  readonly dataDir: string;
  /** Header of the owner's token. */
  readonly owner: { readonly authorization: string };
  /** Runs the ingest job and waits for its report. Throws when it fails. */
  ingest(folders: readonly string[], options?: Record<string, unknown>): Promise<WorkReport>;
  /** Asks GraphQL; throws when it answers errors. */
  ask<T = Record<string, never>>(query: string, variables?: Record<string, unknown>): Promise<T>;
  /** Asks REST as the owner. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Stops it; `keep` leaves the data folder, to be opened again. */
  close(options?: { keep?: boolean }): Promise<void>;
}

/** How a test archive is set up. */
export interface ArchiveOptions {
  readonly environment?: Record<string, string>;
  readonly hooks?: HostHooks;
  readonly dataDir?: string;
  /** Where a foreign app mounts it. */
  readonly mountPath?: string;
}

/** Starts the real application under a path of a foreign Express app on a free port. */
export async function startArchive({
  environment = BUILT_IN,
  hooks = {},
  dataDir: givenDir,
  mountPath = '',
}: ArchiveOptions = {}): Promise<TestArchive> {
  const dataDir = givenDir ?? (await copyTemplate());
  const token = randomBytes(16).toString('hex');
  const config = loadConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', WORKERS: '2', IMAGE_EXPLORER_TOKEN: token, ...environment });
  const application = await createImageExplorer(config, hooks);
  const server = createServer(express().use(mountPath || '/', application.router));
  server.on('upgrade', (request, socket, head) => application.handleUpgrade(request, socket, { head, mountPath }) || socket.destroy());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}${mountPath}`;
  const owner = { authorization: `Bearer ${token}` };
  const ask = async <T>(query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const headers = { ...owner, 'content-type': 'application/json' };
    const response = await fetch(`${base}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const body = (await response.json()) as { data: T; errors?: { message: string; extensions?: unknown }[] };
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return body.data;
  };
  return {
    ...{ application, base, dataDir, owner, ask },
    ingest: async (folders, options = {}) => {
      const started = await application.jobs.start('ingest', { folder: folders, ...options }, { kind: 'job', name: 'test' });
      const { run, report } = await started.finished;
      if (!report) throw new Error(run.summary ?? 'The job failed.');
      return report;
    },
    fetch: (path, init = {}) => fetch(base + path, { ...init, headers: { ...owner, ...(init.headers as Record<string, string>) } }),
    close: async ({ keep = false } = {}) => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await application.close();
      if (!keep) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
