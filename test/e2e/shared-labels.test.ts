import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LABEL_WORDS } from '../../server/services/label-words.js';
import { STAND_IN, startArchive, type TestArchive } from '../support/archive.js';
import { sayFigure } from '../support/figures.js';
import { runJob } from '../support/job-runs.js';
import { rightLabels } from '../support/label-truths.js';
import { listManifest, type ManifestFile } from '../support/manifest.js';
import { PictureFolder } from '../support/pictures.js';
import { describeWith, sharedDir } from '../support/requirements.js';

interface Labelled {
  readonly id: string;
  readonly sourcePath: string;
  readonly content: string;
  readonly tags: readonly string[];
  readonly labels: readonly { readonly name: string; readonly score: number }[];
}

const FIELDS = 'id sourcePath content tags labels { name score }';

describeWith('shared', 'labels of the labelled photographs', () => {
  let archive: TestArchive;
  let folder: PictureFolder;
  let truths: Map<string, ManifestFile['groundTruth']>;

  const find = async (keyword?: string): Promise<Labelled[]> => {
    const query = `query ($filter: ImageFilter) { images(filter: $filter, first: 500) { edges { node { ${FIELDS} } } } }`;
    const { images } = await archive.ask<{ images: { edges: { node: Labelled }[] } }>(query, { filter: { keyword } });
    return images.edges.map(({ node }) => node);
  };
  const isRight = ({ sourcePath }: Labelled, label: string): boolean =>
    rightLabels(truths.get(basename(sourcePath))?.category ?? '').includes(label);
  const annotate = (id: string, changes: object): Promise<unknown> =>
    archive.ask(
      `mutation ($ids: [ID!]!, $changes: AnnotationChanges!) {
      annotateImages(ids: $ids, changes: $changes) { __typename } }`,
      { ids: [id], changes },
    );

  beforeAll(async () => {
    truths = new Map(listManifest('semantic/imagenet').map(({ path, groundTruth }) => [basename(path), groundTruth]));
    archive = await startArchive({ environment: STAND_IN });
    // A copy: what is said is written beside the pictures.
    folder = new PictureFolder();
    cpSync(join(sharedDir, 'data/semantic/imagenet'), folder.path, { recursive: true });
    await archive.ingest([folder.path]);
  });

  afterAll(async () => {
    await archive.close();
    folder.remove();
  });

  test('a dry run counts them and writes nothing', async () => {
    const report = await runJob(archive, 'label-images', { dryRun: true });
    expect(report.counts).toMatchObject({ labelled: 0, waiting: truths.size });
    expect((await find()).flatMap(({ labels }) => labels)).toEqual([]);
  });

  test('name the class or category of most pictures, and little else', async () => {
    const report = await runJob(archive, 'label-images');
    const pictures = await find();
    const given = pictures.flatMap((picture) => picture.labels.map(({ name }) => isRight(picture, name)));
    const precision = given.filter(Boolean).length / given.length;
    const recall = pictures.filter((picture) => picture.labels.some(({ name }) => isRight(picture, name))).length / pictures.length;
    sayFigure('labels given', given.length);
    sayFigure('labels that name the class or category (precision)', precision);
    sayFigure('pictures with a label that names it (recall)', recall);
    expect(report.counts).toMatchObject({ labels: given.length, labelled: pictures.filter(({ labels }) => labels.length > 0).length });
    expect(precision).toBeGreaterThanOrEqual(0.75);
    expect(recall).toBeGreaterThanOrEqual(0.75);
    for (const { labels, tags } of pictures) {
      expect(labels.length).toBeLessThanOrEqual(5);
      for (const { name } of labels) expect(LABEL_WORDS).toContain(name);
      expect(tags).toEqual([]);
    }
  });

  test('are found by keyword search, and a second run has nothing to do', async () => {
    for (const label of ['snake', 'butterfly', 'mushroom']) {
      const found = await find(label);
      const labelled = (await find()).filter(({ labels }) => labels.some(({ name }) => name === label));
      expect(labelled.length).toBeGreaterThan(0);
      expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(labelled.map(({ id }) => id)));
    }
    expect(await runJob(archive, 'label-images')).toMatchObject({ counts: { labelled: 0 }, summary: 'Every picture has its labels.' });
  });

  test('a label that a person refused is not shown, not searched, and no run brings it back', async () => {
    const picture = (await find()).find(({ labels }) => labels.some(({ name }) => name === 'snake'));
    if (!picture) throw new Error('No picture was labelled as a snake.');
    await annotate(picture.id, { addTags: ['snake'] });
    await annotate(picture.id, { removeTags: ['snake'] });
    for (let run = 0; run < 2; run += 1) {
      const [now] = (await find()).filter(({ id }) => id === picture.id);
      expect(now?.labels.map(({ name }) => name)).not.toContain('snake');
      expect(now?.content.split('\n').flatMap((line) => line.split(', '))).not.toContain('snake');
      await runJob(archive, 'label-images');
    }
  });
});
