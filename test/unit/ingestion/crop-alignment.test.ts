import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import sharp from 'sharp';
import { bestCropCorrelation, greyGrid } from '../../../server/ingestion/crop-alignment.js';
import { drawnPicture } from '../../support/drawn-album.js';

const SIZE = 128;

interface Square {
  readonly pixels: Uint8Array;
  readonly size: number;
}

async function square(seed: number, crop?: { left: number; top: number; width: number; height: number }): Promise<Square> {
  const drawn = drawnPicture(seed, { width: 500, height: 400 });
  const whole = await drawn.png().toBuffer();
  const part = crop ? sharp(whole).extract(crop) : sharp(whole);
  return { pixels: await part.resize(SIZE, SIZE, { fit: 'fill', kernel: 'cubic' }).raw().toBuffer(), size: SIZE };
}

const crop = fc
  .record({
    width: fc.double({ min: 0.83, max: 1, noNaN: true }),
    height: fc.double({ min: 0.83, max: 1, noNaN: true }),
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ width, height, x, y }) => {
    const [w, h] = [Math.round(500 * width), Math.round(400 * height)];
    return { left: Math.floor((500 - w) * x), top: Math.floor((400 - h) * y), width: w, height: h };
  });

describe('a part of a picture', () => {
  test('is found wherever it was cut, while it spans at least 83 % of each side', async () => {
    const property = fc.asyncProperty(fc.integer({ min: 0, max: 50 }), crop, async (seed, cut) => {
      expect(bestCropCorrelation(await square(seed), await square(seed, cut))).toBeGreaterThanOrEqual(0.97);
    });
    await fc.assert(property, { numRuns: 10 });
  });

  test('of another picture is not found', async () => {
    const property = fc.asyncProperty(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 51, max: 99 }), crop, async (seed, other, cut) => {
      expect(bestCropCorrelation(await square(seed), await square(other, cut))).toBeLessThan(0.9);
    });
    await fc.assert(property, { numRuns: 10 });
  });

  test('is looked for by its shades alone: brighter and flatter is the same', async () => {
    const whole = await square(5);
    const paler = { ...whole, pixels: whole.pixels.map((value) => 100 + value / 3) };
    expect(bestCropCorrelation(whole, paler)).toBeGreaterThan(0.99);
  });

  test('that is one flat colour correlates with nothing', async () => {
    const flat = { pixels: new Uint8Array(SIZE * SIZE * 3).fill(128), size: SIZE };
    expect(Math.abs(bestCropCorrelation(await square(5), flat))).toBeLessThan(0.01);
    expect(Math.abs(bestCropCorrelation(flat, await square(5)))).toBeLessThan(0.01);
    expect(bestCropCorrelation(flat, flat)).toBeLessThan(0.5);
  });
});

test('a grey grid holds the mean brightness of each cell', () => {
  const half = Uint8Array.from({ length: 64 * 64 * 3 }, (_, at) => (Math.floor(at / 3) % 64 < 32 ? 0 : 200));
  const grid = greyGrid(half, 64);
  expect([grid[0], grid[15], grid[16], grid[31]].map((value) => Math.round(value ?? -1))).toEqual([0, 0, 200, 200]);
});
