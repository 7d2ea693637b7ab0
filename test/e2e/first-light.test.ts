import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startArchive, type TestArchive } from '../support/archive.js';
import { PictureFolder, quarters, writeThreeFiles } from '../support/pictures.js';

describe('first light: a folder becomes a searchable archive', () => {
  const folder = new PictureFolder();
  let archive: TestArchive;

  beforeAll(async () => {
    await writeThreeFiles(folder);
    folder.write('other.png', await quarters(480, 640).negate().png().toBuffer());
    archive = await startArchive({ mountPath: '/photos' });
  });

  afterAll(async () => {
    await archive.close();
    folder.remove();
  });

  test('one command indexes every picture, names copies once and lists what failed with a reason', async () => {
    const report = await archive.ingest([folder.path]);
    expect(report.counts).toMatchObject({ found: 4, added: 2, linked: 1, failed: 1 });
    expect(report.failures).toEqual([
      expect.objectContaining({ code: 'unsupported', path: expect.stringContaining('/broken.jpg') as unknown }),
    ]);
  });

  test('a second run changes nothing', async () => {
    const report = await archive.ingest([folder.path]);
    expect(report.counts).toMatchObject({ found: 4, unchanged: 3, failed: 1 });
    expect(report.counts.added).toBeUndefined();
  });

  test('words that match nothing are answered with what is spelt most like them', async () => {
    const body = JSON.stringify({ text: 'IMG_2109' });
    const response = await archive.fetch('/api/images/similar', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    const answer = (await response.json()) as { results: unknown[]; next_best: { image: { source_path: string } }[] };
    expect(answer.results).toEqual([]);
    expect(answer.next_best.map(({ image }) => image.source_path.split('/').at(-1))).toEqual([
      expect.stringMatching(/^(IMG_20190321_110422|copy)\.jpg$/),
      'other.png',
    ]);
  });

  test('the words of a search and the keyword of its filter must both be found', async () => {
    const search = async (text: string, keyword: string): Promise<string[]> => {
      const query = `query ($text: String!, $keyword: String!) {
        similarImages(query: { text: $text }, filter: { keyword: $keyword }) { results { image { sources { path } } } } }`;
      const { similarImages } = await archive.ask<{ similarImages: { results: { image: { sources: { path: string }[] } }[] } }>(query, {
        text,
        keyword,
      });
      return similarImages.results.flatMap(({ image }) => image.sources.map(({ path }) => path.split('/').at(-1) ?? '')).sort();
    };
    expect(await search('copy', 'IMG_2019')).toEqual(['IMG_20190321_110422.jpg', 'copy.jpg']);
    expect(await search('copy', 'other')).toEqual([]);
    expect(await search('other', 'copy')).toEqual([]);
  });

  test('GraphQL and REST show the same pictures, with addresses below the mount', async () => {
    const { images } = await archive.ask<{ images: { totalCount: number; edges: { node: { id: string; thumbnailUrl: string } }[] } }>(
      '{ images { totalCount edges { node { id thumbnailUrl sources { path } stack { role } } } } }',
    );
    const gallery = (await (await archive.fetch('/api/images/gallery')).json()) as {
      total: number;
      items: { id: string; thumbnail_url: string }[];
    };
    expect(gallery.total).toBe(2);
    expect(gallery.items.map(({ id }) => id)).toEqual(images.edges.map(({ node }) => node.id));
    expect(gallery.items[0]?.thumbnail_url).toMatch(/^\/photos\/api\/images\/[0-9a-f-]+\/thumbnail\?v=/);
    const thumbnail = await fetch(new URL(gallery.items[0]?.thumbnail_url ?? '', archive.base), { headers: archive.owner });
    expect(thumbnail.headers.get('content-type')).toBe('image/jpeg');
  });

  test('a file that could not be read and is deleted is no failure any more', async () => {
    const failures = async (): Promise<string[]> =>
      (
        await archive.ask<{ ingestionFailures: { edges: { node: { path: string } }[] } }>(
          '{ ingestionFailures { edges { node { path } } } }',
        )
      ).ingestionFailures.edges.map(({ node }) => node.path);
    expect(await failures()).toEqual([expect.stringMatching(/\/broken\.jpg$/)]);
    rmSync(join(folder.path, 'broken.jpg'));
    expect((await archive.ingest([folder.path])).failures).toEqual([]);
    expect(await failures()).toEqual([]);
  });
});
