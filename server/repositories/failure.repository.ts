import type { EntityManager } from 'typeorm';
import { FailureEntity } from '../database/entities/failure.entity.js';
import { checkPageSize, decodeCursor, encodeCursor, KEY_PATTERNS, toPage, type Page, type PageRequest } from './paging.js';
import { queryRow, queryRows } from './sql.js';

/** A file that could not become a document. */
export type Failure = FailureEntity;

/** A failure with the name of its root, as it is listed. */
export interface FailureRow extends Failure {
  readonly rootName: string;
}

/** What is written about a failure; when it is seen is now. */
export type NewFailure = Omit<Failure, 'seenAt'>;

/** The cursor behind which a page starts that follows this failure. */
export function failureCursor({ seenAt, rootId, path }: Pick<FailureRow, 'seenAt' | 'rootId' | 'path'>): string {
  return encodeCursor([seenAt.toISOString(), rootId, path]);
}

/** Files that could not become documents. */
export class FailureRepository {
  constructor(private readonly manager: EntityManager) {}

  async put(failure: NewFailure): Promise<void> {
    await this.manager.upsert(FailureEntity, { ...failure, seenAt: new Date() }, ['rootId', 'path']);
  }

  async remove(rootId: string, path: string): Promise<void> {
    await this.manager.delete(FailureEntity, { rootId, path });
  }

  async find(rootId: string, path: string): Promise<Failure | null> {
    return this.manager.findOneBy(FailureEntity, { rootId, path });
  }

  /** The failures of a root by path. */
  async listOfRoot(rootId: string): Promise<Map<string, Failure>> {
    const failures = await this.manager.findBy(FailureEntity, { rootId });
    return new Map(failures.map((failure) => [failure.path, failure]));
  }

  /** Newest first. Throws BAD_REQUEST for a malformed size or cursor. */
  async page({ first, after }: PageRequest): Promise<Page<FailureRow>> {
    const limit = checkPageSize(first) + 1;
    const start = after ? decodeCursor(after, [KEY_PATTERNS.instant, KEY_PATTERNS.id, KEY_PATTERNS.text]) : [];
    const beyond = after ? 'WHERE (f.seen_at, f.root_id, f.path) < ($2::timestamptz, $3::uuid, $4::text)' : '';
    const sql = `
      SELECT f.root_id AS "rootId", r.name AS "rootName", f.path, f.code, f.message, f.bytes, f.modified_ms AS "modifiedMs",
        f.pipeline_version AS "pipelineVersion", f.attempts, f.seen_at AS "seenAt"
      FROM ingest_failures f JOIN roots r ON r.id = f.root_id ${beyond} ORDER BY f.seen_at DESC, f.root_id DESC, f.path DESC LIMIT $1`;
    const rows = await queryRows<FailureRow>(this.manager, sql, [limit, ...start]);
    return toPage(rows, first, (row) => [row.seenAt.toISOString(), row.rootId, row.path]);
  }

  async count(): Promise<number> {
    const row = await queryRow<{ count: number }>(this.manager, 'SELECT count(*) AS count FROM ingest_failures');
    return row.count;
  }
}
