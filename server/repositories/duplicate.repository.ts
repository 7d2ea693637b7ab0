import type { EntityManager } from 'typeorm';
import { checkedInteger, countChanged, queryRow, queryRows } from './sql.js';
import { fromVectorBytes } from './vector-codec.js';

/** Two documents that show the same, and why; `firstId` is the smaller id. */
export interface DuplicatePairRow {
  readonly firstId: string;
  readonly secondId: string;
  readonly kind: 'same' | 'near';
  readonly hashDistance: number;
  readonly isMirrored: boolean;
  readonly cosine: number;
}

/** What a person said of a document or of one of its files among duplicates. */
export type DuplicateMark = 'keep' | 'spare';

/** A document as the better of duplicates is told by. */
export interface ComparedFile {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly camera: string | null;
  readonly takenSource: string;
  readonly takenLocal: string;
  /** How many things its file tells and people said. */
  readonly known: number;
  readonly mark: DuplicateMark | null;
}

/** A document as duplicates of it are looked for. */
export interface HashedDocument {
  readonly documentId: string;
  readonly embeddingId: number;
  readonly kind: 'photo' | 'video';
  readonly durationMs: number | null;
  readonly pixelHash: string | null;
  /** 16 hex digits. */
  readonly perceptualHash: string;
}

/** One of several files with the same bytes: `<root name>/<relative path>`. */
export interface CopyRow {
  readonly documentId: string;
  readonly path: string;
  readonly bytes: number;
  readonly mark: DuplicateMark | null;
}

/** Under which model and by which version of the rule duplicates are looked for. */
export interface DuplicateSearch {
  readonly modelId: number;
  readonly version: number;
}

// What is missing cannot be compared by a person, and what stands under another picture is shown as one with it.
const TAKES_PART = (alias: string) => `${alias}.state = 'present' AND (${alias}.stack_role IS NULL OR ${alias}.stack_role = 'primary')`;
const SAID = (document: string, field: string, element: string) => `
  EXISTS (SELECT FROM annotations n WHERE n.document_id = ${document} AND n.field = '${field}' AND n.element = ${element} AND n.value = 'true')`;
const REFUSED = `(${SAID('p.first_id', 'notDuplicates', 'p.second_id::text')} OR ${SAID('p.second_id', 'notDuplicates', 'p.first_id::text')})`;
const HASH_HEX = `lpad(to_hex(e.perceptual_hash::bigint), 16, '0')`;
const COLUMNS = `p.first_id AS "firstId", p.second_id AS "secondId", p.kind, p.hash_distance AS "hashDistance", p.is_mirrored AS "isMirrored", p.cosine`;
const KNOWN = `
  num_nonnulls(d.camera, d.lens, d.exposure, d.latitude, d.title, d.description) + cardinality(d.keywords)
  + (d.taken_source IN ('exif', 'xmp', 'iptc', 'container'))::int
  + (SELECT count(*) FROM annotations a WHERE a.document_id = d.id AND a.value IS NOT NULL AND a.field NOT IN ('duplicate', 'notDuplicates', 'spareFiles'))`;

