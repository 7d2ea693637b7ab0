import type { EntityManager } from 'typeorm';
import { queryRows } from './sql.js';

/** How a query is told from others whose scores behave differently. */
export type QueryKind = 'image' | 'upload' | 'text' | 'region' | 'frame' | 'mixture';

/** Figures of the tails of the scores of queries of one kind under one model. */
export interface ScoreStatistics {
  readonly modelId: number;
  readonly queryKind: QueryKind;
  readonly queries: number;
  /** Mean and variance of the logarithm of the fitted scale, and how much of the variance comes of fitting it to few scores. */
  readonly logScale: number;
  readonly variance: number;
  readonly chanceVariance: number;
}

/** As many queries as are remembered; older ones fade. */
const REMEMBERED = 500;

/** Running figures of the scores of past searches. */
export class ScoreStatisticsRepository {
  constructor(private readonly manager: EntityManager) {}

  async list(): Promise<ScoreStatistics[]> {
    return queryRows<ScoreStatistics>(
      this.manager,
      `SELECT model_id AS "modelId", query_kind AS "queryKind", queries, log_scale AS "logScale", variance, chance_variance AS "chanceVariance"
      FROM score_statistics ORDER BY model_id, query_kind`,
    );
  }

  /** Takes in the figures of more queries, whoever else does at the same time (Chan, Golub and LeVeque 1979). */
  async add({ modelId, queryKind, queries, logScale, variance, chanceVariance }: ScoreStatistics): Promise<void> {
    const sql = `
      INSERT INTO score_statistics AS s (model_id, query_kind, queries, log_scale, variance, chance_variance)
      VALUES ($1::smallint, $2, $3::integer, $4::double precision, $5::double precision, $6::double precision)
      ON CONFLICT (model_id, query_kind) DO UPDATE SET
        queries = least(${REMEMBERED}, s.queries + excluded.queries),
        log_scale = (s.queries * s.log_scale + excluded.queries * excluded.log_scale) / (s.queries + excluded.queries),
        variance = (s.queries * s.variance + excluded.queries * excluded.variance) / (s.queries + excluded.queries)
          + s.queries * excluded.queries * ((s.log_scale - excluded.log_scale) / (s.queries + excluded.queries)) ^ 2,
        chance_variance = (s.queries * s.chance_variance + excluded.queries * excluded.chance_variance) / (s.queries + excluded.queries)`;
    await this.manager.query(sql, [modelId, queryKind, queries, logScale, variance, chanceVariance]);
  }
}
