import { afterAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, symlinkSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { createLog } from '../../../server/logging.js';
import type { MediaAnalysis } from '../../../server/media/analysis.js';
import { FileStore } from '../../../server/media/file-store.js';
import { createMediaEngine } from '../../../server/media/media-engine.js';
import { hammingDistance } from '../../../server/media/perceptual-hash.js';
import { mutated, oneBitPng, seededRandom } from '../../support/hostile-bytes.js';
import { CLIP_RECIPE as recipe, PictureFolder, quarters } from '../../support/pictures.js';

const folder = new PictureFolder();
const limits = { maxPixels: 20_000_000, maxFileBytes: 5_000_000, ffmpegPath: '/nowhere/ffmpeg', ffprobePath: '/nowhere/ffprobe' };
const engine = createMediaEngine({ workers: 2, ...limits, log: createLog('silent') });
const analyse = (path: string, dataDir: string | null = null) => engine.analyse({ path, recipe, dataDir });
const thumbnailsOf = (dataDir: string, { identification }: MediaAnalysis) =>
  new FileStore(dataDir).thumbnailDir(identification.contentHash);

afterAll(async () => {
  await engine.close();
  folder.remove();
});

describe('a photo', () => {
  test('is identified by its bytes, hashed and sized', async () => {
    const bytes = await quarters(640, 480).jpeg().toBuffer();
    const path = folder.write('photo.jpg', bytes);
    const expected = {
      kind: 'photo',
      format: 'jpeg',
      mime: 'image/jpeg',
      bytes: bytes.length,
      contentHash: createHash('sha256').update(bytes).digest('hex'),
    };
    await expect(engine.identify(path)).resolves.toMatchObject(expected);
    await expect(analyse(path)).resolves.toMatchObject({ identification: expected, width: 640, height: 480, durationMs: null, frames: [] });
  });

  test('gives pixels as the recipe asks, a 16-digit hash, a small thumbhash and thumbnails that are never enlarged', async () => {
    const result = await analyse(folder.write('small.png', await quarters(300, 200).png().toBuffer()), folder.path);
    const thumbnailDir = thumbnailsOf(folder.path, result);
    expect(result.pixels).toHaveLength(224 * 224 * 3);
    expect(result.perceptualHash).toMatch(/^[0-9a-f]{16}$/);
    expect(Buffer.from(result.thumbhash, 'base64').length).toBeLessThanOrEqual(25);
    expect(readdirSync(thumbnailDir).sort()).toEqual(['256.webp', '512.jpg']);
    await expect(sharp(join(thumbnailDir, '512.jpg')).metadata()).resolves.toMatchObject({ format: 'jpeg', width: 300, height: 200 });
    await expect(sharp(join(thumbnailDir, '256.webp')).metadata()).resolves.toMatchObject({ format: 'webp', width: 256, height: 171 });
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('with EXIF orientation %i comes out upright', async (orientation) => {
    const upright = await engine.pixels({ bytes: await quarters(400, 300).png().toBuffer() }, recipe);
    const stored = await storedAs(orientation);
    const turned = await analyse(folder.write(`orientation-${orientation}.png`, stored));
    expect([turned.width, turned.height]).toEqual([400, 300]);
    expect(turned.pixels).toEqual(upright.pixels);
  });

  test('is cut for a query exactly as ingestion cuts it, from bytes and from its path', async () => {
    const bytes = await quarters(2400, 1800).jpeg({ quality: 90 }).toBuffer();
    const path = folder.write('query.jpg', bytes);
    const [ingested, uploaded, indexed] = [
      await analyse(path),
      await engine.pixels({ bytes }, recipe),
      await engine.pixels({ path }, recipe),
    ];
    for (const query of [uploaded, indexed]) {
      expect(query.pixels).toEqual(ingested.pixels);
      expect(query).toMatchObject({
        perceptualHash: ingested.perceptualHash,
        contentHash: ingested.identification.contentHash,
        width: 2400,
        height: 1800,
      });
      await expect(sharp(query.preview).metadata()).resolves.toMatchObject({ format: 'jpeg', width: 512, height: 384 });
    }
  });

  test('gives a region of itself, and the whole region is the whole picture', async () => {
    const bytes = await quarters(800, 600).png().toBuffer();
    const [whole, all, corner] = await Promise.all([
      engine.pixels({ bytes }, recipe),
      engine.pixels({ bytes }, recipe, { region: { x: 0, y: 0, width: 1, height: 1 } }),
      engine.pixels({ bytes }, recipe, { region: { x: 0.55, y: 0.05, width: 0.4, height: 0.4 } }),
    ]);
    expect(all.pixels).toEqual(whole.pixels);
    const [red, green, blue] = corner.pixels.subarray((112 * 224 + 112) * 3);
    expect(green).toBeGreaterThan(150);
    expect(Math.max(red ?? 255, blue ?? 255)).toBeLessThan(100);
  });

  test('keeps its pixel hash when only its metadata is edited, and changes it with its pixels', async () => {
    const bytes = await quarters(1200, 900).jpeg().toBuffer();
    const comment = Buffer.from([0xff, 0xfe, 0x00, 0x07, ...Buffer.from('hello')]);
    const edited = Buffer.concat([bytes.subarray(0, 2), comment, bytes.subarray(2)]);
    const repainted = await quarters(1200, 900).negate().jpeg().toBuffer();
    const [first, second, third] = await Promise.all(
      [bytes, edited, repainted].map((content, index) => analyse(folder.write(`edit-${index}.jpg`, content))),
    );
    expect(second?.identification.contentHash).not.toBe(first?.identification.contentHash);
    expect(second?.pixelHash).toBe(first?.pixelHash);
    expect(third?.pixelHash).not.toBe(first?.pixelHash);
  });

  test('is recognised in one of its eight orientations after it was turned in place', async () => {
    const path = folder.write('before.png', await quarters(400, 300).png().toBuffer());
    const turned = await analyse(folder.write('after.png', await quarters(400, 300).rotate(90).png().toBuffer()));
    const orientations = await engine.orientedPixels(path, recipe);
    expect(orientations).toHaveLength(8);
    expect(orientations[5]?.pixels).toEqual(turned.pixels);
    expect(hammingDistance(orientations[5]?.perceptualHash ?? '', turned.perceptualHash)).toBe(0);
  });

  test('gets its 1440 thumbnail on request, as a JPEG with the longest side at most 1440', async () => {
    const path = folder.write('large.jpg', await quarters(4000, 3000).jpeg().toBuffer());
    const target = join(folder.path, 'large', '1440.jpg');
    await engine.writeThumbnail({ path, size: 1440, target });
    await expect(sharp(target).metadata()).resolves.toMatchObject({ format: 'jpeg', width: 1440, height: 1080 });
    expect(readdirSync(join(folder.path, 'large'))).toEqual(['1440.jpg']);
  });

  test.each(['png', 'webp', 'avif', 'gif', 'tiff'] as const)('is read as %s', async (format) => {
    const result = await analyse(folder.write(`picture.${format}.bin`, await quarters(320, 240).toFormat(format).toBuffer()));
    expect(result).toMatchObject({ identification: { format }, width: 320, height: 240 });
  });

  test('with transparency lies on white, 16 bits and grey and CMYK become 8-bit RGB', async () => {
    const clear = await sharp({ create: { width: 64, height: 64, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer();
    const deep = await quarters(64, 64).toColourspace('rgb16').png().toBuffer();
    const grey = await quarters(64, 64).greyscale().png().toBuffer();
    const cmyk = await quarters(64, 64).toColourspace('cmyk').jpeg().toBuffer();
    const results = await Promise.all([clear, deep, grey, cmyk].map((bytes) => engine.pixels({ bytes }, recipe)));
    await expect(sharp(deep).metadata()).resolves.toMatchObject({ depth: 'ushort' });
    expect(new Set(results[0]?.pixels)).toEqual(new Set([255]));
    for (const result of results) expect(result.pixels).toHaveLength(224 * 224 * 3);
  });
});

describe('a hostile or broken file', () => {
  test('T01: a picture of more pixels than allowed is refused before it is decoded', async () => {
    const bomb = folder.write('bomb.png', oneBitPng(30_000, 30_000));
    await expect(analyse(bomb)).rejects.toMatchObject({ code: 'too-many-pixels' });
  });

  test('T01: a photo of more bytes than allowed is refused unread', async () => {
    const path = folder.write('long.jpg', await quarters(100, 100).jpeg().toBuffer());
    truncateSync(path, limits.maxFileBytes + 1);
    await expect(analyse(path)).rejects.toMatchObject({ code: 'too-large' });
  });

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('T05: a %s that is cut off fails as truncated', async (format) => {
    const bytes = await quarters(600, 400).toFormat(format).toBuffer();
    await expect(analyse(folder.write(`cut.${format}`, bytes.subarray(0, Math.floor(bytes.length * 0.6))))).rejects.toMatchObject({
      code: 'truncated',
    });
  });

  test('T05: an empty file, a missing one, a folder, a FIFO and a socket are named for what they are, without blocking', async () => {
    const fifo = join(folder.path, 'fifo.jpg');
    execFileSync('mkfifo', [fifo]);
    const socket = createServer().listen(join(folder.path, 's.jpg'));
    await new Promise((resolve) => socket.once('listening', resolve));
    await expect(analyse(folder.write('zero.jpg', ''))).rejects.toMatchObject({ code: 'empty' });
    await expect(analyse(join(folder.path, 'gone.jpg'))).rejects.toMatchObject({ code: 'vanished' });
    for (const path of [folder.path, fifo, join(folder.path, 's.jpg')])
      await expect(analyse(path)).rejects.toMatchObject({ code: 'not-a-file' });
    socket.close();
  });

  test('T07: a link is not followed, and no sentence names an absolute path', async () => {
    const link = join(folder.path, 'link.jpg');
    symlinkSync('/etc/passwd', link);
    const failure: unknown = await analyse(link).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'not-a-file' });
    expect(String(failure)).not.toContain(folder.path);
  });

  test('T02: a wrong extension and bytes after the end change nothing, and thumbnails hold none of them', async () => {
    const jpeg = await quarters(320, 240).jpeg().toBuffer();
    const result = await analyse(
      folder.write('polyglot.html', Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>PK\x03\x04')])),
      folder.path,
    );
    const thumbnailDir = thumbnailsOf(folder.path, result);
    expect(result.identification).toMatchObject({ format: 'jpeg', mime: 'image/jpeg' });
    const thumbnail = await sharp(join(thumbnailDir, '512.jpg')).toBuffer();
    expect(thumbnail.includes('<script>')).toBe(false);
  });

  test('T03: SVG, HTML, PDF and zip are never decoded, whatever they are called', async () => {
    const svg =
      '<?xml version="1.0"?><!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&x;</text></svg>';
    const files = {
      'a.jpg': svg,
      'b.png': '<!doctype html><script>1</script>',
      'c.jpg': '%PDF-1.7\n',
      'd.jpg': Buffer.from('PK\x03\x04rest of a zip'),
      'e.mp4': '#EXTM3U\nfile:///etc/passwd\n',
    };
    for (const [name, content] of Object.entries(files))
      await expect(analyse(folder.write(name, content))).rejects.toMatchObject({ code: 'unsupported' });
  });

  test('T04: 300 mutations of pictures end in a result or a MediaError, and the engine goes on', async () => {
    const seeds = await Promise.all(
      (['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const).map((format) => quarters(96, 64).toFormat(format).toBuffer()),
    );
    const random = seededRandom(20261122);
    const outcomes = await Promise.all(
      Array.from({ length: 300 }, async (_, index) => {
        const bytes = mutated(seeds[index % seeds.length] ?? Buffer.alloc(0), random);
        return engine.pixels({ bytes }, recipe).then(
          () => 'decoded',
          (error: { name: string; code?: string }) => (error.name === 'MediaError' && error.code !== 'crashed' ? 'refused' : String(error)),
        );
      }),
    );
    expect(new Set(outcomes)).toEqual(new Set(['decoded', 'refused']));
    await expect(engine.pixels({ bytes: seeds[0] ?? Buffer.alloc(0) }, recipe)).resolves.toMatchObject({ width: 96, height: 64 });
  });

  test('a video without ffmpeg is identified and hashed, and analysing it says needs-ffmpeg', async () => {
    const path = folder.write('clip.mp4', Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'), Buffer.alloc(1000)]));
    await expect(engine.identify(path)).resolves.toMatchObject({ kind: 'video', format: 'mp4', mime: 'video/mp4' });
    await expect(analyse(path)).rejects.toMatchObject({ code: 'needs-ffmpeg' });
    expect(existsSync('/nowhere')).toBe(false);
  });
});

/** The quarters as a camera held that way would store them, with the tag that says how to turn them back. */
async function storedAs(orientation: number): Promise<Buffer> {
  const upright = await quarters(400, 300).png().toBuffer();
  const camera = sharp(upright);
  const undo: Record<number, Sharp> = {
    2: camera.clone().flop(),
    3: camera.clone().rotate(180),
    4: camera.clone().flip(),
    5: camera.clone().flop().rotate(270),
    6: camera.clone().rotate(270),
    7: camera.clone().flop().rotate(90),
    8: camera.clone().rotate(90),
  };
  const pixels = await (undo[orientation] ?? camera).png().toBuffer();
  return sharp(pixels).withMetadata({ orientation }).png().toBuffer();
}
