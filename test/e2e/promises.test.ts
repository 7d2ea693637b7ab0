import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { openDatabase } from '../../server/database/data-source.js';
import { createLog } from '../../server/logging.js';
import { BUILT_IN, STAND_IN, startArchive, type TestArchive } from '../support/archive.js';
import { seededRandom } from '../support/hostile-bytes.js';
import { PictureFolder } from '../support/pictures.js';
import { describeWith } from '../support/requirements.js';

interface Hit {
  readonly similarity: number;
  readonly isQuery: boolean;
  readonly band: string | null;
  readonly image: { readonly id: string } | null;
}
interface SimilarImages {
  readonly model: string;
  readonly results: Hit[];
  readonly nextBest: Hit[];
  readonly histogram: { readonly strongFrom: number | null };
}

const PICTURES = 30;
const WORDS = { title: 'Said by a person', description: 'In her own words', addTags: ['hers', 'kept'], favourite: true };
let folder: PictureFolder;
let archive: TestArchive;

/** A picture like no other: a coarse field of random colours, drawn large. */
function scene(seed: number): Sharp {
  const draw = seededRandom(seed);
  const colours = Buffer.from(Array.from({ length: 8 * 6 * 3 }, () => draw(256)));
  return sharp(colours, { raw: { width: 8, height: 6, channels: 3 } }).resize(400, 300, { kernel: 'cubic' });
}

const root = (): string => join(folder.path, 'photos');
async function writePictures(from: number, to: number): Promise<void> {
  mkdirSync(root(), { recursive: true });
  for (let number = from; number < to; number += 1) writeFileSync(join(root(), `${number}.jpg`), await scene(number).jpeg().toBuffer());
}

const idsOf = async (): Promise<string[]> =>
  (await archive.ask<{ images: { edges: { node: { id: string } }[] } }>('{ images(first: 500) { edges { node { id } } } }')).images.edges.map(({ node }) => node.id);
const findSimilar = async (query: object, rest: object = {}): Promise<SimilarImages> =>
  (
    await archive.ask<{ similarImages: SimilarImages }>(
      `query ($query: SimilarityQuery!, $threshold: Float, $topK: Int) { similarImages(query: $query, threshold: $threshold, topK: $topK) {
        model results { similarity isQuery band image { id } } nextBest { similarity isQuery band image { id } } histogram { strongFrom } } }`,
      { query, topK: 50, ...rest },
    )
  ).similarImages;
const saidOf = async (id: string): Promise<unknown> =>
  (await archive.ask<{ image: unknown }>('query ($id: ID!) { image(id: $id) { title description tags favourite } }', { id })).image;
const annotate = async (id: string): Promise<void> =>
  void (await archive.ask('mutation ($id: ID!, $changes: AnnotationChanges!) { annotateImages(ids: [$id], changes: $changes) { decisionId } }', { id, changes: WORDS }));
const counts = async (): Promise<{ images: number; missing: number }> =>
  (await archive.ask<{ archive: { images: number; missing: number } }>('{ archive { images missing } }')).archive;

async function reopen(environment: Record<string, string>): Promise<void> {
  await archive.close({ keep: true });
  archive = await startArchive({ environment, dataDir: archive.dataDir });
}

/** Every file below a folder with the hash of its bytes and its time of change. */
const fingerprints = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => `${file} ${createHash('sha256').update(readFileSync(file)).digest('hex')} ${statSync(file).mtimeMs}`)
    .sort();

/** Asks the database of the archive, which is closed meanwhile and opened again. */
async function whileClosed<T>(work: (query: <Row>(sql: string) => Promise<Row[]>) => Promise<T>): Promise<T> {
  await archive.close({ keep: true });
  const database = await openDatabase({ url: null, poolSize: 1, dataDir: archive.dataDir, log: createLog('silent') });
  try {
    return await work(async <Row>(sql: string) => (await database.dataSource.query(sql)) as Row[]);
  } finally {
    await database.close();
    archive = await startArchive({ dataDir: archive.dataDir });
  }
}

