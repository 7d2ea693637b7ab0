import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startScheduler } from '../../jobs/scheduler.js';
import { openDatabase } from '../../server/database/data-source.js';
import { AppError } from '../../server/errors.js';
import { newId } from '../../server/ids.js';
import { createLog } from '../../server/logging.js';
import { createRepositories } from '../../server/repositories/repositories.js';
import { startArchive, type TestArchive } from '../support/archive.js';
import { createServerDatabase } from '../support/databases.js';
import { PictureFolder, quarters } from '../support/pictures.js';
import { Household, waitUntil } from '../support/processes.js';
import { describeWith } from '../support/requirements.js';

interface Run {
  readonly id: string;
  readonly outcome: string;
  readonly done: number;
  readonly total: number | null;
  readonly phase: string | null;
  readonly summary: string | null;
}

const RUN = 'id outcome done total phase summary';
const TEST = { kind: 'job', name: 'test' } as const;
const silent = createLog('silent');
const PICTURES = 40;
const folder = new PictureFolder();
let archive: TestArchive;

beforeAll(async () => {
  for (let number = 0; number < PICTURES; number += 1)
    folder.write(
      `${number}.jpg`,
      await quarters(900 + number, 700)
        .jpeg()
        .toBuffer(),
    );
}, 60_000);
afterAll(() => folder.remove());
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const runs = async (): Promise<Run[]> => (await archive.ask<{ jobRuns: Run[] }>(`{ jobRuns { ${RUN} } }`)).jobRuns;
const runJob = async (options: object): Promise<Run> =>
  (
    await archive.ask<{ runJob: Run }>(`mutation ($options: String!) { runJob(name: "ingest", options: $options) { ${RUN} } }`, {
      options: JSON.stringify(options),
    })
  ).runJob;

