import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import request from 'supertest';
import { AppError } from '../../server/errors.js';
import { PUBLIC_ROUTES } from '../../server/security/public-routes.js';
import { type AccessServer, originOf, sendRaw, startAccessServer } from '../support/access-server.js';
import { openEmbeddedForTest, type TestDatabase } from '../support/databases.js';

const TOKEN = 'a-token-of-the-owner-from-the-environment';
const MOUNT = '/photos';
const ROUTES = [
  ...['GET /api/images/gallery', 'POST /api/images/similar', 'GET /api/images/clusters', 'GET /api/images/x/thumbnail', 'GET /metrics'],
  ...['GET /api/images/x/frames/1/thumbnail', 'GET /api/faces/x/thumbnail', 'GET /api/images/x/original', 'GET /api/jobs/current'],
  ...[
    'GET /graphql',
    'POST /graphql',
    'DELETE /api/session',
    'GET /image-explorer',
    'GET /image-explorer/people',
    'POST /internal/commands',
  ],
  ...[
    'GET /api/session',
    'GET /api/owner',
    'POST /healthz',
    'GET /HEALTHZ',
    'GET /healthz/',
    'GET //healthz',
    'GET /image-explorer/login/x',
  ],
  ...['GET /image-explorer/assets/', 'GET /image-explorer/assets/%2e%2e/index.html', 'GET /image-explorer/assets/a/b.js', 'GET /nowhere'],
  ...['OPTIONS /graphql', 'PUT /api/session', 'PATCH /api/owner', 'HEAD /api/images/gallery', 'GET /api/images/gallery/../../healthz'],
];

let scratch: TestDatabase;
let running: AccessServer;

beforeAll(async () => {
  scratch = await openEmbeddedForTest();
  running = await startAccessServer(scratch, { environment: { IMAGE_EXPLORER_TOKEN: TOKEN }, mountPath: MOUNT });
}, 60_000);
afterAll(async () => {
  await running.close();
  await scratch.close();
});

const host = (): string => new URL(originOf(running.server)).host;
const statusOf = async (line: string, ...headers: string[]): Promise<number> =>
  Number((await sendRaw(running.server, `${line} HTTP/1.1`, `Host: ${host()}`, 'Connection: close', ...headers, '', '')).split(' ')[1]);
const asOwner = (method: 'get' | 'post', path: string): request.Test =>
  request(running.server)
    [method](MOUNT + path)
    .set('Authorization', `Bearer ${TOKEN}`);

