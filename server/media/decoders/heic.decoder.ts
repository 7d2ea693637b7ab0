import sharp from 'sharp';
import { toRaster } from '../raster.js';
import { isCutOff, toDecodeError, truncated } from './decode-error.js';
import type { Decoder } from './decoder.js';
import { readHeader } from './sharp.decoder.js';

/** HEIC by libheif in WebAssembly (1 s for 12 megapixels): sharp's build reads its header but has no HEVC. */
export const heicDecoder: Decoder = {
  workingEdge: 1440,
  async open(content, maxPixels) {
    // libheif fills what is missing with grey instead of failing.
    if (isCutOff(content)) throw truncated();
    const header = await readHeader(content, maxPixels);
    return { ...header, decode: (divisor) => decodeAt(content, divisor) };
  },
};

async function decodeAt(content: Buffer, divisor: number) {
  try {
    const { default: decodeHeic } = await import('heic-decode');
    const { width, height, data } = await decodeHeic({ buffer: content });
    const pixels = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    const whole = sharp(pixels, { raw: { width, height, channels: 4 }, limitInputPixels: false });
    const size = { width: Math.ceil(width / divisor), height: Math.ceil(height / divisor), fit: 'fill' } as const;
    return await toRaster((divisor === 1 ? whole : whole.resize(size)).flatten({ background: '#ffffff' }));
  } catch (error) {
    throw toDecodeError(error, content);
  }
}
