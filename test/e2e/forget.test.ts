import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startArchive, type TestArchive } from '../support/archive.js';
import { PictureFolder } from '../support/pictures.js';
import { waitUntil } from '../support/processes.js';
import { scene } from '../support/scenes.js';
import { differencesFromLedger, hashesOf, readMarks, tracesOf, withDatabase, type Marks } from '../support/traces.js';

const folder = new PictureFolder();
const root = join(folder.path, 'album');
const isSidecar = (path: string): boolean => path.endsWith('.annotation.json');
const BULK = 'said of three';
const SIDECAR = join(root, 'wallabyfile.png.annotation.json');
const OWN = ['zebrawort', 'quaggatext', 'numbattag'];
let archive: TestArchive;
let originals: Record<string, string>;

const write = async (name: string, number: number): Promise<void> =>
  void writeFileSync(join(root, name), await scene(number).png({ compressionLevel: 9 }).toBuffer());

beforeAll(async () => {
  mkdirSync(root);
  for (const number of [1, 2, 3, 4, 5]) await write(`kept ${number}.png`, number);
  await write('wallabyfile.png', 6);
  copyFileSync(join(root, 'wallabyfile.png'), join(root, 'wallabyfile2.png'));
  archive = await startArchive({ environment: { CLIP_MODEL: 'builtin' } });
  await archive.ingest([root]);
  // Other bytes of the same picture: its earlier ones are of it too.
  for (const name of ['wallabyfile.png', 'wallabyfile2.png'])
    writeFileSync(join(root, name), await scene(6).png({ compressionLevel: 1 }).toBuffer());
  await archive.ingest([root]);
}, 120_000);

afterAll(async () => {
  await archive.close();
  folder.remove();
}, 60_000);

async function idOf(name: string): Promise<string> {
  const { images } = await archive.ask<{ images: { edges: { node: { id: string; fileName: string } }[] } }>(
    '{ images { edges { node { id fileName } } } }',
  );
  return images.edges.find(({ node }) => node.fileName === name)?.node.id ?? `no ${name}`;
}

async function say(ids: readonly string[], changes: object): Promise<string> {
  const text = `mutation ($ids: [ID!]!, $changes: AnnotationChanges!) { annotateImages(ids: $ids, changes: $changes) {
    ... on AnnotationResult { decisionId } } }`;
  return (await archive.ask<{ annotateImages: { decisionId: string } }>(text, { ids, changes })).annotateImages.decisionId;
}

const preview = async (scope: object) =>
  (
    await archive.ask<{ previewForget: { images: number; files: number; decisions: number; token: string } }>(
      'query ($scope: ForgetScope!) { previewForget(scope: $scope) { images files decisions token } }',
      { scope },
    )
  ).previewForget;

async function forget(scope: object, token: string, withSidecars = true): Promise<void> {
  const text = `mutation ($scope: ForgetScope!, $token: String!, $withSidecars: Boolean!) {
    forget(scope: $scope, token: $token, withSidecars: $withSidecars) { id } }`;
  await archive.ask(text, { scope, token, withSidecars });
  for (;;) {
    const { jobRuns } = await archive.ask<{ jobRuns: { outcome: string; summary: string | null }[] }>(
      '{ jobRuns(first: 1) { outcome summary } }',
    );
    if (jobRuns[0]?.outcome === 'RUNNING') continue;
    expect(jobRuns[0]?.outcome).toBe('SUCCEEDED');
    return;
  }
}

async function reopen<T>(work: (dataDir: string) => Promise<T>): Promise<T> {
  const { dataDir } = archive;
  await archive.close({ keep: true });
  const result = await work(dataDir);
  archive = await startArchive({ dataDir });
  return result;
}

const SAID = `SELECT document_id, field, element, value, said_by, said_at, version FROM annotations ORDER BY 1, 2, 3`;

