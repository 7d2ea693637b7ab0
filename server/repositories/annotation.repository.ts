import type { EntityManager } from 'typeorm';
import type { AnnotationEntity, Provenance } from '../database/entities/annotation.entity.js';
import { HIDDEN_IDS } from './document-filter.js';
import { factKey, type Fact, type FactField, type Via } from './fact.js';
import { queryRows } from './sql.js';

/** What is said about one field of a document, or one element of it. */
export type Annotation = AnnotationEntity;

/** A fact to store: null takes back what was said. */
export interface FactWrite {
  readonly documentId: string;
  readonly field: string;
  readonly element: string;
  readonly fact: Fact | null;
}

/** How often an element was said, over some documents or all. */
export interface ElementCount {
  readonly element: string;
  readonly count: number;
}

/** The latest change of a field over some documents, and a text that differs whenever one of them was changed since. */
export interface FieldState {
  readonly field: FactField;
  readonly version: string;
  readonly saidBy: string;
  readonly saidAt: Date;
}

const SELECT = `
  SELECT document_id AS "documentId", field, element, provenance, value, said_by AS "saidBy", said_at AS "saidAt", via, version FROM annotations`;

/** What is said about documents. Every write needs a decision in the same unit of work; a person writes `person`, an import its own. */
export class AnnotationRepository {
  constructor(private readonly manager: EntityManager) {}

  /** All that is said about some documents; of two about one field, `person` stands over every other provenance. */
  async listOfDocuments(documentIds: readonly string[]): Promise<Annotation[]> {
    const sql = `${SELECT} WHERE document_id = ANY($1::uuid[]) AND value IS NOT NULL ORDER BY document_id, field, element, provenance`;
    return queryRows<Annotation>(this.manager, sql, [documentIds]);
  }

  /** What persons said here about some documents, by document and key; documents of which nothing is said are left out. */
  async factsOf(documentIds: readonly string[]): Promise<Map<string, Map<string, Fact>>> {
    const facts = new Map<string, Map<string, Fact>>();
    const sql = `${SELECT} WHERE document_id = ANY($1::uuid[]) AND provenance = 'person' AND value IS NOT NULL ORDER BY field, element`;
    for (const row of await queryRows<Annotation>(this.manager, sql, [documentIds])) {
      const ofDocument = facts.get(row.documentId) ?? new Map<string, Fact>();
      facts.set(row.documentId, ofDocument.set(factKey(row.field, row.element), toFact(row)));
    }
    return facts;
  }

  /** Stores facts over earlier ones of the same provenance, of documents that exist; versions count up. */
  async putMany(writes: readonly FactWrite[], provenance: Provenance = 'person'): Promise<void> {
    if (writes.length === 0) return;
    const sql = `
      INSERT INTO annotations AS a (document_id, field, element, provenance, value, said_by, said_at, via)
      SELECT d.id, w.field, w.element, $1, w.value::jsonb, w.said_by, w.said_at, w.via::jsonb
      FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::text[])
        AS w (document_id, field, element, value, said_by, said_at, via) JOIN documents d ON d.id = w.document_id
      ON CONFLICT (document_id, field, element, provenance) DO UPDATE
        SET value = EXCLUDED.value, said_by = EXCLUDED.said_by, said_at = EXCLUDED.said_at, via = EXCLUDED.via, version = a.version + 1`;
    const column = (read: (write: FactWrite) => unknown): unknown[] => writes.map(read);
    await queryRows(this.manager, sql, [
      provenance,
      column(({ documentId }) => documentId),
      column(({ field }) => field),
      column(({ element }) => element),
      column(({ fact }) => fact && JSON.stringify(fact.value)),
      column(({ fact }) => fact?.by ?? 'nobody'),
      column(({ fact }) => fact?.at ?? new Date().toISOString()),
      column(({ fact }) => (fact?.via ? JSON.stringify(fact.via) : null)),
    ]);
  }

  /** The fields with one value of some documents: who changed them last, and a version of all of them together. */
  async fieldStates(documentIds: readonly string[]): Promise<FieldState[]> {
    const sql = `
      SELECT field, md5(string_agg(document_id || ':' || version, ',' ORDER BY document_id)) AS version,
        (array_agg(said_by ORDER BY said_at DESC))[1] AS "saidBy", max(said_at) AS "saidAt"
      FROM annotations WHERE document_id = ANY($1::uuid[]) AND provenance = 'person' AND element = '' GROUP BY field`;
    return queryRows<FieldState>(this.manager, sql, [documentIds]);
  }

  /** Tags of the whole archive, said or read from files, most frequent first; `search`: a part of them. Hidden pictures do not count. */
  async listTags(pattern: string, limit: number): Promise<ElementCount[]> {
    const sql = String.raw`
      SELECT tag AS element, count(DISTINCT id) AS count FROM (
        SELECT a.element AS tag, d.id FROM annotations a JOIN documents d ON d.id = a.document_id
        WHERE a.field = 'tags' AND a.element ILIKE $1 ESCAPE '\' AND a.value = 'true'
        UNION ALL
        SELECT k.tag, d.id FROM documents d, unnest(d.keywords) AS k (tag) WHERE k.tag ILIKE $1 ESCAPE '\'
          AND NOT EXISTS (SELECT FROM annotations a WHERE a.document_id = d.id AND a.field = 'tags' AND a.element = k.tag AND a.value = 'false')
      ) tagged WHERE id NOT IN (${HIDDEN_IDS}) GROUP BY tag ORDER BY 2 DESC, 1 LIMIT $2`;
    return queryRows<ElementCount>(this.manager, sql, [pattern, limit]);
  }
}

function toFact({ value, saidBy, saidAt, via }: Annotation): Fact {
  return { value, by: saidBy, at: saidAt.toISOString(), ...(via ? { via: via as Via } : {}) };
}