describe('the promises', () => {
  beforeAll(async () => {
    folder = new PictureFolder();
    await writePictures(0, PICTURES);
    writeFileSync(join(folder.path, 'outside.jpg'), await scene(900).jpeg().toBuffer());
    archive = await startArchive();
    await archive.ingest([root()]);
  }, 120_000);
  afterAll(async () => {
    await archive.close();
    folder.remove();
  }, 60_000);

  test('The query image is always in the answer', async () => {
    for (const imageId of (await idsOf()).slice(0, 5)) {
      for (const rest of [{}, { topK: 1 }, { threshold: 1 }, { threshold: -1, topK: 3 }]) {
        expect((await findSimilar({ imageId }, rest)).results[0]).toMatchObject({ isQuery: true, similarity: 1, image: { id: imageId } });
      }
    }
    const upload = new FormData();
    upload.append('image', new Blob([await scene(901).png().toBuffer()]), 'new.png');
    const { results, query } = (await (await archive.fetch('/api/images/similar', { method: 'POST', body: upload })).json()) as {
      results: object[];
      query: { preview_url: string };
    };
    expect(results[0]).toMatchObject({ is_query: true, similarity: 1, image: null });
    expect((await archive.fetch(query.preview_url)).headers.get('content-type')).toBe('image/jpeg');
  });

  test("A person's word stands", async () => {
    const [id = ''] = await idsOf();
    await annotate(id);
    const said = await saidOf(id);
    expect(said).toEqual({ title: WORDS.title, description: WORDS.description, tags: WORDS.addTags, favourite: true });
    const path = (await archive.ask<{ image: { sourcePath: string } }>('query ($id: ID!) { image(id: $id) { sourcePath } }', { id })).image.sourcePath;
    const file = join(folder.path, path);
    writeFileSync(file, await sharp(file).rotate(90).withExif({ IFD0: { ImageDescription: 'Another program says' } }).jpeg({ quality: 95 }).toBuffer());
    expect((await archive.ingest([])).counts.updated).toBe(1);
    expect(await saidOf(id)).toEqual(said);
    expect((await archive.ingest([])).counts.updated).toBeUndefined();
    expect(await saidOf(id)).toEqual(said);
    // Not even by hand, unless a person decides it.
    const forbidden = ['UPDATE annotations SET value = \'"a job"\'', 'DELETE FROM annotations', 'UPDATE documents SET hidden = true', 'DELETE FROM decisions', "UPDATE decisions SET kind = 'x'"];
    await whileClosed(async (query) => {
      for (const sql of forbidden) await expect(query(sql)).rejects.toThrow();
    });
    expect(await saidOf(id)).toEqual(said);
  }, 240_000);

  test('Originals are never changed', async () => {
    const before = fingerprints(folder.path);
    const [id = '', other = ''] = await idsOf();
    await annotate(other);
    await archive.ingest([]);
    for (const size of [256, 512, 1440]) expect((await archive.fetch(`/api/images/${id}/thumbnail?size=${size}`)).status).toBe(200);
    expect((await archive.fetch(`/api/images/${id}/original?download=1`)).status).toBe(200);
    await findSimilar({ imageId: id, region: { x: 0, y: 0, width: 0.5, height: 0.5 } });
    expect(fingerprints(folder.path)).toEqual(before);
  });

  // Killed in its midst: kill.test.ts.
  test('Every run is a resume', async () => {
    await writePictures(PICTURES, PICTURES + 20);
    const started = await archive.application.jobs.start('ingest', {}, { kind: 'job', name: 'test' });
    archive.application.jobs.stop(started.run.id);
    const stopped = await started.finished;
    const first = stopped.report?.counts.added ?? 0;
    expect([stopped.run.outcome, first < 20]).toEqual(['stopped', true]);
    expect((await archive.ingest([])).counts.added).toBe(20 - first);
    expect((await archive.ingest([])).counts.unchanged).toBe(PICTURES + 20);
    expect((await counts()).images).toBe(PICTURES + 20);
  });

  test('One bad file is one line in a report', async () => {
    writeFileSync(join(root(), 'text.jpg'), 'not a picture');
    writeFileSync(join(root(), 'empty.png'), '');
    writeFileSync(join(root(), 'cut.jpg'), readFileSync(join(root(), '1.jpg')).subarray(0, 400));
    symlinkSync(join(folder.path, 'outside.jpg'), join(root(), 'link.jpg'));
    const { failures, counts: counted } = await archive.ingest([]);
    expect(failures.map(({ path, code }) => [path, code]).sort()).toEqual([
      ['photos/cut.jpg', 'truncated'],
      ['photos/empty.png', 'empty'],
      ['photos/text.jpg', 'unsupported'],
    ]);
    expect(counted.failed).toBe(3);
    expect((await archive.fetch('/readyz')).status).toBe(200);
    for (const name of ['text.jpg', 'empty.png', 'cut.jpg']) rmSync(join(root(), name));
    await archive.ingest([]);
  });

  test('No path outside the roots is read, shown or opened', async () => {
    for (const path of ['photos/../outside.jpg', '../outside.jpg', 'photos/link.jpg', join(folder.path, 'outside.jpg'), '/etc/passwd', 'photos/%2e%2e/outside.jpg']) {
      const answer = await archive.fetch('/api/images/similar', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ path }) });
      expect([path, answer.status]).toEqual([path, 404]);
    }
    const [id = ''] = await idsOf();
    const { sourcePath } = (await archive.ask<{ image: { sourcePath: string } }>('query ($id: ID!) { image(id: $id) { sourcePath } }', { id })).image;
    // A file that was read in honestly, and is a link out of its root now.
    const file = join(folder.path, sourcePath);
    renameSync(file, `${file}.kept`);
    symlinkSync(join(folder.path, 'outside.jpg'), file);
    expect((await archive.fetch(`/api/images/${id}/original`)).status).toBe(503);
    rmSync(file);
    renameSync(`${file}.kept`, file);
    expect((await archive.fetch(`/api/images/${id}/original`)).status).toBe(200);
  });

  test('Nothing without a session', async () => {
    const [id = ''] = await idsOf();
    for (const path of ['/api/images/gallery', `/api/images/${id}/thumbnail`, `/api/images/${id}/original`, '/graphql', '/api/jobs/current', '/image-explorer']) {
      expect([path, (await fetch(archive.base + path)).status]).toEqual([path, 401]);
    }
    expect((await fetch(`${archive.base}/healthz`)).status).toBe(200);
  });

  test('Scores are honest', async () => {
    const [imageId = ''] = await idsOf();
    const small = await findSimilar({ imageId }, { threshold: -1 });
    expect(small.results.length).toBeGreaterThan(10);
    expect(small.results.every(({ similarity, band }) => similarity <= 1 && band === null)).toBe(true);
    expect(small.histogram.strongFrom).toBeNull();
    await writePictures(1000, 1220);
    writeFileSync(join(root(), 'again.webp'), await scene(1000).webp({ quality: 90 }).toBuffer());
    await archive.ingest([]);
    const { images } = await archive.ask<{ images: { edges: { node: { id: string } }[] } }>('{ images(filter: { keyword: "again.webp" }) { edges { node { id } } } }');
    const large = await findSimilar({ imageId: images.edges[0]?.node.id }, { threshold: -1 });
    expect(large.results[1]).toMatchObject({ band: 'STRONG' });
    expect(large.results.at(-1)).toMatchObject({ band: 'GUESS' });
    const shown = large.results.slice(1).map(({ similarity }) => similarity);
    expect(shown).toEqual([...shown].sort((a, b) => b - a));
  }, 240_000);
});

