import { LessThan, type EntityManager } from 'typeorm';
import { SimilarityLogEntity } from '../database/entities/similarity-log.entity.js';
import { checkPageSize, decodeCursor, encodeCursor, KEY_PATTERNS, toPage, type Page, type PageRequest } from './paging.js';
import { queryRow, queryRows } from './sql.js';

/** One search. */
export type SimilarityLogRow = SimilarityLogEntity;

/** One search with the name of the model that answered it. */
export interface LoggedSearch extends SimilarityLogRow {
  readonly model: string | null;
}

/** Which searches; what is left out is no condition. */
export interface SimilarityLogFilter {
  readonly kind?: string | null;
  /** `person:<id>` or `job:<name>`. */
  readonly actor?: string | null;
  readonly slowerThanMs?: number | null;
}

/** How many searches there were of a kind, and how long they took. */
export interface SearchFigures {
  readonly kind: string;
  readonly count: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly withoutHits: number;
}

const COLUMNS = `l.id, l.at, l.actor, l.kind, l.model_id AS "modelId", l.options, l.threshold, l.top_k AS "topK", l.result_count AS "resultCount",
  l.best_score AS "bestScore", l.took_ms AS "tookMs", l.candidates, m.name AS model`;
const MATCHING = `
  FROM similarity_log l LEFT JOIN models m ON m.id = l.model_id
  WHERE ($1::text IS NULL OR l.kind = $1) AND ($2::text IS NULL OR l.actor = $2) AND ($3::double precision IS NULL OR l.took_ms > $3::double precision)`;
// The query picture is a result of its own search; keyword hits have no score.
const WITHOUT_HITS = `CASE WHEN l.kind = 'keyword' THEN l.result_count = 0 ELSE l.best_score IS NULL END`;
const MEDIAN_AND_TAIL = `percentile_cont(0.5) WITHIN GROUP (ORDER BY l.took_ms) AS "p50Ms", percentile_cont(0.95) WITHIN GROUP (ORDER BY l.took_ms) AS "p95Ms"`;

/** The log of searches. */
export class SimilarityLogRepository {
  constructor(private readonly manager: EntityManager) {}

  async insertMany(rows: readonly SimilarityLogRow[]): Promise<void> {
    if (rows.length > 0) await this.manager.insert(SimilarityLogEntity, [...rows]);
  }

  /** Newest first. Throws BAD_REQUEST for a malformed size or cursor. */
  async page(filter: SimilarityLogFilter, { first, after }: PageRequest): Promise<Page<LoggedSearch>> {
    const limit = checkPageSize(first) + 1;
    const start = after ? decodeCursor(after, [KEY_PATTERNS.instant, KEY_PATTERNS.id]) : [];
    const beyond = after ? 'AND (l.at, l.id) < ($5::timestamptz, $6::uuid)' : '';
    const sql = `SELECT ${COLUMNS} ${MATCHING} ${beyond} ORDER BY l.at DESC, l.id DESC LIMIT $4`;
    return toPage(await queryRows<LoggedSearch>(this.manager, sql, [...valuesOf(filter), limit, ...start]), first, keyOf);
  }

  async count(filter: SimilarityLogFilter): Promise<number> {
    return (await queryRow<{ count: number }>(this.manager, `SELECT count(*) AS count ${MATCHING}`, valuesOf(filter))).count;
  }

  /** Figures by kind, most frequent first, after those of all kinds together under the kind `all`. */
  async figures(): Promise<SearchFigures[]> {
    const sql = `
      SELECT coalesce(l.kind, 'all') AS kind, count(*) AS count, ${MEDIAN_AND_TAIL}, count(*) FILTER (WHERE ${WITHOUT_HITS}) AS "withoutHits"
      FROM similarity_log l GROUP BY GROUPING SETS ((), (l.kind)) ORDER BY GROUPING(l.kind) DESC, 2 DESC, 1`;
    return queryRows<SearchFigures>(this.manager, sql);
  }

  /** How many there were on each day (UTC) that had any, newest first. */
  async countByDay(): Promise<{ day: string; count: number }[]> {
    const sql = `SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*) AS count FROM similarity_log GROUP BY 1 ORDER BY 1 DESC`;
    return queryRows(this.manager, sql);
  }

  async listSlowest(limit: number): Promise<LoggedSearch[]> {
    const sql = `SELECT ${COLUMNS} FROM similarity_log l LEFT JOIN models m ON m.id = l.model_id ORDER BY l.took_ms DESC, l.id LIMIT $1`;
    return queryRows<LoggedSearch>(this.manager, sql, [limit]);
  }

  async countOlderThan(at: Date): Promise<number> {
    return this.manager.countBy(SimilarityLogEntity, { at: LessThan(at) });
  }

  /** Returns how many rows expired. */
  async deleteOlderThan(at: Date): Promise<number> {
    const answer = await this.manager.delete(SimilarityLogEntity, { at: LessThan(at) });
    return answer.affected ?? 0;
  }
}

/** The cursor after which the next page of the log starts. */
export function searchCursor(row: SimilarityLogRow): string {
  return encodeCursor(keyOf(row));
}

function keyOf({ at, id }: SimilarityLogRow): string[] {
  return [at.toISOString(), id];
}

function valuesOf({ kind, actor, slowerThanMs }: SimilarityLogFilter): unknown[] {
  return [kind ?? null, actor ?? null, slowerThanMs ?? null];
}
