import { DocumentEntity } from '../database/entities/document.entity.js';
import { AppError } from '../errors.js';
import { documentId, isId, newId } from '../ids.js';
import { selectDocuments, type DocumentRow } from './document-row.js';
import { Gallery } from './gallery.js';
import { countChanged, queryRow, queryRows } from './sql.js';

/** What ingestion writes; what has a default in the table may be left out. */
export type NewDocument = Omit<DocumentEntity, OptionalField> & Partial<Pick<DocumentEntity, OptionalField>>;
type OptionalField =
  | 'keywords'
  | 'content'
  | 'livePhotoId'
  | 'thumbnailVersion'
  | 'stackId'
  | 'stackRole'
  | 'state'
  | 'hidden'
  | 'faceCount'
  | 'posterMs'
  | 'createdAt'
  | 'updatedAt'
  | 'title'
  | 'description'
  | 'camera'
  | 'lens'
  | 'exposure'
  | 'latitude'
  | 'longitude'
  | 'durationMs'
  | 'takenOffsetMinutes'
  | 'pixelHash'
  | 'machineTaken';

/** What the machine may change; what a person owns is not among it. */
export type MachineFields = Partial<
  Omit<DocumentEntity, 'id' | 'hidden' | 'stackId' | 'stackRole' | 'createdAt' | 'updatedAt' | 'state' | 'machineTaken'>
>;

/** Photos and videos: one by one here, many in the order of the gallery through what it extends. */
export class DocumentRepository extends Gallery {
  async findById(id: string): Promise<DocumentRow | null> {
    const [row] = await this.listByIds([id]);
    return row ?? null;
  }

  /** Throws NOT_FOUND. */
  async getById(id: string): Promise<DocumentRow> {
    const row = await this.findById(id);
    if (!row) throw new AppError('NOT_FOUND', 'There is no such picture in the archive.');
    return row;
  }

  /** The documents that exist, in the order of the ids; hidden and stacked ones too. */
  async listByIds(ids: readonly string[]): Promise<DocumentRow[]> {
    const wanted = [...new Set(ids)].filter(isId);
    if (wanted.length === 0) return [];
    const chosen = `SELECT documents.*, list.place FROM unnest($1::uuid[]) WITH ORDINALITY AS list (id, place) JOIN documents USING (id)`;
    return queryRows<DocumentRow>(this.manager, selectDocuments(chosen, 'ORDER BY d.place'), [wanted]);
  }

