import type { EntityManager } from 'typeorm';
import { countChanged, queryRow, queryRows } from './sql.js';

/** What is to be forgotten: some pictures, all whose files lie in one root only, or all that are missing. */
export type ForgetScope = { readonly imageIds: readonly string[] } | { readonly rootId: string } | { readonly allMissing: true };

/** How much a scope takes away. */
export interface ForgetCounts {
  readonly images: number;
  readonly files: number;
  readonly sidecars: number;
  readonly decisions: number;
}

/** A document that is to be forgotten, and by whose word. */
export interface ForgettingRow {
  readonly documentId: string;
  readonly saidBy: string;
  readonly withSidecar: boolean;
}

/** What is left of a document whose rows are gone: the hashes its files are named by, and where sidecars of it may lie. */
export interface ForgottenRemains {
  readonly documentId: string;
  readonly contentHashes: string[];
  readonly sidecars: { readonly rootId: string | null; readonly path: string }[];
}

const SIDECAR = `.annotation.json`;

/** Takes documents out of every table. Which files must follow is kept until they are gone, so a forgetting that was cut off is finished. */
export class ForgetRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The documents of a scope by id. Of a stack the picture that is shown takes the others with it. */
  async resolve(scope: ForgetScope): Promise<string[]> {
    const [chosen, values] = conditionOf(scope);
    const sql = `
      WITH chosen AS (SELECT d.id, d.stack_id, d.stack_role FROM documents d WHERE ${chosen})
      SELECT id FROM chosen UNION
      SELECT d.id FROM documents d JOIN chosen c ON c.stack_id = d.stack_id AND c.stack_role = 'primary' WHERE $2 ORDER BY id`;
    const rows = await queryRows<{ id: string }>(this.manager, sql, [...values, 'imageIds' in scope]);
    return rows.map(({ id }) => id);
  }

  async count(ids: readonly string[]): Promise<ForgetCounts> {
    const of = (table: string): string => `FROM ${table} WHERE document_id = ANY($1::uuid[])`;
    const sql = `
      SELECT (SELECT count(*) FROM documents WHERE id = ANY($1::uuid[])) AS images, (SELECT count(*) ${of('document_sources')}) AS files,
        (SELECT count(*) ${of('sidecars')}) AS sidecars, (SELECT count(DISTINCT decision_id) FROM decision_subjects
          WHERE kind = 'document' AND subject_id = ANY($1::uuid[])) AS decisions`;
    return queryRow(this.manager, sql, [ids]);
  }

  /** Notes what a person confirmed. */
  async begin(ids: readonly string[], { saidBy, withSidecar }: Omit<ForgettingRow, 'documentId'>): Promise<void> {
    const sql = `
      INSERT INTO forgetting AS f (document_id, said_by, with_sidecar) SELECT unnest($1::uuid[]), $2, $3
      ON CONFLICT (document_id) DO UPDATE SET with_sidecar = f.with_sidecar OR EXCLUDED.with_sidecar`;
    await queryRows(this.manager, sql, [ids, saidBy, withSidecar]);
  }

  /** How many documents are not forgotten to the end. */
  async countBegun(): Promise<number> {
    return (await queryRow<{ count: number }>(this.manager, 'SELECT count(*) AS count FROM forgetting')).count;
  }

  /** Documents whose rows are still there, of one person's word and one kind; at most so many. */
  async listBegun(limit: number): Promise<ForgettingRow[]> {
    const sql = `
      SELECT document_id AS "documentId", said_by AS "saidBy", with_sidecar AS "withSidecar" FROM forgetting WHERE NOT is_gone
        AND (said_by, with_sidecar) = (SELECT said_by, with_sidecar FROM forgetting WHERE NOT is_gone ORDER BY document_id LIMIT 1)
      ORDER BY document_id LIMIT $1`;
    return queryRows<ForgettingRow>(this.manager, sql, [limit]);
  }

  /** Documents whose rows are gone, after one of them. */
  async listRemains(after: string | null, limit: number): Promise<ForgottenRemains[]> {
    const sql = `
      SELECT document_id AS "documentId", content_hashes AS "contentHashes", sidecars FROM forgetting
      WHERE is_gone AND ($1::uuid IS NULL OR document_id > $1::uuid) ORDER BY document_id LIMIT $2`;
    return queryRows<ForgottenRemains>(this.manager, sql, [after, limit]);
  }

  /** Forgets what is left to do of these: all is done. */
  async end(ids: readonly string[]): Promise<void> {
    await countChanged(this.manager, 'DELETE FROM forgetting WHERE document_id = ANY($1::uuid[])', [ids]);
  }

  /**
   * Takes these documents out of every table and leaves tombstones of all their bytes. Needs a decision of kind `forget` before it in the
   * same unit of work. Returns the others that were said to be no duplicates of them, and of which that is no longer said.
   */
  async removeRows(ids: readonly string[]): Promise<string[]> {
    for (const sql of [KEEP_REMAINS, BURY]) await queryRows(this.manager, sql, [ids]);
    const clusters = await queryRows<{ id: string }>(this.manager, CLUSTERS, [ids]);
    const words = await queryRows<{ id: string }>(this.manager, SPEAKING, [ids]);
    const proposals = await queryRows<{ id: string }>(this.manager, 'SELECT id FROM proposals WHERE subject_id = ANY($1::uuid[])', [ids]);
    const apart = (await queryRows<{ id: string }>(this.manager, APART, [ids])).map(({ id }) => id);
    for (const sql of [...BESIDE, 'DELETE FROM documents WHERE id = ANY($1::uuid[])']) await queryRows(this.manager, sql, [ids]);
    for (const [kind, gone] of [
      ['document', ids],
      ['proposal', proposals.map(({ id }) => id)],
    ] as const)
      await queryRows(this.manager, 'DELETE FROM decision_subjects WHERE kind = $1 AND subject_id = ANY($2::uuid[])', [kind, gone]);
    await queryRows(this.manager, UNSAY_APART, [ids, apart]);
    await queryRows(this.manager, REDACT, [words.map(({ id }) => id)]);
    await queryRows(this.manager, RESIZE, [clusters.map(({ id }) => id)]);
    return apart;
  }

  /** Takes out what was asked with these documents while they were being removed. */
  async removeSearches(ids: readonly string[]): Promise<void> {
    for (const sql of SEARCHES) await queryRows(this.manager, sql, [ids]);
  }

  /** Which of these decisions were blanked. */
  async listRedacted(): Promise<Set<string>> {
    const rows = await queryRows<{ id: string }>(this.manager, 'SELECT id FROM decisions WHERE redacted_at IS NOT NULL');
    return new Set(rows.map(({ id }) => id));
  }
}

