import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PictureFolder, quarters, writeThreeFiles } from '../support/pictures.js';
import { FIRST_START_MS, Household, type Program } from '../support/processes.js';

const PASSWORD = 'correct horse battery staple';

let household: Household;
let folder: PictureFolder;

beforeEach(async () => {
  household = new Household();
  folder = new PictureFolder();
  await writeThreeFiles(folder);
});

afterEach(async () => {
  await household.close();
  folder.remove();
}, 60_000);

const start = (parts: readonly string[], environment: Record<string, string> = {}): Program =>
  household.start('server/main.ts', parts, { PORT: '0', CLIP_MODEL: 'builtin', ...environment });

const post = (url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-image-explorer': '1', ...headers },
    body: JSON.stringify(body),
  });
const cookieOf = (response: Response): string => response.headers.get('set-cookie')?.split(';')[0] ?? '';
const linesOf = (program: Program): Record<string, unknown>[] =>
  program
    .output()
    .out.split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('npm start', () => {
  test(
    'in an empty home it prints the address and a one-time link, reads the folder, and tells its progress in JSON lines',
    async () => {
      const { program, base } = await household.startServer([folder.path]);
      expect((await fetch(`${base}/readyz`)).status).toBe(200);
      await program.until(
        /3 files: 1 added, 0 updated, 1 copies, 0 unchanged, 0 missing, 1 failed\.\n {2}.*broken\.jpg: .+ \(unsupported\)\n/,
      );
      expect(linesOf(program)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ job: 'ingest', phase: 'Reading pictures', total: 3 }),
          expect.objectContaining({ outcome: 'partial', failed: 1 }),
        ]),
      );
      expect(program.output().err).toBe('');
      expect(existsSync(join(household.home, '.image-explorer', 'database.lock'))).toBe(true);
      program.signal('SIGTERM');
      expect(await program.exited).toEqual({ code: 0, signal: null });
      expect(existsSync(join(household.home, '.image-explorer', 'database.lock'))).toBe(false);
      expect(existsSync(join(household.home, '.image-explorer', 'server.json'))).toBe(false);
      expect(await household.leftovers()).toEqual([]);
    },
    FIRST_START_MS,
  );

  test(
    'T26 the link makes the owner once; the cookie opens the gallery, logging out closes it, logging in opens it again',
    async () => {
      const { base, link, code } = await household.startServer([]);
      expect((await fetch(base + link)).status).toBe(200);
      expect((await fetch(`${base}/api/images/gallery`)).status).toBe(401);
      const made = await post(`${base}/api/owner`, { code, name: 'Ada', password: PASSWORD });
      expect([made.status, await made.json()]).toEqual([201, { name: 'Ada', role: 'owner' }]);
      const gallery = (cookie: string): Promise<Response> => fetch(`${base}/api/images/gallery`, { headers: { cookie } });
      expect(await (await gallery(cookieOf(made))).json()).toEqual({ items: [], next_cursor: null, total: 0 });
      expect((await post(`${base}/api/owner`, { code, name: 'Eve', password: PASSWORD })).status).toBe(403);
      const left = await fetch(`${base}/api/session`, { method: 'DELETE', headers: { cookie: cookieOf(made), 'x-image-explorer': '1' } });
      expect(left.status).toBe(204);
      expect((await gallery(cookieOf(made))).status).toBe(401);
      const again = await post(`${base}/api/session`, { name: 'Ada', password: PASSWORD });
      expect((await gallery(cookieOf(again))).status).toBe(200);
    },
    FIRST_START_MS,
  );

  test(
    'a second server on the same data is refused in a sentence, and a job is handed over to the first',
    async () => {
      const { program } = await household.startServer([]);
      const second = start([]);
      expect(await second.exited).toEqual({ code: 1, signal: null });
      expect(second.output().err).toMatch(
        new RegExp(`^The embedded database is already open in process ${program.pid}\\. Stop that process, or use .+\\n$`),
      );
      const job = household.start('jobs/run.ts', ['ingest', folder.path, '--json'], { CLIP_MODEL: 'builtin' });
      expect(await job.exited).toEqual({ code: 0, signal: null });
      expect([linesOf(job).at(-1), job.output().err]).toEqual([
        expect.objectContaining({
          job: 'ingest',
          outcome: 'partial',
          counts: expect.objectContaining({ found: 3, added: 1, linked: 1, failed: 1 }) as object,
        }),
        '',
      ]);
      expect(program.isRunning()).toBe(true);
    },
    FIRST_START_MS,
  );

  test(
    'every unknown or malformed setting stops it with a sentence that names it, and no secret is repeated',
    async () => {
      const program = start([], {
        PORT: 'http',
        MODELS_DIRECTORY: '/models',
        SESSION_DAYS: '0',
        LOG_LEVEL: 'loud',
        IMAGE_EXPLORER_TOKEN: 'short-secret',
      });
      expect(await program.exited).toEqual({ code: 1, signal: null });
      const sentences = program.output().err.trim().split('\n');
      expect(sentences.map((sentence) => sentence.split(' ')[0]).sort()).toEqual([
        'IMAGE_EXPLORER_TOKEN',
        'LOG_LEVEL',
        'MODELS_DIRECTORY',
        'PORT',
        'SESSION_DAYS',
      ]);
      expect(program.output().err).not.toContain('short-secret');
      expect(program.output().out).toBe('');
    },
    FIRST_START_MS,
  );

  test(
    'a port that is taken is said in a sentence',
    async () => {
      const other = createServer();
      await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
      const taken = String((other.address() as AddressInfo).port);
      const program = start([], { PORT: taken });
      expect((await program.exited).code).toBe(1);
      expect(program.output().err).toMatch(new RegExp(`^Port ${taken} is taken\\.`));
      other.close();
    },
    FIRST_START_MS,
  );
});

describe('T52 a server that is asked to stop', () => {
  test(
    'finishes what it reads, answers what was asked, and exits 0 within 20 seconds',
    async () => {
      for (let number = 0; number < 60; number += 1)
        folder.write(
          `${number}.jpg`,
          await quarters(800 + number, 600)
            .jpeg()
            .toBuffer(),
        );
      const { program, base } = await household.startServer([folder.path], { IMAGE_EXPLORER_TOKEN: 'a-token-of-the-owner' });
      await program.until(/"phase":"Reading pictures"/);
      const gallery = fetch(`${base}/api/images/gallery`, {
        headers: { authorization: 'Bearer a-token-of-the-owner', connection: 'close' },
      });
      // Time for the request to arrive: what still waits in the queue of connections was never asked.
      await sleep(300);
      program.signal('SIGTERM');
      const asked = performance.now();
      expect((await gallery).status).toBe(200);
      expect(await program.exited).toEqual({ code: 0, signal: null });
      expect(performance.now() - asked).toBeLessThan(20_000);
      expect(program.output().err).toBe('');
      expect(await household.leftovers()).toEqual([]);
    },
    FIRST_START_MS,
  );
});
