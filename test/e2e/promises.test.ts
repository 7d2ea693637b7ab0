import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { scene } from '../support/scenes.js';
import { SmallArchive } from '../support/small-archive.js';

// Each promise of the product has a test of its name: here, and for the seventh in promise-of-models.test.ts. Fuller ones stand beside them.
const PICTURES = 30;
let small: SmallArchive;

/** Every file below a folder with the hash of its bytes and its time of change. */
const fingerprints = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    // What is said is written beside them.
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.annotation.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => `${file} ${createHash('sha256').update(readFileSync(file)).digest('hex')} ${statSync(file).mtimeMs}`)
    .sort();

describe('the promises', () => {
  beforeAll(async () => {
    small = await SmallArchive.open(PICTURES);
    small.folder.write('outside.jpg', await scene(900).jpeg().toBuffer());
  }, 120_000);
  afterAll(() => small.close(), 60_000);

  test('The query image is always in the answer', async () => {
    for (const imageId of (await small.listIds()).slice(0, 5)) {
      for (const rest of [{}, { topK: 1 }, { threshold: 1 }, { threshold: -1, topK: 3 }]) {
        expect((await small.findSimilar({ imageId }, rest)).results[0]).toMatchObject({
          isQuery: true,
          similarity: 1,
          image: { id: imageId },
        });
      }
    }
    const upload = new FormData();
    upload.append('image', new Blob([await scene(901).png().toBuffer()]), 'new.png');
    const { results, query } = (await (await small.archive.fetch('/api/images/similar', { method: 'POST', body: upload })).json()) as {
      results: object[];
      query: { preview_url: string };
    };
    expect(results[0]).toMatchObject({ is_query: true, similarity: 1, image: null });
    expect((await small.archive.fetch(query.preview_url)).headers.get('content-type')).toBe('image/jpeg');
  });

  test("A person's word stands", async () => {
    const [id = ''] = await small.listIds();
    const said = await small.annotate(id);
    expect(said).toEqual({ title: 'Said by a person', description: 'In her own words', tags: ['hers', 'kept'], favourite: true });
    const path = (await small.archive.ask<{ image: { sourcePath: string } }>('query ($id: ID!) { image(id: $id) { sourcePath } }', { id }))
      .image.sourcePath;
    const file = join(small.folder.path, path);
    writeFileSync(
      file,
      await sharp(file)
        .rotate(90)
        .withExif({ IFD0: { ImageDescription: 'Another program says' } })
        .jpeg({ quality: 95 })
        .toBuffer(),
    );
    expect((await small.archive.ingest([])).counts.updated).toBe(1);
    expect(await small.readWords(id)).toEqual(said);
    expect((await small.archive.ingest([])).counts.updated).toBeUndefined();
    expect(await small.readWords(id)).toEqual(said);
    // Not even by hand, unless a person decides it.
    const forbidden = [
      'UPDATE annotations SET value = \'"a job"\'',
      'DELETE FROM annotations',
      'UPDATE documents SET hidden = true',
      'DELETE FROM decisions',
      "UPDATE decisions SET kind = 'x'",
    ];
    await small.whileClosed(async (query) => {
      for (const sql of forbidden) await expect(query(sql)).rejects.toThrow();
    });
    expect(await small.readWords(id)).toEqual(said);
  }, 240_000);

  test('Originals are never changed', async () => {
    const before = fingerprints(small.folder.path);
    const [id = '', other = ''] = await small.listIds();
    await small.annotate(other);
    await small.archive.ingest([]);
    for (const size of [256, 512, 1440]) expect((await small.archive.fetch(`/api/images/${id}/thumbnail?size=${size}`)).status).toBe(200);
    expect((await small.archive.fetch(`/api/images/${id}/original?download=1`)).status).toBe(200);
    await small.findSimilar({ imageId: id, region: { x: 0, y: 0, width: 0.5, height: 0.5 } });
    expect(fingerprints(small.folder.path)).toEqual(before);
  });

  // Killed in its midst: kill.test.ts.
  test('Every run is a resume', async () => {
    await small.writePictures(PICTURES, PICTURES + 20);
    const started = await small.archive.application.jobs.start('ingest', {}, { kind: 'job', name: 'test' });
    small.archive.application.jobs.stop(started.run.id);
    const stopped = await started.finished;
    const first = stopped.report?.counts.added ?? 0;
    expect([stopped.run.outcome, first < 20]).toEqual(['stopped', true]);
    expect((await small.archive.ingest([])).counts.added).toBe(20 - first);
    expect((await small.archive.ingest([])).counts.unchanged).toBe(PICTURES + 20);
    expect((await small.count()).images).toBe(PICTURES + 20);
  });

  test('One bad file is one line in a report', async () => {
    writeFileSync(join(small.root, 'text.jpg'), 'not a picture');
    writeFileSync(join(small.root, 'empty.png'), '');
    writeFileSync(join(small.root, 'cut.jpg'), readFileSync(join(small.root, '1.jpg')).subarray(0, 400));
    symlinkSync(join(small.folder.path, 'outside.jpg'), join(small.root, 'link.jpg'));
    const { failures, counts: counted } = await small.archive.ingest([]);
    expect(failures.map(({ path, code }) => [path, code]).sort()).toEqual([
      ['photos/cut.jpg', 'truncated'],
      ['photos/empty.png', 'empty'],
      ['photos/text.jpg', 'unsupported'],
    ]);
    expect(counted.failed).toBe(3);
    expect((await small.archive.fetch('/readyz')).status).toBe(200);
    for (const name of ['text.jpg', 'empty.png', 'cut.jpg']) rmSync(join(small.root, name));
    await small.archive.ingest([]);
  });

  test('No path outside the roots is read, shown or opened', async () => {
    for (const path of [
      'photos/../outside.jpg',
      '../outside.jpg',
      'photos/link.jpg',
      join(small.folder.path, 'outside.jpg'),
      '/etc/passwd',
      'photos/%2e%2e/outside.jpg',
    ]) {
      const answer = await small.archive.fetch('/api/images/similar', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ path }),
      });
      expect([path, answer.status]).toEqual([path, 404]);
    }
    const [id = ''] = await small.listIds();
    // A file that was read in honestly, and is a link out of its root now.
    const file = join(small.folder.path, await small.pathOf(id));
    renameSync(file, `${file}.kept`);
    symlinkSync(join(small.folder.path, 'outside.jpg'), file);
    expect((await small.archive.fetch(`/api/images/${id}/original`)).status).toBe(503);
    rmSync(file);
    renameSync(`${file}.kept`, file);
    expect((await small.archive.fetch(`/api/images/${id}/original`)).status).toBe(200);
  });

  test('Nothing without a session', async () => {
    const [id = ''] = await small.listIds();
    for (const path of [
      '/api/images/gallery',
      `/api/images/${id}/thumbnail`,
      `/api/images/${id}/original`,
      '/graphql',
      '/api/jobs/current',
      '/image-explorer',
    ]) {
      expect([path, (await fetch(small.archive.base + path)).status]).toEqual([path, 401]);
    }
    expect((await fetch(`${small.archive.base}/healthz`)).status).toBe(200);
  });

  test('Scores are honest', async () => {
    const [imageId = ''] = await small.listIds();
    const few = await small.findSimilar({ imageId }, { threshold: -1 });
    expect(few.results.length).toBeGreaterThan(10);
    expect(few.results.every(({ similarity, band }) => similarity <= 1 && band === null)).toBe(true);
    expect(few.histogram.strongFrom).toBeNull();
    await small.writePictures(1000, 1220);
    writeFileSync(join(small.root, 'again.webp'), await scene(1000).webp({ quality: 90 }).toBuffer());
    await small.archive.ingest([]);
    const { images } = await small.archive.ask<{ images: { edges: { node: { id: string } }[] } }>(
      '{ images(filter: { keyword: "again.webp" }) { edges { node { id } } } }',
    );
    const large = await small.findSimilar({ imageId: images.edges[0]?.node.id }, { threshold: -1 });
    expect(large.results[1]).toMatchObject({ band: 'STRONG' });
    expect(large.results.at(-1)).toMatchObject({ band: 'GUESS' });
    const shown = large.results.slice(1).map(({ similarity }) => similarity);
    expect(shown).toEqual([...shown].sort((a, b) => b - a));
  }, 240_000);
});

