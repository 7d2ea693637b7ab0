import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { newId } from '../../server/ids.js';
import { operationsOfSchema, routesOf, wholeTextOf, type Operation } from '../support/entrances.js';
import { FILES, HiddenArchive, SHOWN } from '../support/hidden-archive.js';
import { scene } from '../support/scenes.js';
import { askGraphql, askRest, type Question } from '../support/similarity-client.js';

const MARKS = ['secret', '1999-05', '1999-06'];
let hidden: HiddenArchive;

beforeAll(async () => {
  hidden = await HiddenArchive.open();
}, 120_000);

afterAll(() => hidden.close(), 60_000);

/**
 * What each operation does with what is hidden. `list`: leaves it out; `byId`: answers as for an id that was never given out;
 * `owners`: refused to a viewer; `silent`: says nothing about pictures. A new operation without a decision here fails the build.
 */
const DECISIONS: Readonly<Record<string, 'list' | 'byId' | 'owners' | 'silent'>> = {
  ...{
    viewer: 'silent',
    archive: 'list',
    image: 'byId',
    images: 'list',
    imageIdsBetween: 'byId',
    imagesByIds: 'list',
    timeline: 'list',
    timelineBucket: 'list',
  },
  ...{ similarityEvidence: 'byId', momentLikeness: 'byId' },
  ...{ similarImages: 'byId', jobs: 'silent', jobRuns: 'silent', jobProgress: 'silent', ingestionFailures: 'owners', folders: 'owners' },
  ...{ previewFolder: 'owners', addFolder: 'owners', annotateImages: 'owners', revealImage: 'owners', runJob: 'owners', stopJob: 'owners' },
  ...{ tags: 'list', persons: 'list', clusters: 'list', annotationSummary: 'owners', decisions: 'owners', proposalGroups: 'owners' },
  ...{ proposals: 'owners', sidecarProblems: 'owners', previewForget: 'owners', forget: 'owners', undoDecision: 'owners' },
  ...{ renamePerson: 'owners', mergePersons: 'owners', changeCluster: 'owners', mergeClusters: 'owners', proposeToNeighbours: 'owners' },
  ...{ cluster: 'byId', clusterStrips: 'owners', createCluster: 'owners', addToCluster: 'owners', removeFromCluster: 'owners' },
  ...{ splitCluster: 'owners', removeCluster: 'owners' },
  ...{ similarityLog: 'owners', savedSearches: 'owners', saveSearch: 'owners', renameSavedSearch: 'owners', removeSavedSearch: 'owners' },
  ...{ duplicateGroups: 'list', duplicateCounts: 'list', markDuplicates: 'owners', notDuplicates: 'owners' },
  ...{ acceptProposals: 'owners', rejectProposals: 'owners', resolveSidecarConflict: 'owners', setRootSidecars: 'owners' },
};
const ROUTES: Readonly<Record<string, 'list' | 'byId' | 'owners' | 'elsewhere'>> = {
  ...{
    '/api/images/gallery': 'list',
    '/api/images/clusters': 'list',
    '/api/images/map': 'list',
    '/api/images/similar': 'list',
    '/api/images/:id/thumbnail': 'byId',
    '/api/images/:id/frames/:ms/thumbnail': 'byId',
    '/api/images/:id/original': 'byId',
  },
  '/api/duplicates/export': 'owners',
  '/api/decisions/export': 'owners',
  // Counts of jobs, and previews of what was uploaded, have tests of their own; the rest knows no pictures.
  ...{ '/api/jobs/current': 'elsewhere', '/api/images/previews/:previewId': 'elsewhere', '/healthz': 'elsewhere', '/readyz': 'elsewhere' },
  ...{ '/api/owner': 'elsewhere', '/api/session': 'elsewhere', '/': 'elsewhere' },
};

const asked = (rule: string): Operation[] =>
  operationsOfSchema().filter(({ kind, field }) => kind !== 'subscription' && DECISIONS[field.name] === rule);
