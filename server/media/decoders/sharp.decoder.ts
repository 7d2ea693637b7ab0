import sharp, { type Metadata, type SharpOptions } from 'sharp';
import { toRaster, type Raster } from '../raster.js';
import { readOrientation } from '../metadata/tiff-tags.js';
import { hasOwnRotation } from './boxes.js';
import { toDecodeError, tooManyPixels } from './decode-error.js';
import type { Decoder, MetadataBlocks, PictureHeader } from './decoder.js';

const EXIF_PREFIX = Buffer.from('Exif\0\0', 'latin1');

/** Everything libvips reads: JPEG, PNG, WebP, GIF, TIFF, AVIF; of several pages or frames the first. */
export const sharpDecoder: Decoder = {
  workingEdge: 768,
  async open(content, maxPixels) {
    const header = await readHeader(content, maxPixels);
    return { ...header, decode: (divisor) => decodeAt(content, { maxPixels, header, divisor }) };
  },
};

/** What libvips reads of a picture before decoding it; works for HEIC too, whose pixels it cannot decode. */
export async function readHeader(content: Buffer, maxPixels: number): Promise<Omit<PictureHeader, 'decode'>> {
  const found = await sharp(content, optionsFor(maxPixels))
    .metadata()
    .catch((error: unknown) => {
      throw toDecodeError(error, content);
    });
  if (found.width * found.height > maxPixels) throw tooManyPixels();
  const blocks = blocksOf(found, content);
  return { width: found.width, height: found.height, orientation: orientationOf(found, blocks, content), blocks };
}

// 'error' refuses what is cut off but reads a JPEG with a bad restart marker: a picture half grey would be hashed and embedded as if whole.
function optionsFor(maxPixels: number): SharpOptions {
  return { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true };
}

async function decodeAt(
  content: Buffer,
  job: { maxPixels: number; header: { width: number; height: number }; divisor: number },
): Promise<Raster> {
  const whole = sharp(content, optionsFor(job.maxPixels));
  // These are exactly libjpeg's scaled sizes, so a JPEG is scaled while it is decoded and not once more.
  const width = Math.ceil(job.header.width / job.divisor);
  const height = Math.ceil(job.header.height / job.divisor);
  const sized = job.divisor === 1 ? whole : whole.resize(width, height, { fit: 'fill' });
  return toRaster(sized.flatten({ background: '#ffffff' }).toColourspace('srgb')).catch((error: unknown) => {
    throw toDecodeError(error, content);
  });
}

function blocksOf(found: Metadata, content: Buffer): MetadataBlocks {
  const exif = found.format === 'tiff' ? content : withoutPrefix(found.exif ?? null);
  return { exif, iptc: found.iptc ?? null, xmp: found.xmp ? found.xmp.toString('utf8') : null };
}

function withoutPrefix(exif: Buffer | null): Buffer | null {
  return exif?.subarray(0, EXIF_PREFIX.length).equals(EXIF_PREFIX) ? exif.subarray(EXIF_PREFIX.length) : exif;
}

function orientationOf(found: Metadata, blocks: MetadataBlocks, content: Buffer): number {
  if (found.format !== 'heif') return found.orientation ?? 1;
  return hasOwnRotation(content) || !blocks.exif ? 1 : (readOrientation(blocks.exif) ?? 1);
}