describe('T43 promise 6', () => {
  const away = (): string => `${small.root}-away`;

  beforeAll(async () => {
    small = await SmallArchive.open(60);
  }, 120_000);
  afterAll(() => small.close(), 60_000);

  test('An unmounted disk deletes nothing', async () => {
    const alarm = async (sentence: RegExp): Promise<void> => {
      await expect(small.archive.ingest([])).rejects.toThrow(sentence);
      expect(await small.count()).toEqual({ images: 60, missing: 0 });
    };
    renameSync(small.root, away());
    await alarm(/cannot be found. Nothing was changed/);
    mkdirSync(small.root);
    await alarm(/60 of 60 files of "photos" are gone at once. Nothing was changed/);
    rmSync(small.root, { recursive: true });
    renameSync(away(), small.root);
    mkdirSync(away());
    for (let number = 0; number < 25; number += 1) renameSync(join(small.root, `${number}.jpg`), join(away(), `${number}.jpg`));
    await alarm(/25 of 60 files/);
    expect((await small.archive.ingest([], { acceptMissing: true })).counts.missing).toBe(25);
    expect(await small.count()).toEqual({ images: 60, missing: 25 });
    for (let number = 0; number < 25; number += 1) renameSync(join(away(), `${number}.jpg`), join(small.root, `${number}.jpg`));
    expect((await small.archive.ingest([])).counts).toMatchObject({ unchanged: 60, missing: 0 });
    expect(await small.count()).toEqual({ images: 60, missing: 0 });
  }, 120_000);
});