describe('jobs of a running server', () => {
  beforeAll(async () => {
    archive = await startArchive({ environment: { CLIP_MODEL: 'builtin', BROWSE_ROOTS: folder.path, INGEST_SCHEDULE: '15 3 * * *' } });
  }, 60_000);
  afterAll(() => archive.close(), 60_000);

  test('a dry run says what would be done and changes nothing', async () => {
    const report = await archive.ingest([folder.path], { dryRun: true });
    expect(report.counts).toEqual({ found: PICTURES, unchanged: 0, missing: 0, failed: 0, pending: PICTURES });
    const after = await archive.ask('{ archive { images failures roots { name } } }');
    expect(after).toEqual({ archive: { images: 0, failures: 0, roots: [] } });
  });

  test('one at a time: a second start is a CONFLICT; stopped at a safe point it keeps what it has, and started again it goes on', async () => {
    const { id } = await runJob({ folder: [folder.path] });
    await expect(runJob({})).rejects.toThrow(/CONFLICT/);
    const current = async (): Promise<{ running: { job: string; done: number; total: number | null }[] }> =>
      (await archive.fetch('/api/jobs/current')).json() as Promise<{ running: { job: string; done: number; total: number | null }[] }>;
    await waitUntil(async () => ((await current()).running[0]?.done ?? 0) > 0);
    expect((await current()).running).toEqual([{ job: 'ingest', done: expect.any(Number) as unknown, total: PICTURES }]);
    await archive.ask('mutation ($id: ID!) { stopJob(runId: $id) { id } }', { id });
    await waitUntil(async () => (await current()).running.length === 0);
    const [stopped] = await runs();
    expect(stopped).toMatchObject({ id, outcome: 'STOPPED', phase: null });
    const kept = (await archive.ask<{ archive: { images: number } }>('{ archive { images } }')).archive.images;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(PICTURES);
    const { counts } = await archive.ingest([folder.path]);
    expect(counts).toMatchObject({ unchanged: kept, added: PICTURES - kept });
  });

  test('every run is recorded with its end and who began it; the table says when the next one is', async () => {
    expect((await runs()).map(({ outcome, summary }) => [outcome, typeof summary])).toEqual([
      ['SUCCEEDED', 'string'],
      ['STOPPED', 'string'],
      ['SUCCEEDED', 'string'],
    ]);
    const { jobs } = await archive.ask<{ jobs: { name: string; nextRunAt: string; lastRun: { outcome: string } }[] }>(
      '{ jobs { name nextRunAt lastRun { outcome } } }',
    );
    const ingest = jobs.find(({ name }) => name === 'ingest');
    expect(ingest?.lastRun).toEqual({ outcome: 'SUCCEEDED' });
    const next = new Date(ingest?.nextRunAt ?? '');
    expect([next.getHours(), next.getMinutes(), next > new Date()]).toEqual([3, 15, true]);
  });

  test('an unknown job is NOT_FOUND, malformed options are refused before anything runs or end the run in a sentence', async () => {
    const before = (await runs()).length;
    await expect(archive.ask('mutation { runJob(name: "erase-everything") { id } }')).rejects.toThrow(/NOT_FOUND/);
    for (const options of ['[]', 'null', '{', '"x"', '1']) {
      await expect(
        archive.ask('mutation ($options: String!) { runJob(name: "ingest", options: $options) { id } }', { options }),
      ).rejects.toThrow(/BAD_REQUEST/);
    }
    expect(await runs()).toHaveLength(before);
    await runJob({ acceptMissing: 'yes' });
    await waitUntil(async () => (await runs())[0]?.outcome === 'FAILED');
    expect((await runs())[0]?.summary).toMatch(/^Option "acceptMissing" is malformed: /);
  });

  test('the scheduler starts a job at its time and at no other', async () => {
    const started = jest.spyOn(archive.application.jobs, 'start').mockRejectedValue(new AppError('CONFLICT', 'It runs already.'));
    jest.useFakeTimers({ now: new Date(2026, 5, 1, 3, 13, 0), doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'] });
    const ingests = () => started.mock.calls.filter(([name]) => name === 'ingest');
    const stop = startScheduler(archive.application.jobs, silent);
    await jest.advanceTimersByTimeAsync(115_000);
    expect(ingests()).toEqual([]);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(ingests()).toEqual([['ingest', {}, { kind: 'job', name: 'scheduler' }]]);
    await jest.advanceTimersByTimeAsync(23 * 3_600_000);
    expect(ingests()).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(3_600_000);
    expect(ingests()).toHaveLength(2);
    await stop();
    await jest.advanceTimersByTimeAsync(48 * 3_600_000);
    expect(ingests()).toHaveLength(2);
  });
});

describe('runs of a process that is gone', () => {
  test('are marked as stopped at the next start, and do not keep the job from starting', async () => {
    archive = await startArchive();
    const { dataDir } = archive;
    await archive.ingest([folder.path]);
    await archive.close({ keep: true });
    const database = await openDatabase({ url: null, poolSize: 1, dataDir, log: silent });
    await createRepositories(database.dataSource.manager).jobRuns.begin({
      id: newId(),
      job: 'ingest',
      actor: 'job:test',
      startedAt: new Date(),
    });
    await database.close();
    archive = await startArchive({ dataDir });
    expect((await runs())[0]).toMatchObject({
      outcome: 'STOPPED',
      summary: expect.stringContaining('goes on where it stopped') as unknown,
    });
    expect((await archive.ingest([])).counts).toMatchObject({ unchanged: PICTURES });
    await archive.close();
  }, 120_000);
});

describeWith('postgres', 'two processes on one PostgreSQL', () => {
  test('T40 the same job does not run twice, and a second process takes the run of the first for what it is: alive', async () => {
    const server = await createServerDatabase();
    const environment = { CLIP_MODEL: 'builtin', DATABASE_URL: server.url };
    archive = await startArchive({ environment });
    const first = await archive.application.jobs.start('ingest', { folder: [folder.path] }, TEST);
    const other = await startArchive({ environment });
    await expect(other.application.jobs.start('ingest', {}, TEST)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await first.finished).run.outcome).toBe('succeeded');
    expect((await other.ingest([])).counts).toMatchObject({ unchanged: PICTURES });
    await other.close();
    await archive.close();
    await server.drop();
  }, 120_000);
});

describe('npm run job', () => {
  const household = new Household();
  afterAll(() => household.close(), 60_000);

  test('--json ends with the report as one object, --list names the jobs, and what is unknown is said in a sentence', async () => {
    const small = new PictureFolder();
    for (const number of [0, 1]) cpSync(join(folder.path, `${number}.jpg`), join(small.path, `${number}.jpg`));
    small.write('broken.jpg', 'not a picture');
    const environment = { CLIP_MODEL: 'builtin', TZ: 'UTC' };
    const job = household.start('jobs/run.ts', ['ingest', small.path, '--json'], environment);
    expect(await job.exited).toEqual({ code: 0, signal: null });
    const lines = job
      .output()
      .out.trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.length).toBeGreaterThan(1);
    expect(Object.keys(lines.at(-1) ?? {})).toEqual(['job', 'outcome', 'counts', 'failures']);
    expect(lines.at(-1)).toMatchObject({
      job: 'ingest',
      outcome: 'partial',
      counts: { found: 3, added: 2, failed: 1 },
      failures: [{ path: expect.stringMatching(/\/broken\.jpg$/) as unknown, code: 'unsupported', message: expect.any(String) as unknown }],
    });
    const list = household.start('jobs/run.ts', ['--list'], environment);
    await list.exited;
    expect(list.output().out).toMatch(/^ingest {10,}15 3 \* \* \*\tReads new and changed pictures/);
    const unknown = household.start('jobs/run.ts', ['erase-everything'], environment);
    expect([(await unknown.exited).code, unknown.output().err]).toEqual([1, 'There is no job named "erase-everything".\n']);
    small.remove();
    rmSync(join(household.home, '.image-explorer'), { recursive: true });
  }, 300_000);
});