  /** The ids of all documents, in slices. */
  async *readIds(size: number): AsyncGenerator<string[]> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await queryRows<{ id: string }>(this.manager, 'SELECT id FROM documents WHERE id > $1 ORDER BY id LIMIT $2', [
        after,
        size,
      ]);
      if (rows.length === 0) return;
      yield rows.map(({ id }) => id);
      after = rows.at(-1)?.id ?? after;
    }
  }

  /** Whether any document has, or had, so many bytes: only then can a file of that size be a copy of one. */
  async hasSize(bytes: number): Promise<boolean> {
    const sql = `
      SELECT EXISTS (SELECT FROM documents WHERE bytes = $1) OR EXISTS (SELECT FROM document_versions WHERE bytes = $1) AS found`;
    return (await queryRow<{ found: boolean }>(this.manager, sql, [bytes])).found;
  }

  /** The document with these bytes now, else the one that had them before another program wrote into its file. */
  async findByContentHash(contentHash: string): Promise<DocumentRow | null> {
    const chosen = `
      SELECT * FROM documents
      WHERE content_hash = $1 OR id IN (SELECT document_id FROM document_versions WHERE content_hash = $1)
      ORDER BY content_hash = $1 DESC, id LIMIT 1`;
    const [row] = await queryRows<DocumentRow>(this.manager, selectDocuments(chosen), [contentHash]);
    return row ?? null;
  }

  /** Documents whose decoded picture has exactly these pixels, oldest id first. */
  async listByPixelHash(pixelHash: string): Promise<DocumentRow[]> {
    const chosen = 'SELECT * FROM documents WHERE pixel_hash = $1 ORDER BY id';
    return queryRows<DocumentRow>(this.manager, selectDocuments(chosen, 'ORDER BY d.id'), [pixelHash]);
  }

  /** The id of a new document with these bytes: the one that follows from them, unless a document has it that had these bytes once. */
  async idFor(contentHash: string): Promise<string> {
    const id = documentId(contentHash);
    const taken = await queryRow<{ found: boolean }>(this.manager, 'SELECT EXISTS (SELECT FROM documents WHERE id = $1) AS found', [id]);
    return taken.found ? newId() : id;
  }

  async insert(document: NewDocument): Promise<void> {
    await this.manager.insert(DocumentEntity, document);
  }

  /** Changes what the machine read. A date that a person gave stays, and the machine's is kept beside it; bytes that change leave their old hash in document_versions. */
  async updateMachineFields(id: string, fields: MachineFields): Promise<void> {
    const { takenLocal, takenOffsetMinutes, takenPrecision, takenSource, ...rest } = fields;
    if (rest.contentHash) await this.keepVersion(id, rest.contentHash);
    await this.manager.update(DocumentEntity, { id }, { ...rest, updatedAt: new Date() });
    if (takenLocal === undefined) return;
    const isPersons = `taken_source = 'person'`;
    const sql = `
      UPDATE documents SET taken_local = CASE WHEN ${isPersons} THEN taken_local ELSE $2::timestamp END,
        taken_offset_minutes = CASE WHEN ${isPersons} THEN taken_offset_minutes ELSE $3::smallint END,
        taken_precision = CASE WHEN ${isPersons} THEN taken_precision ELSE $4::text END,
        taken_source = CASE WHEN ${isPersons} THEN taken_source ELSE $5::text END,
        machine_taken = CASE WHEN ${isPersons} THEN jsonb_build_object('local', $2::timestamp, 'offsetMinutes', $3::smallint, 'precision', $4::text, 'source', $5::text) END
      WHERE id = $1`;
    await countChanged(this.manager, sql, [
      id,
      takenLocal,
      takenOffsetMinutes ?? null,
      takenPrecision ?? 'unknown',
      takenSource ?? 'file-time',
    ]);
  }

  /** Ids of documents none of whose files is present, of all roots or of those with a file in some; by id. */
  async listVanished(rootIds: readonly string[] | null = null): Promise<string[]> {
    const sql = `
      SELECT d.id FROM documents d
      WHERE NOT EXISTS (SELECT FROM document_sources s WHERE s.document_id = d.id AND s.state = 'present')
        AND ($1::uuid[] IS NULL OR EXISTS (SELECT FROM document_sources s WHERE s.document_id = d.id AND s.root_id = ANY($1::uuid[])))
      ORDER BY d.id`;
    const rows = await queryRows<{ id: string }>(this.manager, sql, [rootIds]);
    return rows.map((row) => row.id);
  }

  /** Makes `state` follow the files: present while one of them is. Returns how many documents changed. */
  async refreshStates(ids: readonly string[] | null = null): Promise<number> {
    const sql = `
      UPDATE documents d SET state = now_is.state, updated_at = now()
      FROM (
        SELECT e.id, CASE WHEN EXISTS (SELECT FROM document_sources s WHERE s.document_id = e.id AND s.state = 'present') THEN 'present' ELSE 'missing' END AS state
        FROM documents e WHERE $1::uuid[] IS NULL OR e.id = ANY($1::uuid[])
      ) now_is
      WHERE d.id = now_is.id AND d.state <> now_is.state`;
    return countChanged(this.manager, sql, [ids]);
  }

  private async keepVersion(id: string, contentHash: string): Promise<void> {
    const sql = `
      INSERT INTO document_versions (document_id, content_hash, bytes)
      SELECT id, content_hash, bytes FROM documents WHERE id = $1 AND content_hash <> $2 ON CONFLICT DO NOTHING`;
    await queryRows(this.manager, sql, [id, contentHash]);
  }
}
