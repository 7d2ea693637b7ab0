import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FileStore } from '../../server/media/file-store.js';
import { STAND_IN, startArchive, type TestArchive } from '../support/archive.js';
import { sayFigure } from '../support/figures.js';
import { listDocuments } from '../support/listed-documents.js';
import { listManifest } from '../support/manifest.js';
import { PictureFolder } from '../support/pictures.js';
import { describeWith, sharedDir } from '../support/requirements.js';
import { askRest, type Hit } from '../support/similarity-client.js';

interface Scene {
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly still: string;
}

interface Moment {
  readonly frameMs: number;
  readonly similarity: number;
  readonly thumbnailUrl: string;
}

const VIDEO = 'scenes.mp4';
const SECONDS = 13;

describeWith(['shared', 'ffmpeg'], 'the moments of a video among photographs in a running archive', () => {
  const folder = new PictureFolder();
  let archive: TestArchive;
  let scenes: readonly Scene[];
  let ids: Map<string, string>;
  const idOf = (name: string): string => ids.get(name) ?? '';
  const isWithin = (ms: number | null, { startSeconds, endSeconds }: Scene): boolean =>
    ms !== null && ms >= startSeconds * 1000 && ms < endSeconds * 1000;
  const placeOf = (hits: readonly Hit[], name: string): number => hits.findIndex(({ image }) => image?.id === idOf(name));

  // The video, its five stills, the other clips, and photographs that none of it was made of.
  beforeAll(async () => {
    const truth = listManifest('video').find(({ path }) => path.endsWith(VIDEO))?.groundTruth as unknown as { scenes: Scene[] };
    scenes = truth.scenes;
    const photographs = listManifest('semantic').filter(({ path }) => path.endsWith('.jpg'));
    const stills = scenes.map(({ still }) => still);
    const clips = ['mp4.mp4', 'short_hamilton_clip.mp4', VIDEO].map((name) => `video/${name}`);
    const paths = new Set([...stills, ...clips, ...photographs.map(({ path }) => path)]);
    for (const path of paths) copyFileSync(join(sharedDir, 'data', path), join(folder.path, basename(path)));
    archive = await startArchive({ environment: STAND_IN });
    expect((await archive.ingest([folder.path])).failures).toEqual([]);
    ids = new Map((await listDocuments(archive)).flatMap(({ id, paths: files }) => files.map((path) => [basename(path), id])));
    sayFigure('photographs and clips beside the video', ids.size - 1);
  }, 600_000);

  afterAll(async () => {
    await archive.close();
    folder.remove();
  }, 60_000);

  test('each still finds the video, at a second within its scene', async () => {
    for (const scene of scenes) {
      const { results } = await askRest(archive, { imageId: idOf(basename(scene.still)), threshold: -1, topK: 1000 });
      const place = placeOf(results, VIDEO);
      const hit = results[place];
      sayFigure(`place of the video for the still of ${scene.startSeconds} s`, place);
      sayFigure(`its moment in s, and its similarity (${hit?.similarity?.toFixed(4) ?? 'none'})`, (hit?.frameMs ?? -1) / 1000);
      expect([scene.still, place, isWithin(hit?.frameMs ?? null, scene)]).toEqual([scene.still, 1, true]);
      expect(hit?.similarity).toBeGreaterThan(0.7);
    }
  }, 120_000);

  test('a frame at each second finds the still of its scene, itself first', async () => {
    const places: number[] = [];
    for (let second = 0; second < SECONDS; second += 1) {
      const scene = scenes.find((each) => isWithin(second * 1000, each));
      const { results, query } = await askRest(archive, { imageId: idOf(VIDEO), frameMs: second * 1000, threshold: -1, topK: 1000 });
      expect(query).toMatchObject({ kind: 'image', imageId: idOf(VIDEO) });
      expect(results[0]).toMatchObject({ isQuery: true, similarity: 1, frameMs: second * 1000, image: { id: idOf(VIDEO) } });
      expect(results.filter(({ image }) => image?.id === idOf(VIDEO))).toHaveLength(1);
      places.push(placeOf(results, basename(scene?.still ?? '')));
    }
    sayFigure(`seconds of ${SECONDS} whose frame has its still as first hit`, places.filter((place) => place === 1).length);
    expect(places).toEqual(places.map(() => 1));
  }, 120_000);

  test('a kept frame is found by its own vector, also while the disk of the video is away', async () => {
    const { frames } = await videoOf(archive, idOf(VIDEO));
    const asked = async () => {
      const answers: Hit[] = [];
      for (const { ms } of frames) answers.push(...(await askRest(archive, { imageId: idOf(VIDEO), frameMs: ms, topK: 2 })).results);
      return answers;
    };
    const before = await asked();
    rmSync(join(folder.path, VIDEO));
    try {
      expect(await asked()).toEqual(before);
      await expect(askRest(archive, { imageId: idOf(VIDEO), frameMs: 3 })).rejects.toThrow('503');
    } finally {
      copyFileSync(join(sharedDir, 'data/video', VIDEO), join(folder.path, VIDEO));
    }
  }, 60_000);

  test('a video is one hit with at most five moments, the best first, each within the scene that was asked for before any other', async () => {
    for (const scene of scenes) {
      const query = `query ($id: ID!) { similarImages(query: { imageId: $id }, threshold: -1, topK: 5) {
        results { frameMs similarity image { id } moments { frameMs similarity thumbnailUrl } } } }`;
      const { similarImages } = await archive.ask<{
        similarImages: { results: { frameMs: number; similarity: number; image: { id: string }; moments: Moment[] }[] };
      }>(query, { id: idOf(basename(scene.still)) });
      const [hit, ...others] = similarImages.results.filter(({ image }) => image.id === idOf(VIDEO));
      expect(others).toEqual([]);
      const moments = hit?.moments ?? [];
      expect(moments).toHaveLength(5);
      expect(moments.map(({ similarity }) => similarity)).toEqual(moments.map(({ similarity }) => similarity).sort((a, b) => b - a));
      expect(hit?.frameMs).toBe(moments[0]?.frameMs);
      expect(hit?.similarity).toBeCloseTo(moments[0]?.similarity ?? 0, 4);
      expect(moments.slice(0, 2).map(({ frameMs }) => isWithin(frameMs, scene))).toEqual([true, true]);
    }
  }, 60_000);

  test('each kept frame has its own small picture, for ever the same, and the nearest one stands for every other moment', async () => {
    const { frames } = await videoOf(archive, idOf(VIDEO));
    expect(frames.map(({ ms }) => ms)).toEqual([625, 1875, 3125, 4375, 5625, 6875, 8125, 9375, 10_625, 11_875]);
    const get = async (path: string) => {
      const response = await archive.fetch(path);
      return { status: response.status, caching: response.headers.get('cache-control'), bytes: Buffer.from(await response.arrayBuffer()) };
    };
    const pictures = [];
    for (const { thumbnailUrl } of frames) pictures.push(await get(thumbnailUrl));
    expect(pictures.map(({ status, caching }) => [status, caching])).toEqual(
      frames.map(() => [200, 'private, max-age=31536000, immutable']),
    );
    expect(new Set(pictures.map(({ bytes }) => bytes.toString('base64'))).size).toBe(frames.length);
    const nearest = await get(`/api/images/${idOf(VIDEO)}/frames/3000/thumbnail`);
    expect([nearest.caching, nearest.bytes]).toEqual(['private, no-cache', pictures[2]?.bytes]);
    const bad = ['frames/-1', 'frames/1.5', 'frames/x', 'frames/9999999999999'].map(
      (part) => `/api/images/${idOf(VIDEO)}/${part}/thumbnail`,
    );
    for (const path of bad) expect([path, (await get(path)).status]).toEqual([path, 400]);
    expect((await get(`/api/images/${idOf(basename(scenes[0]?.still ?? ''))}/frames/0/thumbnail`)).status).toBe(404);
  }, 60_000);

  test('a small picture that went missing is made again, and a frame of a photo or beyond the end is refused in words', async () => {
    const { frames, contentHash } = await videoOf(archive, idOf(VIDEO));
    const path = new FileStore(archive.dataDir).framePath(contentHash, frames[4]?.ms ?? 0);
    const before = readFileSync(path);
    rmSync(path);
    expect((await archive.fetch(frames[4]?.thumbnailUrl ?? '')).status).toBe(200);
    expect(readFileSync(path)).toEqual(before);
    await expect(askRest(archive, { imageId: idOf(VIDEO), frameMs: 12_501 })).rejects.toThrow('400');
    await expect(askRest(archive, { imageId: idOf(basename(scenes[0]?.still ?? '')), frameMs: 0 })).rejects.toThrow('400');
  }, 60_000);
});

async function videoOf(archive: TestArchive, id: string): Promise<{ frames: { ms: number; thumbnailUrl: string }[]; contentHash: string }> {
  const { image } = await archive.ask<{ image: { frames: { ms: number; thumbnailUrl: string }[] } }>(
    'query ($id: ID!) { image(id: $id) { frames { ms thumbnailUrl } } }',
    { id },
  );
  const bytes = readFileSync(join(sharedDir, 'data/video', VIDEO));
  return { ...image, contentHash: createHash('sha256').update(bytes).digest('hex') };
}
