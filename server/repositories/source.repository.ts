import type { EntityManager } from 'typeorm';
import { SourceEntity } from '../database/entities/source.entity.js';
import { HIDDEN_IDS } from './document-filter.js';
import { countChanged, queryRows } from './sql.js';

/** A file of a document. */
export type Source = SourceEntity;

/** A file of a document as it is shown: `<root name>/<relative path>`. */
export interface SourceListing {
  readonly documentId: string;
  readonly path: string;
  readonly bytes: number;
  readonly isPresent: boolean;
}

// One statement per so many rows: far below the 65,535 values a statement can bind.
const ROWS_PER_STATEMENT = 1000;
const ROWS_PER_READ = 10_000;
const COLUMNS = `s.root_id AS "rootId", s.path, s.document_id AS "documentId", s.content_hash AS "contentHash", s.bytes, s.modified_ms AS "modifiedMs", s.state`;

/** Order of the files `s` of a document `d`: those that are there, of these those with its bytes, then by place. The first is its primary file. */
export const PRIMARY_FIRST = `s.state DESC, (s.content_hash = d.content_hash) DESC, s.root_id, s.path`;

/** The files of the archive, by root and relative path. */
export class SourceRepository {
  constructor(private readonly manager: EntityManager) {}

  async find(rootId: string, path: string): Promise<Source | null> {
    return this.manager.findOneBy(SourceEntity, { rootId, path });
  }

  /** Every file of a root by path, read in slices; about 300 bytes each, so that a million of them fit in memory. */
  async listOfRoot(rootId: string): Promise<Map<string, Source>> {
    const sources = new Map<string, Source>();
    for (let after = ''; ;) {
      const rows = await this.readAfter(rootId, after);
      for (const row of rows) sources.set(row.path, row);
      const last = rows.at(-1);
      if (!last || rows.length < ROWS_PER_READ) return sources;
      after = last.path;
    }
  }

  /** The files of some documents, present ones first: the first of each document is its primary file. */
  async listOfDocuments(documentIds: readonly string[]): Promise<Source[]> {
    const sql = `
      SELECT ${COLUMNS} FROM document_sources s JOIN documents d ON d.id = s.document_id
      WHERE s.document_id = ANY($1::uuid[]) ORDER BY s.document_id, ${PRIMARY_FIRST}`;
    return queryRows<Source>(this.manager, sql, [documentIds]);
  }

  /** The files of some documents as they are shown: with the names of their roots, primary first. */
  async listNamed(documentIds: readonly string[]): Promise<SourceListing[]> {
    const sql = `
      SELECT s.document_id AS "documentId", r.name || '/' || s.path AS path, s.bytes, s.state = 'present' AS "isPresent"
      FROM document_sources s JOIN roots r ON r.id = s.root_id JOIN documents d ON d.id = s.document_id
      WHERE s.document_id = ANY($1::uuid[]) ORDER BY s.document_id, ${PRIMARY_FIRST}`;
    return queryRows<SourceListing>(this.manager, sql, [documentIds]);
  }

  /** Remembers a file, or what it is now. */
  async put(source: Source): Promise<void> {
    await this.putMany([source]);
  }

  async putMany(sources: readonly Source[]): Promise<void> {
    for (let from = 0; from < sources.length; from += ROWS_PER_STATEMENT) {
      await this.manager.upsert(SourceEntity, sources.slice(from, from + ROWS_PER_STATEMENT), ['rootId', 'path']);
    }
  }

  /** Marks files as found or not; returns how many changed. Call `documents.refreshStates` afterwards. */
  async setState(rootId: string, paths: readonly string[], state: Source['state']): Promise<number> {
    const sql = `UPDATE document_sources SET state = $1 WHERE root_id = $2 AND path = ANY($3::text[]) AND state <> $1`;
    return countChanged(this.manager, sql, [state, rootId, paths]);
  }

  /** Forgets that a file belonged to a document; the file itself is not touched. */
  async remove(rootId: string, path: string): Promise<void> {
    await this.manager.delete(SourceEntity, { rootId, path });
  }

  /** How many documents each root holds, without hidden ones, by root id. */
  async countByRoot(): Promise<Map<string, number>> {
    const sql = `
      SELECT root_id AS "rootId", count(DISTINCT document_id) AS count FROM document_sources
      WHERE document_id NOT IN (${HIDDEN_IDS}) GROUP BY root_id`;
    const rows = await queryRows<{ rootId: string; count: number }>(this.manager, sql);
    return new Map(rows.map((row) => [row.rootId, row.count]));
  }

  private async readAfter(rootId: string, after: string): Promise<Source[]> {
    const sql = `
      SELECT ${COLUMNS} FROM document_sources s WHERE s.root_id = $1 AND s.path > $2 ORDER BY s.path LIMIT ${ROWS_PER_READ}`;
    return queryRows<Source>(this.manager, sql, [rootId, after]);
  }
}