describe('An unmounted disk deletes nothing', () => {
  const away = (): string => `${root()}-away`;

  beforeEach(async () => {
    folder = new PictureFolder();
    await writePictures(0, 60);
    archive = await startArchive();
    await archive.ingest([root()]);
  }, 120_000);
  afterEach(async () => {
    await archive.close();
    folder.remove();
  }, 60_000);

  test('An unmounted disk deletes nothing', async () => {
    const alarm = async (sentence: RegExp): Promise<void> => {
      await expect(archive.ingest([])).rejects.toThrow(sentence);
      expect(await counts()).toEqual({ images: 60, missing: 0 });
    };
    renameSync(root(), away());
    await alarm(/cannot be found. Nothing was changed/);
    mkdirSync(root());
    await alarm(/60 of 60 files of "photos" are gone at once. Nothing was changed/);
    rmSync(root(), { recursive: true });
    renameSync(away(), root());
    mkdirSync(away());
    for (let number = 0; number < 25; number += 1) renameSync(join(root(), `${number}.jpg`), join(away(), `${number}.jpg`));
    await alarm(/25 of 60 files/);
    expect((await archive.ingest([], { acceptMissing: true })).counts.missing).toBe(25);
    expect(await counts()).toEqual({ images: 60, missing: 25 });
    for (let number = 0; number < 25; number += 1) renameSync(join(away(), `${number}.jpg`), join(root(), `${number}.jpg`));
    expect((await archive.ingest([])).counts).toMatchObject({ unchanged: 60, missing: 0 });
    expect(await counts()).toEqual({ images: 60, missing: 0 });
  }, 120_000);
});

