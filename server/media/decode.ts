import type { Region } from './analysis.js';
import type { Decoder, MetadataBlocks } from './decoders/decoder.js';
import { heicDecoder } from './decoders/heic.decoder.js';
import { rawDecoder } from './decoders/raw.decoder.js';
import { sharpDecoder } from './decoders/sharp.decoder.js';
import type { Format } from './formats.js';
import { isQuarterTurn, orient, type Raster } from './raster.js';

const DECODERS: Readonly<Record<'sharp' | 'heic' | 'raw', Decoder>> = { sharp: sharpDecoder, heic: heicDecoder, raw: rawDecoder };

// Twice the 224 of CLIP: a short side below that would be cut from fewer pixels than the model looks at with care.
const MIN_SHORT_SIDE = 448;
// 24 megapixels of RGB are 72 MB: what one working picture may hold, whatever its shape.
const MAX_WORKING_PIXELS = 24_000_000;
const DIVISORS = [8, 4, 2] as const;

/** One decode: the upright working picture from which everything else is derived, and the size of the whole. */
export interface DecodedPicture {
  /** Upright, in pixels of the file. */
  readonly width: number;
  readonly height: number;
  readonly working: Raster;
  readonly blocks: MetadataBlocks;
}

/** What the working picture must be good for. */
export interface DecodeOptions {
  readonly maxPixels: number;
  /** Only this part matters: the picture is decoded as finely as the part, taken alone, would be. */
  readonly region?: Region;
  /** Least longest side in pixels, where more is needed than the format's own working edge. */
  readonly edge?: number;
}

/**
 * Decodes a photo once, upright, at the smallest of 1/1, 1/2, 1/4, 1/8 that keeps the longest side >= the format's working edge
 * (JPEG scales by these while it decodes: 37 instead of 61 ms for 12 megapixels). Uploads and ingestion both come through here, so equal
 * bytes give equal pixels. Throws MediaError.
 */
export async function decodePicture(content: Buffer, format: Format, options: DecodeOptions): Promise<DecodedPicture> {
  if (format.decoder === 'ffmpeg') throw new TypeError('A video has no single picture.');
  const decoder = DECODERS[format.decoder];
  const header = await decoder.open(content, options.maxPixels);
  const [width, height] = isQuarterTurn(header.orientation) ? [header.height, header.width] : [header.width, header.height];
  const edge = Math.max(options.edge ?? 0, decoder.workingEdge);
  const stored = await header.decode(chooseDivisor({ width, height }, edge, options.region));
  return { width, height, working: await orient(stored, header.orientation), blocks: header.blocks };
}

/** The divisor at which the picture (or the region of it) stays large enough and the whole small enough. */
export function chooseDivisor(size: { width: number; height: number }, edge: number, region?: Region): number {
  const width = size.width * (region?.width ?? 1);
  const height = size.height * (region?.height ?? 1);
  const fine =
    DIVISORS.find((divisor) => Math.max(width, height) / divisor >= edge && Math.min(width, height) / divisor >= MIN_SHORT_SIDE) ?? 1;
  const affordable = [1, 2, 4, 8].find((divisor) => (size.width * size.height) / divisor ** 2 <= MAX_WORKING_PIXELS) ?? 8;
  return Math.max(fine, affordable);
}
