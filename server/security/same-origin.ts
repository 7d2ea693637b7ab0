import type { IncomingMessage } from 'node:http';
import { AppError } from '../errors.js';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses what another site's page may have sent (CSRF), from the headers alone, before a byte of the body is read. Throws FORBIDDEN.
 * Checked are requests that change something or are multipart; a bearer token exempts, because no page can make a browser add one.
 */
export function checkSameOrigin(request: IncomingMessage): void {
  const isMultipart = /^\s*multipart\//i.test(request.headers['content-type'] ?? '');
  if (SAFE_METHODS.includes(request.method ?? '') && !isMultipart) return;
  if (hasBearer(request)) return;
  const evidence = originEvidence(request);
  if (evidence === 'foreign')
    throw new AppError('FORBIDDEN', 'Expected a request from a page of this server, but received one of another site.');
  if (evidence === 'own' || request.headers['x-image-explorer'] === '1' || request.headers.cookie === undefined) return;
  throw new AppError('FORBIDDEN', 'Expected the header x-image-explorer: 1 or a same-origin request, but received neither.');
}

/** A WebSocket may be opened by any page, so with a cookie the browser's Origin has to be ours. Throws FORBIDDEN. */
export function checkUpgradeOrigin(request: IncomingMessage): void {
  if (hasBearer(request) || originEvidence(request) === 'own') return;
  throw new AppError('FORBIDDEN', 'Expected a WebSocket from a page of this server, but received one of another origin.');
}

/** Whether the request carries `Authorization: Bearer`. */
export function hasBearer(request: IncomingMessage): boolean {
  return /^bearer /i.test(request.headers.authorization ?? '');
}

// Sec-Fetch-Site is absent over plain http from other machines, Origin from old browsers: whichever is there must agree.
// "same-site" is not enough: every port of localhost is the same site.
function originEvidence(request: IncomingMessage): 'own' | 'foreign' | 'none' {
  const site = request.headers['sec-fetch-site'];
  const { origin, host } = request.headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'foreign';
  if (origin !== undefined && !isOriginOf(origin, host)) return 'foreign';
  return site === 'same-origin' || origin !== undefined ? 'own' : 'none';
}

function isOriginOf(origin: string, host: string | undefined): boolean {
  if (!/^https?:/.test(origin) || !URL.canParse(origin)) return false;
  const { protocol, host: originHost } = new URL(origin);
  const own = `${protocol}//${host ?? ''}`;
  return URL.canParse(own) && new URL(own).host === originHost;
}
