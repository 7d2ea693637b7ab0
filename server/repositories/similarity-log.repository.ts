import { LessThan, type EntityManager } from 'typeorm';
import { SimilarityLogEntity } from '../database/entities/similarity-log.entity.js';
import { checkPageSize, decodeCursor, KEY_PATTERNS, toPage, type Page, type PageRequest } from './paging.js';

/** One search. */
export type SimilarityLogRow = SimilarityLogEntity;

/** The log of searches. */
export class SimilarityLogRepository {
  constructor(private readonly manager: EntityManager) {}

  async insertMany(rows: readonly SimilarityLogRow[]): Promise<void> {
    if (rows.length > 0) await this.manager.insert(SimilarityLogEntity, [...rows]);
  }

  /** Newest first. Throws BAD_REQUEST for a malformed size or cursor. */
  async page({ first, after }: PageRequest): Promise<Page<SimilarityLogRow>> {
    const query = this.manager.createQueryBuilder(SimilarityLogEntity, 'l').orderBy('l.at', 'DESC').addOrderBy('l.id', 'DESC');
    query.limit(checkPageSize(first) + 1);
    if (after) {
      const [at, id] = decodeCursor(after, [KEY_PATTERNS.instant, KEY_PATTERNS.id]);
      query.where('(l.at, l.id) < (CAST(:at AS timestamptz), CAST(:id AS uuid))', { at, id });
    }
    return toPage(await query.getMany(), first, (row) => [row.at.toISOString(), row.id]);
  }

  /** Returns how many rows expired. */
  async deleteOlderThan(at: Date): Promise<number> {
    const answer = await this.manager.delete(SimilarityLogEntity, { at: LessThan(at) });
    return answer.affected ?? 0;
  }
}
