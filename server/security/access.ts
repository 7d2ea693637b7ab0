import type { RequestHandler } from 'express';
import { type IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import type { AppConfig } from '../config.js';
import type { Person, RequestContext } from '../context.js';
import { AppError, toAppError } from '../errors.js';
import type { Log } from '../logging.js';
import type { ApiTokenRepository } from '../repositories/api-token.repository.js';
import type { SessionRepository } from '../repositories/session.repository.js';
import type { UserRepository } from '../repositories/user.repository.js';
import { BearerTokens, bearerOf } from './bearer.js';
import { type ClientAddress, createClientAddress, createProxyCheck } from './client-address.js';
import type { HostHooks } from './host-hooks.js';
import { createHostCheck, MisdirectedError } from './hosts.js';
import { createIpPolicy } from './ip-policy.js';
import type { RateLimits } from './rate-limit.js';
import { createAnonymousContext, withPerson } from './request-context.js';
import { checkUpgradeOrigin, hasBearer } from './same-origin.js';
import { readOrMakeSecret } from './secrets.js';
import { createSessions, readSession } from './session.js';
import { SessionStore } from './session-store.js';

/** What `createAccess` is made of. */
export interface AccessOptions {
  readonly config: AppConfig;
  readonly hooks: HostHooks;
  readonly repositories: { readonly users: UserRepository; readonly sessions: SessionRepository; readonly apiTokens: ApiTokenRepository };
  readonly limits: RateLimits;
  readonly log: Log;
}

/** Says who asks and from where, for requests and for WebSocket upgrades; built once, used by the router. */
export class Access {
  constructor(private readonly parts: AccessParts) {}

  /** False when a host says who asks: then there is no login, session or token of ours. */
  get hasOwnLogin(): boolean {
    return this.parts.hooks.authenticate === undefined;
  }

  addressOf(request: IncomingMessage): ClientAddress {
    return this.parts.addressOf(request);
  }

  /** Throws FORBIDDEN (status 421) for a Host that is not ours; a host app knows its own names. */
  checkHost(request: IncomingMessage): void {
    if (!this.hasOwnLogin || this.parts.isOurHost(request)) return;
    throw new MisdirectedError();
  }

  /** Throws FORBIDDEN for an address that may not connect. */
  checkAddress(request: IncomingMessage): void {
    if (this.parts.mayConnect(this.addressOf(request).address)) return;
    throw new AppError('FORBIDDEN', 'Expected an address that may connect, but received a request from another.');
  }

  /** Throws RATE_LIMITED for an address that asks too often. */
  countRequest(request: IncomingMessage): Promise<void> {
    return this.parts.limits.hit('request', this.addressOf(request).key);
  }

  /** Who asks, or null when nobody said so; throws UNAUTHENTICATED for a bad token and FORBIDDEN where the host refuses. */
  async identify(request: IncomingMessage, response: ServerResponse): Promise<Person | null> {
    const { hooks } = this.parts;
    const person = hooks.authenticate ? await hooks.authenticate(request) : await this.#identifyOurselves(request, response);
    if (person === null || !hooks.authorize || (await hooks.authorize(person, request))) return person;
    throw new AppError('FORBIDDEN', 'Expected someone who may do this, but received someone who may not.');
  }

  /** The context of a WebSocket upgrade under the same rules as a request; throws what `refuseUpgrade` answers with. */
  async authenticateUpgrade(request: IncomingMessage, mountPath = ''): Promise<RequestContext> {
    this.checkHost(request);
    if (!this.parts.hooks.ipPolicy) this.checkAddress(request);
    if (!this.parts.hooks.rateLimit) await this.countRequest(request);
    checkUpgradeOrigin(request);
    const person = await this.identify(request, new ServerResponse(request));
    if (person === null) throw new AppError('UNAUTHENTICATED', 'Please log in first.');
    const leaving = new AbortController();
    request.socket.once('close', () => leaving.abort());
    const context = createAnonymousContext(request, { log: this.parts.log, signal: leaving.signal, mountPath });
    return withPerson(context, person);
  }

  /** Forgets remembered look-ups of sessions and tokens, after a change of users, passwords or tokens. */
  forget(): void {
    this.parts.store.forget();
    this.parts.tokens.forget();
  }

  async #identifyOurselves(request: IncomingMessage, response: ServerResponse): Promise<Person | null> {
    if (hasBearer(request)) return this.#identifyBearer(request);
    return readSession(this.parts.sessions, request, response);
  }

  async #identifyBearer(request: IncomingMessage): Promise<Person> {
    const { limits, tokens } = this.parts;
    const { key } = this.addressOf(request);
    await limits.check('wrongToken', key);
    return tokens.getPerson(bearerOf(request) ?? '').catch(async (error: unknown) => {
      if (toAppError(error).code === 'UNAUTHENTICATED') await limits.hit('wrongToken', key);
      throw error;
    });
  }
}

interface AccessParts {
  readonly hooks: HostHooks;
  readonly log: Log;
  readonly limits: RateLimits;
  readonly store: SessionStore;
  readonly sessions: RequestHandler;
  readonly tokens: BearerTokens;
  readonly addressOf: (request: IncomingMessage) => ClientAddress;
  readonly isOurHost: (request: IncomingMessage) => boolean;
  readonly mayConnect: (address: string | null) => boolean;
}

/** Builds the access of one server; makes the secret that signs cookies (`DATA_DIR/session-secret`, 0600) at the first start. */
export async function createAccess({ config, hooks, repositories, limits, log }: AccessOptions): Promise<Access> {
  const { access } = config;
  const store = new SessionStore(repositories.sessions, { days: access.sessionDays, log });
  const secret = await readOrMakeSecret(join(config.dataDir, 'session-secret'));
  return new Access({
    hooks,
    log,
    limits,
    store,
    sessions: createSessions({ store, secret, isTrustedProxy: createProxyCheck(access.trustedProxies) }),
    tokens: new BearerTokens(repositories, access.token, log),
    addressOf: createClientAddress(access.trustedProxies),
    isOurHost: createHostCheck({ host: config.host, allowedHosts: access.allowedHosts }),
    mayConnect: createIpPolicy({ allow: access.ipAllow, deny: access.ipDeny }),
  });
}

/** Answers a WebSocket upgrade that `authenticateUpgrade` refused, and hangs up. */
export function refuseUpgrade(socket: Duplex, error: unknown): void {
  const { status } = toAppError(error);
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
