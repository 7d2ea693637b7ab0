import { isListed, parseAddressList } from './address-list.js';

/** Whether an address (null: unknown) may connect. */
export type IpPolicy = (address: string | null) => boolean;

/** Allow and deny lists of addresses and CIDR ranges, v4 and v6: deny is stronger, an empty allow list means all; throws ConfigError. */
export function createIpPolicy(lists: { readonly allow: readonly string[]; readonly deny: readonly string[] }): IpPolicy {
  const allow = parseAddressList('IP_ALLOW', lists.allow);
  const deny = parseAddressList('IP_DENY', lists.deny);
  if (lists.allow.length === 0 && lists.deny.length === 0) return () => true;
  return (address) => address !== null && !isListed(deny, address) && (lists.allow.length === 0 || isListed(allow, address));
}
