import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { IncomingMessage } from 'node:http';
import type { Actor, Person, RequestContext } from '../context.js';
import { AppError } from '../errors.js';
import type { Log } from '../logging.js';
import { isLocalRequest } from './hosts.js';

/** A request before anybody knows who asks. */
export type AnonymousContext = Omit<RequestContext, 'actor'>;

/** The context of a request that was let in; throws UNAUTHENTICATED on a public route, where nobody need be known. */
export function contextOf(response: Pick<Response, 'locals'>): RequestContext {
  const context = response.locals.context as RequestContext | undefined;
  if (context === undefined) throw new AppError('UNAUTHENTICATED', 'Please log in first.');
  return context;
}

/** The context of any request of ours, also where nobody is logged in; null before the router has seen it. */
export function findAnonymousContext(response: Pick<Response, 'locals'>): AnonymousContext | null {
  return (response.locals.anonymous as AnonymousContext | undefined) ?? null;
}

/** Gives each request its id, its logger and the signal that fires when the asker leaves, and logs its end. */
export function beginRequest(log: Log): RequestHandler {
  return (request, response, next) => {
    const leaving = new AbortController();
    const context = createAnonymousContext(request, { log, signal: leaving.signal, mountPath: request.baseUrl });
    response.locals.anonymous = context;
    const startedMs = performance.now();
    // The path only: a query may hold words that someone searched for, or a one-time code.
    const { method, path } = request;
    response.once('close', () => {
      if (!response.writableFinished) leaving.abort();
      context.log.debug({ method, path, status: response.statusCode, tookMs: Math.round(performance.now() - startedMs) }, 'request');
    });
    next();
  };
}

/** A context without an actor for any kind of request, also a WebSocket upgrade. */
export function createAnonymousContext(
  request: IncomingMessage,
  { log, signal, mountPath }: Pick<RequestContext, 'log' | 'signal' | 'mountPath'>,
): AnonymousContext {
  const requestId = randomUUID();
  return { requestId, log: log.child({ requestId }), signal, isLocal: isLocalRequest(request), mountPath };
}

/** The same context with who asks in it. */
export function withPerson(context: AnonymousContext, person: Person): RequestContext {
  const actor: Actor = { kind: 'person', id: person.id, name: person.name, role: person.role };
  return { ...context, actor };
}
