import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import ffmpeg, { type FfprobeData } from 'fluent-ffmpeg';
import { MediaError } from './analysis.js';

// T10: only the file itself is read, by demuxers that cannot name other files (no HLS, concat, DASH, SDP, subtitles).
const READ_ONLY_THE_FILE = [
  '-protocol_whitelist',
  'file',
  '-format_whitelist',
  'mov,matroska,avi,mpegts,mpeg,flv,asf,ogg',
  '-max_streams',
  '64',
];
// T11: what one frame may cost; a parent kills the whole process group should even these fail.
const FRAME_SECONDS = 20;
const MAX_FRAME_BYTES = 64 * 1024 * 1024;
const MAX_STREAM_SECONDS = 30;
/** Longest side of a frame, enough for the largest thumbnail. */
const FRAME_EDGE = 1440;
const MAX_FRAMES = 16;
const MIN_STEP_MS = 2_000;

/** Where the programs are (null: on PATH) and a folder of this process's own for frames. */
export interface VideoTools {
  readonly ffmpegPath: string | null;
  readonly ffprobePath: string | null;
  readonly tempDir: string;
}

/** What the container says. */
export interface VideoProbe {
  /** As shown: after rotation and with square pixels. */
  readonly width: number;
  readonly height: number;
  readonly durationMs: number;
  /** Tags of the container and of the picture stream, names in lower case. */
  readonly tags: ReadonlyMap<string, string>;
}

/** Reads size, duration and tags of a video. Throws MediaError (`needs-ffmpeg` where the program is missing). */
export async function probeVideo(path: string, tools: VideoTools): Promise<VideoProbe> {
  const probe = await new Promise<FfprobeData>((resolve, reject) => {
    const command = ffmpeg(`file:${path}`);
    if (tools.ffprobePath) command.setFfprobePath(tools.ffprobePath);
    command.ffprobe([...READ_ONLY_THE_FILE, '-v', 'error'], (error: unknown, found) =>
      error ? reject(toMediaError(error)) : resolve(found),
    );
  });
  const stream = probe.streams.find((candidate) => candidate.codec_type === 'video' && !candidate.disposition?.attached_pic);
  if (!stream?.width || !stream.height) throw new MediaError('undecodable', 'The video holds no picture stream.');
  const square = stream.width * (pixelAspect(stream.sample_aspect_ratio) || 1);
  const sideways = Math.abs(Math.round(Number(stream.rotation ?? stream.tags?.rotate ?? 0))) % 180 === 90;
  const [width, height] = sideways ? [stream.height, Math.round(square)] : [Math.round(square), stream.height];
  const seconds = Number(probe.format.duration ?? stream.duration);
  return { width, height, durationMs: seconds > 0 ? Math.round(seconds * 1000) : 0, tags: tagsOf([stream.tags, probe.format.tags]) };
}

function pixelAspect(ratio: unknown): number {
  const match = /^(\d{1,5})[:/](\d{1,5})$/.exec(String(ratio));
  return match ? Number(match[1]) / Number(match[2]) || 0 : 0;
}

function tagsOf(sources: readonly unknown[]): Map<string, string> {
  const entries = sources.flatMap((tags) => Object.entries(tags ?? {}));
  return new Map(entries.map(([name, value]) => [name.toLowerCase(), String(value).slice(0, 2_000)]));
}

/**
 * The moments to look at, in ms: one per 2 s, at most 16, each in the middle of its part. Scene changes, when they come, add to these.
 */
export function steadyMoments(durationMs: number): number[] {
  const count = Math.min(MAX_FRAMES, Math.max(1, Math.ceil(durationMs / MIN_STEP_MS)));
  return Array.from({ length: count }, (_, index) => Math.floor(((index + 0.5) * durationMs) / count));
}

/** One frame at a moment as PNG bytes, upright, square pixels, longest side at most 1440; null where the video has none there. */
export async function readFrame(path: string, ms: number, tools: VideoTools): Promise<Buffer | null> {
  const target = join(tools.tempDir, `frame-${ms}.png`);
  try {
    await extractFrame(`file:${path}`, target, { ms, ffmpegPath: tools.ffmpegPath });
    return await readFile(target).catch(() => null);
  } finally {
    await rm(target, { force: true });
  }
}

async function extractFrame(source: string, target: string, options: { ms: number; ffmpegPath: string | null }): Promise<void> {
  const square = `scale='ceil(iw*sar)':ih,setsar=1`;
  const bounded = `scale='min(${FRAME_EDGE},iw)':'min(${FRAME_EDGE},ih)':force_original_aspect_ratio=decrease`;
  const command = ffmpeg({ timeout: FRAME_SECONDS })
    .input(source)
    .inputOptions([
      '-nostdin',
      ...READ_ONLY_THE_FILE,
      '-threads',
      '1',
      '-ss',
      (options.ms / 1000).toFixed(3),
      '-t',
      String(MAX_STREAM_SECONDS),
    ])
    // No -f: fluent-ffmpeg checks it against a list that it cannot read from ffmpeg 7; the .png names the format.
    .outputOptions([
      '-map',
      '0:V:0',
      '-vf',
      `${square},${bounded}`,
      '-frames:v',
      '1',
      '-update',
      '1',
      '-fs',
      String(MAX_FRAME_BYTES),
      '-threads',
      '1',
    ])
    .output(target);
  if (options.ffmpegPath) command.setFfmpegPath(options.ffmpegPath);
  await new Promise<void>((resolve, reject) => {
    command
      .on('end', () => resolve())
      .on('error', (error: unknown) => reject(toMediaError(error)))
      .run();
  });
}

function toMediaError(error: unknown): MediaError {
  const message = error instanceof Error ? error.message : String(error);
  if (/cannot find ff|ENOENT.*ff|spawn .*ENOENT/i.test(message)) {
    return new MediaError('needs-ffmpeg', 'Videos need ffmpeg and ffprobe; set FFMPEG_PATH and FFPROBE_PATH or put them on PATH.');
  }
  if (/timeout|SIGKILL/.test(message)) return new MediaError('timed-out', 'The video took longer to read than one may take.');
  if (/moov atom not found/.test(message)) return new MediaError('truncated', 'The file ends before the video does.');
  return new MediaError('undecodable', 'The video cannot be read; the file is damaged or uses an unknown variant.');
}
