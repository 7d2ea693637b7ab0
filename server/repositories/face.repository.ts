import type { EntityManager } from 'typeorm';
import { queryRows } from './sql.js';

/** A face that has a name. */
export interface PersonFace {
  readonly documentId: string;
  readonly name: string;
  /** x, y, width, height in fractions 0..1 of the upright picture. */
  readonly box: number[];
}

/** Faces in pictures and videos. */
export class FaceRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The faces of people in some photos, from left to right; those in moments of videos are left out. */
  async listNamed(documentIds: readonly string[]): Promise<PersonFace[]> {
    const sql = `
      SELECT f.document_id AS "documentId", p.name, f.box FROM faces f JOIN persons n ON n.id = f.person_id
      JOIN persons p ON p.id = coalesce(n.merged_into, n.id)
      WHERE f.document_id = ANY($1::uuid[]) AND f.frame_ms IS NULL AND f.state NOT IN ('rejected', 'not-a-face')
      ORDER BY f.document_id, f.box, f.id`;
    return queryRows<PersonFace>(this.manager, sql, [documentIds]);
  }
}
