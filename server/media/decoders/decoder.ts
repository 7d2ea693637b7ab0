import type { Raster } from '../raster.js';

/** What a file says about itself, as raw blocks; null where absent. */
export interface MetadataBlocks {
  /** EXIF as TIFF bytes (no `Exif\0\0` before them). */
  readonly exif: Buffer | null;
  readonly iptc: Buffer | null;
  readonly xmp: string | null;
}

/** A picture's header: size as stored, how to turn it, and what is written in it. */
export interface PictureHeader {
  readonly width: number;
  readonly height: number;
  /** EXIF orientation 1..8 that is still to be applied to what `decode` gives. */
  readonly orientation: number;
  readonly blocks: MetadataBlocks;
  /** The pixels at 1/divisor of the stored size, colours in sRGB, alpha on white, not yet turned. */
  decode(divisor: number): Promise<Raster>;
}

/** Reads one family of formats. */
export interface Decoder {
  /** Longest side in pixels below which this family's working picture does not go: where decoding is dear, 1440 serves every thumbnail. */
  readonly workingEdge: number;
  /** Reads the header only. Throws MediaError (too-many-pixels before any pixel is decoded). */
  open(content: Buffer, maxPixels: number): Promise<PictureHeader>;
}
