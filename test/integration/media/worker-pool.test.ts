import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../../server/logging.js';
import { WorkerPool } from '../../../server/media/worker-pool.js';

const folder = mkdtempSync(join(tmpdir(), 'pool-test-'));
let pool: WorkerPool | null = null;

function startPool(options: { workers?: number; maxWaiting?: number; timeoutMs?: number } = {}): WorkerPool {
  pool = new WorkerPool({
    workers: 1,
    maxWaiting: 100,
    timeoutMs: 20_000,
    recycleRssBytes: 2 ** 31,
    workerFile: new URL('../../fixtures/faulty-worker.ts', import.meta.url),
    settings: { maxRssBytes: 400_000_000 },
    log: createLog('silent'),
    ...options,
  });
  return pool;
}

afterEach(() => pool?.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the pool of child processes', () => {
  test('T04: a child that aborts twice on one item fails that item as crashed, and the next item is done', async () => {
    const running = startPool();
    await expect(running.run('abort', [], 'background')).rejects.toMatchObject({ code: 'crashed' });
    await expect(running.run('echo', ['still here'], 'background')).resolves.toBe('still here');
  });

  test('T04: a child that dies once is replaced and its item is tried again', async () => {
    const marker = join(folder, 'seen');
    await expect(startPool().run('abortOnce', [marker], 'background')).resolves.toBe('second time lucky');
  });

  test('T04: a child that spins is killed after the time limit and the next item is done', async () => {
    const running = startPool({ timeoutMs: 1_000 });
    await expect(running.run('spin', [], 'background')).rejects.toMatchObject({ code: 'timed-out' });
    await expect(running.run('echo', ['next'], 'background')).resolves.toBe('next');
  });

  test('T04: a child that takes more memory than it may ends with a refusal of that item', async () => {
    const running = startPool();
    await expect(running.run('allocate', [], 'background')).rejects.toMatchObject({ code: 'too-many-pixels' });
    await expect(running.run('echo', ['next'], 'background')).resolves.toBe('next');
  });

  test('T11: what a stuck child started is killed with it', async () => {
    const pidFile = join(folder, 'pid');
    await expect(startPool({ timeoutMs: 1_000 }).run('startHelperAndHang', [pidFile], 'background')).rejects.toMatchObject({
      code: 'timed-out',
    });
    await pool?.close();
    const helper = Number(readFileSync(pidFile, 'utf8'));
    await expectEnded(helper);
  });

  test('a task that reports progress may take longer than the time limit', async () => {
    await expect(startPool({ timeoutMs: 1_500 }).run('slowButAlive', [], 'background')).resolves.toBe('done');
  });

  test('a refusal arrives as a MediaError with its code and leaves the child in use', async () => {
    const running = startPool();
    const first = await running.run('pid', [], 'background');
    await expect(running.run('refuse', [], 'background')).rejects.toMatchObject({ name: 'MediaError', code: 'truncated' });
    await expect(running.run('pid', [], 'background')).resolves.toBe(first);
  });

  test('what is asked for does not wait behind ingestion', async () => {
    const running = startPool({ timeoutMs: 3_000 });
    const stuck = running.run('spin', [], 'background').catch(() => 'killed');
    await expect(running.run('echo', ['asked'], 'asked')).resolves.toBe('asked');
    await expect(stuck).resolves.toBe('killed');
  });

  test('more waiting tasks than allowed are refused as unavailable', async () => {
    const running = startPool({ maxWaiting: 1 });
    const first = running.run('slowButAlive', [], 'background');
    const second = running.run('echo', ['waits'], 'background');
    await expect(running.run('echo', ['too many'], 'background')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(Promise.all([first, second])).resolves.toEqual(['done', 'waits']);
  });

  test('closing ends the children, refuses what waits and what comes later', async () => {
    const running = startPool();
    const child = Number(await running.run('pid', [], 'background'));
    const cutShort = running.run('spin', [], 'background');
    const closing = running.close();
    await expect(cutShort).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await closing;
    await expectEnded(child);
    await expect(running.run('echo', [''], 'asked')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});

/** The signal was sent; the system may take a moment. A zombie that waits for its new parent counts as ended. */
async function expectEnded(pid: number): Promise<void> {
  const status = `/proc/${pid}/status`;
  const isRunning = (): boolean => existsSync(status) && !/^State:\s+[ZX]/m.test(readFileSync(status, 'utf8'));
  for (let look = 0; look < 100 && isRunning(); look += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isRunning()).toBe(false);
}
