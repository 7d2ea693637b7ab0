import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { PixelRecipe } from '../../server/models/embedding-model.js';

/** CLIP's recipe: what most tests ask for. */
export const CLIP_RECIPE: PixelRecipe = { size: 224, resize: 'cover', kernel: 'cubic' };

/** A folder of its own for pictures that a test makes. */
export class PictureFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'pictures-'));

  /** Writes bytes and returns the absolute path. */
  write(name: string, bytes: Uint8Array | string): string {
    const path = join(this.path, name);
    writeFileSync(path, bytes);
    return path;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Writes a picture, its copy, and a file that is no picture. */
export async function writeThreeFiles(folder: PictureFolder): Promise<void> {
  folder.write('IMG_20190321_110422.jpg', await quarters(640, 480).jpeg().toBuffer());
  folder.write('copy.jpg', await quarters(640, 480).jpeg().toBuffer());
  folder.write('broken.jpg', 'not a picture');
}

const BANDS = 20;

/** A picture no two corners of which are alike: red, green, blue and yellow quarters over a slope of brightness. */
export function quarters(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  const rowBytes = width * 3;
  let previousBand = -1;
  for (let y = 0; y < height; y += 1) {
    const band = Math.floor((y * BANDS) / height);
    // Rows of one band are alike: drawing each pixel takes seconds for 12 megapixels.
    if (band === previousBand) pixels.copyWithin(y * rowBytes, (y - 1) * rowBytes, y * rowBytes);
    else drawRow(pixels.subarray(y * rowBytes, (y + 1) * rowBytes), band / BANDS);
    previousBand = band;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

function drawRow(row: Buffer, y: number): void {
  for (let at = 0; at < row.length; at += 3) row.set(colourAt(at / row.length, y), at);
}

function colourAt(x: number, y: number): [number, number, number] {
  const shade = Math.round(60 * (x + y));
  if (y < 0.5) return x < 0.5 ? [200, shade, shade] : [shade, 200, shade];
  return x < 0.5 ? [shade, shade, 200] : [200, 200, shade];
}
