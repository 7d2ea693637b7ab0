import type { EntityManager } from 'typeorm';
import type { AnnotationEntity, Provenance } from '../database/entities/annotation.entity.js';
import { AppError } from '../errors.js';
import { countChanged, queryRows } from './sql.js';

/** What is said about one field of a document: title, description, tags, favourite, ... */
export type Annotation = AnnotationEntity;

/** A statement to store. With `expectedVersion` it is refused when someone else changed the field since (0: nobody has said anything). */
export type NewAnnotation = Omit<Annotation, 'version'> & { readonly expectedVersion?: number };

/** What is said about documents. Every write needs a person and a decision in the same unit of work. */
export class AnnotationRepository {
  constructor(private readonly manager: EntityManager) {}

  /** All statements about some documents; of two about one field, `person` stands over every other provenance. */
  async listOfDocuments(documentIds: readonly string[]): Promise<Annotation[]> {
    const sql = `
      SELECT document_id AS "documentId", field, provenance, value, version FROM annotations
      WHERE document_id = ANY($1::uuid[]) ORDER BY document_id, field, provenance`;
    return queryRows<Annotation>(this.manager, sql, [documentIds]);
  }

  /** Stores a statement over an earlier one of the same provenance; its version counts up. Throws CONFLICT on an unexpected version. */
  async put(annotation: NewAnnotation): Promise<void> {
    const { documentId, field, provenance, value, expectedVersion } = annotation;
    const sql = `
      INSERT INTO annotations AS a (document_id, field, provenance, value) SELECT $1, $2, $3, $4::jsonb WHERE coalesce($5::int, 0) = 0
        OR EXISTS (SELECT FROM annotations WHERE document_id = $1 AND field = $2 AND provenance = $3)
      ON CONFLICT (document_id, field, provenance) DO UPDATE SET value = EXCLUDED.value, version = a.version + 1
        WHERE $5::int IS NULL OR a.version = $5::int
      RETURNING version`;
    const rows = await queryRows(this.manager, sql, [documentId, field, provenance, JSON.stringify(value), expectedVersion ?? null]);
    if (rows.length === 0) throw changedMeanwhile(field);
  }

  /** Takes statements back; the machine's value shows again. Returns how many there were. */
  async remove(documentId: string, fields: readonly string[], provenance: Provenance): Promise<number> {
    const sql = 'DELETE FROM annotations WHERE document_id = $1 AND field = ANY($2::text[]) AND provenance = $3';
    return countChanged(this.manager, sql, [documentId, fields, provenance]);
  }
}

function changedMeanwhile(field: string): AppError {
  return new AppError('CONFLICT', `Someone else changed the ${field} meanwhile. Look at it again, then repeat your change.`, { field });
}
