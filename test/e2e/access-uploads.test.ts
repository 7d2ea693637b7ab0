import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import request from 'supertest';
import { type AccessServer, originOf, sendRaw, startAccessServer } from '../support/access-server.js';
import { openEmbeddedForTest, type TestDatabase } from '../support/databases.js';

const TOKEN = 'a-token-of-the-owner-from-the-environment';
let scratch: TestDatabase;
let running: AccessServer;

beforeAll(async () => {
  scratch = await openEmbeddedForTest();
  running = await startAccessServer(scratch, { environment: { IMAGE_EXPLORER_TOKEN: TOKEN, MAX_UPLOAD_BYTES: '1000' } });
}, 60_000);
afterAll(async () => {
  await running.close();
  await scratch.close();
});

const host = (): string => new URL(originOf(running.server)).host;
const asOwner = (method: 'get' | 'post', path: string): request.Test =>
  request(running.server)[method](path).set('Authorization', `Bearer ${TOKEN}`);

describe('uploads', () => {
  const form = (bytes: number): string =>
    `--x\r\nContent-Disposition: form-data; name="image"; filename="a.jpg"\r\n\r\n${'a'.repeat(bytes)}\r\n--x--\r\n`;

  test('T12 one without a session is refused at its headers: the handler is not reached and the disk holds what it held', async () => {
    const before = await readdir(scratch.dataDir, { recursive: true });
    const answer = await sendRaw(
      running.server,
      ...[`POST /api/images/similar HTTP/1.1`, `Host: ${host()}`, 'Content-Type: multipart/form-data; boundary=x'],
      ...['Content-Length: 50000000', '', form(100)],
    );
    expect(answer).toMatch(/^HTTP\/1.1 401 /);
    expect(answer).toMatch(/^Connection: close/im);
    expect(running.reached).toEqual([]);
    expect(await readdir(scratch.dataDir, { recursive: true })).toEqual(before);
  });

  test('T12 one that declares too much is refused before it is read', async () => {
    const answer = await sendRaw(
      running.server,
      ...[`POST /api/images/similar HTTP/1.1`, `Host: ${host()}`, `Authorization: Bearer ${TOKEN}`],
      ...['Content-Type: multipart/form-data; boundary=x', 'Content-Length: 2000000', '', form(100)],
    );
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expect(running.reached).toEqual([]);
  });

  test('T25 searches, uploads and GraphQL operations are counted per person, and refused when they are too many', async () => {
    const search = (): request.Test => asOwner('post', '/api/images/similar').send({});
    const { body } = await search();
    await running.limits.forgive('costly', body.actor.id as string);
    await running.limits.hit('costly', body.actor.id as string, 5_995);
    expect([(await search()).status, (await search()).status]).toEqual([200, 429]);
    expect((await asOwner('get', '/api/images/gallery')).status).toBe(200);
    await running.limits.forgive('costly', body.actor.id as string);
  });

  test('only JSON and multipart are taken, and JSON up to 1 MB, well-formed and not compressed', async () => {
    const text = await asOwner('post', '/graphql').type('text/plain').send('{}');
    const big = await asOwner('post', '/graphql')
      .type('json')
      .send(JSON.stringify('a'.repeat(1_100_000)));
    const malformed = await asOwner('post', '/graphql').type('json').send('{');
    const zipped = await asOwner('post', '/graphql').type('json').set('Content-Encoding', 'gzip').send('{}');
    expect([text, big, malformed, zipped].map(({ status, body }) => [status, body.error.code])).toEqual([
      [415, 'UNSUPPORTED_MEDIA'],
      [413, 'TOO_LARGE'],
      [400, 'BAD_REQUEST'],
      [415, 'UNSUPPORTED_MEDIA'],
    ]);
  });
});
