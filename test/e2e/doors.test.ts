import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { newId } from '../../server/ids.js';
import { isPublicRoute } from '../../server/security/public-routes.js';
import { startArchive, type TestArchive } from '../support/archive.js';
import { operationsOfSchema, routesOf, shortestTextOf } from '../support/entrances.js';
import { hostilePaths } from '../support/hostile-paths.js';
import { PictureFolder, quarters } from '../support/pictures.js';

type Answer = { readonly status: number; readonly text: string };
const folder = new PictureFolder();
let archive: TestArchive;
let viewer: { authorization: string };
let imageId = '';

beforeAll(async () => {
  mkdirSync(join(folder.path, 'year'));
  writeFileSync(join(folder.path, 'year', 'a b.jpg'), await quarters(320, 240).jpeg().toBuffer());
  writeFileSync(join(folder.path, 'secret.txt'), 'outside');
  symlinkSync('/etc', join(folder.path, 'folder-out'));
  archive = await startArchive({ environment: { CLIP_MODEL: 'builtin', BROWSE_ROOTS: folder.path } });
  await archive.ingest([join(folder.path, 'year')]);
  const { accounts } = archive.application.services;
  await accounts.createUser({ name: 'Ada', role: 'owner', password: 'correct horse battery' });
  await accounts.createUser({ name: 'Bob', role: 'viewer', password: 'correct horse battery' });
  viewer = { authorization: `Bearer ${(await accounts.createToken({ name: 'x', userName: 'Bob', role: 'viewer', days: 1 })).token}` };
  imageId =
    (await archive.ask<{ images: { edges: { node: { id: string } }[] } }>('{ images { edges { node { id } } } }')).images.edges[0]?.node
      .id ?? '';
}, 120_000);

afterAll(async () => {
  await archive.close();
  folder.remove();
}, 60_000);

