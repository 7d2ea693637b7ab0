import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { askGraphql, askRest } from '../support/similarity-client.js';
import { scene } from '../support/scenes.js';
import { SmallArchive } from '../support/small-archive.js';

interface Entry {
  readonly kind: string;
  readonly by: string;
  readonly resultCount: number;
  readonly tookMs: number;
  readonly model: string;
  readonly isThresholdCalibrated: boolean;
  readonly threshold: number;
  readonly query: {
    readonly parts: { text: string | null; image: { id: string } | null }[];
    readonly canRunAgain: boolean;
    readonly filter: object | null;
  };
}

const LOG = `query ($first: Int, $kind: SimilarityQueryKind) { similarityLog(first: $first, kind: $kind) { totalCount edges { node {
  kind by resultCount tookMs model threshold isThresholdCalibrated
  query { parts { text image { id } region { x y width height } frameMs mode weight } canRunAgain filter { keyword kind roots } } } } } }`;
const SAVED = '{ savedSearches { id name threshold newCount newImages { fileName } query { parts { text image { id } } canRunAgain } } }';
const SAVE = 'mutation ($name: String!, $search: SearchToSave!) { saveSearch(name: $name, search: $search) { id } }';
const OPEN = `query ($id: String!) { proposals(kind: SEARCH, target: $id) { edges { node { id name image { fileName } } } } }`;

let small: SmallArchive;

beforeAll(async () => {
  small = await SmallArchive.open(6);
}, 120_000);

afterAll(() => small.close(), 60_000);

const log = async (variables: object = {}): Promise<{ totalCount: number; entries: Entry[] }> => {
  const { similarityLog } = await small.archive.ask<{ similarityLog: { totalCount: number; edges: { node: Entry }[] } }>(LOG, {
    ...variables,
  });
  return { totalCount: similarityLog.totalCount, entries: similarityLog.edges.map(({ node }) => node) };
};
const newest = async (): Promise<Entry> => (await log({ first: 1 })).entries[0]!;
const run = async (name: string, options = {}) =>
  (await small.archive.application.jobs.start(name, options, { kind: 'job', name: 'test' })).finished;

