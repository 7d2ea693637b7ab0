import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { chooseDivisor, decodePicture } from '../../../server/media/decode.js';
import { hasOwnRotation, listBoxes } from '../../../server/media/decoders/boxes.js';
import { findLargestJpeg } from '../../../server/media/decoders/raw.decoder.js';
import { findFormat, type Format } from '../../../server/media/formats.js';
import { hammingDistance, perceptualHash } from '../../../server/media/perceptual-hash.js';
import { quarters } from '../../support/pictures.js';

function format(name: string): Format {
  const found = findFormat(name);
  if (!found) throw new Error(`Expected a format called ${name}.`);
  return found;
}

describe('the working picture', () => {
  test.each([
    [4032, 3024, 4],
    [8064, 6048, 8],
    [1800, 1200, 1],
    [2400, 1800, 2],
    [480, 320, 1],
    [12_000, 900, 2],
  ])('of %i x %i is 1/%s of it', (width, height, divisor) => expect(chooseDivisor({ width, height }, 1000)).toBe(divisor));

  test('of any size holds at most 24 megapixels, or is an eighth', () => {
    const side = fc.integer({ min: 1, max: 60_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const divisor = chooseDivisor({ width, height }, 1000);
        expect(divisor === 8 || (width * height) / divisor ** 2 <= 24_000_000).toBe(true);
      }),
    );
  });

  test('for a small region is finer than for the whole', () => {
    const size = { width: 8064, height: 6048 };
    const region = { x: 0, y: 0, width: 0.3, height: 0.3 };
    expect(chooseDivisor(size, 1000, region)).toBeLessThan(chooseDivisor(size, 1000));
  });

  test('of the largest divisor is the size that libjpeg itself scales to', async () => {
    const content = await quarters(4001, 3003).jpeg().toBuffer();
    const { working, width, height } = await decodePicture(content, format('jpeg'), { maxPixels: 20_000_000 });
    expect([width, height, working.width, working.height]).toEqual([4001, 3003, 1001, 751]);
  });
});

describe('a RAW file', () => {
  test('shows the largest JPEG inside, not the first, and not the sensor values', async () => {
    const [thumb, preview] = await Promise.all([quarters(160, 120).jpeg().toBuffer(), quarters(640, 480).jpeg().toBuffer()]);
    const lossless = Buffer.from('ffd8ffc3000b0e100010000101110000', 'hex');
    const raw = Buffer.concat([Buffer.from('II*\0\x08\0\0\0\0\0', 'latin1'), thumb, Buffer.alloc(99), lossless, preview, Buffer.alloc(99)]);
    const { width, height } = await decodePicture(raw, format('cr2'), { maxPixels: 20_000_000 });
    expect([width, height]).toEqual([640, 480]);
  });

  test('without one is undecodable', async () => {
    await expect(
      decodePicture(Buffer.from('II*\0\x08\0\0\0\xff\xd8\xff\xe0', 'latin1'), format('cr2'), { maxPixels: 1 }),
    ).rejects.toMatchObject({ code: 'undecodable' });
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 100 }),
        (bytes) => findLargestJpeg(Buffer.concat([Buffer.from('ffd8ff', 'hex'), bytes])) !== undefined,
      ),
    );
  });
});

describe('the boxes of an ISO media file', () => {
  const box = (type: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8, 0);
    head.writeUInt32BE(8 + body.length);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  const heic = (property: string): Buffer => {
    const ipco = box('ipco', Buffer.concat([box('ispe', Buffer.alloc(12)), box(property, Buffer.alloc(1))]));
    return Buffer.concat([box('ftyp', Buffer.alloc(8)), box('meta', Buffer.concat([Buffer.alloc(4), box('iprp', ipco)]))]);
  };

  test('say whether the picture turns itself', () => {
    expect([
      hasOwnRotation(heic('irot')),
      hasOwnRotation(heic('imir')),
      hasOwnRotation(heic('colr')),
      hasOwnRotation(Buffer.alloc(3)),
    ]).toEqual([true, true, false, false]);
  });

  test('of any bytes end, and never go backwards', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => listBoxes(Buffer.from(bytes)).every((found) => found.end >= found.start)),
    );
  });
});

describe('the perceptual hash', () => {
  const hash = async (pipeline: Sharp): Promise<string> => {
    const { data, info } = await pipeline.removeAlpha().raw().toBuffer({ resolveWithObject: true });
    return perceptualHash({ width: info.width, height: info.height, pixels: data });
  };

  test('survives scaling and compression and tells a mirrored picture apart', async () => {
    const original = await hash(quarters(600, 400));
    const smaller = await hash(sharp(await quarters(600, 400).resize(150).jpeg({ quality: 50 }).toBuffer()));
    const mirrored = await hash(sharp(await quarters(600, 400).flop().png().toBuffer()));
    expect(original).toMatch(/^[0-9a-f]{16}$/);
    expect(hammingDistance(original, smaller)).toBeLessThanOrEqual(6);
    expect(hammingDistance(original, mirrored)).toBeGreaterThan(10);
  });

  test('differs from another by the number of unequal bits', () => {
    const hex = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    fc.assert(
      fc.property(hex, hex, (left, right) => {
        const text = (value: bigint): string => value.toString(16).padStart(16, '0');
        const bits = [...(left ^ right).toString(2)].filter((bit) => bit === '1').length;
        expect(hammingDistance(text(left), text(right))).toBe(bits);
      }),
    );
  });
});
