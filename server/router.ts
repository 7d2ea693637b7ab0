import express, { type Request, type RequestHandler, type Router } from 'express';
import { AppError } from './errors.js';
import type { Log } from './logging.js';
import { answerErrors, notFound } from './rest/errors.js';
import { createHealthRouter } from './rest/health.route.js';
import { createSessionRouter } from './rest/session.route.js';
import type { Access } from './security/access.js';
import { limitBody, parseJson, uploadLimits } from './security/body-limits.js';
import { createHeaders } from './security/headers.js';
import type { HostHooks } from './security/host-hooks.js';
import { isPublicRoute } from './security/public-routes.js';
import type { RateLimits } from './security/rate-limit.js';
import { safeContinue } from './security/redirect.js';
import { beginRequest, contextOf, findAnonymousContext, withPerson } from './security/request-context.js';
import { checkSameOrigin } from './security/same-origin.js';
import type { AccountService } from './services/account.service.js';

const CLIENT = '/image-explorer';

/** What the router is made of; the three handlers see only requests that were let in. */
export interface RouterParts {
  readonly access: Access;
  readonly accounts: AccountService;
  readonly limits: RateLimits;
  readonly hooks: HostHooks;
  readonly log: Log;
  readonly maxUploadBytes: number;
  readonly isReady: () => Promise<boolean>;
  /** Mounted at /graphql; JSON bodies are parsed. */
  readonly graphqlHandler: RequestHandler;
  /** With full paths (/api/..., /metrics); JSON bodies are parsed. */
  readonly restRouter: Router;
  /** Mounted at /image-explorer. */
  readonly clientHandler: RequestHandler;
}

/**
 * The whole server as one Express router, under any path of any app: ip policy -> rate limit -> headers -> session or bearer ->
 * upload limits -> graphql | rest | client. Every route that is not in PUBLIC_ROUTES is denied without a session or token.
 */
export function createRouter(parts: RouterParts): Router {
  const { access, accounts, hooks, log } = parts;
  const router = express.Router();
  router.use(beginRequest(log));
  router.use(hooks.ipPolicy ?? checked((request) => access.checkAddress(request)));
  router.use(hooks.rateLimit ?? checked((request) => access.countRequest(request)));
  router.use(createHeaders(hooks.frameAncestors));
  router.use(checked((request) => access.checkHost(request)));
  router.use(checked(checkSameOrigin));
  router.use(createHealthRouter(parts.isReady));
  router.use(admit(access), limitCost(parts.limits));
  router.use(limitBody(uploadLimits(parts.maxUploadBytes)), parseJson());
  if (access.hasOwnLogin) router.use(createSessionRouter(accounts, (request) => access.addressOf(request).key));
  router.get('/', (request, response) => response.redirect(302, request.baseUrl + CLIENT));
  router.get(`${CLIENT}/login`, dropForeignContinue);
  router.use('/graphql', parts.graphqlHandler);
  router.use(parts.restRouter);
  router.use(CLIENT, parts.clientHandler);
  router.use(notFound, answerErrors(log));
  return router;
}

function checked(check: (request: Request) => void | Promise<void>): RequestHandler {
  return async (request, _response, next) => {
    await check(request);
    next();
  };
}

/** Lets in who is known and what is public; sends a browser that asks for a page to the login, and refuses the rest. */
function admit(access: Access): RequestHandler {
  return async (request, response, next) => {
    const person = await access.identify(request, response);
    const anonymous = findAnonymousContext(response);
    if (person && anonymous) response.locals.context = withPerson(anonymous, person);
    if (person || isPublicRoute(request.method, request.path, access.hasOwnLogin)) return next();
    if (!access.hasOwnLogin || !wantsPage(request)) throw new AppError('UNAUTHENTICATED', 'Please log in first.');
    const here = safeContinue(request.originalUrl, request.baseUrl, request.baseUrl + CLIENT);
    return response
      .set('Cache-Control', 'no-store')
      .redirect(302, `${request.baseUrl}${CLIENT}/login?continue=${encodeURIComponent(here)}`);
  };
}

/** Counts GraphQL operations (1), searches and uploads (5) per person, in all processes of a server together. */
function limitCost(limits: RateLimits): RequestHandler {
  return async (request, response, next) => {
    const isSearch = request.path === '/api/images/similar' || Boolean(request.is('multipart/form-data'));
    const isCostly = request.method === 'POST' && (isSearch || request.path === '/graphql');
    const { actor } = isCostly && response.locals.context ? contextOf(response) : { actor: null };
    if (actor?.kind === 'person') await limits.hit('costly', actor.id, isSearch ? 5 : 1);
    next();
  };
}

function wantsPage(request: Request): boolean {
  const isPage = [CLIENT, '/graphql'].some((path) => request.path === path || request.path.startsWith(`${path}/`));
  return isPage && request.method === 'GET' && request.accepts(['json', 'html']) === 'html';
}

/** A `continue` that would leave this site never reaches the page that follows it. */
const dropForeignContinue: RequestHandler = (request, response, next) => {
  const given = request.query.continue;
  if (given === undefined || safeContinue(given, request.baseUrl, '') !== '') return next();
  return response.redirect(302, request.baseUrl + request.path);
};