/** Sends a path as it stands: fetch would tidy it up. */
function send(
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: unknown } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const call = httpRequest(archive.base, { method, path, headers: { ...json, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    });
    call.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const askAs = (headers: Record<string, string>, query: string): Promise<Answer> => send('POST', '/graphql', { headers, body: { query } });
const codesOf = ({ text }: Answer): string[] =>
  ((JSON.parse(text) as { errors?: { extensions: { code: string } }[] }).errors ?? []).map(({ extensions }) => extensions.code);
const similar = (body: unknown): Promise<Answer> => send('POST', '/api/images/similar', { headers: archive.owner, body });

describe('Nothing without a session', () => {
  test('T22 promise 9: every route of the real router answers 401 without a session, but for the public ones', async () => {
    const routes = routesOf(archive.application);
    const answers: Record<string, number> = {};
    const asked = routes.flatMap(({ methods, path }) => methods.map((name) => ({ method: name.toUpperCase(), path })));
    for (const { method, path } of asked) {
      const real = path.replace('{*path}', 'x').replace(/:\w+/g, imageId);
      if (!isPublicRoute(method, real, true)) answers[`${method} ${path}`] = (await send(method, real)).status;
    }
    expect(answers).toEqual(Object.fromEntries(Object.keys(answers).map((route) => [route, 401])));
    expect(Object.keys(answers)).toEqual(
      expect.arrayContaining([
        'GET /api/images/gallery',
        'GET /api/images/map',
        'POST /api/images/similar',
        'GET /api/images/:id/original',
        'GET /api/images/:id/thumbnail',
        'GET /api/images/:id/frames/:ms/thumbnail',
        'GET /graphql/',
      ]),
    );
  });

  test('T22 promise 9: every field of the schema answers 401 without a session', async () => {
    for (const operation of operationsOfSchema())
      expect([operation.field.name, (await askAs({}, shortestTextOf(operation))).status]).toEqual([operation.field.name, 401]);
  });
});

describe('roles', () => {
  // A new field without a rule here fails this test.
  const OWNERS = [
    'folders',
    'previewFolder',
    'ingestionFailures',
    'addFolder',
    'annotateImages',
    'revealImage',
    'runJob',
    'stopJob',
    'annotationSummary',
    'decisions',
    'undoDecision',
    'renamePerson',
    'mergePersons',
    'createCluster',
    'changeCluster',
    'addToCluster',
    'removeFromCluster',
    'splitCluster',
    'removeCluster',
    'clusterStrips',
    'mergeClusters',
    'proposals',
    'proposalGroups',
    'acceptProposals',
    'rejectProposals',
    'proposeToNeighbours',
    'sidecarProblems',
    'resolveSidecarConflict',
    'setRootSidecars',
    'previewForget',
    'forget',
    'markDuplicates',
    'notDuplicates',
    'similarityLog',
    'savedSearches',
    'saveSearch',
    'renameSavedSearch',
    'removeSavedSearch',
  ];
  const EVERYBODYS = [
    'viewer',
    'archive',
    'image',
    'images',
    'imageIdsBetween',
    'imagesByIds',
    'timeline',
    'timelineBucket',
    'similarImages',
    'similarityEvidence',
    'momentLikeness',
    'jobs',
    'jobRuns',
    'jobProgress',
    'persons',
    'clusters',
    'cluster',
    'tags',
    'duplicateGroups',
    'duplicateCounts',
  ];

  test('T20 what only an owner may do is refused to a viewer, field by field, and what a viewer may see is not', async () => {
    expect(
      operationsOfSchema()
        .map(({ field }) => field.name)
        .sort(),
    ).toEqual([...OWNERS, ...EVERYBODYS].sort());
    for (const operation of operationsOfSchema().filter(({ kind }) => kind !== 'subscription')) {
      const isRefused = codesOf(await askAs(viewer, shortestTextOf(operation))).includes('FORBIDDEN');
      expect([operation.field.name, isRefused]).toEqual([operation.field.name, OWNERS.includes(operation.field.name)]);
    }
  });

  test("T20 the path of a root and the sentence a run ended with are the owner's to see", async () => {
    const see = (headers: Record<string, string>) => askAs(headers, '{ archive { roots { name path } } jobRuns { summary } }');
    const seen = (path: unknown, summary: unknown) => ({ data: { archive: { roots: [{ name: 'year', path }] }, jobRuns: [{ summary }] } });
    expect(JSON.parse((await see(viewer)).text)).toEqual(seen(null, null));
    expect(JSON.parse((await see(archive.owner)).text)).toEqual(
      seen(join(folder.path, 'year'), expect.stringMatching(/^1 files: 1 added/)),
    );
  });

  test('T06 promise 8: a job may read no folder outside those that may be browsed, whoever asks', async () => {
    for (const path of ['/etc', `${folder.path}-evil`, join(folder.path, '..'), join(folder.path, 'folder-out')]) {
      const options = JSON.stringify(JSON.stringify({ folder: [path] }));
      expect(codesOf(await askAs(archive.owner, `mutation { runJob(name: "ingest", options: ${options}) { id } }`))).toEqual(['FORBIDDEN']);
      expect(codesOf(await askAs(archive.owner, `mutation { addFolder(path: ${JSON.stringify(path)}) { id } }`))).toEqual(['FORBIDDEN']);
      expect(codesOf(await askAs(archive.owner, `{ previewFolder(path: ${JSON.stringify(path)}) { photos } }`))).toEqual(['FORBIDDEN']);
    }
  });
});

describe('what is not there', () => {
  test('T20 unknown and malformed ids get the same 404 from every route that takes one', async () => {
    const odd = ['x', '0', '-1', 'null', '[object Object]', '%', '\0', '\u{1f600}', 'a'.repeat(2_000)];
    const ids = [newId(), ...odd, `${imageId}x`, imageId.toUpperCase(), `${imageId}'--`];
    for (const kind of ['thumbnail', 'original']) {
      const answers = await Promise.all(
        ids.map((id) => send('GET', `/api/images/${encodeURIComponent(id)}/${kind}`, { headers: archive.owner })),
      );
      expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
      expect(answers[0]?.status).toBe(404);
    }
    const found = await Promise.all(ids.map((id) => similar({ image_id: id })));
    expect(new Set(found.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    for (const id of ids.map((each) => JSON.stringify(each))) {
      for (const call of [`image(id: ${id}) { id }`, `imageIdsBetween(first: ${id}, last: ${id})`])
        expect(codesOf(await askAs(archive.owner, `{ ${call} }`))).toEqual(['NOT_FOUND']);
      for (const call of [
        `revealImage(id: ${id}) { isRevealed }`,
        `stopJob(runId: ${id}) { id }`,
        `annotateImages(ids: [${id}], changes: { title: "x" }) { __typename }`,
      ]) {
        expect(codesOf(await askAs(archive.owner, `mutation { ${call} }`))).toEqual(['NOT_FOUND']);
      }
    }
  });

  test('T06 promise 8: 200 spellings of a way out, as the path of a similarity search, get the same 404 as an unknown path', async () => {
    const unknown = await similar({ path: 'year/nothing.jpg' });
    expect(unknown.status).toBe(404);
    expect((await similar({ path: 'year/a b.jpg' })).status).toBe(200);
    const spellings = hostilePaths().flatMap((path) => [path, `year/${path}`]);
    expect(spellings.length).toBeGreaterThanOrEqual(400);
    for (const path of spellings) expect([path, await similar({ path })]).toEqual([path, unknown]);
  }, 120_000);

  test('T06 promise 8: the same spellings in place of an id lead nowhere', async () => {
    const plain = (path: string): string =>
      path.replace(/[^\x21-\x7e]/gu, (sign) => encodeURIComponent(/[\ud800-\udfff]/u.test(sign) ? ' ' : sign));
    for (const path of hostilePaths()) {
      for (const target of [
        `/api/images/${plain(path)}/original`,
        `/api/images/${plain(path)}/thumbnail`,
        `/api/images/previews/${plain(path)}`,
        `/image-explorer/assets/${plain(path)}`,
      ]) {
        const { status, text } = await send('GET', target, { headers: archive.owner });
        expect([target, [400, 404].includes(status) || text.startsWith('<!doctype html>')]).toEqual([target, true]);
        expect(text).not.toContain('outside');
      }
    }
  }, 120_000);
});
