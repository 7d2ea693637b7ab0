import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { PictureFolder } from './pictures.js';
import { randomNumbers } from './vectors.js';

const CELLS = 6;

/** A soft picture of 36 colours that depend on nothing but the seed; two seeds give two unlike pictures. */
export function drawnPicture(seed: number, { width, height } = { width: 320, height: 240 }): Sharp {
  const random = randomNumbers(seed * 7919 + 1);
  const cells = Buffer.from(Array.from({ length: CELLS * CELLS * 3 }, () => Math.floor(256 * random())));
  return sharp(cells, { raw: { width: CELLS, height: CELLS, channels: 3 } }).resize(width, height, { kernel: 'cubic', fit: 'fill' });
}

/** Thirty files in which much is nearly the same: re-encoded copies, byte copies, stacks of an original and its edit. */
export async function drawAlbum(): Promise<PictureFolder> {
  const folder = new PictureFolder();
  for (let seed = 0; seed < 12; seed += 1) {
    const picture = await drawnPicture(seed).jpeg({ quality: 92 }).toBuffer();
    folder.write(`IMG_${1000 + seed}.jpg`, picture);
    if (seed < 4) folder.write(`IMG_E${1000 + seed}.jpg`, await sharp(picture).modulate({ brightness: 1.2 }).jpeg().toBuffer());
    if (seed % 2 === 0) folder.write(`sent-${seed}.webp`, await sharp(picture).webp({ quality: 70 }).toBuffer());
    if (seed % 3 === 0) folder.write(`small-${seed}.jpg`, await sharp(picture).resize(160).jpeg({ quality: 60 }).toBuffer());
    if (seed % 3 === 1) folder.write(`backup-${seed}.jpg`, picture);
  }
  return folder;
}

/** Adds a video of three seconds that changes; needs ffmpeg. */
export function addVideo(folder: PictureFolder): void {
  const input = ['-f', 'lavfi', '-i', 'testsrc2=size=160x120:rate=10:duration=3'];
  execFileSync('ffmpeg', ['-v', 'error', '-nostdin', ...input, '-pix_fmt', 'yuv420p', join(folder.path, 'clip.mp4')]);
}
