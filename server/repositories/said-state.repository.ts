import type { EntityManager } from 'typeorm';
import type { DocumentEntity } from '../database/entities/document.entity.js';
import { isId } from '../ids.js';
import { countChanged, queryRows } from './sql.js';

/** A date as `documents` holds it. */
export type TakenColumns = Pick<DocumentEntity, 'takenLocal' | 'takenOffsetMinutes' | 'takenPrecision'>;

// Elements of the field $2 that anyone said of the documents $1, unless a person here said the contrary. Grouped once: asked row by row,
// a planner without statistics walks over all rows of an element for each.
const SAID = `said AS MATERIALIZED (
  SELECT document_id, element FROM annotations WHERE document_id = ANY($1::uuid[]) AND field = $2 AND value IS NOT NULL
  GROUP BY document_id, element HAVING bool_or(value = 'true') AND NOT bool_or(provenance = 'person' AND value = 'false'))`;

/**
 * What follows from the facts of documents in columns and tables that searches read: visibility, dates, who is in them, which clusters
 * they are in. Written after the facts, in the same unit of work; set by set, so that a thousand pictures cost as little as one.
 */
export class SaidStateRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Makes these documents wait for others who write about them until this unit of work ends. Returns those that exist. */
  async lock(documentIds: readonly string[]): Promise<string[]> {
    const rows = await queryRows<{ id: string }>(
      this.manager,
      'SELECT id FROM documents WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE',
      [documentIds.filter(isId)],
    );
    return rows.map(({ id }) => id);
  }

  async refreshHidden(documentIds: readonly string[]): Promise<void> {
    const sql = `
      UPDATE documents d SET hidden = NOT d.hidden, updated_at = now() WHERE d.id = ANY($1::uuid[]) AND d.hidden <> EXISTS (
        SELECT FROM annotations a WHERE a.document_id = d.id AND a.field = 'hidden' AND a.provenance = 'person' AND a.value = 'true')`;
    await countChanged(this.manager, sql, [documentIds]);
    await this.outdateClusters(documentIds);
  }

  /** Puts dates that a person said over those the machine read, which are kept beside them. */
  async setTaken(dates: ReadonlyMap<string, TakenColumns>): Promise<void> {
    const sql = `
      UPDATE documents d SET machine_taken = CASE WHEN d.taken_source = 'person' THEN d.machine_taken ELSE jsonb_build_object(
          'local', d.taken_local, 'offsetMinutes', d.taken_offset_minutes, 'precision', d.taken_precision, 'source', d.taken_source) END,
        taken_local = s.local, taken_offset_minutes = s.minutes, taken_precision = s.precision, taken_source = 'person', updated_at = now()
      FROM unnest($1::uuid[], $2::timestamp[], $3::smallint[], $4::text[]) AS s (id, local, minutes, precision) WHERE d.id = s.id`;
    const columns = [...dates.values()];
    await countChanged(this.manager, sql, [
      [...dates.keys()],
      columns.map(({ takenLocal }) => takenLocal),
      columns.map(({ takenOffsetMinutes }) => takenOffsetMinutes),
      columns.map(({ takenPrecision }) => takenPrecision),
    ]);
  }

  /** Gives documents the machine's date back. */
  async clearTaken(documentIds: readonly string[]): Promise<void> {
    const sql = `
      UPDATE documents d SET taken_local = (d.machine_taken->>'local')::timestamp,
        taken_offset_minutes = (d.machine_taken->>'offsetMinutes')::smallint, taken_precision = d.machine_taken->>'precision',
        taken_source = d.machine_taken->>'source', machine_taken = NULL, updated_at = now()
      WHERE d.id = ANY($1::uuid[]) AND d.taken_source = 'person' AND d.machine_taken IS NOT NULL`;
    await countChanged(this.manager, sql, [documentIds]);
  }

  async refreshPeople(documentIds: readonly string[]): Promise<void> {
    const removed = `
      WITH ${SAID} DELETE FROM document_people m WHERE m.document_id = ANY($1::uuid[])
        AND (m.document_id, m.person_id::text) NOT IN (SELECT document_id, element FROM said)`;
    await countChanged(this.manager, removed, [documentIds, 'people']);
    const sql = `
      WITH ${SAID} INSERT INTO document_people (document_id, person_id)
      SELECT said.document_id, p.id FROM said JOIN persons p ON p.id::text = said.element ON CONFLICT DO NOTHING`;
    await queryRows(this.manager, sql, [documentIds, 'people']);
  }

  async refreshClusters(documentIds: readonly string[]): Promise<void> {
    const removed = `
      WITH ${SAID} DELETE FROM image_cluster_members m WHERE m.document_id = ANY($1::uuid[]) AND m.added_by = 'person'
        AND (m.document_id, m.cluster_id::text) NOT IN (SELECT document_id, element FROM said)`;
    await countChanged(this.manager, removed, [documentIds, 'clusters']);
    const sql = `
      WITH ${SAID} INSERT INTO image_cluster_members (cluster_id, document_id, added_by)
      SELECT c.id, said.document_id, 'person' FROM said JOIN image_clusters c ON c.id::text = said.element
      ON CONFLICT (cluster_id, document_id) DO UPDATE SET added_by = 'person' WHERE image_cluster_members.added_by <> 'person'`;
    await queryRows(this.manager, sql, [documentIds, 'clusters']);
  }

  /** Counts anew, and says that centre and samples are of other pictures than are in them now. */
  async refreshClusterSizes(clusterIds: readonly string[]): Promise<void> {
    const sql = `
      UPDATE image_clusters c SET centroid = NULL, size = (SELECT count(*) FROM image_cluster_members m WHERE m.cluster_id = c.id) WHERE c.id = ANY($1::uuid[])`;
    await countChanged(this.manager, sql, [clusterIds]);
  }

  // What is hidden takes no part in the profile of a cluster. Also one without a profile is written: whoever computes it just now, of pictures
  // as they were, finds another version of the row and stores nothing.
  private async outdateClusters(documentIds: readonly string[]): Promise<void> {
    const sql = `
      WITH outdated AS (SELECT id FROM image_clusters
        WHERE id IN (SELECT cluster_id FROM cluster_members WHERE document_id = ANY($1::uuid[])) ORDER BY id FOR NO KEY UPDATE)
      UPDATE image_clusters c SET centroid = NULL FROM outdated o WHERE c.id = o.id`;
    await countChanged(this.manager, sql, [documentIds]);
  }

  /** Writes the texts that keyword search reads, by document. */
  async setContents(contents: ReadonlyMap<string, string>): Promise<void> {
    const sql = `
      UPDATE documents d SET content = c.content, updated_at = now()
      FROM unnest($1::uuid[], $2::text[]) AS c (id, content) WHERE d.id = c.id AND d.content <> c.content`;
    await countChanged(this.manager, sql, [[...contents.keys()], [...contents.values()]]);
  }

  /** Marks documents as having a sidecar older than this decision. */
  async queueSidecars(documentIds: readonly string[], decisionId: string): Promise<void> {
    const sql = `
      INSERT INTO sidecar_outbox (document_id, decision_id) SELECT d.id, $2::uuid FROM documents d WHERE d.id = ANY($1::uuid[])
      ON CONFLICT (document_id) DO UPDATE SET decision_id = EXCLUDED.decision_id, queued_at = now(), attempts = 0, error = NULL`;
    await queryRows(this.manager, sql, [documentIds, decisionId]);
  }
}
