import type { EntityManager } from 'typeorm';
import type { Fact } from './fact.js';
import { countChanged, queryRow, queryRows } from './sql.js';

/** A sidecar as it was last read or written. */
export interface SidecarRow {
  readonly documentId: string;
  /** Null: in the data folder, where `path` begins. */
  readonly rootId: string | null;
  readonly path: string;
  readonly revision: number;
  /** Of the picture that it names. */
  readonly contentHash: string | null;
  /** Of its own bytes. */
  readonly hash: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  /** Null: it was only read. */
  readonly writtenAt: Date | null;
}

/** A sidecar with when it was last looked at. */
export type CheckedSidecar = SidecarRow & { readonly checkedAt: Date };

/** What a sidecar said elsewhere that could not be merged; `theirs` is null where it took the words back. */
export interface SidecarConflict {
  readonly documentId: string;
  readonly key: string;
  readonly theirs: Fact | null;
  readonly at: Date;
}

/** What a model sees in a picture, by the model's name. */
export interface ModelLabel {
  readonly name: string;
  readonly score: number;
  readonly model: string;
}

const KEPT_BASES = 10;
const ROWS_PER_READ = 10_000;
const COLUMNS = `document_id AS "documentId", root_id AS "rootId", path, revision, content_hash AS "contentHash", hash, bytes,
  modified_ms AS "modifiedMs", checked_at AS "checkedAt", written_at AS "writtenAt"`;

/** Sidecars that are known, what their revisions said, and their conflicts. */
export class SidecarRepository {
  constructor(private readonly manager: EntityManager) {}

  async find(rootId: string | null, path: string): Promise<CheckedSidecar | null> {
    const sql = `SELECT ${COLUMNS} FROM sidecars WHERE root_id IS NOT DISTINCT FROM $1::uuid AND path = $2`;
    return (await queryRows<CheckedSidecar>(this.manager, sql, [rootId, path]))[0] ?? null;
  }

  async listOfDocuments(documentIds: readonly string[]): Promise<CheckedSidecar[]> {
    const sql = `SELECT ${COLUMNS} FROM sidecars WHERE document_id = ANY($1::uuid[]) ORDER BY document_id, written_at DESC NULLS LAST, path`;
    return queryRows<CheckedSidecar>(this.manager, sql, [documentIds]);
  }

  /** Those beside the pictures of a root, by path, read in slices. */
  async listOfRoot(rootId: string): Promise<Map<string, CheckedSidecar>> {
    const sidecars = new Map<string, CheckedSidecar>();
    const sql = `SELECT ${COLUMNS} FROM sidecars WHERE root_id = $1 AND path > $2 ORDER BY path LIMIT ${ROWS_PER_READ}`;
    for (let after: string | undefined = ''; after !== undefined;) {
      const rows: CheckedSidecar[] = await queryRows<CheckedSidecar>(this.manager, sql, [rootId, after]);
      for (const row of rows) sidecars.set(row.path, row);
      after = rows.length < ROWS_PER_READ ? undefined : rows.at(-1)?.path;
    }
    return sidecars;
  }

  /** Remembers a file as it is now; one that was written stays known as written. */
  async put({ writtenAt, ...row }: SidecarRow): Promise<void> {
    const sql = `
      INSERT INTO sidecars AS s (document_id, root_id, path, revision, content_hash, hash, bytes, modified_ms, written_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      ON CONFLICT (root_id, path) DO UPDATE SET document_id = EXCLUDED.document_id, revision = EXCLUDED.revision,
        content_hash = EXCLUDED.content_hash, hash = EXCLUDED.hash, bytes = EXCLUDED.bytes, modified_ms = EXCLUDED.modified_ms,
        checked_at = now(), written_at = coalesce(EXCLUDED.written_at, CASE WHEN s.document_id = EXCLUDED.document_id THEN s.written_at END)`;
    const values = [row.documentId, row.rootId, row.path, row.revision, row.contentHash, row.hash, row.bytes, row.modifiedMs, writtenAt];
    await queryRows(this.manager, sql, values);
  }

