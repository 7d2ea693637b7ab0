import type { Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TLSSocket } from 'node:tls';
import type { Person } from '../context.js';
import { AppError } from '../errors.js';
import type { SessionStore } from './session-store.js';

const COOKIE = 'ie_session';
// The server decides when a session ends (SESSION_DAYS without use); the cookie only has to outlive it. Browsers cap at 400 days.
const COOKIE_MS = 400 * 86_400_000;

/** What sessions are made of. */
export interface SessionOptions {
  readonly store: SessionStore;
  /** Signs the cookie. */
  readonly secret: string;
  /** Whether the connection comes from a proxy whose X-Forwarded-Proto is believed. */
  readonly isTrustedProxy: (request: IncomingMessage) => boolean;
}

/**
 * express-session, set so that nothing is stored or sent before a login, under the path that we are mounted at.
 * Lax, not Strict: with Strict a link in a chat or mail would always end at the login page.
 */
export function createSessions(options: SessionOptions): RequestHandler {
  return session({
    name: COOKIE,
    secret: options.secret,
    store: options.store,
    resave: false,
    saveUninitialized: false,
    // Lets X-Forwarded-Proto count as https; `secure` below is set only where that header comes from a trusted proxy.
    proxy: true,
    cookie: (request) => ({
      path: mountPathOf(request),
      httpOnly: true,
      sameSite: 'lax',
      secure: isHttps(request, options.isTrustedProxy),
      maxAge: COOKIE_MS,
    }),
  });
}

/** Who the cookie of a request belongs to, or null; `sessions` is what `createSessions` made. */
export async function readSession(sessions: RequestHandler, request: IncomingMessage, response: ServerResponse): Promise<Person | null> {
  if ((request as Partial<Request>).session) {
    // express-session leaves a session that is there alone, so the host's own would pass for ours.
    throw new Error('The host keeps sessions of its own: mount Image Explorer before them, or give it the hook "authenticate".');
  }
  await settled((done) => void sessions(request as Request, response as Response, done));
  return (request as Partial<Request>).session?.person ?? null;
}

/** Logs a person in: always under a new session id, so that one planted before is worth nothing. */
export async function startSession(request: Request, person: Person): Promise<void> {
  if (!request.session) throw new AppError('BAD_REQUEST', 'Expected a log-in without a bearer token, but received one.');
  await settled((done) => request.session.regenerate(done));
  request.session.person = person;
  await settled((done) => request.session.save(done));
}

/** Ends the session of this request, in the database and in the browser; without one nothing happens. */
export async function endSession(request: Request, response: Response): Promise<void> {
  if (!request.session) return;
  await settled((done) => request.session.destroy(done));
  response.clearCookie(COOKIE, { path: mountPathOf(request), httpOnly: true, sameSite: 'lax' });
}

function settled(work: (done: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => work((error) => (error ? reject(error as Error) : resolve())));
}

function mountPathOf(request: Request): string {
  return request.baseUrl || '/';
}

function isHttps(request: Request, isTrustedProxy: (request: IncomingMessage) => boolean): boolean {
  if ((request.socket as Partial<TLSSocket>).encrypted) return true;
  const protocol = request.headers['x-forwarded-proto'];
  return isTrustedProxy(request) && String(protocol).split(',')[0]?.trim() === 'https';
}