describe('the log of searches', () => {
  test('has every search with what is needed to run it again', async () => {
    const [id] = await small.listIds();
    await askGraphql(small.archive, { imageId: id!, threshold: 0.25, filter: { kind: 'photo', keyword: 'jpg' } });
    const entry = await newest();
    expect(entry).toMatchObject({ kind: 'IMAGE', by: "the owner's token", threshold: 0.25, isThresholdCalibrated: false });
    expect(entry.query).toMatchObject({ parts: [{ image: { id } }], canRunAgain: true, filter: { kind: 'PHOTO', keyword: 'jpg' } });
    const again = await askGraphql(small.archive, { imageId: id!, threshold: entry.threshold, filter: { kind: 'photo', keyword: 'jpg' } });
    expect(again.results).toHaveLength(entry.resultCount);
    await askRest(small.archive, { text: 'boat', region: undefined });
    expect(await newest()).toMatchObject({
      kind: 'KEYWORD',
      query: { parts: [{ text: 'boat', image: null }], canRunAgain: true, filter: null },
    });
    await askGraphql(small.archive, { imageId: id!, region: { x: 0.1, y: 0.1, width: 0.5, height: 0.5 } });
    expect(await newest()).toMatchObject({
      isThresholdCalibrated: true,
      query: { parts: [{ region: { x: 0.1, y: 0.1, width: 0.5, height: 0.5 } }] },
    });
    const further = [{ text: 'boat', mode: 'not' as const }];
    await askRest(small.archive, { imageId: id!, weight: 0.5, further });
    const parts = [
      { image: { id }, mode: null, weight: 0.5 },
      { text: 'boat', mode: 'NOT' },
    ];
    expect(await newest()).toMatchObject({ kind: 'MIXTURE', query: { canRunAgain: true, parts } });
    expect((await log({ kind: 'KEYWORD' })).totalCount).toBe(1);
  });

  test('has no vector and nothing of a file that was uploaded, which cannot be run again', async () => {
    const upload = await scene(99).jpeg().toBuffer();
    await askRest(small.archive, { upload, threshold: -1 });
    expect(await newest()).toMatchObject({ kind: 'UPLOAD', query: { parts: [{ text: null, image: null }], canRunAgain: false } });
    const rows = await small.whileClosed((query) => query<{ row: string }>('SELECT to_jsonb(l)::text AS row FROM similarity_log l'));
    expect(rows.length).toBeGreaterThanOrEqual(5);
    const secrets = [upload.toString('base64').slice(0, 40), upload.toString('hex').slice(0, 40), '.jpg"', 'previewId', 'vector'];
    for (const { row } of rows) {
      expect(row.length).toBeLessThan(700);
      expect(secrets.filter((secret) => row.includes(secret))).toEqual([]);
      expect(row).not.toMatch(/\[\s*-?\d/);
    }
  }, 60_000);

  test('T21: shows no picture that is hidden, and says that it cannot be run again', async () => {
    const [id] = await small.listIds();
    const hide = `mutation ($hidden: Boolean!) { annotateImages(ids: ["${id}"], changes: { hidden: $hidden }) { __typename } }`;
    await small.archive.ask(hide, { hidden: true });
    const { entries } = await log();
    expect(JSON.stringify(entries)).not.toContain(id);
    expect(entries.some(({ kind, query }) => kind === 'IMAGE' && !query.canRunAgain)).toBe(true);
    await small.archive.ask(hide, { hidden: false });
    expect(JSON.stringify((await log()).entries)).toContain(id);
  });

  test('is reported by a job', async () => {
    const { report, run: ended } = await run('similarity-report');
    expect(ended.outcome).toBe('succeeded');
    expect(report?.counts.searches).toBeGreaterThanOrEqual(4);
    expect(report?.details?.data).toMatchObject({ kinds: expect.arrayContaining([expect.objectContaining({ kind: 'upload' })]) });
  });
});

describe('a saved search', () => {
  test('finds new pictures when folders are read again; what is refused never comes back', async () => {
    const [id] = await small.listIds();
    const { saveSearch } = await small.archive.ask<{ saveSearch: { id: string } }>(SAVE, {
      name: 'Like the first',
      search: { parts: [{ imageId: id }], threshold: -1, filter: { kind: 'PHOTO' } },
    });
    const saved = async () =>
      (await small.archive.ask<{ savedSearches: { newCount: number; newImages: { fileName: string }[] }[] }>(SAVED)).savedSearches[0]!;
    const open = async () =>
      (
        await small.archive.ask<{ proposals: { edges: { node: { id: string; image: { fileName: string } } }[] } }>(OPEN, {
          id: saveSearch.id,
        })
      ).proposals.edges.map(({ node }) => node);
    expect(await saved()).toMatchObject({
      name: 'Like the first',
      threshold: -1,
      newCount: 0,
      query: { parts: [{ image: { id } }], canRunAgain: true },
    });
    await small.archive.ingest([small.root]);
    expect((await saved()).newCount).toBe(0);
    await small.writePictures(6, 9);
    await small.archive.ingest([small.root]);
    const { newCount, newImages } = await saved();
    expect([newCount, newImages.map(({ fileName }) => fileName).sort()]).toEqual([3, ['6.jpg', '7.jpg', '8.jpg']]);
    const [first, second] = await open();
    await small.archive.ask('mutation ($ids: [ID!]!) { rejectProposals(ids: $ids) { decisionId imageCount } }', { ids: [first!.id] });
    await small.archive.ask('mutation ($ids: [ID!]!) { acceptProposals(ids: $ids) { decisionId imageCount } }', { ids: [second!.id] });
    await run('match-saved-searches');
    await small.archive.ingest([small.root]);
    expect(await open()).toHaveLength(1);
    const { decisions } = await small.archive.ask<{ decisions: { edges: { node: object }[] } }>(
      '{ decisions(first: 2) { edges { node { kind imageCount changes { field text isRemoved } } } } }',
    );
    expect(decisions.edges.map(({ node }) => node)).toEqual([
      { kind: 'accept', imageCount: 1, changes: [{ field: 'search', text: 'Like the first', isRemoved: false }] },
      { kind: 'reject', imageCount: 1, changes: [{ field: 'search', text: 'Like the first', isRemoved: true }] },
    ]);
    expect((await run('verify-archive')).run.outcome).toBe('succeeded');
  }, 120_000);

  test('goes with the picture it asks with when that is forgotten', async () => {
    const [id] = (await small.archive.ask<{ savedSearches: { query: { parts: { image: { id: string } }[] } }[] }>(SAVED)).savedSearches.map(
      ({ query }) => query.parts[0]!.image.id,
    );
    await run('forget', { images: id, yes: true });
    expect(await small.archive.ask(SAVED)).toEqual({ savedSearches: [] });
    expect(JSON.stringify((await log()).entries)).not.toContain(id);
  }, 60_000);
});
