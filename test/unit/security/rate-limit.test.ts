import { describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../../server/database/data-source.js';
import { createLog } from '../../../server/logging.js';
import { createRateLimits } from '../../../server/security/rate-limit.js';
import { openServerForTest } from '../../support/databases.js';
import { describeWith } from '../../support/requirements.js';

const outcome = (work: Promise<void>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: { code: string }) => error.code,
  );

describe('rate limits', () => {
  test('T30 an account has ten attempts, told apart by key, and a success forgives them', async () => {
    const limits = createRateLimits(null);
    const tries = await Promise.all(Array.from({ length: 12 }, () => outcome(limits.hit('loginByAccount', 'ada'))));
    expect(tries).toEqual([...Array<string>(10).fill('ok'), 'RATE_LIMITED', 'RATE_LIMITED']);
    expect(await outcome(limits.hit('loginByAccount', 'bob'))).toBe('ok');
    expect(await outcome(limits.check('loginByAccount', 'ada'))).toBe('RATE_LIMITED');
    await limits.forgive('loginByAccount', 'ada');
    expect(await outcome(limits.check('loginByAccount', 'ada'))).toBe('ok');
    expect(await outcome(limits.hit('loginByAccount', 'ada'))).toBe('ok');
  });

  test('T30 a success gives an address back its own point only', async () => {
    const limits = createRateLimits(null);
    await limits.hit('loginByAddress', 'x', 30);
    await limits.forgive('loginByAddress', 'x', 1);
    expect([await outcome(limits.hit('loginByAddress', 'x')), await outcome(limits.hit('loginByAddress', 'x'))]).toEqual([
      'ok',
      'RATE_LIMITED',
    ]);
  });

  test('the refusal says for how many seconds', async () => {
    const limits = createRateLimits(null);
    await expect(limits.hit('loginByAccount', 'ada', 11)).rejects.toMatchObject({ details: { retryAfterSeconds: 900 } });
  });

  test('T30 with the database down nobody logs in, and searches are counted in memory', async () => {
    const isDown = { query: () => Promise.reject(new Error('connection refused')) };
    const limits = createRateLimits({ driver: { master: isDown } });
    expect(await outcome(limits.hit('loginByAddress', 'x'))).toBe('UNAVAILABLE');
    expect(await outcome(limits.hit('loginByAccount', 'x'))).toBe('UNAVAILABLE');
    expect(await outcome(limits.hit('costly', 'x'))).toBe('ok');
    expect(await outcome(limits.hit('costly', 'x', 6_000))).toBe('RATE_LIMITED');
    expect(await outcome(limits.hit('request', 'x'))).toBe('ok');
  });
});

describeWith('postgres', 'rate limits on a server', () => {
  test('T30 two processes share one count, exactly', async () => {
    const server = await openServerForTest();
    const other = await openDatabase({ url: server.url, poolSize: 2, dataDir: server.dataDir, log: createLog('silent') });
    const processes = [createRateLimits(server.database.dataSource), createRateLimits(other.dataSource)];
    const tries = await Promise.all(
      processes.flatMap((limits) => Array.from({ length: 30 }, () => outcome(limits.hit('loginByAddress', 'x')))),
    );
    await other.close();
    await server.close();
    expect(tries.filter((answer) => answer === 'ok')).toHaveLength(30);
  });
});
