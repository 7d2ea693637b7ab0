import { describe, expect, test } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { createHostCheck, isLocalRequest } from '../../../server/security/hosts.js';
import { checkSameOrigin, checkUpgradeOrigin } from '../../../server/security/same-origin.js';

type Headers = Record<string, string>;

function request(method: string, headers: Headers): IncomingMessage {
  return { method, headers: { host: 'photos.test:8422', ...headers } } as unknown as IncomingMessage;
}

function connection(host: string | undefined, socket: object, headers: Headers = {}): IncomingMessage {
  return {
    headers: { ...headers, host },
    socket: { remoteAddress: '127.0.0.1', localAddress: '127.0.0.1', localPort: 8422, ...socket },
  } as unknown as IncomingMessage;
}

const COOKIE = { cookie: 'ie_session=x' };
const MULTIPART = { 'content-type': 'multipart/form-data; boundary=x' };

describe('same origin', () => {
  const allowed: [string, string, Headers][] = [
    ['reading', 'GET', { ...COOKIE, 'sec-fetch-site': 'cross-site' }],
    ['the header with a cookie', 'POST', { ...COOKIE, 'x-image-explorer': '1' }],
    ['a same-origin fetch', 'POST', { ...COOKIE, 'sec-fetch-site': 'same-origin' }],
    ['our own Origin', 'POST', { ...COOKIE, origin: 'https://photos.test:8422' }],
    ['a script without a cookie', 'POST', {}],
    ['a bearer token, wherever it comes from', 'POST', { ...COOKIE, authorization: 'Bearer x', origin: 'https://evil.test' }],
  ];
  test.each(allowed)('T23 lets through %s', (_name, method, headers) => {
    expect(() => checkSameOrigin(request(method, headers))).not.toThrow();
  });

  const refused: [string, string, Headers][] = [
    ['a cookie and nothing else', 'POST', COOKIE],
    ['a cookie with a text/plain body', 'POST', { ...COOKIE, 'content-type': 'text/plain' }],
    ['a multipart GET', 'GET', { ...COOKIE, ...MULTIPART }],
    ['a multipart upload with a cookie', 'POST', { ...COOKIE, ...MULTIPART }],
    ['another site', 'POST', { 'sec-fetch-site': 'cross-site', 'x-image-explorer': '1' }],
    ['another port of the same site', 'POST', { ...COOKIE, 'sec-fetch-site': 'same-site' }],
    ['another Origin', 'POST', { origin: 'https://evil.test' }],
    ['another port as Origin', 'DELETE', { origin: 'https://photos.test:9999' }],
    ['Origin null', 'POST', { origin: 'null' }],
    ['an Origin that is a file', 'POST', { origin: 'file://photos.test:8422' }],
    ['an Origin that begins like ours', 'POST', { origin: 'https://photos.test:8422.evil.test' }],
    ['basic authentication, which browsers add by themselves', 'POST', { ...COOKIE, authorization: 'Basic eDp5' }],
    ['a header that only looks like ours', 'PUT', { ...COOKIE, 'x-image-explorer': 'true' }],
  ];
  test.each(refused)('T23 refuses %s', (_name, method, headers) => {
    expect(() => checkSameOrigin(request(method, headers))).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
  });

  test('T23 a WebSocket needs our Origin or a bearer token', () => {
    expect(() => checkUpgradeOrigin(request('GET', { ...COOKIE, origin: 'http://photos.test:8422' }))).not.toThrow();
    expect(() => checkUpgradeOrigin(request('GET', { authorization: 'Bearer x' }))).not.toThrow();
    const forged: Headers[] = [
      COOKIE,
      { ...COOKIE, origin: 'http://evil.test' },
      { ...COOKIE, origin: 'null' },
      { 'x-image-explorer': '1' },
    ];
    for (const headers of forged) {
      expect(() => checkUpgradeOrigin(request('GET', headers))).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
    }
  });
});

describe('the Host header', () => {
  const isOurs = createHostCheck({ host: '0.0.0.0', allowedHosts: ['Photos.Example.org', 'nas.local:9000'] });

  test.each(['localhost:8422', '127.0.0.1:8422', '[::1]:8422', 'photos.example.org', 'PHOTOS.example.org:8422', 'nas.local:9000'])(
    'T24 accepts %s',
    (host) => {
      expect(isOurs(connection(host, {}))).toBe(true);
    },
  );

  test.each([
    'evil.test:8422',
    'evil.test',
    '127.0.0.1.evil:8422',
    'localhost',
    'localhost:8423',
    '0.0.0.0:8422',
    '127.1:8422',
    '2130706433:8422',
    'localhost:8422@evil.test',
    'nas.local',
    'photos.example.org:80',
    'photos.example.org.',
    '',
    undefined,
  ])('T24 refuses %s', (host) => {
    expect(isOurs(connection(host, {}))).toBe(false);
  });

  test('T24 accepts HOST and the very address the connection reached', () => {
    const check = createHostCheck({ host: 'fd00::5', allowedHosts: [] });
    expect(check(connection('[fd00::5]:8422', {}))).toBe(true);
    expect(check(connection('192.168.1.5:8422', { localAddress: '::ffff:192.168.1.5' }))).toBe(true);
    expect(check(connection('192.168.1.6:8422', { localAddress: '192.168.1.5' }))).toBe(false);
  });

  test('T24 only a loopback peer with a loopback Host and no proxy is local', () => {
    expect(isLocalRequest(connection('localhost:8422', {}))).toBe(true);
    expect(isLocalRequest(connection('[::1]:8422', { remoteAddress: '::ffff:127.0.0.1' }))).toBe(true);
    expect(isLocalRequest(connection('localhost:8422', { remoteAddress: '192.168.1.7' }))).toBe(false);
    expect(isLocalRequest(connection('evil.test:8422', {}))).toBe(false);
    for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip', 'x-forwarded-host', 'x-forwarded-proto']) {
      expect(isLocalRequest(connection('localhost:8422', {}, { [name]: '1' }))).toBe(false);
    }
  });
});
