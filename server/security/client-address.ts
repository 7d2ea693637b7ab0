import type { IncomingMessage } from 'node:http';
import { type BlockList, isIPv4 } from 'node:net';
import { isListed, normalizeAddress, parseAddressList } from './address-list.js';

/** Where a request comes from: the address (null when it cannot be told) and the key that rate limits count under. */
export interface ClientAddress {
  readonly address: string | null;
  readonly key: string;
}

/**
 * Reads the address of the asker: the peer, or behind trusted proxies the right-most hop of X-Forwarded-For that is not one of them.
 * What stands further left was written by the asker and is never believed.
 */
export function createClientAddress(trustedProxies: readonly string[]): (request: IncomingMessage) => ClientAddress {
  const trusted = parseAddressList('TRUSTED_PROXIES', trustedProxies);
  return (request) => {
    const address = rightmostUntrusted(request, trusted);
    return { address, key: address === null ? 'unknown' : keyOf(address) };
  };
}

/** Whether the machine this connection comes from is one of the trusted proxies. */
export function createProxyCheck(trustedProxies: readonly string[]): (request: IncomingMessage) => boolean {
  const trusted = parseAddressList('TRUSTED_PROXIES', trustedProxies);
  return (request) => isListed(trusted, normalizeAddress(request.socket.remoteAddress));
}

function rightmostUntrusted(request: IncomingMessage, trusted: BlockList): string | null {
  const peer = normalizeAddress(request.socket.remoteAddress);
  const forwarded = request.headers['x-forwarded-for'];
  const hops = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',').filter((hop) => hop.trim() !== '');
  let address = peer;
  while (hops.length > 0 && isListed(trusted, address)) address = normalizeAddress(hops.pop());
  return address;
}

// A household or a rented server owns a whole /64: counting single v6 addresses would count nothing.
function keyOf(address: string): string {
  if (isIPv4(address)) return address;
  const [before = '', after = ''] = address.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === '' ? [] : after.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  return `${[...head, ...zeros, ...tail].slice(0, 4).join(':')}::/64`;
}
