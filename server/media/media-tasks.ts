import { lstat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createHash } from 'node:crypto';
import type { PixelRecipe } from '../models/embedding-model.js';
import { MediaError, THUMBNAIL_NAMES, THUMBNAIL_SIZES, type AnalyseRequest, type FrameAnalysis, type Identification } from './analysis.js';
import type {
  MediaAnalysis,
  MediaEngine,
  PictureSource,
  QueryPixels,
  Region,
  RegionPixels,
  ThumbnailSize,
  WantedRegions,
} from './analysis.js';
import { decodePicture, type DecodedPicture, type DecodeOptions } from './decode.js';
import { FileStore, writeAtomically } from './file-store.js';
import { findFormat, type Format } from './formats.js';
import { readPhotoMetadata } from './metadata.js';
import { readVideoMetadata } from './metadata/video-metadata.js';
import { readMediaFile, type OpenedFile } from './open-file.js';
import { perceptualHash } from './perceptual-hash.js';
import { crop, cut, hashPixels, orient, shrinkTo, type Raster } from './raster.js';
import { pickMoments } from './scenes.js';
import { SNIFF_BYTES, sniffFormat } from './sniff.js';
import { encodeThumbnail, thumbhash } from './thumbnails.js';
import type { VideoTools } from './video.js';

/** What a child process is told once, at its start. */
export interface MediaSettings extends VideoTools {
  readonly maxPixels: number;
  readonly maxFileBytes: number;
}

const SMALL_SIZES: readonly ThumbnailSize[] = [256, 512];
const ALL_SIZES: readonly ThumbnailSize[] = THUMBNAIL_SIZES;
const SMALL_EDGE = 256;
const PREVIEW_SIZE = 512;
const LAST_PICTURE_MS = 1_000;
const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

// fluent-ffmpeg only where a video comes: most children never see one.
const loadVideo = () => import('./video.js');

/** The work of a child process: what `MediaEngine` promises, done here and now. */
export class MediaTasks implements Omit<MediaEngine, 'close'> {
  constructor(
    private readonly settings: MediaSettings,
    /** Called whenever a long task has got on, so that it is not taken for stuck. */
    private readonly onProgress: () => void,
  ) {}

  async identify(path: string): Promise<Identification> {
    return identificationOf(await this.read(path));
  }

  async analyse(request: AnalyseRequest): Promise<MediaAnalysis> {
    const file = await this.read(request.path);
    return file.format.kind === 'video' ? this.analyseVideo(file, request) : this.analysePhoto(file, request);
  }

  async pixels(source: PictureSource, recipe: PixelRecipe, options: { region?: Region; frameMs?: number } = {}): Promise<QueryPixels> {
    const { region, frameMs } = options;
    const { picture, contentHash } =
      'bytes' in source ? await this.decodeUpload(source.bytes, region) : await this.decodeFile(source.path, { region, frameMs });
    const part = region ? await crop(picture.working, region) : picture.working;
    return {
      pixels: await cut(part, recipe),
      contentHash,
      perceptualHash: await hashOf(part),
      width: picture.width,
      height: picture.height,
      preview: await encodeThumbnail(part, PREVIEW_SIZE),
    };
  }

  async regionPixels(path: string, recipe: PixelRecipe, { regions, frameMs }: WantedRegions): Promise<RegionPixels[]> {
    const [region] = regions.toSorted((a, b) => Math.min(a.width, a.height) - Math.min(b.width, b.height));
    const { picture } = await this.decodeFile(path, { region, frameMs: frameMs ?? undefined });
    const parts: RegionPixels[] = [];
    for (const one of regions) {
      this.onProgress();
      const part = await crop(picture.working, one);
      parts.push({ pixels: await cut(part, recipe), perceptualHash: await hashOf(part) });
    }
    return parts;
  }

  async orientedPixels(path: string, recipe: PixelRecipe): Promise<{ pixels: Uint8Array; perceptualHash: string }[]> {
    const { picture } = await this.decodeFile(path, {});
    const turned: { pixels: Uint8Array; perceptualHash: string }[] = [];
    for (const orientation of ORIENTATIONS) {
      const raster = await orient(picture.working, orientation);
      turned.push({ pixels: await cut(raster, recipe), perceptualHash: await hashOf(raster) });
    }
    return turned;
  }

  async writeThumbnail(request: { path: string; size: ThumbnailSize; target: string; frameMs?: number }): Promise<void> {
    const { picture } = await this.decodeFile(request.path, { edge: request.size, frameMs: request.frameMs });
    await writeAtomically(request.target, await encodeThumbnail(picture.working, request.size));
  }

  private async analysePhoto(file: OpenedFile, request: AnalyseRequest): Promise<MediaAnalysis> {
    const picture = await this.decode(file.content, file.format);
    const { width, height, working } = picture;
    // HEIC and RAW are too dear to decode again when someone opens them.
    const sizes = file.format.decoder === 'sharp' ? SMALL_SIZES : ALL_SIZES;
    const derived = await derive(working, request, { sizes, contentHash: file.contentHash });
    const metadata = await readPhotoMetadata(picture.blocks);
    return {
      identification: identificationOf(file),
      width,
      height,
      durationMs: null,
      metadata,
      pixelHash: hashPixels(working),
      ...derived,
      frames: [],
    };
  }

