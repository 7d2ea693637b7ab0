import type { EntityManager } from 'typeorm';
import { newId } from '../ids.js';
import { checkPageSize, decodeCursor, encodeCursor, KEY_PATTERNS, toPage, type Page, type PageRequest } from './paging.js';
import { countChanged, queryRow, queryRows } from './sql.js';

/** A document whose sidecar is to be written, claimed for this process. */
export interface SidecarTask {
  readonly documentId: string;
  /** True when someone began it before: what that left behind is to be swept first. */
  readonly wasBegun: boolean;
}

/** How a document's sidecar stands. */
export interface SidecarStanding {
  readonly documentId: string;
  readonly isPending: boolean;
  /** Why it cannot be written, as a sentence. */
  readonly error: string | null;
  readonly conflicts: number;
  readonly writtenAt: Date | null;
  /** Whether the last one was written in the data folder; null where none was. */
  readonly isApart: boolean | null;
}

/** How all sidecars stand; `message`: the most frequent sentence of those that fail. */
export interface SidecarCounts {
  readonly pending: number;
  readonly failing: number;
  readonly conflicts: number;
  readonly message: string | null;
}

/** A sidecar that cannot be written or merged. */
export interface SidecarProblem {
  readonly cursor: string;
  readonly documentId: string;
  /** Null for a conflict. */
  readonly error: string | null;
  readonly conflicts: number;
  readonly since: Date;
}

const LEASE_SECONDS = 60;
const LONGEST_WAIT_SECONDS = 300;
const PROBLEMS = `
  SELECT document_id, max(error) AS error, sum(conflicts)::int AS conflicts, min(since) AS since FROM (
    SELECT document_id, error, 0 AS conflicts, queued_at AS since FROM sidecar_outbox WHERE error IS NOT NULL
    UNION ALL SELECT document_id, NULL, count(*), min(at) FROM sidecar_conflicts GROUP BY document_id) p
  GROUP BY document_id`;

