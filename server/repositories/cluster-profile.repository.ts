import type { EntityManager } from 'typeorm';
import { isId } from '../ids.js';
import { IN_GALLERY } from './document-row.js';
import { checkedInteger, countChanged, queryRow, queryRows } from './sql.js';
import { fromVectorBytes, toVectorText } from './vector-codec.js';

/** A cluster as it was read: any write makes another version of it. */
export interface ClusterVersion {
  readonly id: string;
  readonly version: string;
}

/** What is computed of a cluster. */
export interface StoredProfile {
  readonly id: string;
  readonly modelId: number;
  readonly centroid: Float32Array;
  readonly cohesion: number;
  readonly sampleIds: readonly string[];
}

/** A picture with its vector, of length 1. */
export interface PictureVector {
  readonly documentId: string;
  readonly vector: Float32Array;
}

/** Rows of one statement: the embedded database answers nobody else meanwhile (1,000 vectors of 512 numbers take it 40 ms). */
const ROWS_PER_STATEMENT = 1000;
const START = '00000000-0000-0000-0000-000000000000';
const MEMBERS_WITH_VECTORS = `cluster_members m JOIN documents d ON d.id = m.document_id JOIN image_embeddings e ON e.document_id = d.id AND e.kind = 'image'`;

/** What is computed of clusters between the nights: centre, cohesion, samples, words. */
export class ClusterProfileRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Clusters among these whose profile is of other pictures than are in them now, of user clusters also where it is of another model; only
   * where there are vectors.
   */
  async listStale(ids: readonly string[], modelId: number, limit: number): Promise<ClusterVersion[]> {
    const model = checkedInteger(modelId);
    const sql = `
      SELECT c.id, c.xmin::text AS version FROM image_clusters c
      WHERE c.id = ANY($1::uuid[]) AND (c.centroid IS NULL OR c.kind = 'user' AND c.model_id <> ${model})
        AND EXISTS (SELECT FROM ${MEMBERS_WITH_VECTORS} WHERE m.cluster_id = c.id AND e.model_id = ${model} AND ${IN_GALLERY})
      ORDER BY c.id LIMIT $2`;
    return queryRows<ClusterVersion>(this.manager, sql, [ids.filter(isId), limit]);
  }

  /** Vectors of members in the gallery, at most so many, evenly over the order of their ids. */
  async vectorsOf(id: string, modelId: number, most: number): Promise<PictureVector[]> {
    const sql = `
      SELECT e.document_id AS "documentId", vector_send(e.embedding) AS bytes FROM (
        SELECT e.id, (row_number() OVER (ORDER BY d.id) - 1) * $2 AS place, greatest(count(*) OVER (), $2) AS total
        FROM ${MEMBERS_WITH_VECTORS} WHERE m.cluster_id = $1 AND e.model_id = ${checkedInteger(modelId)} AND ${IN_GALLERY}
      ) chosen JOIN image_embeddings e ON e.id = chosen.id
      WHERE chosen.place % chosen.total < $2 ORDER BY e.document_id`;
    const rows = await queryRows<{ documentId: string; bytes: Buffer }>(this.manager, sql, [id, most]);
    return rows.map(({ documentId, bytes }) => ({ documentId, vector: fromVectorBytes(bytes) }));
  }

  /** Vectors of all members in the gallery by document, some at a time. */
  async *vectors(id: string, modelId: number): AsyncGenerator<PictureVector[]> {
    const sql = `
      SELECT d.id AS "documentId", vector_send(e.embedding) AS bytes FROM ${MEMBERS_WITH_VECTORS}
      WHERE m.cluster_id = $1 AND e.model_id = ${checkedInteger(modelId)} AND ${IN_GALLERY} AND d.id > $2 ORDER BY d.id LIMIT ${ROWS_PER_STATEMENT}`;
    for (let after = START; ;) {
      const rows = await queryRows<{ documentId: string; bytes: Buffer }>(this.manager, sql, [id, after]);
      yield rows.map(({ documentId, bytes }) => ({ documentId, vector: fromVectorBytes(bytes) }));
      if (rows.length < ROWS_PER_STATEMENT) return;
      after = rows.at(-1)?.documentId ?? after;
    }
  }

  /** Stores a profile unless the cluster was written since; returns its new version, or null. */
  async putProfile({ id, modelId, centroid, cohesion, sampleIds }: StoredProfile, version: string): Promise<string | null> {
    // Documents before the cluster, as people's acts lock them.
    const locked = 'SELECT id FROM documents WHERE id = ANY($1::uuid[]) ORDER BY id FOR KEY SHARE';
    const present = new Set((await queryRows<{ id: string }>(this.manager, locked, [sampleIds])).map((row) => row.id));
    const sql = `
      UPDATE image_clusters SET model_id = ${checkedInteger(modelId)}, centroid = $3::vector, cohesion = $4
      WHERE id = $1 AND xmin::text = $2`;
    if ((await countChanged(this.manager, sql, [id, version, toVectorText(centroid), cohesion])) === 0) return null;
    await countChanged(this.manager, 'DELETE FROM cluster_samples WHERE cluster_id = $1', [id]);
    const samples = `
      INSERT INTO cluster_samples (cluster_id, place, document_id)
      SELECT $1::uuid, s.place - 1, s.id FROM unnest($2::uuid[]) WITH ORDINALITY AS s (id, place)`;
    await queryRows(this.manager, samples, [id, sampleIds.filter((sample) => present.has(sample))]);
    return (await queryRow<ClusterVersion>(this.manager, 'SELECT xmin::text AS version FROM image_clusters WHERE id = $1', [id])).version;
  }

  /** Stores what a cluster looks like unless it was written since. */
  async putWords({ id, version }: ClusterVersion, words: readonly string[]): Promise<void> {
    await countChanged(this.manager, 'UPDATE image_clusters SET looks_like = $3 WHERE id = $1 AND xmin::text = $2', [id, version, words]);
  }
}