const withFilter = (operation: Operation, choice: string): string => {
  const text = wholeTextOf(operation, { depth: 3 }).replace('month: "text"', 'month: "2020-01"');
  const { name } = operation.field;
  const filter = `filter: { hidden: ${choice} }`;
  return text.includes(`${name}(`) ? text.replace(`${name}(`, `${name}(${filter}, `) : text.replace(name, `${name}(${filter})`);
};

describe('what is hidden', () => {
  test('T21: every operation and every route has a decision', () => {
    const undecided = operationsOfSchema().filter(({ field }) => !(field.name in DECISIONS));
    expect(undecided.map(({ field }) => field.name)).toEqual([]);
    const paths = new Set(routesOf(hidden.archive.application).map(({ path }) => path));
    const client = /^\/(graphql|image-explorer|assets|anything)/;
    expect([...paths].filter((path) => !(path in ROUTES) && !client.test(path))).toEqual([]);
  });

  test('T21: no list, count, month or facet of a viewer has it', async () => {
    for (const operation of asked('list')) {
      const { text } = await hidden.ask(hidden.viewer, wholeTextOf(operation));
      expect([operation.field.name, [hidden.secretId, hidden.underSecretId, ...MARKS].filter((mark) => text.includes(mark))]).toEqual([
        operation.field.name,
        [],
      ]);
    }
    const byIds = await hidden.ask(hidden.viewer, `{ imagesByIds(ids: ["${hidden.secretId}", "${hidden.shownId}"]) { id } }`);
    expect(byIds.data).toEqual({ imagesByIds: [{ id: hidden.shownId }] });
    const gallery = await hidden.fetch(hidden.viewer, '/api/images/gallery');
    expect(JSON.parse(gallery.text)).toMatchObject({ total: SHOWN, next_cursor: null });
    expect(gallery.text).not.toContain('secret');
    expect(JSON.parse((await hidden.fetch(hidden.viewer, '/api/images/gallery?q=secret')).text)).toMatchObject({ total: 0, items: [] });
  });

  test('T21: the figures of the archive are those of what is shown, for everybody', async () => {
    const figures = 'images photos missing earliest latest roots { images } model { embedded }';
    const seen = (await hidden.ask(hidden.viewer, `{ archive { ${figures} hidden } timeline { totalCount months { month count } } }`)).data;
    expect(seen).toMatchObject({
      archive: { images: SHOWN, photos: SHOWN, hidden: null, roots: [{ images: SHOWN }], model: { embedded: SHOWN } },
      timeline: { totalCount: SHOWN, months: [{ month: '2020-02' }, { month: '2020-01' }] },
    });
    expect(JSON.stringify(seen)).not.toContain('1999');
    const owners = (await hidden.ask(hidden.owner, `{ archive { ${figures} hidden } }`)).data;
    expect(owners).toEqual({ archive: { ...(seen as { archive: object }).archive, hidden: 2 } });
  });

  test('T21: a viewer who asks for it is refused, wherever there is a filter', async () => {
    const filtered = operationsOfSchema().filter(({ field }) => field.args.some(({ name }) => name === 'filter'));
    expect(filtered.map(({ field }) => field.name)).toEqual(
      expect.arrayContaining(['images', 'timeline', 'timelineBucket', 'similarImages']),
    );
    for (const choice of ['WITH', 'ONLY']) {
      for (const operation of filtered.filter(({ field }) => !['imageIdsBetween', 'similarImages'].includes(field.name)))
        expect([operation.field.name, (await hidden.ask(hidden.viewer, withFilter(operation, choice))).codes]).toEqual([
          operation.field.name,
          ['FORBIDDEN'],
        ]);
      const filter = `filter: { hidden: ${choice} }`;
      for (const call of [`imageIdsBetween(first: "${hidden.shownId}", last: "${hidden.shownId}", ${filter})`])
        expect((await hidden.ask(hidden.viewer, `{ ${call} }`)).codes).toEqual(['FORBIDDEN']);
      for (const query of [`imageId: "${hidden.shownId}"`, 'text: "words"'])
        expect((await hidden.ask(hidden.viewer, `{ similarImages(query: { ${query} }, ${filter}) { topK } }`)).codes).toEqual([
          'FORBIDDEN',
        ]);
      expect((await hidden.fetch(hidden.viewer, `/api/images/gallery?hidden=${choice.toLowerCase()}`)).status).toBe(403);
      const body = JSON.stringify({ image_id: hidden.shownId, filters: { hidden: choice.toLowerCase() } });
      expect((await hidden.fetch(hidden.viewer, '/api/images/similar', { method: 'POST', body })).status).toBe(403);
    }
  });

  test('T21: what is for the owner is refused to a viewer before anything is looked up', async () => {
    for (const operation of asked('owners'))
      expect([operation.field.name, (await hidden.ask(hidden.viewer, wholeTextOf(operation, { id: hidden.secretId })))?.codes]).toEqual([
        operation.field.name,
        ['FORBIDDEN'],
      ]);
    for (const [path] of Object.entries(ROUTES).filter(([, rule]) => rule === 'owners'))
      expect([path, (await hidden.fetch(hidden.viewer, path)).status]).toEqual([path, 403]);
  });

  test('T21: its id, and that of what stands under it, are ids that were never given out', async () => {
    const unknown = newId();
    for (const id of [hidden.secretId, hidden.underSecretId]) {
      for (const path of [
        'thumbnail',
        'thumbnail?size=256',
        'thumbnail?size=1440',
        'frames/0/thumbnail',
        'original',
        'original?download=1',
      ]) {
        const answer = await hidden.fetch(hidden.viewer, `/api/images/${id}/${path}`);
        expect([path, answer]).toEqual([path, await hidden.fetch(hidden.viewer, `/api/images/${unknown}/${path}`)]);
        expect(answer.status).toBe(404);
      }
      const calls = [
        ...['image(id: "X") { id title stack { role } frames { ms } }', `imageIdsBetween(first: "X", last: "${hidden.shownId}")`],
        `imageIdsBetween(first: "${hidden.shownId}", last: "X")`,
        ...['imageId: "X"', 'imageId: "X", region: { x: 0, y: 0, width: 0.5, height: 0.5 }', 'imageId: "X", frameMs: 0'].map(
          (query) => `similarImages(query: { ${query} }) { topK }`,
        ),
      ];
      for (const call of calls) {
        const answer = await hidden.ask(hidden.viewer, `{ ${call.replace('X', id)} }`);
        expect([call, answer]).toEqual([call, await hidden.ask(hidden.viewer, `{ ${call.replace('X', unknown)} }`)]);
        expect(answer.codes).toEqual(['NOT_FOUND']);
      }
    }
    const byPath = (path: string) => hidden.fetch(hidden.viewer, '/api/images/similar', { method: 'POST', body: JSON.stringify({ path }) });
    const root = basename(hidden.folder.path);
    expect(await byPath(`${root}/${hidden.secretPath}`)).toEqual(await byPath(`${root}/secret/nothing.jpg`));
  });

  test('T21: a stack of which only one may be seen is none', async () => {
    expect(await hidden.stackOf(hidden.owner, hidden.overSecretId)).toHaveLength(1);
    expect(await hidden.stackOf(hidden.viewer, hidden.overSecretId)).toEqual([]);
    const { data } = await hidden.ask(hidden.viewer, '{ timelineBucket(month: "2020-02") { stackRoles } }');
    expect(data).toEqual({ timelineBucket: { stackRoles: [null] } });
  });

  test('T21: no search finds it, counts it or draws it, whoever asks without saying so', async () => {
    for (const headers of [hidden.viewer, hidden.owner]) {
      const query = `similarImages(query: { imageId: "${hidden.shownId}" }, threshold: -1, topK: 1000) { candidates results { image { id } } nextBest { image { id } } histogram { counts } }`;
      const { data } = await hidden.ask(headers, `{ ${query} }`);
      const { similarImages: found } = data as {
        similarImages: { candidates: number; results: { image: { id: string } }[]; histogram: { counts: number[] } };
      };
      expect(found.results).toHaveLength(SHOWN);
      expect(found.candidates).toBe(SHOWN);
      expect(found.histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(SHOWN);
      const words = await hidden.ask(
        headers,
        '{ similarImages(query: { text: "secret" }) { results { image { id } } nextBest { image { id } } } }',
      );
      for (const id of [hidden.secretId, hidden.underSecretId]) expect(words.text + JSON.stringify(found)).not.toContain(id);
    }
  });

  test('T21: its bytes, uploaded by a viewer, are a picture that nobody knows', async () => {
    const upload = readFileSync(join(hidden.folder.path, hidden.secretPath));
    const asViewer = { base: hidden.archive.base, owner: hidden.viewer };
    const unknown: Question = { upload: await scene(99).jpeg().toBuffer(), threshold: -1 };
    for (const search of [askRest, askGraphql]) {
      const answer = await search(asViewer, { upload, threshold: -1 });
      const other = await search(asViewer, unknown);
      expect(answer.query).toEqual({ ...other.query, previewUrl: answer.query.previewUrl });
      expect(answer.query.previewUrl).not.toBeNull();
      expect(answer.results.map(({ image }) => image?.id).sort()).toEqual(other.results.map(({ image }) => image?.id).sort());
      expect((await search(hidden.archive, { upload })).query).toMatchObject({ kind: 'image', imageId: hidden.secretId });
    }
  });

  test('T21: how many files a job counts is told to the owner only', async () => {
    const query = '{ jobRuns { done failed total rate secondsLeft } jobs { lastRun { done total } } }';
    const none = { done: 0, failed: 0, total: null, rate: null, secondsLeft: null };
    expect((await hidden.ask(hidden.viewer, query)).data).toEqual({
      jobRuns: [none],
      jobs: expect.arrayContaining([{ lastRun: { done: 0, total: null } }]),
    });
    expect((await hidden.ask(hidden.owner, query)).data).toMatchObject({ jobRuns: [{ done: FILES, total: FILES }] });
    expect((await hidden.fetch(hidden.viewer, '/api/jobs/current')).text).toBe('{"running":[]}');
  });
});

describe('the owner', () => {
  test('sees it when asking for it, alone or among the rest, and may open it', async () => {
    expect(await hidden.listIds('WITHOUT')).toHaveLength(SHOWN);
    expect(await hidden.listIds('WITH')).toHaveLength(SHOWN + 2);
    const only = await hidden.listIds('ONLY');
    expect(only).toHaveLength(2);
    expect(only.join()).toContain(hidden.secretId);
    expect((await hidden.ask(hidden.owner, `{ image(id: "${hidden.secretId}") { id } }`)).data).toEqual({ image: { id: hidden.secretId } });
    for (const kind of ['thumbnail', 'original'])
      expect((await hidden.fetch(hidden.owner, `/api/images/${hidden.secretId}/${kind}`)).status).toBe(200);
    const gallery = await hidden.fetch(hidden.owner, '/api/images/gallery?hidden=only');
    expect(JSON.parse(gallery.text)).toMatchObject({ total: 2 });
    const found = await hidden.ask(
      hidden.owner,
      `{ similarImages(query: { imageId: "${hidden.shownId}" }, threshold: -1, filter: { hidden: WITH }) { results { image { id } } } }`,
    );
    expect(found.text).toContain(hidden.secretId);
    const among = await hidden.ask(
      hidden.owner,
      `{ similarImages(query: { imageId: "${hidden.shownId}" }, threshold: -1, filter: { hidden: ONLY }) { results { image { id } } } }`,
    );
    expect((among.data as { similarImages: { results: unknown[] } }).similarImages.results).toHaveLength(3);
  });
});
