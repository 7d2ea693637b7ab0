import { MediaError } from '../analysis.js';
import { readOrientation } from '../metadata/tiff-tags.js';
import type { Decoder } from './decoder.js';
import { sharpDecoder } from './sharp.decoder.js';

const START_OF_IMAGE = Buffer.from([0xff, 0xd8, 0xff]);
const MAX_CANDIDATES = 1_000;

/** RAW files by the largest JPEG the camera put inside (DNG, CR2, CR3, NEF, ARW, ORF, RW2, RAF, ...): no demosaicing. */
export const rawDecoder: Decoder = {
  workingEdge: 1440,
  async open(content, maxPixels) {
    const jpeg = findLargestJpeg(content);
    if (!jpeg) throw new MediaError('undecodable', 'The RAW file holds no preview picture.');
    const preview = await sharpDecoder.open(jpeg, maxPixels);
    if (!isTiffLike(content)) return preview;
    const blocks = { ...preview.blocks, exif: content };
    // A preview that does not say how to turn it is turned as the container says.
    return { ...preview, blocks, orientation: preview.orientation !== 1 ? preview.orientation : (readOrientation(content) ?? 1) };
  },
};

/** The embedded 8-bit JPEG with most pixels (to the end of the file; decoders stop at its end), or null. */
export function findLargestJpeg(content: Buffer): Buffer | null {
  let best: { offset: number; pixels: number } | null = null;
  let offset = content.indexOf(START_OF_IMAGE);
  for (let seen = 0; offset !== -1 && seen < MAX_CANDIDATES; seen += 1) {
    const pixels = jpegPixels(content, offset);
    if (pixels > (best?.pixels ?? 0)) best = { offset, pixels };
    offset = content.indexOf(START_OF_IMAGE, offset + 2);
  }
  return best && content.subarray(best.offset);
}

/** Pixels the JPEG at this offset declares; 0 where it is none, or one that holds sensor values (lossless, not 8 bits). */
function jpegPixels(content: Buffer, start: number): number {
  let offset = start + 2;
  while (offset + 9 < content.length && content[offset] === 0xff) {
    const marker = content.readUInt8(offset + 1);
    if (marker === 0xda || marker === 0xd9) return 0;
    const isFrame = marker === 0xc0 || marker === 0xc1 || marker === 0xc2;
    if (isFrame) return content[offset + 4] === 8 ? content.readUInt16BE(offset + 5) * content.readUInt16BE(offset + 7) : 0;
    offset += 2 + content.readUInt16BE(offset + 2);
  }
  return 0;
}

function isTiffLike(content: Buffer): boolean {
  const order = content.toString('latin1', 0, 2);
  return order === 'II' || order === 'MM';
}
