import sharp, { type Sharp } from 'sharp';
import { seededRandom } from './hostile-bytes.js';

/** A picture like no other, the same for the same seed: a coarse field of random colours, drawn large (400 x 300). */
export function scene(seed: number): Sharp {
  const draw = seededRandom(seed);
  const colours = Buffer.from(Array.from({ length: 8 * 6 * 3 }, () => draw(256)));
  return sharp(colours, { raw: { width: 8, height: 6, channels: 3 } }).resize(400, 300, { kernel: 'cubic' });
}
