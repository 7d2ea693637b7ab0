import type { EntityManager } from 'typeorm';
import { queryRow, queryRows } from './sql.js';

/** How a step ended for a document. */
export interface StepOutcome {
  readonly documentId: string;
  readonly step: string;
  readonly version: number;
  readonly outcome: 'done' | 'failed';
  /** Why it failed. */
  readonly code?: string | null;
}

/** A version of a step, and the kind of documents that it is made for (all where left out). */
export interface WantedStep {
  readonly step: string;
  readonly version: number;
  readonly kind?: 'photo' | 'video';
}

const OUTDATED = `
  documents d LEFT JOIN processing p ON p.document_id = d.id AND p.step = $1
  WHERE d.state = 'present' AND (p.version IS NULL OR p.version < $2) AND ($3::text IS NULL OR d.kind = $3::text)`;

/** Which version of which step was run over which document. */
export class ProcessingRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Replaces what was known of the step; attempts count up while its version stays. */
  async record(outcomes: readonly StepOutcome[] | StepOutcome): Promise<void> {
    const list = [outcomes].flat();
    const sql = `
      INSERT INTO processing (document_id, step, version, outcome, code)
      SELECT * FROM unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::text[])
      ON CONFLICT (document_id, step) DO UPDATE SET version = EXCLUDED.version, outcome = EXCLUDED.outcome, code = EXCLUDED.code, at = now(),
        attempts = CASE WHEN processing.version = EXCLUDED.version THEN processing.attempts + 1 ELSE 1 END`;
    const column = (pick: (outcome: StepOutcome) => unknown) => list.map(pick);
    await queryRows(this.manager, sql, [
      column((each) => each.documentId),
      column((each) => each.step),
      column((each) => each.version),
      column((each) => each.outcome),
      column((each) => each.code ?? null),
    ]);
  }

  /** Ids, in their order and after one of them, of present documents that the step has not seen in this version or a newer one. */
  async outdated(
    { step, version, kind }: WantedStep,
    { after = null, limit }: { after?: string | null; limit: number },
  ): Promise<string[]> {
    const sql = `SELECT d.id FROM ${OUTDATED} AND ($4::uuid IS NULL OR d.id > $4::uuid) ORDER BY d.id LIMIT $5`;
    const rows = await queryRows<{ id: string }>(this.manager, sql, [step, version, kind ?? null, after, limit]);
    return rows.map((row) => row.id);
  }

  /** How many present documents the step has not seen in this version or a newer one. */
  async countOutdated({ step, version, kind }: WantedStep): Promise<number> {
    const row = await queryRow<{ count: number }>(this.manager, `SELECT count(*) AS count FROM ${OUTDATED}`, [step, version, kind ?? null]);
    return row.count;
  }

  /** The version of each step that each document has seen. */
  async versionsOf(documentIds: readonly string[]): Promise<Map<string, Map<string, number>>> {
    const sql = `SELECT document_id AS "documentId", step, version FROM processing WHERE document_id = ANY($1::uuid[])`;
    const rows = await queryRows<{ documentId: string; step: string; version: number }>(this.manager, sql, [documentIds]);
    const versions = new Map(documentIds.map((id) => [id, new Map<string, number>()]));
    for (const row of rows) versions.get(row.documentId)?.set(row.step, row.version);
    return versions;
  }
}