describeWith('shared', 'Embeddings of different models are never compared', () => {
  beforeAll(async () => {
    folder = new PictureFolder();
    await writePictures(0, PICTURES);
    archive = await startArchive({ environment: BUILT_IN });
    await archive.ingest([root()]);
  }, 120_000);
  afterAll(async () => {
    await archive.close();
    folder.remove();
  }, 60_000);

  test('T48 Embeddings of different models are never compared', async () => {
    const [id = ''] = await idsOf();
    await annotate(id);
    const said = await saidOf(id);
    const before = await findSimilar({ imageId: id });
    const newPicture = await scene(5).resize(300, 300).png().toBuffer();
    const upload = async (): Promise<{ model: string; status: number }> => {
      const form = new FormData();
      form.append('image', new Blob([newPicture]), 'new.png');
      const answer = await archive.fetch('/api/images/similar', { method: 'POST', body: form });
      return { ...((await answer.json()) as { model: string }), status: answer.status };
    };
    await reopen(STAND_IN);
    // Until every picture has its new vector, the old model answers.
    expect((await findSimilar({ imageId: id })).model).toBe(before.model);
    let isDone = false;
    const switching = archive.ingest([]).finally(() => (isDone = true));
    const during: { model: string; status: number }[] = [];
    while (!isDone) during.push(await upload());
    await switching;
    expect(during.map(({ status }) => status)).toEqual(during.map(() => 200));
    const after = await findSimilar({ imageId: id });
    expect([after.model, before.model]).toEqual([STAND_IN.CLIP_MODEL, expect.stringMatching(/^builtin/)]);
    expect((await upload()).model).toBe(STAND_IN.CLIP_MODEL);
    expect(await saidOf(id)).toEqual(said);
    const [log, vectors] = await whileClosed(async (query) => [
      await query<{ name: string; candidates: number }>('SELECT m.name, s.candidates FROM similarity_log s JOIN models m ON m.id = s.model_id ORDER BY s.at, s.id'),
      await query<{ name: string; count: number }>(
        'SELECT m.name, count(DISTINCT e.document_id)::int AS count FROM image_embeddings e JOIN models m ON m.id = e.model_id GROUP BY m.name ORDER BY m.name',
      ),
    ] as const);
    // Each query was compared with as many vectors as one model has, and the models follow each other once.
    expect(new Set(log.map(({ candidates }) => candidates))).toEqual(new Set([PICTURES]));
    const turns = log.filter(({ name }, position) => name !== log[position - 1]?.name).map(({ name }) => name);
    expect(turns).toEqual([before.model, STAND_IN.CLIP_MODEL]);
    expect(vectors).toEqual([before.model, STAND_IN.CLIP_MODEL].map((name) => ({ name, count: PICTURES })));
    expect(await saidOf(id)).toEqual(said);
  }, 300_000);
});
