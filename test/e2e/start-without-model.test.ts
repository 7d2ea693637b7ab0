import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, renameSync } from 'node:fs';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { copyTemplate } from '../support/database-template.js';
import { PictureFolder, writeThreeFiles } from '../support/pictures.js';
import { FIRST_START_MS, Household } from '../support/processes.js';

let household: Household;
let folder: PictureFolder;
let hub: Server | null = null;

beforeEach(async () => {
  household = new Household();
  folder = new PictureFolder();
  await writeThreeFiles(folder);
  // The database of a first start is another test's.
  renameSync(await copyTemplate(), join(household.home, '.image-explorer'));
});

afterEach(async () => {
  await household.close();
  hub?.closeAllConnections();
  hub?.close();
  hub = null;
  folder.remove();
}, 60_000);

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

describe('npm start without a model', () => {
  const downloading = { CLIP_MODEL: 'clip-vit-base-patch32', WORKERS: '1' };

  test(
    'where no hub answers it says so within ten seconds and goes on with the built-in descriptor',
    async () => {
      const { program } = await household.startServer([folder.path], {
        ...downloading,
        MODELS_HUB: `http://127.0.0.1:${await closedPort()}`,
      });
      const listening = performance.now();
      await program.until(/Until the model clip-vit-base-patch32 is there, pictures are compared by how they look/);
      const waitedMs = performance.now() - listening;
      await program.until(/3 files: 1 added/);
      expect(waitedMs).toBeLessThan(10_000);
    },
    FIRST_START_MS,
  );

  test(
    'where a hub takes the connection and says nothing it does the same',
    async () => {
      const hubUrl = await playHub(() => undefined);
      const { program } = await household.startServer([folder.path], { ...downloading, MODELS_HUB: hubUrl });
      const listening = performance.now();
      await program.until(/Until the model clip-vit-base-patch32 is there/);
      const waitedMs = performance.now() - listening;
      await program.until(/3 files: 1 added/);
      expect(waitedMs).toBeLessThan(10_000);
    },
    FIRST_START_MS,
  );

  test.each([
    ['has no such file', (response: ServerResponse) => void response.writeHead(404).end()],
    [
      'hangs up in the middle',
      (response: ServerResponse) => void (response.writeHead(200, { 'content-length': '100000000' }).write('x'), response.destroy()),
    ],
    [
      'answers with a page',
      (response: ServerResponse) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>log in</html>'),
    ],
  ])(
    'where the hub %s it says so, goes on, and leaves no half model',
    async (_name, answer) => {
      const hubUrl = await playHub((_request, response) => answer(response));
      const { program, base } = await household.startServer([folder.path], {
        ...downloading,
        MODELS_HUB: hubUrl,
        IMAGE_EXPLORER_TOKEN: 'a-token-of-the-owner',
      });
      await program.until(/Until the model clip-vit-base-patch32 is there/);
      await program.until(/3 files: 1 added/);
      const answered = await fetch(`${base}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer a-token-of-the-owner' },
        body: JSON.stringify({ query: '{ archive { model { name readsText embedded } notices } }' }),
      });
      const { data } = (await answered.json()) as { data: { archive: { model: object; notices: string[] } } };
      expect(data.archive.model).toMatchObject({ readsText: false, embedded: 1 });
      expect(data.archive.notices).toEqual([expect.stringContaining('clip-vit-base-patch32')]);
      expect(existsSync(join(household.home, '.image-explorer/models/clip-vit-base-patch32/image.onnx'))).toBe(false);
    },
    FIRST_START_MS,
  );

  test(
    'T52 SIGTERM in the midst of a slow download ends it in order: nothing half done, no error, exit 0',
    async () => {
      const hubUrl = await playHub((_request, response) => void response.writeHead(200).write('x'));
      const { program } = await household.startServer([folder.path], { ...downloading, MODELS_HUB: hubUrl });
      program.signal('SIGTERM');
      const asked = performance.now();
      expect(await program.exited).toEqual({ code: 0, signal: null });
      expect(performance.now() - asked).toBeLessThan(25_000);
      expect(program.output().err).toBe('');
    },
    FIRST_START_MS,
  );
});
