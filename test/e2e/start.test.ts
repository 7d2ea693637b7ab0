import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PictureFolder, quarters } from '../support/pictures.js';
import { Household, type Program } from '../support/processes.js';

const LINK = /Open this link once to become its owner: (http:\/\/127\.0\.0\.1:\d+)(\/image-explorer\/setup\?code=([\w-]+))\n/;
const PASSWORD = 'correct horse battery staple';
// The first start of a fresh clone builds the client, which takes its time.
const PATIENCE_MS = 300_000;

let household: Household;
let folder: PictureFolder;
let hub: Server | null = null;

beforeEach(async () => {
  household = new Household();
  folder = new PictureFolder();
  folder.write('IMG_20190321_110422.jpg', await quarters(640, 480).jpeg().toBuffer());
  folder.write('copy.jpg', await quarters(640, 480).jpeg().toBuffer());
  folder.write('broken.jpg', 'not a picture');
});

afterEach(async () => {
  await household.close();
  hub?.closeAllConnections();
  hub?.close();
  hub = null;
  folder.remove();
}, 60_000);

const start = (parts: readonly string[], environment: Record<string, string> = {}): Program =>
  household.start('server/main.ts', parts, { PORT: '0', CLIP_MODEL: 'builtin', ...environment });

async function startAndFind(parts: readonly string[], environment: Record<string, string> = {}): Promise<{ program: Program; base: string; link: string; code: string }> {
  const program = start(parts, environment);
  const [, base = '', link = '', code = ''] = await program.until(LINK);
  return { program, base, link, code };
}

