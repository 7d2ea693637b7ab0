import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { IncomingMessage } from 'node:http';
import { normalizeAddress } from '../../../server/security/address-list.js';
import { createClientAddress } from '../../../server/security/client-address.js';
import { createIpPolicy } from '../../../server/security/ip-policy.js';

function requestFrom(peer: string | undefined, forwarded?: string): IncomingMessage {
  return {
    socket: { remoteAddress: peer },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  } as unknown as IncomingMessage;
}

describe('the address of the asker', () => {
  test('T30 X-Forwarded-For of anybody but a trusted proxy is not believed', () => {
    const addressOf = createClientAddress([]);
    expect(addressOf(requestFrom('203.0.113.9', '10.0.0.1')).address).toBe('203.0.113.9');
  });

  test('T30 behind trusted proxies it is the right-most hop that is not one of them', () => {
    const addressOf = createClientAddress(['10.0.0.0/8', '::1']);
    expect(addressOf(requestFrom('10.0.0.1', '1.1.1.1, 203.0.113.9, 10.2.2.2')).address).toBe('203.0.113.9');
    expect(addressOf(requestFrom('::ffff:10.0.0.1', '6.6.6.6')).address).toBe('6.6.6.6');
    expect(addressOf(requestFrom('10.0.0.1')).address).toBe('10.0.0.1');
  });

  test('T30 rotating what stands further left never changes the key', () => {
    const addressOf = createClientAddress(['10.0.0.1']);
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string())), (spoofed) => {
        expect(addressOf(requestFrom('10.0.0.1', [...spoofed, '203.0.113.9'].join(','))).key).toBe('203.0.113.9');
      }),
    );
  });

  test('T30 a hop that is no address is nobody', () => {
    expect(createClientAddress(['10.0.0.1'])(requestFrom('10.0.0.1', 'unknown'))).toEqual({ address: null, key: 'unknown' });
  });

  test('T30 v6 counts per /64, and v4 in v6 clothes counts as v4', () => {
    const keyOf = (peer: string): string => createClientAddress([])(requestFrom(peer)).key;
    expect(keyOf('2001:db8:1:2::1')).toBe(keyOf('2001:0db8:0001:0002:ffff:ffff:ffff:ffff'));
    expect(keyOf('2001:db8:1:2::1')).not.toBe(keyOf('2001:db8:1:3::1'));
    expect(keyOf('::ffff:198.51.100.7')).toBe(keyOf('198.51.100.7'));
    expect(keyOf('::1')).toBe('0:0:0:0::/64');
  });

  test('T31 every spelling of an address becomes the same one', () => {
    const spellings = ['::ffff:10.1.2.3', '::FFFF:a01:203', '0:0:0:0:0:ffff:0a01:0203', ' 10.1.2.3 '];
    expect(spellings.map(normalizeAddress)).toEqual(spellings.map(() => '10.1.2.3'));
    expect(['010.1.2.3', '127.1', '1.2.3', '', 'localhost', undefined, '1.2.3.4:80'].map(normalizeAddress)).toEqual(Array(7).fill(null));
    expect(normalizeAddress('fe80::1%eth0')).toBe('fe80::1');
  });
});

describe('the ip policy', () => {
  const policy = createIpPolicy({ allow: ['10.0.0.0/8', '2001:db8::/32', '::ffff:192.0.2.0/120'], deny: ['10.1.2.3'] });
  const mayConnect = (peer: string | undefined): boolean => policy(normalizeAddress(peer));

  test.each([
    ['10.9.9.9', true],
    ['10.1.2.3', false],
    ['::ffff:10.1.2.3', false],
    ['::ffff:a01:203', false],
    ['::ffff:10.9.9.9', true],
    ['192.0.2.77', true],
    ['192.0.3.1', false],
    ['2001:db8::77', true],
    ['2001:db9::77', false],
    ['64:ff9b::10.9.9.9', false],
    ['fe80::1%eth0', false],
    ['010.1.2.3', false],
    ['127.1', false],
    [undefined, false],
  ])('T31 %s may connect: %s', (peer, expected) => {
    expect(mayConnect(peer)).toBe(expected);
  });

  test('T31 without lists all may connect, also over a unix socket', () => {
    expect(createIpPolicy({ allow: [], deny: [] })(null)).toBe(true);
  });

  test.each([
    '010.1.2.3',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '10.0.0.0/-1',
    '10.0.0.0/a',
    'fe80::1%eth0',
    '127.1',
    'home',
    '::/129',
  ])('T31 %j in a list stops the start with a sentence that names it', (entry) => {
    expect(() => createIpPolicy({ allow: [], deny: [entry] })).toThrow(
      `IP_DENY is malformed: Expected an address or a CIDR range, but received "${entry}".`,
    );
  });
});
