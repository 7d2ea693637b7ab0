import type { EntityManager } from 'typeorm';
import type { Region } from '../media/analysis.js';
import { AppError } from '../errors.js';
import { HIDDEN_IDS } from './document-filter.js';
import { countChanged, checkedInteger, queryRow, queryRows } from './sql.js';
import { fromRegion, fromVectorBytes, toRegion, toVectorText } from './vector-codec.js';

/** What a vector was made of. */
export type EmbeddingKind = 'image' | 'region' | 'frame';

/** A vector to store. */
export interface NewEmbedding {
  readonly documentId: string;
  readonly modelId: number;
  readonly kind: EmbeddingKind;
  readonly region?: Region | null;
  /** Of a frame; of the image row of a video, its poster. */
  readonly frameMs?: number | null;
  /** Of a tile, the layout that it is of; null for all else. */
  readonly tileLayout?: number | null;
  /** Of unit length, with as many numbers as its model says. */
  readonly embedding: Float32Array;
  /** 64 bits as 16 hex digits. */
  readonly perceptualHash: string;
}

/** A stored vector, without its model. */
export interface EmbeddingRow {
  /** A replaced vector gets a new, larger id. */
  readonly id: number;
  readonly documentId: string;
  readonly kind: EmbeddingKind;
  readonly region: Region | null;
  readonly frameMs: number | null;
  readonly embedding: Float32Array;
}

/** A moment of a video that has a vector. */
export interface KeptFrame {
  readonly documentId: string;
  readonly ms: number;
}

interface RawRow extends Omit<EmbeddingRow, 'embedding' | 'region'> {
  readonly region: number[] | null;
  readonly embedding: Buffer;
}

const ROWS_PER_READ = 2000;
// vector_send gives the bytes of the wire format: a tenth of the time of parsing numbers from text, and exact.
const COLUMNS = `id, document_id AS "documentId", kind, region, frame_ms AS "frameMs", vector_send(embedding) AS embedding`;
const KEY = `(('x' || right(document_id::text, 8))::bit(32)::bigint # (id & 4294967295))`;
const HASH_HEX = `lpad(to_hex(perceptual_hash::bigint), 16, '0')`;