  private async analyseVideo(file: OpenedFile, request: AnalyseRequest): Promise<MediaAnalysis> {
    const { path } = request;
    const { probeVideo, findMoments } = await loadVideo();
    const probe = await probeVideo(path, this.settings);
    const frames: FrameAnalysis[] = [];
    const pictures = new Map<number, Uint8Array>();
    let poster: Raster | null = null;
    for (const ms of await findMoments(path, probe, this.settings)) {
      this.onProgress();
      const picture = await this.findFrame(path, ms);
      if (!picture) continue;
      poster ??= picture.working;
      const small = await shrinkTo(picture.working, SMALL_EDGE);
      frames.push({ ms, pixels: await cut(picture.working, request.recipe), perceptualHash: await perceptualHash(small) });
      if (request.dataDir !== null) pictures.set(ms, await encodeThumbnail(small, SMALL_EDGE));
    }
    if (!poster) throw noFrame();
    await expectSameFile(path, file);
    if (request.dataDir !== null) await new FileStore(request.dataDir).writeFrames(file.contentHash, pictures);
    const { width, height, durationMs, tags } = probe;
    const derived = await derive(poster, request, { sizes: ALL_SIZES, contentHash: file.contentHash });
    const metadata = readVideoMetadata(tags);
    return {
      identification: identificationOf(file),
      width,
      height,
      durationMs,
      metadata,
      pixelHash: null,
      ...derived,
      pixels: new Uint8Array(0),
      frames,
    };
  }

  private async decodeFile(path: string, options: { region?: Region; edge?: number; frameMs?: number }) {
    const file = await this.read(path, false);
    const { contentHash } = file;
    if (file.format.kind === 'photo') return { contentHash, picture: await this.decode(file.content, file.format, options) };
    const ms = options.frameMs ?? (await this.firstMoment(path));
    // The last picture of a video stands until its end.
    const picture = (await this.findFrame(path, ms, options)) ?? (await this.findFrame(path, Math.max(0, ms - LAST_PICTURE_MS), options));
    if (!picture) throw noFrame();
    await expectSameFile(path, file);
    return { contentHash, picture };
  }

  private async decodeUpload(bytes: Uint8Array, region?: Region) {
    if (bytes.length === 0) throw new MediaError('empty', 'The upload is empty.');
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const format = await sniffFormat(content.subarray(0, SNIFF_BYTES), '');
    if (format?.kind !== 'photo') throw new MediaError('unsupported', 'Expected a photo, but the bytes are of another kind.');
    return { contentHash: createHash('sha256').update(content).digest('hex'), picture: await this.decode(content, format, { region }) };
  }

  private read(path: string, hashVideos = true): Promise<OpenedFile> {
    return readMediaFile(path, { maxFileBytes: this.settings.maxFileBytes, hashVideos, onProgress: this.onProgress });
  }

  private decode(content: Buffer, format: Format, options: Omit<DecodeOptions, 'maxPixels'> = {}): Promise<DecodedPicture> {
    return decodePicture(content, format, { ...options, maxPixels: this.settings.maxPixels });
  }

  private async firstMoment(path: string): Promise<number> {
    const { probeVideo } = await loadVideo();
    return pickMoments((await probeVideo(path, this.settings)).durationMs, [])[0] ?? 0;
  }

  private async findFrame(path: string, ms: number, options: Omit<DecodeOptions, 'maxPixels'> = {}): Promise<DecodedPicture | null> {
    const { readFrame } = await loadVideo();
    const png = await readFrame(path, ms, this.settings);
    const format = findFormat('png');
    return png && format && this.decode(png, format, options);
  }
}

/** Everything a working picture gives; hashes are made of the smallest size, because they cost by the pixel. */
async function derive(working: Raster, request: AnalyseRequest, wanted: { sizes: readonly ThumbnailSize[]; contentHash: string }) {
  const pixels = await cut(working, request.recipe);
  const small = await shrinkTo(working, SMALL_EDGE);
  if (request.dataDir !== null) {
    const folder = new FileStore(request.dataDir).thumbnailDir(wanted.contentHash);
    for (const size of wanted.sizes) {
      const bytes = await encodeThumbnail(size <= SMALL_EDGE ? small : working, size);
      await writeAtomically(join(folder, THUMBNAIL_NAMES[size]), bytes);
    }
  }
  return { pixels, perceptualHash: await perceptualHash(small), thumbhash: await thumbhash(small) };
}

/** The perceptual hash just as `derive` makes it. */
async function hashOf(working: Raster): Promise<string> {
  return perceptualHash(await shrinkTo(working, SMALL_EDGE));
}

function identificationOf(file: OpenedFile): Identification {
  const { format, contentHash, bytes, modifiedMs } = file;
  return { kind: format.kind, format: format.name, mime: format.mime, contentHash, bytes, modifiedMs };
}

function noFrame(): MediaError {
  return new MediaError('undecodable', 'The video shows no picture at this moment.');
}

// ffmpeg opens the path by itself: what it showed counts only while the path is still the file that was hashed.
async function expectSameFile(path: string, file: OpenedFile): Promise<void> {
  const now = await lstat(path).catch(() => null);
  const same = now?.isFile() && now.size === file.bytes && Math.floor(now.mtimeMs) === file.modifiedMs;
  if (!same) throw new MediaError('changing', `${basename(path)} changed while it was read.`);
}
