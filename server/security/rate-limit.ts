import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { AppError } from '../errors.js';

// `shared` ones are counted in PostgreSQL by all processes of a server. Where that fails, `closed` ones let nobody in;
// the others count on in memory. A fast scrub through the grid asks for some 200 thumbnails a second.
const LIMITS = {
  request: { points: 20_000, durationSeconds: 60, isShared: false, isClosed: false },
  loginByAddress: { points: 30, durationSeconds: 900, isShared: true, isClosed: true },
  loginByAccount: { points: 10, durationSeconds: 900, isShared: true, isClosed: true },
  wrongToken: { points: 100, durationSeconds: 900, isShared: false, isClosed: false },
  // A search takes some 50 ms of a processor and counts 5: at most 20 a second, or 100 GraphQL operations.
  costly: { points: 6_000, durationSeconds: 60, isShared: true, isClosed: false },
} as const;

/** What is counted: requests, login attempts, wrong tokens, and the cost of searches, uploads and GraphQL. */
export type LimitName = keyof typeof LIMITS;

/** Counts per key and refuses what is too much. */
export interface RateLimits {
  /** Counts `points`; throws RATE_LIMITED with `details.retryAfterSeconds`, or UNAVAILABLE where a closed limit cannot be counted. */
  hit(name: LimitName, key: string, points?: number): Promise<void>;
  /** Throws RATE_LIMITED when a key has used up its points, without counting. */
  check(name: LimitName, key: string): Promise<void>;
  /** Takes back so many points after a success, or all of them. */
  forgive(name: LimitName, key: string, points?: number): Promise<void>;
}

/** Limits in memory, or with the TypeORM data source of a PostgreSQL server in its table `rate_limits`, exact across processes. */
export function createRateLimits(dataSource: object | null): RateLimits {
  const limiters = new Map(Object.keys(LIMITS).map((name) => [name, createLimiter(name as LimitName, dataSource)]));
  const limiterOf = (name: LimitName): RateLimiterAbstract => limiters.get(name) ?? createLimiter(name, dataSource);
  return {
    hit: async (name, key, points = 1) => {
      await limiterOf(name).consume(key, points).catch(refuse);
    },
    check: async (name, key) => {
      const counted = await limiterOf(name).get(key).catch(refuse);
      if (counted !== null && counted.consumedPoints > LIMITS[name].points) refuse(counted);
    },
    forgive: async (name, key, points) => {
      await (points === undefined ? limiterOf(name).delete(key) : limiterOf(name).reward(key, points));
    },
  };
}

function createLimiter(name: LimitName, dataSource: object | null): RateLimiterAbstract {
  const { points, durationSeconds, isShared, isClosed } = LIMITS[name];
  const options = { keyPrefix: name, points, duration: durationSeconds };
  if (!isShared || dataSource === null) return new RateLimiterMemory(options);
  return new RateLimiterPostgres({
    ...options,
    storeClient: dataSource,
    storeType: 'typeorm',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: true,
    insuranceLimiter: isClosed ? undefined : new RateLimiterMemory(options),
  });
}

function refuse(reason: unknown): never {
  if (!(reason instanceof RateLimiterRes)) {
    throw new AppError('UNAVAILABLE', 'The server cannot count attempts right now. Please try again soon.', undefined, { cause: reason });
  }
  const retryAfterSeconds = Math.max(1, Math.ceil(reason.msBeforeNext / 1_000));
  throw new AppError('RATE_LIMITED', `Too many requests. Please try again in ${retryAfterSeconds} seconds.`, { retryAfterSeconds });
}
