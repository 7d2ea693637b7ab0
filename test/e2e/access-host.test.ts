import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import type { HostHooks } from '../../server/security/host-hooks.js';
import { type AccessServer, startAccessServer } from '../support/access-server.js';
import { openEmbeddedForTest, type TestDatabase } from '../support/databases.js';

const MOUNT = '/tools/photos';
let scratch: TestDatabase;
let running: AccessServer;

beforeAll(async () => {
  scratch = await openEmbeddedForTest();
}, 60_000);
afterAll(() => scratch.close());
afterEach(() => running.close());

/** A host that knows its people by a header, as it would by a session of its own. */
const authenticate: NonNullable<HostHooks['authenticate']> = async ({ headers }) => {
  const name = headers['x-host-user'];
  return typeof name === 'string' ? { id: `host-${name}`, name, role: name === 'ada' ? 'owner' : 'viewer' } : null;
};
const mount = async (hooks: HostHooks, environment: Record<string, string> = {}): Promise<void> => {
  running = await startAccessServer(scratch, { hooks, mountPath: MOUNT, environment });
};
const get = (path: string, user?: string): request.Test =>
  request(running.server)
    .get(MOUNT + path)
    .set(user ? { 'x-host-user': user } : {});

describe('inside a foreign app', () => {
  test("the host's authenticate says who asks", async () => {
    await mount({ authenticate });
    const answer = await get('/api/images/gallery', 'ada');
    expect(answer.body).toMatchObject({ actor: { kind: 'person', id: 'host-ada', name: 'ada', role: 'owner' }, mountPath: MOUNT });
  });

  test("T32 our own ways in are closed then: no login, no owner, no token, no login page, and nobody is anybody without the host's word", async () => {
    const token = 'a-token-of-the-owner-from-the-environment';
    await mount({ authenticate }, { IMAGE_EXPLORER_TOKEN: token });
    const body = { name: 'Ada', password: 'correct horse battery' };
    const answers = [
      await get('/api/images/gallery'),
      await get('/api/images/gallery').set('Authorization', `Bearer ${token}`),
      await get('/api/images/gallery').set({ 'x-forwarded-user': 'ada', 'remote-user': 'ada' }),
      await get('/image-explorer').set('Accept', 'text/html'),
      await get('/image-explorer/login'),
      await request(running.server).post(`${MOUNT}/api/session`).send(body),
      await request(running.server)
        .post(`${MOUNT}/api/owner`)
        .send({ ...body, code: 'x' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
    expect((await get('/healthz')).status).toBe(200);
    expect((await request(running.server).post(`${MOUNT}/api/session`).set('x-host-user', 'ada').send(body)).status).toBe(404);
  });

  test("the host's own names are the host's to check, and its cookies count for CSRF", async () => {
    await mount({ authenticate });
    expect((await get('/api/images/gallery', 'ada').set('Host', 'app.example.org')).status).toBe(200);
    const post = request(running.server).post(`${MOUNT}/graphql`).set({ 'x-host-user': 'ada', cookie: 'host=1' });
    expect((await post.send({})).status).toBe(403);
    const marked = request(running.server)
      .post(`${MOUNT}/graphql`)
      .set({ 'x-host-user': 'ada', cookie: 'host=1', 'x-image-explorer': '1' });
    expect((await marked.send({})).status).toBe(200);
  });

  test("the host's authorize, rate limit, ip policy, logger and frame ancestors stand in for ours", async () => {
    const asked: string[] = [];
    await mount(
      {
        authenticate,
        authorize: async ({ role }, { url }) => role === 'owner' || url?.includes('gallery') === true,
        ipPolicy: (_request, _response, next) => void (asked.push('ip'), next()),
        rateLimit: (_request, response, next) => {
          asked.push('rate');
          if (asked.length > 4) response.status(429).send('slow down');
          else next();
        },
        frameAncestors: ['https://app.example.org'],
      },
      { IP_DENY: '127.0.0.1' },
    );
    const viewed = await get('/api/images/gallery', 'bob');
    expect(viewed.status).toBe(200);
    expect(viewed.get('Content-Security-Policy')).toContain('frame-ancestors https://app.example.org');
    expect(viewed.get('X-Frame-Options')).toBeUndefined();
    expect((await get('/metrics', 'bob')).status).toBe(403);
    expect((await get('/metrics', 'ada')).text).toBe('slow down');
    expect(asked).toEqual(['ip', 'rate', 'ip', 'rate', 'ip', 'rate']);
  });

  test('T26 a host with sessions of its own and no authenticate is told so: its sessions never pass for ours', async () => {
    running = await startAccessServer(scratch, {
      mountPath: MOUNT,
      before: (request, _response, next) => {
        Object.assign(request, { session: { person: { id: 'x', name: 'eve', role: 'owner' } } });
        next();
      },
    });
    expect((await get('/api/images/gallery')).status).toBe(500);
    expect(running.reached).toEqual([]);
    expect(running.logged.join()).toContain('mount Image Explorer before them');
  });

  test('T31 without hooks an address on the deny list gets nothing, not even health', async () => {
    await mount({}, { IP_DENY: '127.0.0.0/8' });
    expect((await get('/healthz')).status).toBe(403);
  });
});
