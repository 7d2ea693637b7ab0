import { AppError } from '../errors.js';
import type { WorkReport } from '../progress.js';
import type { Page, PageRequest } from '../repositories/paging.js';
import {
  searchCursor,
  type LoggedSearch,
  type SearchFigures,
  type SimilarityLogFilter,
  type SimilarityLogRepository,
} from '../repositories/similarity-log.repository.js';
import type { SimilarityLogger } from './similarity-logger.js';
import type { StoredQuery } from './stored-query.js';

const SLOWEST = 10;
const DAYS_SHOWN = 14;
const DAY_MS = 86_400_000;

interface Findings {
  readonly expired: number;
  readonly figures: SearchFigures[];
  readonly days: { day: string; count: number }[];
  readonly slowest: LoggedSearch[];
}

/** Reads the log of searches: page by page, and as a whole. Old rows leave it with every report. */
export class SimilarityLogService {
  constructor(
    private readonly rows: SimilarityLogRepository,
    private readonly logger: Pick<SimilarityLogger, 'flush'>,
    private readonly keptDays: number,
  ) {}

  /** Newest first, those of this process up to now. Throws BAD_REQUEST for a malformed filter, size or cursor. */
  async list(filter: SimilarityLogFilter, page: PageRequest): Promise<Page<LoggedSearch> & { totalCount: number }> {
    if (filter.actor?.includes('\0')) throw new AppError('BAD_REQUEST', 'Expected an actor without the character NUL.');
    await this.logger.flush();
    return { ...(await this.rows.page(filter, page)), totalCount: await this.rows.count(filter) };
  }

  cursorOf(row: LoggedSearch): string {
    return searchCursor(row);
  }

  /** Removes what is too old, in a dry run only counts it, and tells of the rest how many, how fast, and what found nothing. */
  async report({ dryRun }: { readonly dryRun: boolean }): Promise<WorkReport> {
    await this.logger.flush();
    const oldest = new Date(Date.now() - this.keptDays * DAY_MS);
    const expired = dryRun ? await this.rows.countOlderThan(oldest) : await this.rows.deleteOlderThan(oldest);
    const [figures, days, slowest] = [await this.rows.figures(), await this.rows.countByDay(), await this.rows.listSlowest(SLOWEST)];
    const findings = { expired, figures, days, slowest };
    const all = figures.find(({ kind }) => kind === 'all');
    return {
      counts: { searches: all?.count ?? 0, withoutHits: all?.withoutHits ?? 0, expired },
      failures: [],
      summary: `${summaryOf(all)} ${expired} older than ${this.keptDays} days ${dryRun ? 'would be' : 'were'} removed.`,
      details: { lines: linesOf(findings), data: dataOf(findings) },
    };
  }
}

function summaryOf(all: SearchFigures | undefined): string {
  if (!all || all.count === 0) return 'No searches in the log.';
  return `${all.count} searches, half of them within ${msOf(all.p50Ms)}, 95 % within ${msOf(all.p95Ms)}; ${all.withoutHits} found nothing.`;
}

function linesOf({ figures, days, slowest }: Findings): string[] {
  if (slowest.length === 0) return [];
  const row = (cells: readonly string[]): string =>
    `  ${cells.map((cell, at) => (at === 0 ? cell.padEnd(12) : cell.padStart(12))).join('')}`;
  return [
    row(['kind', 'searches', 'p50', 'p95', 'no hits']),
    ...figures.map(({ kind, count, p50Ms, p95Ms, withoutHits }) =>
      row([kind, String(count), msOf(p50Ms), msOf(p95Ms), String(withoutHits)]),
    ),
    row(['day (UTC)', 'searches']),
    ...days.slice(0, DAYS_SHOWN).map(({ day, count }) => row([day, String(count)])),
    '  slowest',
    ...slowest.map((search) => `  ${msOf(search.tookMs).padStart(10)}  ${search.at.toISOString()}  ${whatOf(search)}`),
  ];
}

// Pictures are not named: the report may be kept where they would outlive being forgotten.
function whatOf({ kind, options, candidates, model }: LoggedSearch): string {
  const words = (options as StoredQuery).parts.flatMap(({ text }) => (text ? [` "${text}"`] : []));
  return `${kind}${words.join('')}, ${candidates} compared, ${model ?? 'no model'}`;
}

function dataOf({ expired, figures, days, slowest }: Findings): object {
  return {
    expired,
    kinds: figures.map(({ kind, count, p50Ms, p95Ms, withoutHits }) => ({
      kind,
      count,
      p50_ms: rounded(p50Ms),
      p95_ms: rounded(p95Ms),
      without_hits: withoutHits,
    })),
    days,
    slowest: slowest.map(({ at, kind, tookMs, candidates, resultCount, model, actor }) => ({
      at: at.toISOString(),
      kind,
      took_ms: rounded(tookMs),
      candidates,
      result_count: resultCount,
      model,
      actor,
    })),
  };
}

function msOf(ms: number | null): string {
  return ms === null ? '-' : `${rounded(ms)} ms`;
}

function rounded(ms: number | null): number {
  return Math.round((ms ?? 0) * 10) / 10;
}
