import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import ffmpeg, { type FfprobeData } from 'fluent-ffmpeg';
import { MediaError } from './analysis.js';
import { findCuts, MAX_SAMPLES, pickMoments, planScan, SAMPLE_EDGE, type Cut } from './scenes.js';

// T10: only the file itself is read, by demuxers that cannot name other files (no HLS, concat, DASH, SDP, subtitles).
const READ_ONLY_THE_FILE = [
  '-protocol_whitelist',
  'file',
  '-format_whitelist',
  'mov,matroska,avi,mpegts,mpeg,flv,asf,ogg',
  '-max_streams',
  '64',
];
// T11: what one frame, and the look for changes of scene, may cost; a parent kills the whole process group should even these fail.
const FRAME_SECONDS = 20;
const SCAN_SECONDS = 40;
const MAX_FRAME_BYTES = 64 * 1024 * 1024;
const MAX_STREAM_SECONDS = 30;
/** Longest side of a frame, enough for the largest thumbnail. */
const FRAME_EDGE = 1440;

const UPRIGHT_FRAME = [
  `scale='ceil(iw*sar)':ih,setsar=1`,
  `scale='min(${FRAME_EDGE},iw)':'min(${FRAME_EDGE},ih)':force_original_aspect_ratio=decrease`,
].join(',');

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

/** The moments to look at, in ms, oldest first: every scene, and a steady rate (`scenes.ts`). */
export async function findMoments(path: string, video: VideoProbe, tools: VideoTools): Promise<number[]> {
  const { everyMs, keyframesOnly } = planScan(video);
  const cuts = video.durationMs > 2 * everyMs ? await listCuts(path, { everyMs, keyframesOnly }, tools) : [];
  return pickMoments(video.durationMs, cuts, everyMs);
}

async function listCuts(path: string, plan: { everyMs: number; keyframesOnly: boolean }, tools: VideoTools): Promise<Cut[]> {
  // The name says what is written: bare RGB bytes.
  const target = join(tools.tempDir, 'scan.rgb');
  const sampled = `fps=1000/${plan.everyMs}:start_time=0:eof_action=pass,scale=${SAMPLE_EDGE}:${SAMPLE_EDGE}:flags=area`;
  try {
    await transcode(`file:${path}`, target, {
      ...{ seconds: SCAN_SECONDS, ffmpegPath: tools.ffmpegPath },
      input: plan.keyframesOnly ? ['-skip_frame', 'nokey'] : [],
      output: ['-vf', sampled, '-pix_fmt', 'rgb24', '-frames:v', String(MAX_SAMPLES + 1)],
    });
    return findCuts(await readFile(target), plan.everyMs);
  } catch {
    // A video that takes too long, or is damaged somewhere, is looked at steadily: its frames tell whether it can be read at all.
    return [];
  } finally {
    await rm(target, { force: true });
  }
}

/** One frame at a moment as PNG bytes, upright, square pixels, longest side at most 1440; null where the video has none there. */
export async function readFrame(path: string, ms: number, tools: VideoTools): Promise<Buffer | null> {
  const target = join(tools.tempDir, `frame-${ms}.png`);
  try {
    await transcode(`file:${path}`, target, {
      ...{ seconds: FRAME_SECONDS, ffmpegPath: tools.ffmpegPath },
      input: ['-ss', (ms / 1000).toFixed(3), '-t', String(MAX_STREAM_SECONDS)],
      output: ['-vf', UPRIGHT_FRAME, '-frames:v', '1', '-update', '1', '-fs', String(MAX_FRAME_BYTES)],
    });
    return await readFile(target).catch(() => null);
  } finally {
    await rm(target, { force: true });
  }
}

/** What one call of ffmpeg is told besides what all are. */
interface Transcoding {
  readonly seconds: number;
  readonly ffmpegPath: string | null;
  readonly input: readonly string[];
  readonly output: readonly string[];
}

// No -f: fluent-ffmpeg checks it against a list that it cannot read from ffmpeg 7; the name of the target tells the format.
async function transcode(source: string, target: string, { seconds, ffmpegPath, input, output }: Transcoding): Promise<void> {
  const command = ffmpeg({ timeout: seconds })
    .input(source)
    .inputOptions(['-nostdin', ...READ_ONLY_THE_FILE, '-threads', '1', ...input])
    .outputOptions(['-map', '0:V:0', ...output, '-threads', '1'])
    .output(target);
  if (ffmpegPath) command.setFfmpegPath(ffmpegPath);
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
