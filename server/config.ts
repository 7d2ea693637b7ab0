import { homedir } from 'node:os';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);
const wholeNumber = (low: number, high: number) => z.coerce.number().int().min(low).max(high);

/**
 * Every setting: its environment name, type, default and meaning. `docs/operations.md` is generated from this object,
 * and nothing else in the program reads the environment.
 */
export const SETTINGS = {
  PORT: wholeNumber(0, 65535).default(8422).describe('Port the server listens on; 0 takes a free one.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address the server listens on.'),
  DATA_DIR: z
    .string()
    .min(1)
    .default(join(homedir(), '.image-explorer'))
    .describe('Folder for the embedded database, thumbnails, models and indexes.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('A PostgreSQL with pgvector; without it an embedded database lives in DATA_DIR.'),
  DATABASE_POOL: wholeNumber(2, 100).default(10).describe('Connections held to DATABASE_URL.'),
  MODELS_DIR: z
    .string()
    .min(1)
    .optional()
    .describe('Folder of models, one folder with a model.json each; where given, nothing is downloaded.'),
  MODELS_DOWNLOAD: z.enum(['allow', 'never']).default('allow').describe('Whether missing models may be downloaded at the first start.'),
  MODELS_HUB: z
    .url({ protocol: /^https?$/ })
    .default('https://huggingface.co')
    .describe('Where models are downloaded from: a hub, or a mirror with the same paths.'),
  CLIP_MODEL: z
    .string()
    .min(1)
    .default('clip-vit-base-patch32')
    .describe('Id of the image and text model, or "builtin" for the descriptor that needs no weights.'),
  FACE_DETECTOR: z.string().min(1).default('yunet-2023mar').describe('Id of the face detector.'),
  FACE_EMBEDDER: z.string().min(1).default('sface-2021dec').describe('Id of the face embedder.'),
  EXECUTION_PROVIDERS: list
    .pipe(z.array(z.enum(['cpu', 'coreml', 'cuda'])))
    .default(['cpu'])
    .describe('ONNX execution providers in order of preference: cpu, coreml (macOS), cuda.'),
  IMAGE_EXPLORER_TOKEN: z.string().min(16).optional().describe('A bearer token that acts as the owner; works before an owner exists.'),
  FFMPEG_PATH: z.string().min(1).optional().describe('The ffmpeg program; else the one on PATH.'),
  FFPROBE_PATH: z.string().min(1).optional().describe('The ffprobe program; else the one on PATH.'),
  WORKERS: wholeNumber(1, 64)
    .default(Math.max(1, Math.min(8, availableParallelism())))
    .describe('Child processes that decode pictures.'),
  MAX_PIXELS: wholeNumber(1_000_000, 2_000_000_000).default(268_402_689).describe('Pictures with more pixels are refused.'),
  MAX_FILE_BYTES: wholeNumber(1_000_000, 2_000_000_000).default(536_870_912).describe('Photos of more bytes are refused.'),
  MAX_UPLOAD_BYTES: wholeNumber(1_000, 2_000_000_000).default(52_428_800).describe('Uploaded query pictures of more bytes are refused.'),
  THUMBNAIL_CACHE_BYTES: wholeNumber(0, Number.MAX_SAFE_INTEGER)
    .default(10_737_418_240)
    .describe('Size cap of the large (1440) thumbnails that are made when first viewed.'),
  BROWSE_ROOTS: list
    .default([homedir()])
    .describe('Folders inside which the client may complete paths and add roots, separated by commas.'),
  ALLOWED_HOSTS: list.default([]).describe('Host headers accepted besides loopback names and HOST, separated by commas.'),
  TRUSTED_PROXIES: list.default([]).describe('Addresses or CIDR ranges of proxies whose X-Forwarded-For is believed.'),
  IP_ALLOW: list.default([]).describe('Addresses or CIDR ranges that may connect; empty means all.'),
  IP_DENY: list.default([]).describe('Addresses or CIDR ranges that may not connect; stronger than IP_ALLOW.'),
  SESSION_DAYS: wholeNumber(1, 365).default(30).describe('Days after which an unused session ends.'),
  INGEST_SCHEDULE: z.string().default('15 3 * * *').describe('Cron expression of the nightly look for new files; "never" turns it off.'),
  DUPLICATE_SCHEDULE: z
    .string()
    .default('30 4 * * *')
    .describe('Cron expression of the nightly search for duplicates among new pictures; "never" turns it off.'),
  LABEL_SCHEDULE: z
    .string()
    .default('15 4 * * *')
    .describe('Cron expression of the nightly labelling of new pictures; "never" turns it off.'),
  CLUSTER_SCHEDULE: z
    .string()
    .default('0 5 * * *')
    .describe('Cron expression of the nightly grouping of pictures that look alike; "never" turns it off.'),
  SIDECAR_SCHEDULE: z
    .string()
    .default('45 3 * * *')
    .describe('Cron expression of the nightly write of sidecars that wait; "never" turns it off.'),
  SIMILARITY_LOG_DAYS: wholeNumber(1, 36_500).default(90).describe('Days for which searches stay in the log.'),
  SIMILARITY_REPORT_SCHEDULE: z
    .string()
    .default('45 4 * * *')
    .describe('Cron expression of the nightly report on searches, which removes old ones from the log; "never" turns it off.'),
  REGIONS: z
    .enum(['off', 'grid'])
    .default('off')
    .describe('grid: searches also compare 16 overlapping parts of every photo, so that small things are found, at 17 times the vectors.'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('warn')
    .describe('How much is logged, as JSON lines on standard error.'),
} as const;

const schema = z.object(SETTINGS);
type Settings = z.infer<typeof schema>;

/** The settings under their camel-case names, frozen; paths are absolute. */
export interface AppConfig {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly database: { readonly url: string | null; readonly poolSize: number };
  readonly models: {
    readonly dir: string | null;
    readonly download: boolean;
    readonly hub: string;
    readonly clip: string;
    readonly faceDetector: string;
    readonly faceEmbedder: string;
    readonly executionProviders: readonly ('cpu' | 'coreml' | 'cuda')[];
  };
  readonly media: {
    readonly workers: number;
    readonly maxPixels: number;
    readonly maxFileBytes: number;
    readonly ffmpegPath: string | null;
    readonly ffprobePath: string | null;
    readonly thumbnailCacheBytes: number;
  };
  readonly access: {
    readonly token: string | null;
    readonly allowedHosts: readonly string[];
    readonly trustedProxies: readonly string[];
    readonly ipAllow: readonly string[];
    readonly ipDeny: readonly string[];
    readonly sessionDays: number;
    readonly maxUploadBytes: number;
    readonly browseRoots: readonly string[];
  };
  readonly jobs: {
    readonly ingestSchedule: string;
    readonly labelSchedule: string;
    readonly duplicateSchedule: string;
    readonly clusterSchedule: string;
    readonly sidecarSchedule: string;
    readonly reportSchedule: string;
  };
  readonly similarityLogDays: number;
  /** Which parts of pictures are compared besides those that people keep. */
  readonly regions: 'off' | 'grid';
  readonly logLevel: string;
}

/** A start that cannot happen: every malformed or unknown setting, one sentence each. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

// Names that are unmistakably ours: a misspelling of one must stop the start instead of being ignored.
const OUR_PREFIXES = ['IMAGE_EXPLORER_', 'MODELS_', 'FACE_', 'CLIP_', 'DATABASE_', 'THUMBNAIL_', 'SIMILARITY_'];

/** Reads the environment (or any record like it). Empty values count as unset. Throws ConfigError naming every problem at once. */
export function loadConfig(environment: Readonly<Record<string, string | undefined>> = process.env): AppConfig {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const unknown = Object.keys(given)
    .filter((name) => !(name in SETTINGS) && OUR_PREFIXES.some((prefix) => name.startsWith(prefix)))
    .map((name) => `${name} is not a setting of Image Explorer. The known ones are listed in docs/operations.md.`);
  const parsed = schema.safeParse(given);
  const malformed = parsed.success ? [] : parsed.error.issues.map((issue) => describeIssue(issue, given));
  if (!parsed.success || unknown.length > 0) throw new ConfigError([...unknown, ...malformed]);
  return deepFreeze(shape(parsed.data));
}

function describeIssue(issue: z.core.$ZodIssue, given: Readonly<Record<string, string | undefined>>): string {
  const name = String(issue.path[0]);
  const received = name.includes('TOKEN') ? 'something else' : JSON.stringify(given[name]);
  return `${name} is malformed: ${issue.message}; received ${received}.`;
}

function shape(settings: Settings): AppConfig {
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataDir: resolve(settings.DATA_DIR),
    database: { url: settings.DATABASE_URL ?? null, poolSize: settings.DATABASE_POOL },
    models: shapeModels(settings),
    media: {
      workers: settings.WORKERS,
      maxPixels: settings.MAX_PIXELS,
      maxFileBytes: settings.MAX_FILE_BYTES,
      ffmpegPath: settings.FFMPEG_PATH ?? null,
      ffprobePath: settings.FFPROBE_PATH ?? null,
      thumbnailCacheBytes: settings.THUMBNAIL_CACHE_BYTES,
    },
    access: {
      token: settings.IMAGE_EXPLORER_TOKEN ?? null,
      allowedHosts: settings.ALLOWED_HOSTS,
      trustedProxies: settings.TRUSTED_PROXIES,
      ipAllow: settings.IP_ALLOW,
      ipDeny: settings.IP_DENY,
      sessionDays: settings.SESSION_DAYS,
      maxUploadBytes: settings.MAX_UPLOAD_BYTES,
      browseRoots: settings.BROWSE_ROOTS.map((folder) => resolve(folder)),
    },
    jobs: {
      ingestSchedule: settings.INGEST_SCHEDULE,
      labelSchedule: settings.LABEL_SCHEDULE,
      duplicateSchedule: settings.DUPLICATE_SCHEDULE,
      clusterSchedule: settings.CLUSTER_SCHEDULE,
      sidecarSchedule: settings.SIDECAR_SCHEDULE,
      reportSchedule: settings.SIMILARITY_REPORT_SCHEDULE,
    },
    similarityLogDays: settings.SIMILARITY_LOG_DAYS,
    regions: settings.REGIONS,
    logLevel: settings.LOG_LEVEL,
  };
}

function shapeModels(settings: Settings): AppConfig['models'] {
  return {
    dir: settings.MODELS_DIR ? resolve(settings.MODELS_DIR) : null,
    download: settings.MODELS_DOWNLOAD === 'allow' && !settings.MODELS_DIR,
    hub: settings.MODELS_HUB,
    clip: settings.CLIP_MODEL,
    faceDetector: settings.FACE_DETECTOR,
    faceEmbedder: settings.FACE_EMBEDDER,
    executionProviders: settings.EXECUTION_PROVIDERS,
  };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
