import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { BUILT_IN, STAND_IN, startArchive, type TestArchive } from '../support/archive.js';
import { PictureFolder } from '../support/pictures.js';
import { describeWith, sharedDir } from '../support/requirements.js';

interface Shown {
  readonly id: string;
  readonly title: string | null;
  readonly tags: string[];
  readonly sourcePath: string;
  readonly width: number;
  readonly height: number;
}

const FIELDS = 'id title tags sourcePath width height';

describeWith(['shared', 'exiftool'], 'a file that other programs change stays the document a person spoke about', () => {
  let folder: PictureFolder;
  let archive: TestArchive;

  const photo = (): string => join(folder.path, 'falcon.jpg');
  const all = async (): Promise<Shown[]> =>
    (await archive.ask<{ images: { edges: { node: Shown }[] } }>(`{ images { edges { node { ${FIELDS} } } } }`)).images.edges.map(
      ({ node }) => node,
    );
  const find = async (id: string): Promise<Shown> =>
    (await archive.ask<{ image: Shown }>(`query ($id: ID!) { image(id: $id) { ${FIELDS} } }`, { id })).image;

  const open = async (environment: Record<string, string>): Promise<string> => {
    archive = await startArchive({ environment });
    await archive.ingest([folder.path]);
    const falcon = (await all()).find(({ sourcePath }) => sourcePath.endsWith('/falcon.jpg'));
    const id = falcon?.id ?? '';
    const changes = { title: 'The falcon of Morro Bay', addTags: ['bird of prey'], favourite: true };
    await archive.ask(
      'mutation ($ids: [ID!]!, $changes: AnnotationChanges!) { annotateImages(ids: $ids, changes: $changes) { __typename } }',
      { ids: [id], changes },
    );
    return id;
  };

  const expectKept = async (id: string): Promise<Shown> => {
    const kept = await find(id);
    expect(kept).toMatchObject({ id, title: 'The falcon of Morro Bay' });
    expect(kept.tags).toContain('bird of prey');
    expect(await all()).toHaveLength(4);
    return kept;
  };

  const rewrite = async (change: (picture: Sharp) => Sharp): Promise<void> => {
    writeFileSync(photo(), await change(sharp(photo()).keepMetadata()).jpeg({ quality: 92 }).toBuffer());
  };

  const tag = (): void => void execFileSync('exiftool', ['-q', '-overwrite_original', '-Keywords=wings', '-Rating=4', photo()]);
  const rotate = (): Promise<void> => rewrite((picture) => picture.rotate(90));
  const crop = async (): Promise<void> => {
    const { width, height } = await sharp(photo()).metadata();
    await rewrite((picture) =>
      picture.extract({
        left: Math.round(width * 0.03),
        top: Math.round(height * 0.02),
        width: Math.round(width * 0.94),
        height: Math.round(height * 0.95),
      }),
    );
  };
  const move = (): void => {
    mkdirSync(join(folder.path, 'best of'));
    renameSync(photo(), join(folder.path, 'best of', 'Fälkchen.jpg'));
  };

  beforeEach(() => {
    folder = new PictureFolder();
    const nature = join(sharedDir, 'data/general/immich/albums/nature');
    cpSync(join(nature, 'prairie_falcon.jpg'), photo());
    for (const name of ['cyclamen_persicum.jpg', 'tanners_ridge.jpg', 'wood_anemones.jpg'])
      cpSync(join(nature, name), join(folder.path, name));
  });

  afterEach(async () => {
    await archive.close();
    folder.remove();
  });

  test.each([
    ['the stand-in', STAND_IN],
    ['the built-in descriptor', BUILT_IN],
  ])('tagged, rotated, cropped a little, moved and renamed, an ingestion after each, with %s', async (_name, environment) => {
    const id = await open(environment);
    tag();
    await archive.ingest([folder.path]);
    await expectKept(id);
    await rotate();
    await archive.ingest([folder.path]);
    const rotated = await expectKept(id);
    expect(rotated.width).toBeLessThan(rotated.height);
    await crop();
    await archive.ingest([folder.path]);
    await expectKept(id);
    move();
    await archive.ingest([folder.path]);
    expect((await expectKept(id)).sourcePath).toMatch(/best of\/Fälkchen\.jpg$/);
  });

  test.each([
    ['the stand-in', STAND_IN],
    ['the built-in descriptor', BUILT_IN],
  ])('tagged, rotated, cropped a little, moved and renamed before one ingestion, with %s', async (_name, environment) => {
    const id = await open(environment);
    tag();
    await rotate();
    await crop();
    move();
    const report = await archive.ingest([folder.path]);
    expect(report.counts).toMatchObject({ updated: 1, missing: 1 });
    expect((await expectKept(id)).sourcePath).toMatch(/best of\/Fälkchen\.jpg$/);
  });

  test('of two pictures of one burst exactly one becomes the one that went away, and the other is a picture of its own', async () => {
    const id = await open(BUILT_IN);
    const variant = (quality: number): Promise<Buffer> => sharp(photo()).keepMetadata().jpeg({ quality }).toBuffer();
    const burst = [await variant(90), await variant(84)];
    rmSync(photo());
    for (const [number, bytes] of burst.entries()) writeFileSync(join(folder.path, `burst ${number}.jpg`), bytes);
    const report = await archive.ingest([folder.path]);
    expect(report.counts).toMatchObject({ updated: 1, added: 1, missing: 1 });
    const shown = (await all()).filter(({ sourcePath }) => sourcePath.includes('/burst '));
    expect(new Set(shown.map(({ sourcePath }) => sourcePath)).size).toBe(2);
    expect(shown.filter((each) => each.id === id)).toEqual([expect.objectContaining({ title: 'The falcon of Morro Bay' })]);
    expect(await all()).toHaveLength(5);
  });

  test('of two files of a picture the one that was edited last is shown and served, wherever it lies', async () => {
    const id = await open(BUILT_IN);
    cpSync(photo(), join(folder.path, 'a copy.jpg'));
    await archive.ingest([folder.path]);
    expect((await find(id)).sourcePath).toMatch(/\/a copy\.jpg$/);
    await rewrite((picture) => picture);
    await archive.ingest([folder.path]);
    expect((await expectKept(id)).sourcePath).toMatch(/\/falcon\.jpg$/);
    const served = Buffer.from(await (await archive.fetch(`/api/images/${id}/original`)).arrayBuffer());
    expect(served.equals(readFileSync(photo()))).toBe(true);
  });

  test('another picture under the same name is another document, and the first one is kept as missing', async () => {
    const id = await open(BUILT_IN);
    cpSync(join(sharedDir, 'data/general/immich/albums/nature/silver_fir.jpg'), photo());
    await archive.ingest([folder.path]);
    expect(readdirSync(folder.path).filter((name) => name.endsWith('.jpg'))).toHaveLength(4);
    expect(await find(id)).toMatchObject({ title: 'The falcon of Morro Bay' });
    expect(await all()).toHaveLength(5);
  });
});
