import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { AppError } from '../errors.js';
import { normalizeAddress } from './address-list.js';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];
const ANY_ADDRESS = ['0.0.0.0', '::', '*'];
const PROXY_HEADERS = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'];

/** A request that was meant for another host: FORBIDDEN, answered with the status that says so. */
export class MisdirectedError extends AppError {
  constructor() {
    super('FORBIDDEN', 'Expected a Host of this server, but received another. ALLOWED_HOSTS names more of them.');
  }

  override get status(): number {
    return 421;
  }
}

/**
 * Whether the Host header is one of ours, name and port exactly: loopback names, HOST, the address the connection came in on, ALLOWED_HOSTS.
 * A page that rebinds its own name to this machine (DNS rebinding) sends its own name here.
 */
export function createHostCheck(options: { host: string; allowedHosts: readonly string[] }): (request: IncomingMessage) => boolean {
  const names = [...LOOPBACK_NAMES, ...(ANY_ADDRESS.includes(options.host) ? [] : [bracketed(options.host)])];
  const allowed = options.allowedHosts.map((name) => name.toLowerCase());
  return (request) => {
    const host = request.headers.host?.toLowerCase();
    if (host === undefined || host === '') return false;
    const { localPort, localAddress } = request.socket;
    // An address cannot be rebound, so the one that this very connection reached needs no setting.
    const own = [...names, bracketed(normalizeAddress(localAddress) ?? 'localhost'), ...allowed];
    return allowed.includes(host) || own.some((name) => host === `${name}:${localPort}` || (localPort === 80 && host === name));
  };
}

/** Whether the asker sits at this very machine: loopback peer, loopback Host, and no sign of a proxy in between. */
export function isLocalRequest(request: IncomingMessage): boolean {
  const host = request.headers.host?.toLowerCase().replace(/:\d+$/, '') ?? '';
  return isLoopbackPeer(request) && LOOPBACK_NAMES.includes(host);
}

/** Whether the connection comes from this machine and no proxy header says that it was passed on. */
export function isLoopbackPeer(request: IncomingMessage): boolean {
  const peer = normalizeAddress(request.socket.remoteAddress);
  const isLoopback = peer !== null && (peer === '::1' || peer.startsWith('127.'));
  return isLoopback && PROXY_HEADERS.every((name) => request.headers[name] === undefined);
}

function bracketed(name: string): string {
  return isIPv6(name) ? `[${name.toLowerCase()}]` : name.toLowerCase();
}
