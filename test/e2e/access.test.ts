import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { type AccessServer, startAccessServer } from '../support/access-server.js';
import { describeEachDatabase } from '../support/databases.js';

const PASSWORD = 'correct horse battery';
const TOKEN = 'a-token-of-the-owner-from-the-environment';
let running: AccessServer;

const cookieOf = (response: request.Response): string => response.get('Set-Cookie')?.[0]?.split(';')[0] ?? '';
const logIn = (name: string, password: string): request.Test => request(running.server).post('/api/session').send({ name, password });
const gallery = (cookie: string): request.Test => request(running.server).get('/api/images/gallery').set('Cookie', cookie);

describeEachDatabase('access', (current) => {
  beforeEach(async () => {
    running = await startAccessServer(current(), { environment: { IMAGE_EXPLORER_TOKEN: TOKEN } });
  });
  afterEach(async () => {
    await running.reset();
    await running.close();
  });

  describe('the owner', () => {
    test('is made once with the one-time code, is logged in by it, and never again', async () => {
      const code = await running.accounts.openSetup();
      const give = (name: string): request.Test => request(running.server).post('/api/owner').send({ code, name, password: PASSWORD });
      const made = await give('Ada');
      expect([made.status, made.body]).toEqual([201, { name: 'Ada', role: 'owner' }]);
      expect((await gallery(cookieOf(made))).body.actor).toMatchObject({ kind: 'person', name: 'Ada', role: 'owner' });
      expect((await give('Eve')).status).toBe(403);
      expect(await running.accounts.openSetup()).toBeNull();
    });

    test('T29 a wrong code is refused, and a weak password does not use up the right one', async () => {
      const code = await running.accounts.openSetup();
      const give = (body: object): request.Test => request(running.server).post('/api/owner').send(body);
      expect((await give({ code: 'x', name: 'Eve', password: PASSWORD })).status).toBe(403);
      expect((await give({ code, name: 'Ada', password: 'short' })).body.error).toMatchObject({
        code: 'BAD_REQUEST',
        message: 'Expected a password of 10 to 500 characters, but received 5.',
      });
      expect((await give({ code, name: 'Ada', password: PASSWORD })).status).toBe(201);
    });

    test('of two who give the code at once, one becomes the owner', async () => {
      const code = await running.accounts.openSetup();
      const give = (name: string): request.Test => request(running.server).post('/api/owner').send({ code, name, password: PASSWORD });
      const [one, other] = await Promise.all([give('Ada'), give('Bob')]);
      expect([one.status, other.status].sort()).toEqual([201, 403]);
      expect(await running.accounts.listUsers()).toHaveLength(1);
    });

    test('an unknown field or a missing one is a 400 that repeats nothing of what was sent', async () => {
      const answer = await request(running.server).post('/api/session').send({ name: 'Ada', password: 'hunter2hunter2', admin: true });
      expect(answer.status).toBe(400);
      expect(answer.text).not.toContain('hunter2');
    });
  });

  describe('sessions', () => {
    beforeEach(async () => {
      await running.accounts.createUser({ name: 'Ada', role: 'owner', password: PASSWORD });
    });

    test('T26 the cookie is httpOnly, Lax, without Secure on plain http and for the mount path', async () => {
      const [cookie] = (await logIn('ADA', PASSWORD)).get('Set-Cookie') ?? [];
      expect(cookie).toMatch(/^ie_session=.*; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/);
    });

    test('T26 a planted cookie is worth nothing: login always gives a new id', async () => {
      const first = cookieOf(await logIn('Ada', PASSWORD));
      const second = cookieOf(await logIn('Ada', PASSWORD).set('Cookie', first).set('x-image-explorer', '1'));
      expect(second).not.toBe(first);
      expect((await gallery(first)).status).toBe(401);
      expect((await gallery(second)).status).toBe(200);
    });

    test('T26 after logout the cookie is dead at once, although it was just looked up', async () => {
      const cookie = cookieOf(await logIn('Ada', PASSWORD));
      expect((await gallery(cookie)).status).toBe(200);
      const out = await request(running.server).delete('/api/session').set('Cookie', cookie).set('x-image-explorer', '1');
      expect(out.status).toBe(204);
      expect((await gallery(cookie)).status).toBe(401);
      expect(await running.database.dataSource.query('SELECT 1 FROM sessions')).toEqual([]);
    });

    test('T26 a new password and being disabled end every session at once', async () => {
      await running.accounts.createUser({ name: 'Bob', role: 'viewer', password: PASSWORD });
      const [one, other] = [cookieOf(await logIn('Bob', PASSWORD)), cookieOf(await logIn('Bob', PASSWORD))];
      expect((await gallery(one)).status).toBe(200);
      await running.accounts.setPassword('bob', `${PASSWORD}!`);
      expect([(await gallery(one)).status, (await gallery(other)).status]).toEqual([401, 401]);
      const third = cookieOf(await logIn('Bob', `${PASSWORD}!`));
      expect((await gallery(third)).status).toBe(200);
      await running.accounts.disableUser('Bob');
      expect((await gallery(third)).status).toBe(401);
      expect((await logIn('Bob', `${PASSWORD}!`)).status).toBe(401);
      await expect(running.accounts.disableUser('Ada')).rejects.toMatchObject({ code: 'CONFLICT' });
    });

    test('only the hash of a session id is stored, and one that ran out is refused', async () => {
      const cookie = cookieOf(await logIn('Ada', PASSWORD));
      const rows = await running.database.dataSource.query("SELECT encode(id_hash, 'hex') AS hash, payload::text FROM sessions");
      const id = decodeURIComponent(cookie).replace('ie_session=s:', '').split('.')[0] ?? '?';
      expect(JSON.stringify(rows)).not.toContain(id);
      expect(rows[0].hash).toHaveLength(64);
      await running.database.dataSource.query(`UPDATE sessions SET expires_at = now() - interval '1 second'`);
      expect((await gallery(cookie)).status).toBe(401);
    });

    test('a page of a hundred thumbnails costs one query', async () => {
      const cookie = cookieOf(await logIn('Ada', PASSWORD));
      const { manager } = running.database.dataSource;
      const query = manager.query.bind(manager);
      let queries = 0;
      manager.query = ((...parts: Parameters<typeof query>) => ((queries += 1), query(...parts))) as typeof manager.query;
      const answers = await Promise.all(Array.from({ length: 100 }, (_, at) => gallery(cookie).query({ at })));
      manager.query = query;
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(queries).toBe(1);
    });

    test('a cookie with a broken signature is nobody', async () => {
      const cookie = cookieOf(await logIn('Ada', PASSWORD));
      expect((await gallery(`${cookie.slice(0, -4)}AAAA`)).status).toBe(401);
    });
  });

  describe('login', () => {
    beforeEach(async () => {
      await running.accounts.createUser({ name: 'Ada', role: 'owner', password: PASSWORD });
    });

    test('T28 an unknown name and a wrong password answer alike', async () => {
      const [unknown, wrong] = [await logIn('Nobody', PASSWORD), await logIn('Ada', 'wrong password')];
      expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
      expect(unknown.status).toBe(401);
    });

    test('T30 the eleventh attempt on one account is refused, in every spelling of its name, with Retry-After', async () => {
      const names = ['Ada', 'ADA', 'ada', 'Ａｄａ'];
      for (let attempt = 0; attempt < 10; attempt += 1) expect((await logIn(names[attempt % 4] ?? '', 'wrong password')).status).toBe(401);
      const refused = await logIn('Ada', PASSWORD);
      expect(refused.status).toBe(429);
      expect(refused.body.error).toMatchObject({ code: 'RATE_LIMITED', details: { retryAfterSeconds: expect.any(Number) } });
      expect(Number(refused.get('Retry-After'))).toBeGreaterThan(0);
    }, 30_000);

    test('T30 a spoofed X-Forwarded-For buys no further attempts', async () => {
      const statuses: number[] = [];
      for (let attempt = 0; attempt < 31; attempt += 1) {
        const body = { code: 'x', name: 'Ada', password: PASSWORD };
        const answer = await request(running.server).post('/api/owner').set('X-Forwarded-For', `198.51.100.${attempt}`).send(body);
        statuses.push(answer.status);
      }
      expect(statuses).toEqual([...Array<number>(30).fill(403), 429]);
    });

    test('T19 passwords, cookies, tokens and codes never reach the log', async () => {
      const cookie = cookieOf(await logIn('Ada', PASSWORD));
      await logIn('Ada', 'canary-password');
      await gallery(cookie);
      await request(running.server).get('/api/images/gallery?q=canary-query').set('Authorization', 'Bearer canary-token');
      await request(running.server).get('/image-explorer/setup?code=canary-code');
      const log = running.logged.join('\n');
      expect(log).toContain('request');
      for (const secret of ['canary', PASSWORD, cookie, TOKEN]) expect(log).not.toContain(secret);
    });
  });

  describe('bearer tokens', () => {
    const bear = (token: string): request.Test =>
      request(running.server).get('/api/images/gallery').set('Authorization', `Bearer ${token}`);

    test('IMAGE_EXPLORER_TOKEN acts as the owner, also before there is one', async () => {
      expect((await bear(TOKEN)).body.actor).toMatchObject({ kind: 'person', name: 'owner', role: 'owner' });
      await running.accounts.createUser({ name: 'Ada', role: 'owner', password: PASSWORD });
      running.access.forget();
      expect((await bear(TOKEN)).body.actor).toMatchObject({ name: 'Ada', role: 'owner' });
      expect((await bear(`${TOKEN}x`)).status).toBe(401);
    });

    test('an API token is stored as its hash, acts for its user and ends when revoked', async () => {
      await running.accounts.createUser({ name: 'Ada', role: 'owner', password: PASSWORD });
      const { id, token } = await running.accounts.createToken({ name: 'nightly', userName: null, role: 'viewer', days: 5 });
      expect(token).toMatch(/^ie_[\w-]{43}$/);
      expect((await bear(token)).body.actor).toMatchObject({ name: 'Ada', role: 'viewer' });
      const rows = await running.database.dataSource.query(`SELECT encode(token_hash, 'escape') AS stored FROM api_tokens`);
      expect(JSON.stringify(rows)).not.toContain(token);
      await running.accounts.revokeToken(id);
      expect((await bear(token)).status).toBe(401);
      await expect(running.accounts.revokeToken(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    test("a token never gives more than its user's role and ends with its time", async () => {
      await running.accounts.createUser({ name: 'Bob', role: 'viewer', password: PASSWORD });
      const { token } = await running.accounts.createToken({ name: 'x', userName: 'bob', role: 'owner', days: 1 });
      expect((await bear(token)).body.actor).toMatchObject({ name: 'Bob', role: 'viewer' });
      await running.database.dataSource.query(`UPDATE api_tokens SET expires_at = now() - interval '1 second'`);
      running.access.forget();
      expect((await bear(token)).status).toBe(401);
    });

    test('T30 an address that tries wrong tokens is stopped, even with the right one', async () => {
      for (let attempt = 0; attempt < 101; attempt += 1) await bear(`ie_${'x'.repeat(40)}${attempt}`);
      expect((await bear(TOKEN)).status).toBe(429);
    });

    test('a bad token is refused even beside a good cookie', async () => {
      await running.accounts.createUser({ name: 'Ada', role: 'owner', password: PASSWORD });
      const cookie = cookieOf(await logIn('Ada', PASSWORD));
      expect((await bear('wrong').set('Cookie', cookie)).status).toBe(401);
    });
  });
});
