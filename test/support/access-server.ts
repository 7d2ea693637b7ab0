import express, { type RequestHandler, Router } from 'express';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { loadConfig } from '../../server/config.js';
import type { Database } from '../../server/database/data-source.js';
import type { Log } from '../../server/logging.js';
import { createRouter } from '../../server/router.js';
import { type Access, createAccess } from '../../server/security/access.js';
import type { HostHooks } from '../../server/security/host-hooks.js';
import { createRateLimits, type RateLimits } from '../../server/security/rate-limit.js';
import { contextOf } from '../../server/security/request-context.js';
import { AccountService } from '../../server/services/account.service.js';
import type { TestDatabase } from './databases.js';

/** A running server of the real router over a real database, with plain handlers where graphql, rest and client go. */
export interface AccessServer {
  readonly server: Server;
  readonly database: Database;
  readonly access: Access;
  readonly accounts: AccountService;
  readonly limits: RateLimits;
  /** Every line that was logged, as JSON. */
  readonly logged: string[];
  /** Paths of requests that reached a handler behind the door. */
  readonly reached: string[];
  /** Forgets users, sessions, tokens and what was counted. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

interface ServerOptions {
  readonly environment?: Record<string, string>;
  readonly hooks?: HostHooks;
  /** Path of the foreign app that the router is mounted under. */
  readonly mountPath?: string;
  /** What the foreign app does before the router. */
  readonly before?: RequestHandler;
  readonly graphqlHandler?: RequestHandler;
  readonly isReady?: () => Promise<boolean>;
}

/** Mounts the router in a foreign Express app on a free port. */
export async function startAccessServer(
  { database, dataDir, repositories }: TestDatabase,
  options: ServerOptions = {},
): Promise<AccessServer> {
  const config = loadConfig({ DATA_DIR: dataDir, ...options.environment });
  const hooks = options.hooks ?? {};
  const logged: string[] = [];
  const reached: string[] = [];
  const log = collectingLog(logged);
  const limits = createRateLimits(database.isEmbedded ? null : database.dataSource);
  const access = await createAccess({ config, hooks, repositories, limits, log });
  const accounts = new AccountService(repositories.users, repositories.apiTokens, limits, () => access.forget());
  const router = createRouter({
    ...{ access, accounts, limits, hooks, log },
    maxUploadBytes: config.access.maxUploadBytes,
    isReady: options.isReady ?? (async () => true),
    graphqlHandler: options.graphqlHandler ?? answerWho(reached),
    restRouter: plainRoutes(reached),
    clientHandler: (request, response) => void response.type('html').send(`<p>${request.path}</p>`),
  });
  const app = express();
  if (options.before) app.use(options.before);
  app.use(options.mountPath ?? '/', router);
  app.use((_request, response) => void response.status(418).send('host'));
  const server = createServer(app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const reset = async (): Promise<void> => {
    await database.dataSource.query('DELETE FROM users');
    await database.dataSource.query('DELETE FROM rate_limits');
    access.forget();
  };
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { server, database, limits, access, accounts, logged, reached, reset, close };
}

/** The address of a listening server, without a path. */
export function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Sends bytes as they stand and gives all that came back: clients tidy up paths and headers, attackers do not. */
export function sendRaw(server: Server, ...lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(originOf(server)).port), '127.0.0.1', () => socket.write(lines.join('\r\n')));
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    socket.on('end', () => resolve(answer)).on('error', reject);
  });
}

function answerWho(reached: string[]): RequestHandler {
  return (request, response) => {
    reached.push(request.originalUrl);
    const { actor, mountPath, isLocal } = contextOf(response);
    response.json({ actor, mountPath, isLocal, body: request.body as unknown });
  };
}

function plainRoutes(reached: string[]): Router {
  const router = Router();
  router.get(['/api/images/gallery', '/api/images/:id/original', '/metrics'], answerWho(reached));
  router.post('/api/images/similar', answerWho(reached));
  router.get('/api/fails', () => {
    throw new Error('SELECT secret FROM /home/someone');
  });
  return router;
}

function collectingLog(logged: string[]): Log {
  const line =
    (bound: object) =>
    (...parts: unknown[]): void =>
      void logged.push(JSON.stringify([bound, ...parts], (_key, value: unknown) => (value instanceof Error ? String(value.stack) : value)));
  const make = (bound: object): Log =>
    ({
      ...{ debug: line(bound), info: line(bound), warn: line(bound), error: line(bound) },
      child: (more: object) => make({ ...bound, ...more }),
    }) as unknown as Log;
  return make({});
}