function conditionOf(scope: ForgetScope): [sql: string, values: unknown[]] {
  if ('imageIds' in scope) return ['d.id = ANY($1::uuid[])', [scope.imageIds]];
  if ('allMissing' in scope) return [`d.state = 'missing' AND $1`, [true]];
  const inRoot = 'EXISTS (SELECT FROM document_sources s WHERE s.document_id = d.id AND s.root_id = $1::uuid)';
  return [`${inRoot} AND NOT EXISTS (SELECT FROM document_sources s WHERE s.document_id = d.id AND s.root_id <> $1::uuid)`, [scope.rootId]];
}

// Bytes that another document has now are that document's.
const HASHES = `
  SELECT h.document_id, h.content_hash, max(h.bytes) AS bytes FROM (
    SELECT id AS document_id, content_hash, bytes FROM documents WHERE id = ANY($1::uuid[])
    UNION ALL SELECT document_id, content_hash, bytes FROM document_versions WHERE document_id = ANY($1::uuid[])
    UNION ALL SELECT document_id, content_hash, bytes FROM document_sources WHERE document_id = ANY($1::uuid[])
  ) h WHERE NOT EXISTS (SELECT FROM documents o WHERE o.content_hash = h.content_hash AND o.id <> ALL($1::uuid[]))
  GROUP BY h.document_id, h.content_hash`;

const PLACES = `
  SELECT document_id, root_id, path FROM sidecars WHERE document_id = ANY($1::uuid[])
  UNION SELECT document_id, root_id, path || '${SIDECAR}' FROM document_sources WHERE document_id = ANY($1::uuid[])
  UNION SELECT document_id, NULL, left(content_hash, 2) || '/' || substr(content_hash, 3, 2) || '/' || content_hash || '${SIDECAR}' FROM (${HASHES}) h`;

const KEEP_REMAINS = `
  UPDATE forgetting f SET is_gone = true,
    content_hashes = ARRAY(SELECT h.content_hash FROM (${HASHES}) h WHERE h.document_id = f.document_id),
    sidecars = CASE WHEN f.with_sidecar THEN coalesce((SELECT jsonb_agg(jsonb_build_object('rootId', p.root_id, 'path', p.path))
      FROM (${PLACES}) p WHERE p.document_id = f.document_id), '[]') ELSE '[]' END
  WHERE f.document_id = ANY($1::uuid[])`;

