import type { EntityManager } from 'typeorm';
import type { StackRole } from '../database/entities/document.entity.js';
import { selectDocuments, type DocumentRow } from './document-row.js';
import { countChanged, queryRows } from './sql.js';

/** What a document is in a stack. */
export interface StackMember {
  readonly documentId: string;
  readonly role: StackRole;
}

/** A file that could belong to a stack, with the stack its document is in now. */
export interface StackCandidateRow {
  readonly documentId: string;
  readonly rootId: string;
  /** Relative to the root. */
  readonly path: string;
  readonly kind: 'photo' | 'video';
  readonly format: string;
  readonly durationMs: number | null;
  readonly livePhotoId: string | null;
  readonly stackId: string | null;
  readonly stackRole: StackRole | null;
}

/** Documents that are shown as one. */
export class StackRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Makes a stack of exactly these documents; those it held before stand alone again. */
  async put(stackId: string, members: readonly StackMember[]): Promise<void> {
    await this.dissolve(stackId);
    const sql = `
      UPDATE documents SET stack_id = $1, stack_role = member.role, updated_at = now()
      FROM unnest($2::uuid[], $3::text[]) AS member (id, role) WHERE documents.id = member.id`;
    await countChanged(this.manager, sql, [stackId, members.map((member) => member.documentId), members.map((member) => member.role)]);
  }

  /** The members of some stacks, by stack, the primary first. */
  async listMembers(stackIds: readonly string[]): Promise<DocumentRow[]> {
    const chosen = 'SELECT * FROM documents WHERE stack_id = ANY($1::uuid[])';
    const order = `ORDER BY d.stack_id, d.stack_role = 'primary' DESC, d.taken_local, d.id`;
    return queryRows<DocumentRow>(this.manager, selectDocuments(chosen, order), [stackIds]);
  }

  /** Every file of the archive that is there now. */
  async listCandidates(): Promise<StackCandidateRow[]> {
    const sql = `
      SELECT d.id AS "documentId", s.root_id AS "rootId", s.path, d.kind, d.format, d.duration_ms AS "durationMs",
        d.live_photo_id AS "livePhotoId", d.stack_id AS "stackId", d.stack_role AS "stackRole"
      FROM document_sources s JOIN documents d ON d.id = s.document_id
      WHERE s.state = 'present' ORDER BY s.root_id, s.path`;
    return queryRows<StackCandidateRow>(this.manager, sql);
  }

  /** Lets every member stand alone. */
  async dissolve(stackId: string): Promise<void> {
    await countChanged(this.manager, 'UPDATE documents SET stack_id = NULL, stack_role = NULL, updated_at = now() WHERE stack_id = $1', [
      stackId,
    ]);
  }

  /** The halves of a Live Photo, the photo first. */
  async findLivePair(livePhotoId: string): Promise<DocumentRow[]> {
    const chosen = 'SELECT * FROM documents WHERE live_photo_id = $1';
    return queryRows<DocumentRow>(this.manager, selectDocuments(chosen, 'ORDER BY d.kind, d.id'), [livePhotoId]);
  }
}