describe('nothing without a session', () => {
  test('T22 promise 9: every route of the contract, and every disguise of one, answers 401 without a session', async () => {
    const answers: Record<string, number> = {};
    for (const route of ROUTES) {
      const [method, path] = route.split(' ');
      answers[route] = await statusOf(`${method} ${MOUNT}${path}`);
    }
    expect(answers).toEqual(Object.fromEntries(ROUTES.map((route) => [route, 401])));
    expect(running.reached).toEqual([]);
  });

  test('T22 the public routes are these and no others', () => {
    expect(PUBLIC_ROUTES.map(({ methods, path }) => `${methods.join()} ${path}`)).toEqual([
      'GET,HEAD /healthz',
      'GET,HEAD /readyz',
      'GET,HEAD /',
      'GET,HEAD /image-explorer/icon.svg',
      'GET,HEAD /^\\/image-explorer\\/assets\\/\\w[\\w.-]*$/',
      'GET,HEAD /image-explorer/login',
      'GET,HEAD /image-explorer/setup',
      'POST /api/session',
      'POST /api/owner',
    ]);
  });

  test('T22 whatever path and method are made up, no handler behind the door is reached', async () => {
    const piece = fc.oneof(
      fc.constantFrom('api', 'images', 'gallery', 'graphql', 'healthz', 'login', '..', '%2e%2e', '%2f', ';', '?', '#', '//'),
      fc.webSegment(),
    );
    const path = fc.array(piece, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('GET', 'HEAD', 'DELETE', 'OPTIONS'), path, async (method, made) => {
        await statusOf(`${method} ${MOUNT}${made}`);
        expect(running.reached).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('T22 health says ok or not and nothing more', async () => {
    const [alive, ready] = [await request(running.server).get(`${MOUNT}/healthz`), await request(running.server).get(`${MOUNT}/readyz`)];
    expect([alive.status, alive.body, ready.status, ready.body]).toEqual([200, { status: 'ok' }, 200, { status: 'ok' }]);
    const starting = await startAccessServer(scratch, { isReady: () => Promise.reject(new Error('database is down')) });
    const notYet = await request(starting.server).get('/readyz');
    await starting.close();
    expect([notYet.status, notYet.body]).toEqual([503, { status: 'unavailable' }]);
  });

  test('a browser that asks for a page is sent to the login, and from the mount to the client', async () => {
    const page = await request(running.server).get(`${MOUNT}/image-explorer/people?q=a`).set('Accept', 'text/html,*/*;q=0.8');
    expect([page.status, page.get('Location')]).toEqual([
      302,
      `${MOUNT}/image-explorer/login?continue=${encodeURIComponent(`${MOUNT}/image-explorer/people?q=a`)}`,
    ]);
    expect((await request(running.server).get(`${MOUNT}/`)).get('Location')).toBe(`${MOUNT}/image-explorer`);
    expect((await request(running.server).get(`${MOUNT}/api/images/gallery`).set('Accept', 'text/html')).status).toBe(401);
  });

  test.each(['//evil.test', '/\\evil.test', 'javascript:alert(1)', '/elsewhere'])('T27 the login page drops continue=%s', async (given) => {
    const page = await request(running.server).get(`${MOUNT}/image-explorer/login`).query({ continue: given });
    expect([page.status, page.get('Location')]).toEqual([302, `${MOUNT}/image-explorer/login`]);
    const good = await request(running.server)
      .get(`${MOUNT}/image-explorer/login`)
      .query({ continue: `${MOUNT}/image-explorer/x` });
    expect(good.status).toBe(200);
  });
});

describe('what was let in', () => {
  test('finds the mount path, a local asker and a parsed body in its context', async () => {
    const answer = await asOwner('post', '/graphql').send({ query: '{ x }' });
    expect(answer.body).toEqual({
      actor: expect.objectContaining({ role: 'owner' }),
      mountPath: MOUNT,
      isLocal: true,
      body: { query: '{ x }' },
    });
    running.reached.length = 0;
  });

  test('T19 an unknown path is a 404, a bug is masked and stands in the log with its request id', async () => {
    expect((await asOwner('get', '/nowhere')).body.error.code).toBe('NOT_FOUND');
    const failed = await asOwner('get', '/api/fails');
    expect(failed.status).toBe(500);
    expect(failed.body).toEqual({ error: { code: 'INTERNAL', message: 'Something went wrong on the server. The log has the details.' } });
    expect(running.logged.find((line) => line.includes('SELECT secret'))).toMatch(/"requestId":"[0-9a-f-]{36}"/);
  });

  test('the app around the mount keeps its own routes', async () => {
    expect((await request(running.server).get('/elsewhere')).text).toBe('host');
  });

  test('T33 T34 every answer carries the strict policy and no name of the software', async () => {
    for (const answer of [await asOwner('get', '/metrics'), await request(running.server).get(`${MOUNT}/metrics`)]) {
      expect(answer.get('Content-Security-Policy')).toBe(
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data: blob:;media-src 'self' blob:;connect-src 'self';" +
          "worker-src 'self';font-src 'self';manifest-src 'self';form-action 'self';base-uri 'self';frame-ancestors 'none'",
      );
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
      });
      expect(answer.get('Permissions-Policy')).toContain('geolocation=()');
      expect(answer.get('X-Powered-By')).toBeUndefined();
    }
    running.reached.length = 0;
  });
});

describe('requests of other sites', () => {
  test.each(['evil.test', '127.0.0.1.evil', '0.0.0.0', 'localhost:1'])('T24 Host %s is answered 421', async (given) => {
    const answer = await request(running.server).get(`${MOUNT}/healthz`).set('Host', given);
    expect([answer.status, answer.body.error.code, answer.body.error.details]).toEqual([421, 'FORBIDDEN', undefined]);
  });

  test('T24 a request without Host is refused', async () => {
    expect(await sendRaw(running.server, `GET ${MOUNT}/healthz HTTP/1.0`, '', '')).toMatch(/^HTTP\/1.1 421 /);
  });

  const types = ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];
  test.each(types)('T23 a cross-site POST of %s is refused before anything else', async (type) => {
    for (const [name, value] of [
      ['Origin', 'https://evil.test'],
      ['Origin', 'null'],
      ['Sec-Fetch-Site', 'cross-site'],
      ['Cookie', 'ie_session=x'],
    ] as const) {
      const answer = await request(running.server).post(`${MOUNT}/graphql`).set('Content-Type', type).set(name, value).send('{}');
      expect(answer.status).toBe(403);
    }
    expect(running.reached).toEqual([]);
  });
});

describe('WebSocket upgrades', () => {
  const upgrade = (headers: Record<string, string>): Promise<string> =>
    running.access
      .authenticateUpgrade({
        ...{ method: 'GET', url: '/graphql', httpVersionMajor: 1, httpVersionMinor: 1, headers: { host: host(), ...headers } },
        socket: Object.assign(
          { once: () => undefined },
          { remoteAddress: '127.0.0.1', localAddress: '127.0.0.1', localPort: Number(host().split(':')[1]) },
        ),
      } as never)
      .then(
        ({ actor }) => (actor.kind === 'person' ? actor.role : actor.kind),
        (error: unknown) => (error instanceof AppError ? error.code : String(error)),
      );

  test('T23 need our Host, our Origin and a session or token', async () => {
    const own = `http://${host()}`;
    expect(await upgrade({ authorization: `Bearer ${TOKEN}` })).toBe('owner');
    expect(await upgrade({ origin: own })).toBe('UNAUTHENTICATED');
    expect(await upgrade({ cookie: 'ie_session=x' })).toBe('FORBIDDEN');
    expect(await upgrade({ cookie: 'ie_session=x', origin: 'https://evil.test' })).toBe('FORBIDDEN');
    expect(await upgrade({ authorization: `Bearer ${TOKEN}`, host: 'evil.test' })).toBe('FORBIDDEN');
    const password = 'correct horse battery';
    await running.accounts.createUser({ name: 'Ada', role: 'viewer', password });
    const login = await request(running.server).post(`${MOUNT}/api/session`).send({ name: 'Ada', password });
    const cookie = login.get('Set-Cookie')?.[0]?.split(';')[0] ?? '';
    expect(login.get('Set-Cookie')?.[0]).toContain(`Path=${MOUNT};`);
    expect(await upgrade({ origin: own, cookie })).toBe('viewer');
  });
});