describe('forget', () => {
  let marks: Marks;
  let doomed = '';
  let others: string[] = [];
  let saidBefore: unknown[];
  let bulkDecision = '';

  test('T44: what is not what the preview showed any more is a CONFLICT, and nothing happens', async () => {
    doomed = await idOf('wallabyfile.png');
    others = [await idOf('kept 1.png'), await idOf('kept 2.png')];
    const { token } = await preview({ imageIds: [doomed] });
    bulkDecision = await say([doomed, ...others], { description: BULK, addTags: ['shared'] });
    await expect(forget({ imageIds: [doomed] }, token)).rejects.toThrow('CONFLICT');
    await expect(forget({ imageIds: [others[0]] }, token)).rejects.toThrow('CONFLICT');
    await expect(preview({ imageIds: [doomed], allMissing: true })).rejects.toThrow('BAD_REQUEST');
    await expect(preview({ imageIds: ['x'] })).rejects.toThrow('NOT_FOUND');
    expect(await idOf('wallabyfile.png')).toBe(doomed);
  });

  test('T44: forget leaves no row, thumbnail, vector, sidecar (when asked) or log reference', async () => {
    await say([doomed], { title: OWN[0], description: OWN[1], addTags: [OWN[2]], favourite: true });
    // Said of two and taken back: the taking back says what was said of each.
    const title = await say([doomed, ...others], { title: 'said of three, then taken back' });
    await archive.ask('mutation ($id: ID!) { undoDecision(id: $id) { __typename } }', { id: title });
    for (const query of [`imageId: "${doomed}"`, 'path: "album/wallabyfile.png"'])
      await archive.ask(`{ similarImages(query: { ${query} }) { topK } }`);
    for (const size of [256, 512, 1440]) expect((await archive.fetch(`/api/images/${doomed}/thumbnail?size=${size}`)).status).toBe(200);
    await archive.application.jobs
      .start('ingest', { dryRun: true, folder: [root] }, { kind: 'job', name: 'test' })
      .then(({ finished }) => finished);
    await waitUntil(() => existsSync(SIDECAR) && readFileSync(SIDECAR, 'utf8').includes(OWN[2] ?? ''));
    originals = hashesOf(root, isSidecar);
    const before = await reopen(async (dataDir) => {
      marks = await readMarks(dataDir, doomed, ['wallabyfile', ...OWN]);
      saidBefore = await withDatabase(dataDir, (query) => query(`SELECT * FROM (${SAID}) s WHERE document_id <> '${doomed}'`));
      return tracesOf(dataDir, marks);
    });
    expect([marks.hashes.length, marks.vectors.length]).toEqual([2, 1]);
    for (const place of [
      /^index.*bytes of/,
      /^thumbnails.*1440/,
      /^decisions.jsonl: zebrawort/,
      /^table similarity_log/,
      /^database.*quaggatext/,
    ])
      expect(before).toContainEqual(expect.stringMatching(place));
    const shown = await preview({ imageIds: [doomed] });
    expect(shown).toMatchObject({ images: 1, files: 2, decisions: 4 });
    await forget({ imageIds: [doomed] }, shown.token);
    expect(await reopen((dataDir) => tracesOf(dataDir, marks))).toEqual([]);
    expect([existsSync(SIDECAR), existsSync(join(root, 'kept 1.png.annotation.json'))]).toEqual([false, true]);
  }, 180_000);

  test('T44: the file does not come back at the next ingestion, and is no failure', async () => {
    const report = await archive.ingest([root]);
    expect(report.counts).toMatchObject({ forgotten: 2, unchanged: 5, failed: 0 });
    expect(await idOf('wallabyfile.png')).toBe('no wallabyfile.png');
    expect((await archive.ask<{ archive: object }>('{ archive { images failures missing } }')).archive).toEqual({
      images: 5,
      failures: 0,
      missing: 0,
    });
    expect((await archive.fetch(`/api/images/${doomed}/original`)).status).toBe(404);
  });

  test('T44: originals are what they were', () => {
    expect(hashesOf(root, isSidecar)).toEqual(originals);
  });

  test('T44: a decision about several keeps its words for the others, who lose none of theirs', async () => {
    const said = await reopen((dataDir) => withDatabase(dataDir, (query) => query(SAID)));
    expect(said).toEqual(saidBefore);
    expect(await reopen(differencesFromLedger)).toEqual([]);
    const { decisions } = await archive.ask<{
      decisions: { edges: { node: { id: string; kind: string; imageCount: number; isRedacted: boolean } }[] };
    }>('{ decisions { edges { node { id kind imageCount isRedacted } } } }');
    const nodes = decisions.edges.map(({ node }) => node);
    expect(nodes.find(({ id }) => id === bulkDecision)).toMatchObject({ imageCount: 2, isRedacted: false });
    expect(nodes.find(({ imageCount, kind }) => kind === 'annotate' && imageCount === 0)).toMatchObject({ isRedacted: true });
    expect(nodes.filter(({ kind }) => kind === 'forget')).toMatchObject([{ imageCount: 1, isRedacted: false }]);
  });

  test('a folder whose files may come back brings them back with the next ingestion', async () => {
    const { finished } = await archive.application.jobs.start('forget', { readmit: root }, { kind: 'job', name: 'terminal' });
    expect((await finished).report?.counts).toEqual({ readmitted: 1 });
    expect((await archive.ingest([root])).counts).toMatchObject({ added: 1, linked: 1 });
    expect(await idOf('wallabyfile.png')).not.toBe('no wallabyfile.png');
  });

  test('all that is missing, and a root, are forgotten in one go; pictures that lie elsewhere too stay', async () => {
    const elsewhere = join(folder.path, 'elsewhere');
    mkdirSync(elsewhere);
    copyFileSync(join(root, 'kept 5.png'), join(elsewhere, 'also.png'));
    await archive.ingest([elsewhere]);
    const { archive: state } = await archive.ask<{ archive: { roots: { id: string; name: string }[] } }>(
      '{ archive { roots { id name } } }',
    );
    const rootId = state.roots.find(({ name }) => name === 'album')?.id;
    const shown = await preview({ rootId });
    expect(shown.images).toBe(5);
    await forget({ rootId }, shown.token, false);
    expect(await idOf('also.png')).toBe('no also.png');
    expect((await archive.ask<{ archive: { images: number } }>('{ archive { images } }')).archive.images).toBe(1);
    expect(hashesOf(root, isSidecar)).toEqual(originals);
  }, 120_000);
});
