import { describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExpiringCache } from '../../../server/security/expiring-cache.js';
import { checkPassword, hashPassword, isPassword } from '../../../server/security/passwords.js';
import { requireAction, requireRole } from '../../../server/security/policies.js';
import { isSameSecret, readOrMakeSecret } from '../../../server/security/secrets.js';

describe('secrets', () => {
  test('T29 are compared whatever their lengths', () => {
    expect([isSameSecret('abc', 'abc'), isSameSecret('abc', 'abd'), isSameSecret('abc', 'abcd'), isSameSecret('', '')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  test('the signing secret is made once, readable by this user only, and a torn one is replaced', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'secrets-'));
    const path = join(folder, 'new', 'session-secret');
    const secret = await readOrMakeSecret(path);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(await readOrMakeSecret(path)).toBe(secret);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await writeFile(path, secret.slice(0, 10));
    const replaced = await readOrMakeSecret(path);
    expect(replaced).not.toBe(secret);
    expect((await readFile(path, 'utf8')).trim()).toBe(replaced);
    await rm(folder, { recursive: true });
  });
});

describe('passwords', () => {
  test('need ten characters and nothing else', () => {
    for (const good of ['aaaaaaaaaa', '🔑'.repeat(10), 'a b c d e f']) expect(() => checkPassword(good)).not.toThrow();
    for (const bad of ['', 'aaaaaaaaa', '🔑'.repeat(9), 'a'.repeat(501)]) {
      expect(() => checkPassword(bad)).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }));
    }
  });

  test('T28 are hashed with argon2id at 64 MiB and three passes; nobody has a password', async () => {
    const hash = await hashPassword('pässword of ten');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(await isPassword('pa\u0308ssword of ten', hash)).toBe(true);
    expect(await isPassword('passwort of ten', hash)).toBe(false);
    expect(await isPassword('anything', null)).toBe(false);
  });
});

describe('the expiring cache', () => {
  test('shares a look-up, forgets after its time, on drop, when full, and never keeps a failure', async () => {
    let nowMs = 0;
    let loads = 0;
    const cache = new ExpiringCache<number>(30_000, 2, () => nowMs);
    const load = async (): Promise<number> => (loads += 1);
    expect(await Promise.all([cache.get('a', load), cache.get('a', load)])).toEqual([1, 1]);
    nowMs = 30_000;
    expect(await cache.get('a', load)).toBe(2);
    cache.drop('a');
    expect(await cache.get('a', load)).toBe(3);
    await cache.get('b', load);
    await cache.get('c', load);
    expect(await cache.get('a', load)).toBe(6);
    await expect(cache.get('d', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await cache.get('d', load)).toBe(7);
    cache.clear();
    expect(await cache.get('d', load)).toBe(8);
  });
});

describe('policies', () => {
  const person = (role: 'owner' | 'viewer') => ({ actor: { kind: 'person', id: 'x', name: 'x', role } as const });

  test('T20 a viewer looks and searches, an owner does all, a job is no person', () => {
    for (const action of ['view', 'search'] as const) expect(() => requireAction(person('viewer'), action)).not.toThrow();
    for (const action of ['annotate', 'reveal', 'runJobs', 'changeRoots', 'browseFolders', 'readReports'] as const) {
      expect(() => requireAction(person('owner'), action)).not.toThrow();
      expect(() => requireAction(person('viewer'), action)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
    }
    expect(() => requireRole({ actor: { kind: 'job', name: 'ingest' } }, 'viewer')).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
  });
});
