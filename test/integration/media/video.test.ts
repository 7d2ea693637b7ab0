import { afterAll, expect, test } from '@jest/globals';
import { readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import sharp from 'sharp';
import { createLog } from '../../../server/logging.js';
import type { MediaAnalysis } from '../../../server/media/analysis.js';
import { FileStore } from '../../../server/media/file-store.js';
import { createMediaEngine } from '../../../server/media/media-engine.js';
import { hammingDistance } from '../../../server/media/perceptual-hash.js';
import { CLIP_RECIPE as recipe, PictureFolder } from '../../support/pictures.js';
import { describeWith, sharedDir } from '../../support/requirements.js';

const folder = new PictureFolder();
const engine = createMediaEngine({
  workers: 1,
  maxPixels: 268_402_689,
  maxFileBytes: 1_000_000,
  ffmpegPath: null,
  ffprobePath: null,
  log: createLog('silent'),
});
const analyse = (path: string, dataDir: string | null = null) => engine.analyse({ path, recipe, dataDir });
const thumbnailsOf = (dataDir: string, { identification }: MediaAnalysis) =>
  new FileStore(dataDir).thumbnailDir(identification.contentHash);

afterAll(async () => {
  await engine.close();
  folder.remove();
});

describeWith(['shared', 'ffmpeg'], 'a video of the shared set', () => {
  const video = (name: string): string => join(sharedDir, 'data/video', name);

  test('gives its size, duration, date, place, poster thumbnails and a frame of each scene', async () => {
    const result = await analyse(video('scenes.mp4'), folder.path);
    const thumbnailDir = thumbnailsOf(folder.path, result);
    expect(result).toMatchObject({ width: 480, height: 360, identification: { kind: 'video', format: 'mp4' }, pixelHash: null });
    expect(result.metadata).toMatchObject({
      takenLocal: '2021-07-04T12:34:56.000',
      takenOffsetMinutes: 0,
      takenSource: 'container',
      latitude: 48.8584,
    });
    expect(readdirSync(thumbnailDir).sort()).toEqual(['1440.jpg', '256.webp', '512.jpg', 'frames']);
    // Two in each scene of 2.5 s, none near its ends.
    const times = [0, 2_500, 5_000, 7_500, 10_000].flatMap((start) => [start + 625, start + 1_875]);
    expect(result.frames.map(({ ms }) => ms)).toEqual(times);
    for (const { pixels } of result.frames) expect(pixels).toHaveLength(224 * 224 * 3);
    expect(result.perceptualHash).toBe(result.frames[0]?.perceptualHash);
  }, 60_000);

  test('keeps a small picture of each of its frames and of no others', async () => {
    const first = await analyse(video('scenes.mp4'), folder.path);
    const frames = join(thumbnailsOf(folder.path, first), 'frames');
    writeFileSync(join(frames, '12345.webp'), 'of an older version');
    const { frames: again } = await analyse(video('scenes.mp4'), folder.path);
    expect(readdirSync(frames).sort()).toEqual(again.map(({ ms }) => `${ms}.webp`).sort());
    await expect(sharp(join(frames, '625.webp')).metadata()).resolves.toMatchObject({ format: 'webp', width: 256, height: 192 });
  }, 60_000);

  test('filmed in the dark has its cuts found, and no head that turns is taken for more than one', async () => {
    const { frames } = await analyse(video('short_hamilton_clip.mp4'));
    const shots = [1_500, 3_500, 8_000, 10_008];
    expect(shots.map((end, index) => frames.some(({ ms }) => ms < end - 250 && ms > (shots[index - 1] ?? 0)))).toEqual(
      shots.map(() => true),
    );
    expect(frames.length).toBeLessThanOrEqual(10);
  }, 60_000);

  test('whose keyframes alone are decoded gives the same scenes', async () => {
    const path = join(folder.path, 'large.mkv');
    const scaled = ['-i', video('scenes.mp4'), '-vf', 'scale=1920:1440', '-c:v', 'mpeg4', '-g', '25', '-sc_threshold', '0', '-q:v', '9'];
    execFileSync('ffmpeg', ['-nostdin', '-v', 'error', ...scaled, path]);
    const { frames } = await analyse(path);
    expect(new Set(frames.map(({ ms }) => Math.floor(ms / 2_500))).size).toBe(5);
  }, 60_000);

  test('shows in each scene the still it was made of', async () => {
    const still = await engine.pixels({ path: join(sharedDir, 'data/semantic/coco/000000000308.jpg') }, recipe);
    const { frames } = await analyse(video('scenes.mp4'));
    const distances = frames.map(({ perceptualHash }) => hammingDistance(perceptualHash, still.perceptualHash));
    expect(frames[distances.indexOf(Math.min(...distances))]?.ms).toBeLessThan(2_500);
  }, 60_000);

  test('that was filmed sideways comes out upright', async () => {
    const result = await analyse(video('scenes-rotate90.mp4'), folder.path);
    expect(result).toMatchObject({ width: 360, height: 480 });
    const thumbnailDir = thumbnailsOf(folder.path, result);
    await expect(sharp(join(thumbnailDir, '512.jpg')).metadata()).resolves.toMatchObject({ width: 360, height: 480 });
  }, 60_000);

  test('gives for a moment the very pixels and hash that ingestion gave it', async () => {
    const { frames } = await analyse(video('quicktime.mov'));
    const frame = frames[1];
    const query = await engine.pixels({ path: video('quicktime.mov') }, recipe, { frameMs: frame?.ms });
    expect(query.pixels).toEqual(frame?.pixels);
    expect(query.perceptualHash).toBe(frame?.perceptualHash);
    const target = join(folder.path, 'moment.webp');
    await engine.writeThumbnail({ path: video('quicktime.mov'), size: 256, target, frameMs: frame?.ms });
    await expect(sharp(target).metadata()).resolves.toMatchObject({ format: 'webp', width: 256 });
  }, 60_000);

  test('that is cut off fails as truncated', async () => {
    await expect(analyse(video('truncated.mp4'))).rejects.toMatchObject({ code: 'truncated' });
  }, 60_000);
});

describeWith('ffmpeg', 'a hostile video', () => {
  test('T10: playlists, concat scripts, SDP and DASH never reach ffmpeg, and none of them opens a connection', async () => {
    const { url, requests, close } = await canary();
    const scripts = {
      'hls.mp4': `#EXTM3U\n#EXTINF:1,\n${url}/hls\n`,
      'concat.mov': `ffconcat version 1.0\nfile ${url}/concat\n`,
      'sdp.mkv': `v=0\no=- 0 0 IN IP4 127.0.0.1\nm=video 9 RTP/AVP 96\n`,
      'dash.webm': `<?xml version="1.0"?><MPD><BaseURL>${url}/dash</BaseURL></MPD>`,
    };
    for (const [name, text] of Object.entries(scripts))
      await expect(analyse(folder.write(name, text))).rejects.toMatchObject({ code: 'unsupported' });
    await close();
    expect(requests).toEqual([]);
  }, 60_000);

  test('T10: a playlist behind the head of an AVI is refused by the demuxers allowed, without a connection', async () => {
    const { url, requests, close } = await canary();
    const head = Buffer.from('RIFF\xff\xff\x00\x00AVI LIST', 'latin1');
    const path = folder.write(
      'xbin.avi',
      Buffer.concat([head, Buffer.from(`\n#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:1,\n${url}/avi\n`)]),
    );
    await expect(analyse(path)).rejects.toMatchObject({ name: 'MediaError' });
    await close();
    expect(requests).toEqual([]);
  }, 60_000);

  test('T11: ten hours at one frame a second cost thirty-two frames', async () => {
    const path = join(folder.path, 'long.mkv');
    execFileSync('ffmpeg', [
      '-nostdin',
      '-v',
      'error',
      '-f',
      'lavfi',
      '-i',
      'color=c=red:s=64x64:r=1',
      '-t',
      '36000',
      '-c:v',
      'mpeg4',
      '-g',
      '600',
      path,
    ]);
    const { frames, durationMs } = await analyse(path);
    expect(durationMs).toBe(36_000_000);
    expect(frames).toHaveLength(32);
  }, 60_000);
});

/** A web server on this machine that remembers who called. */
async function canary(): Promise<{ url: string; requests: string[]; close: () => Promise<unknown> }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