/** All vectors of pictures, regions and moments. Every statement keeps to one model: vectors of two are never compared. */
export class EmbeddingRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Stores vectors; one for the same document, model, kind, region and moment is replaced and gets a new id. */
  async put(rows: readonly NewEmbedding[]): Promise<void> {
    for (const row of rows) await this.putOne(row);
  }

  /** Returns how many rows there were. */
  async removeOfDocument(documentId: string, modelId: number | null = null): Promise<number> {
    const sql = 'DELETE FROM image_embeddings WHERE document_id = $1 AND ($2::smallint IS NULL OR model_id = $2::smallint)';
    return countChanged(this.manager, sql, [documentId, modelId]);
  }

  /** The vector that stands for a document, or for a moment of a video; null when it has none under this model. */
  async vectorOf(documentId: string, modelId: number, { frameMs = null }: { frameMs?: number | null } = {}): Promise<Float32Array | null> {
    const sql = `
      SELECT vector_send(embedding) AS embedding FROM image_embeddings
      WHERE document_id = $1 AND model_id = ${checkedInteger(modelId)}
        AND ($2::int IS NULL AND kind = 'image' OR kind = 'frame' AND frame_ms = $2::int)`;
    const [row] = await queryRows<{ embedding: Buffer }>(this.manager, sql, [documentId, frameMs]);
    return row ? fromVectorBytes(row.embedding) : null;
  }

  /** The kept moments of videos, oldest first: those of the newest model that has any. */
  async framesOf(documentIds: readonly string[]): Promise<KeptFrame[]> {
    const sql = `
      SELECT document_id AS "documentId", frame_ms AS ms FROM image_embeddings e
      WHERE kind = 'frame' AND document_id = ANY($1::uuid[]) AND model_id = (
        SELECT max(model_id) FROM image_embeddings WHERE kind = 'frame' AND document_id = e.document_id)
      ORDER BY document_id, frame_ms`;
    return queryRows<KeptFrame>(this.manager, sql, [documentIds]);
  }

  /** Of each video the moments nearest to a vector, up to a limit, the most similar first; of equals the earliest. */
  async nearestFrames(
    documentIds: readonly string[],
    { modelId, vector, limit }: { modelId: number; vector: Float32Array; limit: number },
  ): Promise<(KeptFrame & { readonly similarity: number })[]> {
    const sql = `
      SELECT "documentId", ms, least(1, similarity) AS similarity FROM (
        SELECT *, row_number() OVER (PARTITION BY "documentId" ORDER BY similarity DESC, ms) AS place FROM (
          SELECT document_id AS "documentId", frame_ms AS ms, 1 - (embedding <=> $2::vector) AS similarity FROM image_embeddings
          WHERE kind = 'frame' AND model_id = ${checkedInteger(modelId)} AND document_id = ANY($1::uuid[])
        ) compared
      ) placed WHERE place <= $3 ORDER BY "documentId", place`;
    return queryRows(this.manager, sql, [documentIds, toVectorText(vector), limit]);
  }

  /** All vectors of a model after an id, in the order of their ids, in slices of up to 2,000. */
  async *stream(modelId: number, afterId = 0): AsyncGenerator<EmbeddingRow[]> {
    const sql = `SELECT ${COLUMNS} FROM image_embeddings WHERE model_id = ${checkedInteger(modelId)} AND id > $1 ORDER BY id LIMIT ${ROWS_PER_READ}`;
    for (let after = afterId; ;) {
      const rows = (await queryRows<RawRow>(this.manager, sql, [after])).map(fromRaw);
      if (rows.length > 0) yield rows;
      const last = rows.at(-1);
      if (!last || rows.length < ROWS_PER_READ) return;
      after = last.id;
    }
  }

  /** Count and checksum of a model's vectors up to an id; `exact-matrix.ts` computes the same over its rows. */
  async fingerprint(modelId: number, upToId: number): Promise<{ count: number; sum: number }> {
    const sql = `
      SELECT count(*) AS count, coalesce(sum(${KEY}), 0)::bigint AS sum FROM image_embeddings
      WHERE model_id = ${checkedInteger(modelId)} AND id <= $1`;
    return queryRow(this.manager, sql, [upToId]);
  }

  /** A checksum of each of a model's vectors up to an id, by id. */
  async keys(modelId: number, upToId: number): Promise<Map<number, number>> {
    const sql = `SELECT id, ${KEY} AS key FROM image_embeddings WHERE model_id = ${checkedInteger(modelId)} AND id <= $1`;
    const rows = await queryRows<{ id: number; key: number }>(this.manager, sql, [upToId]);
    return new Map(rows.map((row) => [row.id, row.key]));
  }

  /** How many vectors a model has. */
  async count(modelId: number): Promise<number> {
    const sql = `SELECT count(*) AS count FROM image_embeddings WHERE model_id = ${checkedInteger(modelId)}`;
    const row = await queryRow<{ count: number }>(this.manager, sql);
    return row.count;
  }

  /** How many vectors a model has, and of how many documents. */
  async countBoth(modelId: number): Promise<{ rows: number; documents: number }> {
    const all = `SELECT count(*) FROM image_embeddings WHERE model_id = ${checkedInteger(modelId)}`;
    return queryRow(this.manager, `SELECT (${all}) AS rows, (${all} AND kind = 'image') AS documents`);
  }

  /** The same of some documents. */
  async countOf(modelId: number, documentIds: readonly string[]): Promise<{ rows: number; documents: number }> {
    const sql = `
      SELECT count(*) AS rows, count(*) FILTER (WHERE kind = 'image') AS documents FROM image_embeddings
      WHERE document_id = ANY($1::uuid[]) AND model_id = ${checkedInteger(modelId)}`;
    return queryRow(this.manager, sql, [documentIds]);
  }

  /** How many documents a model has embedded, without hidden ones. */
  async countDocuments(modelId: number): Promise<number> {
    const sql = `
      SELECT count(*) AS count FROM image_embeddings WHERE kind = 'image' AND model_id = ${checkedInteger(modelId)}
        AND document_id NOT IN (${HIDDEN_IDS})`;
    const row = await queryRow<{ count: number }>(this.manager, sql);
    return row.count;
  }

  /** The perceptual hashes (16 hex digits) of documents as wholes; documents without one are left out. */
  async hashesOf(documentIds: readonly string[]): Promise<Map<string, string>> {
    const sql = `
      SELECT DISTINCT ON (document_id) document_id AS "documentId", ${HASH_HEX} AS hash FROM image_embeddings
      WHERE kind = 'image' AND document_id = ANY($1::uuid[]) ORDER BY document_id, id DESC`;
    const rows = await queryRows<{ documentId: string; hash: string }>(this.manager, sql, [documentIds]);
    return new Map(rows.map((row) => [row.documentId, row.hash]));
  }

  /** All vectors of up to n documents taken at random: the background against which scores are judged. */
  async sample(modelId: number, n: number): Promise<EmbeddingRow[]> {
    const sql = `
      SELECT ${COLUMNS} FROM image_embeddings
      WHERE model_id = ${checkedInteger(modelId)} AND document_id IN (
        SELECT document_id FROM image_embeddings WHERE model_id = ${checkedInteger(modelId)} AND kind = 'image' ORDER BY random() LIMIT $1)
      ORDER BY id`;
    return (await queryRows<RawRow>(this.manager, sql, [n])).map(fromRaw);
  }

  private async putOne(row: NewEmbedding): Promise<void> {
    const { documentId, modelId, kind, embedding, perceptualHash } = row;
    if (!/^[0-9a-f]{16}$/.test(perceptualHash)) throw new AppError('INTERNAL', 'Expected a perceptual hash of 16 hex digits.');
    const sql = `
      INSERT INTO image_embeddings (document_id, model_id, dims, kind, region, frame_ms, embedding, perceptual_hash, tile_layout)
      SELECT $1, id, dims, $3, $4::double precision[], $5::int, $6::vector, ('x' || $7::text)::bit(64), $8::smallint FROM models WHERE id = $2
      ON CONFLICT (document_id, model_id, kind, region, frame_ms, tile_layout)
      DO UPDATE SET id = EXCLUDED.id, embedding = EXCLUDED.embedding, perceptual_hash = EXCLUDED.perceptual_hash
      RETURNING id`;
    const region = fromRegion(row.region ?? null);
    const part = [region, row.frameMs ?? null];
    const values = [documentId, modelId, kind, ...part, toVectorText(embedding), perceptualHash, row.tileLayout ?? null];
    await queryRow(this.manager, sql, values);
  }
}

function fromRaw(row: RawRow): EmbeddingRow {
  return { ...row, region: toRegion(row.region), embedding: fromVectorBytes(row.embedding) };
}