/** Pairs of documents that show the same. Machine's rows: a job finds them, and what people said of them stands in annotations. */
export class DuplicateRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Every document that can have duplicates under a model, by id. */
  async listHashed(modelId: number): Promise<HashedDocument[]> {
    const sql = `
      SELECT d.id AS "documentId", e.id AS "embeddingId", d.kind, d.duration_ms AS "durationMs", d.pixel_hash AS "pixelHash", ${HASH_HEX} AS "perceptualHash"
      FROM image_embeddings e JOIN documents d ON d.id = e.document_id
      WHERE e.model_id = ${checkedInteger(modelId)} AND e.kind = 'image' ORDER BY d.id`;
    return queryRows<HashedDocument>(this.manager, sql);
  }

  /** Ids of the documents whose vector of a model was not compared yet by this version, by id. */
  async listWaiting({ modelId, version }: DuplicateSearch): Promise<string[]> {
    const sql = `
      SELECT e.document_id AS id FROM image_embeddings e LEFT JOIN duplicate_searches s ON s.document_id = e.document_id
      WHERE e.model_id = ${checkedInteger(modelId)} AND e.kind = 'image' AND (s.document_id IS NULL OR s.embedding_id <> e.id OR s.version <> $1)
      ORDER BY e.document_id`;
    return (await queryRows<{ id: string }>(this.manager, sql, [version])).map(({ id }) => id);
  }

  /** The vectors that stand for documents. */
  async vectorsOf(modelId: number, documentIds: readonly string[]): Promise<Map<string, Float32Array>> {
    const sql = `
      SELECT document_id AS id, vector_send(embedding) AS bytes FROM image_embeddings
      WHERE model_id = ${checkedInteger(modelId)} AND kind = 'image' AND document_id = ANY($1::uuid[])`;
    const rows = await queryRows<{ id: string; bytes: Buffer }>(this.manager, sql, [documentIds]);
    return new Map(rows.map(({ id, bytes }) => [id, fromVectorBytes(bytes)]));
  }

  /** Pictures always the same ones of the same archive, so that a run that was interrupted ends as one that was not. */
  async background(modelId: number, limit: number): Promise<{ perceptualHash: string; vector: Float32Array }[]> {
    const sql = `
      SELECT ${HASH_HEX} AS "perceptualHash", vector_send(e.embedding) AS bytes FROM image_embeddings e WHERE e.id IN (
        SELECT id FROM image_embeddings WHERE model_id = ${checkedInteger(modelId)} AND kind = 'image' ORDER BY md5(document_id::text) LIMIT $1)
      ORDER BY e.id`;
    const rows = await queryRows<{ perceptualHash: string; bytes: Buffer }>(this.manager, sql, [limit]);
    return rows.map(({ perceptualHash, bytes }) => ({ perceptualHash, vector: fromVectorBytes(bytes) }));
  }

  /** Replaces all pairs of some documents under a model, and notes that they were looked for. */
  async put(searched: readonly HashedDocument[], pairs: readonly DuplicatePairRow[], { modelId, version }: DuplicateSearch): Promise<void> {
    const ids = searched.map(({ documentId }) => documentId);
    const model = checkedInteger(modelId);
    for (const side of ['first_id', 'second_id'])
      await countChanged(this.manager, `DELETE FROM duplicate_pairs WHERE model_id = ${model} AND ${side} = ANY($1::uuid[])`, [ids]);
    const column = (read: (pair: DuplicatePairRow) => unknown): unknown[] => pairs.map(read);
    const insert = `
      INSERT INTO duplicate_pairs (model_id, first_id, second_id, kind, hash_distance, is_mirrored, cosine)
      SELECT ${model}, g.* FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::smallint[], $5::boolean[], $6::real[]) AS g (one, other, kind, distance, mirrored, cosine)
      JOIN documents a ON a.id = g.one JOIN documents b ON b.id = g.other
      ON CONFLICT DO NOTHING`;
    await queryRows(this.manager, insert, [
      column(({ firstId }) => firstId),
      column(({ secondId }) => secondId),
      column(({ kind }) => kind),
      column(({ hashDistance }) => hashDistance),
      column(({ isMirrored }) => isMirrored),
      column(({ cosine }) => cosine),
    ]);
    const note = `
      INSERT INTO duplicate_searches (document_id, embedding_id, version)
      SELECT g.id, g.embedding, $3 FROM unnest($1::uuid[], $2::bigint[]) AS g (id, embedding) JOIN documents d ON d.id = g.id
      ON CONFLICT (document_id) DO UPDATE SET embedding_id = EXCLUDED.embedding_id, version = EXCLUDED.version`;
    await queryRows(this.manager, note, [ids, searched.map(({ embeddingId }) => embeddingId), version]);
  }

  /** Removes what other models found. */
  async removeOfOthers(modelId: number): Promise<void> {
    await countChanged(this.manager, `DELETE FROM duplicate_pairs WHERE model_id <> ${checkedInteger(modelId)}`);
  }

  /** Pairs under a model that nobody said are none: of all documents that are shown, or those among some. */
  async listPairs(modelId: number, among: readonly string[] | null = null): Promise<DuplicatePairRow[]> {
    const sql = `
      SELECT ${COLUMNS} FROM duplicate_pairs p JOIN documents a ON a.id = p.first_id JOIN documents b ON b.id = p.second_id
      WHERE p.model_id = ${checkedInteger(modelId)} AND ${TAKES_PART('a')} AND ${TAKES_PART('b')} AND NOT ${REFUSED}
        AND ($1::uuid[] IS NULL OR p.first_id = ANY($1::uuid[]) AND p.second_id = ANY($1::uuid[]))
      ORDER BY p.first_id, p.second_id`;
    return queryRows<DuplicatePairRow>(this.manager, sql, [among]);
  }

  /** What the better one is told by, of some documents. */
  async listCompared(documentIds: readonly string[]): Promise<Map<string, ComparedFile>> {
    const sql = `
      SELECT d.id, d.width, d.height, d.bytes, d.camera, d.taken_source AS "takenSource", d.taken_local AS "takenLocal", (${KNOWN})::int AS known,
        (SELECT a.value #>> '{}' FROM annotations a WHERE a.document_id = d.id AND a.field = 'duplicate' AND a.provenance = 'person') AS mark
      FROM documents d WHERE d.id = ANY($1::uuid[])`;
    return new Map((await queryRows<ComparedFile>(this.manager, sql, [documentIds])).map((row) => [row.id, row]));
  }

  /** The files of documents with several that are there, in the order in which the archive takes them; of all, or of some. */
  async listCopies(documentIds: readonly string[] | null = null): Promise<CopyRow[]> {
    const sql = `
      SELECT s.document_id AS "documentId", f.path, s.bytes, CASE a.value WHEN 'true' THEN 'spare' WHEN 'false' THEN 'keep' END AS mark
      FROM document_sources s JOIN roots r ON r.id = s.root_id JOIN documents d ON d.id = s.document_id
      CROSS JOIN LATERAL (SELECT r.name || '/' || s.path AS path) f
      LEFT JOIN annotations a ON a.document_id = s.document_id AND a.field = 'spareFiles' AND a.element = f.path AND a.provenance = 'person'
      WHERE s.state = 'present' AND s.content_hash = d.content_hash AND s.document_id IN (
        SELECT document_id FROM document_sources WHERE state = 'present' AND ($1::uuid[] IS NULL OR document_id = ANY($1::uuid[]))
        GROUP BY document_id HAVING count(*) > 1)
      ORDER BY s.document_id, s.root_id, s.path`;
    return queryRows<CopyRow>(this.manager, sql, [documentIds]);
  }

  /** Documents that a person marked, by id. */
  async listMarked(): Promise<Map<string, DuplicateMark>> {
    const sql = `
      SELECT document_id AS id, value #>> '{}' AS mark FROM annotations
      WHERE field = 'duplicate' AND provenance = 'person' AND value IS NOT NULL ORDER BY document_id`;
    const rows = await queryRows<{ id: string; mark: DuplicateMark }>(this.manager, sql);
    return new Map(rows.map(({ id, mark }) => [id, mark]));
  }

  /** How many pairs of each kind a model found. */
  async countPairs(modelId: number): Promise<{ same: number; near: number }> {
    const sql = `
      SELECT count(*) FILTER (WHERE kind = 'same') AS same, count(*) FILTER (WHERE kind = 'near') AS near
      FROM duplicate_pairs WHERE model_id = ${checkedInteger(modelId)}`;
    return queryRow(this.manager, sql);
  }
}