  async remove(rootId: string | null, path: string): Promise<void> {
    await countChanged(this.manager, 'DELETE FROM sidecars WHERE root_id IS NOT DISTINCT FROM $1::uuid AND path = $2', [rootId, path]);
  }

  /** Ids of the documents after one of them that have a sidecar or once had one, in order. */
  async listDocumentsAfter(documentId: string | null, limit: number): Promise<string[]> {
    const sql = `
      SELECT DISTINCT document_id AS id FROM sidecars
      WHERE ($1::uuid IS NULL OR document_id > $1::uuid) AND written_at IS NOT NULL ORDER BY 1 LIMIT $2`;
    return (await queryRows<{ id: string }>(this.manager, sql, [documentId, limit])).map(({ id }) => id);
  }

  /** The highest revision that this document's sidecar has had, as far as is known; 0 for none. */
  async lastRevision(documentId: string): Promise<number> {
    const sql = `
      SELECT greatest((SELECT max(revision) FROM sidecars WHERE document_id = $1), (SELECT max(revision) FROM sidecar_bases WHERE document_id = $1), 0)
        AS revision`;
    return (await queryRow<{ revision: number }>(this.manager, sql, [documentId])).revision;
  }

  /** What a revision said, by key; null where it is not known any more. */
  async findBase(documentId: string, revision: number): Promise<Map<string, Fact> | null> {
    const sql = 'SELECT facts FROM sidecar_bases WHERE document_id = $1 AND revision = $2';
    const [row] = await queryRows<{ facts: Record<string, Fact> }>(this.manager, sql, [documentId, revision]);
    return row ? new Map(Object.entries(row.facts)) : null;
  }

  /** Keeps what a revision says, of each document the last ten. */
  async putBase(documentId: string, revision: number, facts: ReadonlyMap<string, Fact>): Promise<void> {
    const insert = `
      INSERT INTO sidecar_bases (document_id, revision, facts) VALUES ($1, $2, $3::jsonb)
      ON CONFLICT (document_id, revision) DO UPDATE SET facts = EXCLUDED.facts`;
    await queryRows(this.manager, insert, [documentId, revision, JSON.stringify(Object.fromEntries(facts))]);
    const prune = `
      DELETE FROM sidecar_bases WHERE document_id = $1 AND revision <= (
        SELECT revision FROM sidecar_bases WHERE document_id = $1 ORDER BY revision DESC OFFSET ${KEPT_BASES} LIMIT 1)`;
    await countChanged(this.manager, prune, [documentId]);
  }

  async listConflicts(documentIds: readonly string[]): Promise<SidecarConflict[]> {
    const sql = `SELECT document_id AS "documentId", key, theirs, at FROM sidecar_conflicts WHERE document_id = ANY($1::uuid[]) ORDER BY 1, 2`;
    return queryRows<SidecarConflict>(this.manager, sql, [documentIds]);
  }

  /** Keeps a conflict, over an earlier one of the same key. */
  async putConflict({ documentId, key, theirs, at }: SidecarConflict): Promise<void> {
    const sql = `
      INSERT INTO sidecar_conflicts AS c (document_id, key, theirs, at) VALUES ($1, $2, $3::jsonb, $4)
      ON CONFLICT (document_id, key) DO UPDATE SET theirs = EXCLUDED.theirs, at = EXCLUDED.at WHERE c.theirs IS DISTINCT FROM EXCLUDED.theirs`;
    await queryRows(this.manager, sql, [documentId, key, theirs && JSON.stringify(theirs), at]);
  }

  /** Returns whether there was one. */
  async removeConflict(documentId: string, key: string): Promise<boolean> {
    return (await countChanged(this.manager, 'DELETE FROM sidecar_conflicts WHERE document_id = $1 AND key = $2', [documentId, key])) > 0;
  }

  /** What models see in a picture, best first. */
  async listLabels(documentId: string): Promise<ModelLabel[]> {
    const sql = `
      SELECT l.label AS name, l.score, m.name AS model FROM document_labels l JOIN models m ON m.id = l.model_id
      WHERE l.document_id = $1 ORDER BY l.score DESC, l.label`;
    return queryRows<ModelLabel>(this.manager, sql, [documentId]);
  }
}