/** Sidecars that are older than what was said: written by whichever process claims them, and kept here until they are. */
export class SidecarQueueRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Queues documents for another reason than a decision: a file that moved, vanished or differs. */
  async put(documentIds: readonly string[]): Promise<void> {
    const sql = `
      INSERT INTO sidecar_outbox (document_id, decision_id) SELECT d.id, $2::uuid FROM documents d WHERE d.id = ANY($1::uuid[])
      ON CONFLICT (document_id) DO UPDATE SET decision_id = EXCLUDED.decision_id`;
    await queryRows(this.manager, sql, [documentIds, newId()]);
  }

  /** Queues the documents of a root about which something is said, or that have a sidecar. */
  async putOfRoot(rootId: string): Promise<void> {
    const sql = `
      INSERT INTO sidecar_outbox (document_id, decision_id) SELECT DISTINCT f.document_id, $2::uuid FROM document_sources f
      WHERE f.root_id = $1 AND (EXISTS (SELECT FROM annotations a WHERE a.document_id = f.document_id AND a.provenance = 'person')
        OR EXISTS (SELECT FROM sidecars s WHERE s.document_id = f.document_id))
      ON CONFLICT (document_id) DO UPDATE SET decision_id = EXCLUDED.decision_id, retry_at = NULL`;
    await queryRows(this.manager, sql, [rootId, newId()]);
  }

  /** Claims the longest waiting for a minute. */
  async claim(limit: number): Promise<SidecarTask[]> {
    const sql = `
      WITH due AS (
        SELECT document_id, attempts > 0 OR claimed_until IS NOT NULL AS was_begun FROM sidecar_outbox
        WHERE (claimed_until IS NULL OR claimed_until <= now()) AND (retry_at IS NULL OR retry_at <= now())
        ORDER BY queued_at, document_id LIMIT $1 FOR UPDATE SKIP LOCKED)
      UPDATE sidecar_outbox o SET claimed_until = now() + interval '${LEASE_SECONDS} seconds' FROM due WHERE o.document_id = due.document_id
      RETURNING o.document_id AS "documentId", due.was_begun AS "wasBegun"`;
    return (await this.manager.query<[SidecarTask[], number]>(sql, [limit]))[0];
  }

  /** What a claimed document is to be written for; null when it is not queued any more. */
  async findReason(documentId: string): Promise<string | null> {
    const sql = 'SELECT decision_id AS id FROM sidecar_outbox WHERE document_id = $1';
    return (await queryRows<{ id: string }>(this.manager, sql, [documentId]))[0]?.id ?? null;
  }

  /** Takes a document off, unless something new was said of it since `reason` was read: then it is due again at once. */
  async finish(documentId: string, reason: string | null): Promise<void> {
    const removed = await countChanged(this.manager, 'DELETE FROM sidecar_outbox WHERE document_id = $1 AND decision_id = $2', [
      documentId,
      reason,
    ]);
    const again = 'UPDATE sidecar_outbox SET claimed_until = now(), retry_at = NULL, error = NULL, attempts = 0 WHERE document_id = $1';
    if (removed === 0) await countChanged(this.manager, again, [documentId]);
  }

  /** Keeps a document queued with the reason why it could not be written; the wait doubles up to five minutes. */
  async fail(documentId: string, sentence: string): Promise<void> {
    const sql = `
      UPDATE sidecar_outbox SET attempts = attempts + 1, error = $2, claimed_until = now(),
        retry_at = now() + least(power(2, least(attempts, 20)), ${LONGEST_WAIT_SECONDS}) * interval '1 second' WHERE document_id = $1`;
    await countChanged(this.manager, sql, [documentId, sentence]);
  }

  /** Gives claimed documents back. They count as begun. */
  async release(documentIds: readonly string[]): Promise<void> {
    const sql = 'UPDATE sidecar_outbox SET claimed_until = now(), retry_at = NULL WHERE document_id = ANY($1::uuid[])';
    await countChanged(this.manager, sql, [documentIds]);
  }

  /** Makes what failed due again at once. */
  async hurry(): Promise<void> {
    await countChanged(this.manager, 'UPDATE sidecar_outbox SET retry_at = NULL WHERE retry_at IS NOT NULL');
  }

  /** Ends every claim: for a process that is alone, after it was started. */
  async releaseAll(): Promise<void> {
    await countChanged(this.manager, 'UPDATE sidecar_outbox SET claimed_until = now() WHERE claimed_until > now()');
  }

  async count(): Promise<SidecarCounts> {
    const sql = `
      SELECT count(*) AS pending, count(error) AS failing, mode() WITHIN GROUP (ORDER BY error) AS message,
        (SELECT count(DISTINCT document_id) FROM sidecar_conflicts) AS conflicts FROM sidecar_outbox`;
    return queryRow<SidecarCounts>(this.manager, sql);
  }

  /** How the sidecars of some documents stand. */
  async standingOf(documentIds: readonly string[]): Promise<SidecarStanding[]> {
    const sql = `
      SELECT d.id AS "documentId", o.document_id IS NOT NULL AS "isPending", o.error, s.written_at AS "writtenAt", s.is_apart AS "isApart",
        (SELECT count(*) FROM sidecar_conflicts c WHERE c.document_id = d.id) AS conflicts
      FROM unnest($1::uuid[]) AS d (id) LEFT JOIN sidecar_outbox o ON o.document_id = d.id
      LEFT JOIN LATERAL (SELECT written_at, root_id IS NULL AS is_apart FROM sidecars WHERE document_id = d.id AND written_at IS NOT NULL
        ORDER BY written_at DESC LIMIT 1) s ON true`;
    return queryRows<SidecarStanding>(this.manager, sql, [documentIds]);
  }

  /** What is in the way of sidecars, the longest first. Throws BAD_REQUEST for a malformed size or cursor. */
  async listProblems({ first, after }: PageRequest): Promise<Page<SidecarProblem> & { totalCount: number }> {
    const limit = checkPageSize(first) + 1;
    const start = after ? decodeCursor(after, [KEY_PATTERNS.instant, KEY_PATTERNS.id]) : [null, null];
    const sql = `
      SELECT document_id AS "documentId", error, conflicts, date_trunc('milliseconds', since) AS since FROM (${PROBLEMS}) q
      WHERE $2::timestamptz IS NULL OR (date_trunc('milliseconds', since), document_id) > ($2::timestamptz, $3::uuid)
      ORDER BY date_trunc('milliseconds', since), document_id LIMIT $1`;
    const rows = await queryRows<Omit<SidecarProblem, 'cursor'>>(this.manager, sql, [limit, ...start]);
    const { count } = await queryRow<{ count: number }>(this.manager, `SELECT count(*) AS count FROM (${PROBLEMS}) q`);
    const keyOf = ({ since, documentId }: Omit<SidecarProblem, 'cursor'>): string[] => [since.toISOString(), documentId];
    const withCursors = rows.map((row) => ({ ...row, cursor: encodeCursor(keyOf(row)) }));
    return { ...toPage(withCursors, first, keyOf), totalCount: count };
  }
}
