import { BlockList, isIP, isIPv4 } from 'node:net';
import { ConfigError } from '../config.js';

/** A v4 or v6 address in one spelling (v4-mapped as v4, no zone), or null for anything that is not an address. */
export function normalizeAddress(text: string | undefined): string | null {
  const address = text?.trim().split('%')[0] ?? '';
  if (isIP(address) === 0) return null;
  if (isIPv4(address)) return address;
  // The URL parser writes every spelling of a v6 address the same way: compressed, lower case, mapped ones in hex.
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  return mappedV4(canonical) ?? canonical;
}

/** Reads addresses and CIDR ranges; throws ConfigError naming the setting and every entry that is neither. */
export function parseAddressList(setting: string, entries: readonly string[]): BlockList {
  const list = new BlockList();
  const malformed = entries.filter((entry) => !addEntry(list, entry));
  if (malformed.length === 0) return list;
  throw new ConfigError(
    malformed.map((entry) => `${setting} is malformed: Expected an address or a CIDR range, but received ${JSON.stringify(entry)}.`),
  );
}

/** Whether a list holds an address (as `normalizeAddress` gives it). */
export function isListed(list: BlockList, address: string | null): boolean {
  return address !== null && list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}

function addEntry(list: BlockList, entry: string): boolean {
  const [base = '', bits, ...rest] = entry.split('/');
  const address = base.includes('%') ? null : normalizeAddress(base);
  if (address === null || rest.length > 0) return false;
  const family = isIPv4(address) ? 'ipv4' : 'ipv6';
  const width = family === 'ipv4' ? 32 : 128;
  // A mapped range counts its bits from the front of 128: ::ffff:10.0.0.0/104 is 10.0.0.0/8.
  const prefix = bits === undefined ? width : wholeNumber(bits) - (family === 'ipv4' && isIP(base) === 6 ? 96 : 0);
  if (!(prefix >= 0 && prefix <= width)) return false;
  list.addSubnet(address, prefix, family);
  return true;
}

function wholeNumber(text: string): number {
  return /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
}

function mappedV4(canonical: string): string | null {
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(canonical) ?? [];
  if (high === undefined || low === undefined) return null;
  return [high, low].flatMap((part) => [parseInt(part, 16) >> 8, parseInt(part, 16) & 255]).join('.');
}
