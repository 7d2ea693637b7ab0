import type { AppConfig } from '../config.js';
import type { Log } from '../logging.js';
import type { MediaEngine } from './analysis.js';
import { WorkerPool, type Lane } from './worker-pool.js';

/** The media part of the configuration that decoding needs, and the log. */
export type MediaEngineOptions = Pick<AppConfig['media'], 'workers' | 'maxPixels' | 'maxFileBytes' | 'ffmpegPath' | 'ffprobePath'> & {
  readonly log: Log;
};

// Without a sign of life; hashing a long video and each of its frames give one.
const TASK_TIMEOUT_MS = 60_000;
const MAX_WAITING = 1_000;
// Two children and their parent stay below the 1.5 GiB of the whole app; a 12 megapixel HEIC peaks at 400 MB.
const MAX_RSS_BYTES = 900 * 1024 * 1024;
const RECYCLE_RSS_BYTES = 350 * 1024 * 1024;

type Method = Exclude<keyof MediaEngine, 'close'>;

/** Starts nothing yet: children are forked when the first picture comes. */
export function createMediaEngine({ workers, log, ...settings }: MediaEngineOptions): MediaEngine {
  const pool = new WorkerPool({
    workers,
    log,
    workerFile: new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url),
    settings: { ...settings, maxRssBytes: MAX_RSS_BYTES },
    timeoutMs: TASK_TIMEOUT_MS,
    maxWaiting: MAX_WAITING,
    recycleRssBytes: RECYCLE_RSS_BYTES,
  });
  return {
    identify: forward(pool, 'identify', 'background'),
    analyse: forward(pool, 'analyse', 'background'),
    pixels: forward(pool, 'pixels', 'asked'),
    regionPixels: (...args) => forward(pool, 'regionPixels', args[2].isAsked ? 'asked' : 'background')(...args),
    orientedPixels: forward(pool, 'orientedPixels', 'background'),
    writeThumbnail: forward(pool, 'writeThumbnail', 'asked'),
    close: () => pool.close(),
  };
}

/** A method that runs as the task of the same name (class MediaTasks implements this very interface) in a child. */
function forward<M extends Method>(pool: WorkerPool, method: M, lane: Lane): MediaEngine[M] {
  const call = (...args: Parameters<MediaEngine[M]>): Promise<unknown> => pool.run(method, args, lane);
  return call as MediaEngine[M];
}
