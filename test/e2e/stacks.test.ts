import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startArchive, type TestArchive } from '../support/archive.js';
import { drawnPicture } from '../support/drawn-album.js';
import { PictureFolder } from '../support/pictures.js';

describe('pictures shown as one', () => {
  let archive: TestArchive;
  let folders: [PictureFolder, PictureFolder];

  /** Every picture the gallery shows, with what stands under it. */
  const shown = async (): Promise<string[]> => {
    const { images } = await archive.ask<{
      images: { edges: { node: { fileName: string; stack: { role: string; image: { fileName: string } }[] } }[] };
    }>('{ images { edges { node { fileName stack { role image { fileName } } } } } }');
    return images.edges.map(({ node }) => [node.fileName, ...node.stack.slice(1).map(({ image }) => image.fileName)].join(' + ')).sort();
  };

  beforeEach(async () => {
    folders = [new PictureFolder(), new PictureFolder()];
    const original = await drawnPicture(1).jpeg().toBuffer();
    const edited = (brightness: number): Promise<Buffer> => drawnPicture(1).modulate({ brightness }).jpeg().toBuffer();
    folders[0].write('IMG_1.jpg', original);
    folders[0].write('IMG_E1.jpg', await edited(1.3));
    folders[1].write('IMG_1.jpg', original);
    archive = await startArchive();
  });

  afterEach(async () => {
    await archive.close();
    folders.forEach((folder) => folder.remove());
  });

  test('stay together when a copy of one of them lies in another root, run after run', async () => {
    for (const _run of ['first', 'second']) {
      await archive.ingest(folders.map(({ path }) => path));
      expect(await shown()).toEqual(['IMG_E1.jpg + IMG_1.jpg']);
    }
    await archive.ingest([folders[1].path]);
    expect(await shown()).toEqual(['IMG_E1.jpg + IMG_1.jpg']);
  });

  test('are none of them lost when a copy could stand in two stacks', async () => {
    folders[1].write('IMG_E1.jpg', await drawnPicture(1).modulate({ brightness: 0.7 }).jpeg().toBuffer());
    await archive.ingest(folders.map(({ path }) => path));
    await archive.ingest([folders[0].path]);
    expect(await shown()).toEqual(['IMG_E1.jpg', 'IMG_E1.jpg + IMG_1.jpg']);
  });

  test('stand alone again when the one that was shown is gone', async () => {
    await archive.ingest([folders[0].path]);
    rmSync(join(folders[0].path, 'IMG_E1.jpg'));
    await archive.ingest([folders[0].path]);
    expect(await shown()).toEqual(expect.arrayContaining(['IMG_1.jpg']));
  });
});