/** A closed port: nobody else is given it while the server that had it is only just gone. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function playHub(answer: RequestListener): Promise<string> {
  hub = createServer(answer);
  await new Promise<void>((done) => hub?.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(hub.address() as AddressInfo).port}`;
}

const post = (url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', 'x-image-explorer': '1', ...headers }, body: JSON.stringify(body) });
const cookieOf = (response: Response): string => response.headers.get('set-cookie')?.split(';')[0] ?? '';
const linesOf = (program: Program): Record<string, unknown>[] =>
  program.output().out.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>);

describe('npm start', () => {
  test('in an empty home it prints the address and a one-time link, reads the folder, and tells its progress in JSON lines', async () => {
    const { program, base } = await startAndFind([folder.path]);
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
    await program.until(/3 files: 1 added, 0 updated, 1 copies, 0 unchanged, 0 missing, 1 failed\.\n {2}.*broken\.jpg: .+ \(unsupported\)\n/);
    expect(linesOf(program)).toEqual(
      expect.arrayContaining([expect.objectContaining({ job: 'ingest', phase: 'Reading pictures', total: 3 }), expect.objectContaining({ outcome: 'partial', failed: 1 })]),
    );
    expect(program.output().err).toBe('');
    expect(existsSync(join(household.home, '.image-explorer', 'database.lock'))).toBe(true);
    program.signal('SIGTERM');
    expect(await program.exited).toEqual({ code: 0, signal: null });
    expect(existsSync(join(household.home, '.image-explorer', 'database.lock'))).toBe(false);
    expect(existsSync(join(household.home, '.image-explorer', 'server.json'))).toBe(false);
    expect(await household.leftovers()).toEqual([]);
  }, PATIENCE_MS);

  test('T26 the link makes the owner once; the cookie opens the gallery, logging out closes it, logging in opens it again', async () => {
    const { base, link, code } = await startAndFind([]);
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
  }, PATIENCE_MS);

  test('a second server on the same data is refused in a sentence, and a job is handed over to the first', async () => {
    const { program } = await startAndFind([]);
    const second = start([]);
    expect(await second.exited).toEqual({ code: 1, signal: null });
    expect(second.output().err).toMatch(new RegExp(`^The embedded database is already open in process ${program.pid}\\. Stop that process, or use .+\\n$`));
    const job = household.start('jobs/run.ts', ['ingest', folder.path, '--json'], { CLIP_MODEL: 'builtin' });
    expect(await job.exited).toEqual({ code: 0, signal: null });
    expect([linesOf(job).at(-1), job.output().err]).toEqual([
      expect.objectContaining({ job: 'ingest', outcome: 'partial', counts: expect.objectContaining({ found: 3, added: 1, linked: 1, failed: 1 }) as object }),
      '',
    ]);
    expect(program.isRunning()).toBe(true);
  }, PATIENCE_MS);

  test('every unknown or malformed setting stops it with a sentence that names it, and no secret is repeated', async () => {
    const program = start([], { PORT: 'http', MODELS_DIRECTORY: '/models', SESSION_DAYS: '0', LOG_LEVEL: 'loud', IMAGE_EXPLORER_TOKEN: 'short-secret' });
    expect(await program.exited).toEqual({ code: 1, signal: null });
    const sentences = program.output().err.trim().split('\n');
    expect(sentences.map((sentence) => sentence.split(' ')[0]).sort()).toEqual(['IMAGE_EXPLORER_TOKEN', 'LOG_LEVEL', 'MODELS_DIRECTORY', 'PORT', 'SESSION_DAYS']);
    expect(program.output().err).not.toContain('short-secret');
    expect(program.output().out).toBe('');
  }, PATIENCE_MS);

  test('a port that is taken is said in a sentence', async () => {
    const taken = new URL(await playHub((_request, response) => void response.end())).port;
    const program = start([], { PORT: taken });
    expect((await program.exited).code).toBe(1);
    expect(program.output().err).toMatch(new RegExp(`^Port ${taken} is taken\\.`));
  }, PATIENCE_MS);
});

describe('npm start without a model', () => {
  const downloading = { CLIP_MODEL: 'clip-vit-base-patch32' };

  test('where no hub answers it says so within ten seconds and goes on with the built-in descriptor', async () => {
    const { program } = await startAndFind([folder.path], { ...downloading, MODELS_HUB: `http://127.0.0.1:${await closedPort()}` });
    const listening = performance.now();
    await program.until(/Until the model clip-vit-base-patch32 is there, pictures are compared by how they look/);
    const waitedMs = performance.now() - listening;
    await program.until(/3 files: 1 added/);
    expect(waitedMs).toBeLessThan(10_000);
  }, PATIENCE_MS);

  test('where a hub takes the connection and says nothing it does the same', async () => {
    const hubUrl = await playHub(() => undefined);
    const { program } = await startAndFind([folder.path], { ...downloading, MODELS_HUB: hubUrl });
    const listening = performance.now();
    await program.until(/Until the model clip-vit-base-patch32 is there/);
    const waitedMs = performance.now() - listening;
    await program.until(/3 files: 1 added/);
    expect(waitedMs).toBeLessThan(10_000);
  }, PATIENCE_MS);

  test.each([
    ['has no such file', (response: ServerResponse) => void response.writeHead(404).end()],
    ['hangs up in the middle', (response: ServerResponse) => void (response.writeHead(200, { 'content-length': '100000000' }).write('x'), response.destroy())],
    ['answers with a page', (response: ServerResponse) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>log in</html>')],
  ])('where the hub %s it says so, goes on, and leaves no half model', async (_name, answer) => {
    const hubUrl = await playHub((_request, response) => answer(response));
    const { program, base } = await startAndFind([folder.path], { ...downloading, MODELS_HUB: hubUrl, IMAGE_EXPLORER_TOKEN: 'a-token-of-the-owner' });
    await program.until(/Until the model clip-vit-base-patch32 is there/);
    await program.until(/3 files: 1 added/);
    const answered = await post(`${base}/graphql`, { query: '{ archive { model { name readsText embedded } notices } }' }, { authorization: 'Bearer a-token-of-the-owner' });
    const { data } = (await answered.json()) as { data: { archive: { model: object; notices: string[] } } };
    expect(data.archive.model).toMatchObject({ readsText: false, embedded: 1 });
    expect(data.archive.notices).toEqual([expect.stringContaining('clip-vit-base-patch32')]);
    expect(existsSync(join(household.home, '.image-explorer/models/clip-vit-base-patch32/image.onnx'))).toBe(false);
  }, PATIENCE_MS);

  test('T52 SIGTERM in the midst of a slow download ends it in order: nothing half done, no error, exit 0', async () => {
    const hubUrl = await playHub((_request, response) => void response.writeHead(200).write('x'));
    const { program } = await startAndFind([folder.path], { ...downloading, MODELS_HUB: hubUrl });
    program.signal('SIGTERM');
    const asked = performance.now();
    expect(await program.exited).toEqual({ code: 0, signal: null });
    expect(performance.now() - asked).toBeLessThan(25_000);
    expect(program.output().err).toBe('');
  }, PATIENCE_MS);
});

describe('T52 a server that is asked to stop', () => {
  test('finishes what it reads, answers what was asked, and exits 0 within 20 seconds', async () => {
    for (let number = 0; number < 60; number += 1) folder.write(`${number}.jpg`, await quarters(800 + number, 600).jpeg().toBuffer());
    const { program, base } = await startAndFind([folder.path], { IMAGE_EXPLORER_TOKEN: 'a-token-of-the-owner' });
    await program.until(/"phase":"Reading pictures"/);
    const gallery = fetch(`${base}/api/images/gallery`, { headers: { authorization: 'Bearer a-token-of-the-owner', connection: 'close' } });
    program.signal('SIGTERM');
    const asked = performance.now();
    expect((await gallery).status).toBe(200);
    expect(await program.exited).toEqual({ code: 0, signal: null });
    expect(performance.now() - asked).toBeLessThan(20_000);
    expect(program.output().err).toBe('');
    expect(await household.leftovers()).toEqual([]);
  }, PATIENCE_MS);
});
