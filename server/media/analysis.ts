import type { PixelRecipe } from '../models/embedding-model.js';

/** Why a file could not become a document; the sentence beside it says it in words. */
export type FailureCode =
  | 'empty'
  | 'unsupported'
  | 'truncated'
  | 'undecodable'
  | 'too-many-pixels'
  | 'too-large'
  | 'vanished'
  | 'unreadable'
  | 'not-a-file'
  | 'changing'
  | 'needs-ffmpeg'
  | 'crashed'
  | 'timed-out';

/** A file that fails: its code and a sentence without absolute paths. */
export class MediaError extends Error {
  constructor(
    readonly code: FailureCode,
    message: string,
  ) {
    super(message);
    this.name = 'MediaError';
  }
}

/** A rectangle of the upright picture in fractions 0..1, origin top left. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a file is, told from its bytes. */
export interface Identification {
  readonly kind: 'photo' | 'video';
  /** Name in the format table, such as `jpeg`, `heic`, `dng`, `mp4`. */
  readonly format: string;
  readonly mime: string;
  /** sha256 of all bytes (hex). */
  readonly contentHash: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/** What was read from EXIF, IPTC, XMP or the video's container; null where absent or absurd. */
export interface MediaMetadata {
  /** Wall clock where it was taken, `YYYY-MM-DDTHH:MM:SS.sss`, no zone. */
  readonly takenLocal: string | null;
  readonly takenOffsetMinutes: number | null;
  readonly takenPrecision: 'millisecond' | 'second' | 'minute' | 'day' | 'month' | 'year' | null;
  readonly takenSource: 'exif' | 'xmp' | 'iptc' | 'container' | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly camera: string | null;
  readonly lens: string | null;
  /** Such as `35 mm · f/5.6 · 1/320 s · ISO 200`, parts that are known. */
  readonly exposure: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly keywords: readonly string[];
  readonly rating: number | null;
  /** Apple's content identifier that pairs a Live Photo with its video. */
  readonly livePhotoId: string | null;
}

/** One moment of a video. */
export interface FrameAnalysis {
  readonly ms: number;
  readonly pixels: Uint8Array;
  readonly perceptualHash: string;
}

/** What one decode of a file gives; small enough to cross a process boundary. */
export interface MediaAnalysis {
  readonly identification: Identification;
  /** Upright size in pixels. */
  readonly width: number;
  readonly height: number;
  readonly durationMs: number | null;
  readonly metadata: MediaMetadata;
  /**
   * sha256 (hex) of the upright working picture (1/1, 1/2, 1/4 or 1/8 of the size, 8-bit RGB), null for a video. Equal coded pixels give
   * equal hashes, so an edit of the metadata changes nothing; at full size it would cost as much as all the rest of ingestion.
   */
  readonly pixelHash: string | null;
  /** 64 bits as 16 hex digits; of a video, of its first kept frame. */
  readonly perceptualHash: string;
  /** Base64 of the thumbhash, at most 25 bytes. */
  readonly thumbhash: string;
  /** RGB bytes as the recipe asks; of a video empty (see `frames`). */
  readonly pixels: Uint8Array;
  /** A video's moments, oldest first; empty for a photo. */
  readonly frames: readonly FrameAnalysis[];
}

/** What to make of a file. */
export interface AnalyseRequest {
  /** Absolute, already checked to lie inside a root. */
  readonly path: string;
  readonly recipe: PixelRecipe;
  /**
   * Data folder under whose FileStore place thumbnails `256.webp` and `512.jpg` (and `1440.jpg` for HEIC, RAW, video) are written, each
   * atomically; null for none.
   */
  readonly dataDir: string | null;
}

/** The edges of the thumbnails that exist; longest side in pixels. */
export const THUMBNAIL_SIZES = [256, 512, 1440] as const;
/** One of the three edges, in pixels. */
export type ThumbnailSize = (typeof THUMBNAIL_SIZES)[number];

/** File names of thumbnails inside their document's folder. */
export const THUMBNAIL_NAMES: Readonly<Record<ThumbnailSize, string>> = { 256: '256.webp', 512: '512.jpg', 1440: '1440.jpg' };

/** A picture to search with, given as bytes or as an indexed file. */
export type PictureSource = { readonly path: string } | { readonly bytes: Uint8Array };

/** Everything that touches the bytes of pictures; the work is done in child processes. */
export interface MediaEngine {
  /** Reads all bytes once; throws MediaError for what is no picture or video. */
  identify(path: string): Promise<Identification>;
  /** Decodes once and makes everything the request asks. Throws MediaError. */
  analyse(request: AnalyseRequest): Promise<MediaAnalysis>;
  /** The pixels of a query picture (or of a region of it, or of a video's moment), cut exactly as ingestion cuts them. */
  pixels(source: PictureSource, recipe: PixelRecipe, options?: { region?: Region; frameMs?: number }): Promise<QueryPixels>;
  /**
   * The pixels of several regions of a photo (or of a video's moment), cut as `pixels` cuts them but from one decode: as fine as the
   * smallest of them needs. `isAsked`: someone waits for it.
   */
  regionPixels(path: string, recipe: PixelRecipe, wanted: WantedRegions): Promise<RegionPixels[]>;
  /** The same picture in its eight orientations (EXIF order 1..8), for recognising a file that was rotated in place. */
  orientedPixels(path: string, recipe: PixelRecipe): Promise<{ readonly pixels: Uint8Array; readonly perceptualHash: string }[]>;
  /** Writes one thumbnail of a photo, or of a video's moment, atomically. */
  writeThumbnail(request: { path: string; size: ThumbnailSize; target: string; frameMs?: number }): Promise<void>;
  close(): Promise<void>;
}

/** Which parts of a picture. */
export interface WantedRegions {
  readonly regions: readonly Region[];
  readonly frameMs?: number | null;
  readonly isAsked?: boolean;
}

/** A part of a picture ready for the encoder. */
export interface RegionPixels {
  readonly pixels: Uint8Array;
  readonly perceptualHash: string;
}

/** A query picture ready for the encoder. */
export interface QueryPixels {
  readonly pixels: Uint8Array;
  /** sha256 (hex) of all bytes; empty for a video's moment, because hashing gigabytes for one frame would keep the asker waiting. */
  readonly contentHash: string;
  readonly perceptualHash: string;
  /** Upright size of the whole picture in pixels (of a video's moment: as decoded, longest side at most 1440). */
  readonly width: number;
  readonly height: number;
  /** A small JPEG of what is being searched for (longest side 512), so that the client can show it. */
  readonly preview: Uint8Array;
}