const BURY = `
  INSERT INTO tombstones (content_hash, bytes) SELECT content_hash, max(bytes) FROM (${HASHES}) h GROUP BY content_hash
  ON CONFLICT (content_hash) DO UPDATE SET forgotten_at = now()`;

// Their centres are made of these documents too.
const CLUSTERS = 'SELECT DISTINCT cluster_id AS id FROM cluster_members WHERE document_id = ANY($1::uuid[])';
const RESIZE = `
  UPDATE image_clusters c SET centroid = NULL, size = (SELECT count(*) FROM cluster_members m WHERE m.cluster_id = c.id)
  WHERE c.id = ANY($1::uuid[])`;

// Decisions about these documents that are about no others, or say something that they say of no others.
const SPEAKING = `
  WITH about AS (SELECT decision_id, change FROM decision_subjects WHERE kind = 'document' AND subject_id = ANY($1::uuid[])),
  said AS (SELECT DISTINCT a.decision_id, c.key, c.value ? 'to' AS is_said, coalesce(c.value->'to', c.value->'from')->'value' AS value
    FROM about a, jsonb_each(a.change) AS c (key, value))
  SELECT DISTINCT a.decision_id AS id FROM about a WHERE NOT EXISTS (
      SELECT FROM decision_subjects o WHERE o.decision_id = a.decision_id AND o.kind = 'document' AND o.subject_id <> ALL($1::uuid[]))
    OR EXISTS (SELECT FROM said w WHERE w.decision_id = a.decision_id AND NOT EXISTS (
      SELECT FROM decision_subjects o, jsonb_each(o.change) AS c (key, value)
      WHERE o.decision_id = w.decision_id AND o.kind = 'document' AND o.subject_id <> ALL($1::uuid[]) AND c.key = w.key
        AND c.value ? 'to' = w.is_said AND coalesce(c.value->'to', c.value->'from')->'value' IS NOT DISTINCT FROM w.value))`;
const REDACT = `UPDATE decisions SET payload = '{}', redacted_at = now() WHERE id = ANY($1::uuid[]) AND redacted_at IS NULL`;

// What names a document without being deleted with it. Members of a stack stand alone until the next run puts them together.
const OF_RUN = `concat_ws(' ', r.options::text, r.summary, r.report::text)`;
// That two pictures are no duplicates is said at each of them, by the id of the other.
const APART = `
  SELECT DISTINCT document_id AS id FROM annotations WHERE field = 'notDuplicates' AND element = ANY($1::text[]) AND document_id <> ALL($1::uuid[])`;
const UNSAY_APART = `
  UPDATE decision_subjects SET change = change - ARRAY(SELECT 'notDuplicates/' || w.id FROM unnest($1::text[]) AS w (id))
  WHERE kind = 'document' AND subject_id = ANY($2::uuid[]) AND change ?| ARRAY(SELECT 'notDuplicates/' || w.id FROM unnest($1::text[]) AS w (id))`;

const SEARCHES = [
  `DELETE FROM similarity_log l WHERE EXISTS (
    SELECT FROM jsonb_array_elements(l.options->'parts') AS p (part) WHERE p.part->>'imageId' = ANY($1::text[]))`,
  `DELETE FROM saved_searches q WHERE EXISTS (SELECT FROM unnest($1::text[]) AS w (word) WHERE position(w.word IN q.query::text) > 0)`,
];
const BESIDE = [
  `UPDATE documents SET stack_id = NULL, stack_role = NULL, updated_at = now()
    WHERE stack_id IN (SELECT stack_id FROM documents WHERE id = ANY($1::uuid[]) AND stack_id IS NOT NULL)`,
  `DELETE FROM ingest_failures f USING document_sources s WHERE s.document_id = ANY($1::uuid[]) AND s.root_id = f.root_id AND s.path = f.path`,
  ...SEARCHES,
  `DELETE FROM annotations WHERE field = 'notDuplicates' AND element = ANY($1::text[])`,
  `UPDATE job_runs r SET options = '{}', summary = NULL, report = NULL WHERE EXISTS (
    SELECT FROM (SELECT unnest($1::text[]) UNION SELECT path FROM document_sources WHERE document_id = ANY($1::uuid[])) AS w (word)
    WHERE position(w.word IN ${OF_RUN}) > 0)`,
  'DELETE FROM proposals WHERE subject_id = ANY($1::uuid[])',
];
