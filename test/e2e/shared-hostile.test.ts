import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isWorthOpening } from '../../server/media/sniff.js';
import type { WorkReport } from '../../server/progress.js';
import { BENCH_TOKEN } from '../bench/archive.js';
import { BUILT_IN } from '../support/archive.js';
import { copyTemplate } from '../support/database-template.js';
import { sayFigure } from '../support/figures.js';
import { listDocuments, type ListedDocument } from '../support/listed-documents.js';
import { listManifest } from '../support/manifest.js';
import { MemoryWatch } from '../support/process-memory.js';
import { Household, type Program } from '../support/processes.js';
import { REFUSED } from '../support/refused-files.js';
import { describeWith, sharedDir } from '../support/requirements.js';

const FOLDERS = ['hostile', 'general'].map((name) => join(sharedDir, 'data', name));
const MAX_MEMORY_BYTES = 1.5 * 2 ** 30;
const owner = { authorization: `Bearer ${BENCH_TOKEN}` };

describeWith('shared', 'hostile and odd files read in by a server process', () => {
  let dataDir: string;
  const household = new Household();
  let program: Program;
  let memory: MemoryWatch;
  let base: string;
  let report: WorkReport;
  let documents: ListedDocument[];
  const readiness: number[] = [];

  const get = (path: string): Promise<Response> => fetch(new URL(path, base), { headers: owner, signal: AbortSignal.timeout(30_000) });
  const askGraphql = async <T>(query: string, variables: unknown): Promise<T> => {
    const headers = { ...owner, 'content-type': 'application/json' };
    const response = await fetch(`${base}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    return ((await response.json()) as { data: T }).data;
  };

  beforeAll(async () => {
    dataDir = await copyTemplate();
    program = household.start('test/support/archive-process.ts', FOLDERS, { ...BUILT_IN, DATA_DIR: dataDir, WORKERS: '2' });
    memory = new MemoryWatch(program.pid);
    base = (JSON.parse((await program.until(/^{"url".*$/m))[0]) as { url: string }).url;
    const note = (status: number): number => readiness.push(status);
    const ask = async (): Promise<unknown> =>
      get('/readyz').then(
        ({ status }) => note(status),
        () => note(0),
      );
    const watch = setInterval(() => void ask(), 250);
    report = (JSON.parse((await program.until(/^{"report".*$/m))[0]) as { report: WorkReport }).report;
    clearInterval(watch);
    sayFigure('peak of resident memory while reading in, server and children, MiB', Math.round(memory.peakBytes / 2 ** 20));
    documents = await listDocuments({ ask: askGraphql });
  });

  afterAll(async () => {
    memory.stop();
    await household.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('T01 T04 T05: every file is indexed, listed with a code, or passed over by its name, as the manifest says', () => {
    const indexed = documents.flatMap(({ paths }) => paths.map((path) => [path, 'decoded'] as const));
    const failed = report.failures.map(({ path, code }) => [path, code] as const);
    const expected = listManifest('hostile', 'general').filter(({ path }) => isWorthOpening(basename(path)));
    expect(Object.fromEntries([...indexed, ...failed])).toEqual(
      Object.fromEntries(expected.map(({ path }) => [path, REFUSED[basename(path)] ?? 'decoded'])),
    );
    expect(report.failures.every(({ message }) => message.endsWith('.') && !message.includes(sharedDir))).toBe(true);
  });

  test('T03: what hides and what is no picture is never opened, and its bytes cannot be asked for', () => {
    const paths = new Set([...documents.flatMap(({ paths: all }) => all), ...report.failures.map(({ path }) => path)]);
    for (const name of ['.hidden.jpg', '._IMG_0001.jpg', 'Thumbs.db', 'script.svg', 'xxe.svg', 'zip-slip.zip']) {
      expect(readdirSync(FOLDERS[0] ?? '')).toContain(name);
      expect(paths.has(`hostile/${name}`)).toBe(false);
    }
    expect(documents.flatMap(({ paths: all }) => all)).not.toContain('hostile/page.jpg');
  });

  test('the server answers that it is ready all the while', () => {
    expect(readiness.length).toBeGreaterThan(3);
    expect(new Set(readiness)).toEqual(new Set([200]));
    expect(program.isRunning()).toBe(true);
  });

  test('T02: every thumbnail and original is served as a picture that can do nothing', async () => {
    const parts = ['thumbnail?size=256', 'thumbnail?size=512', 'thumbnail?size=1440', 'original'];
    const addresses = documents.flatMap(({ id }) => parts.map((part) => `/api/images/${id}/${part}`));
    const faults: string[] = [];
    for (const address of addresses) faults.push(...faultsOf(address, await get(address)));
    expect(faults).toEqual([]);
  });

  test('the server and its children together stay below 1.5 GiB', () => {
    sayFigure('peak of resident memory with all large thumbnails, server and children, MiB', Math.round(memory.peakBytes / 2 ** 20));
    expect(memory.peakBytes).toBeGreaterThan(50 * 2 ** 20);
    expect(memory.peakBytes).toBeLessThan(MAX_MEMORY_BYTES);
  });
});

function faultsOf(address: string, { status, headers, body }: Response): string[] {
  void body?.cancel();
  const type = headers.get('content-type') ?? 'nothing';
  const isInert = headers.get('x-content-type-options') === 'nosniff' && /\bsandbox\b/.test(headers.get('content-security-policy') ?? '');
  return status === 200 && /^image\/(?!svg)/.test(type) && isInert ? [] : [`${address} answers ${status} as ${type}`];
}
