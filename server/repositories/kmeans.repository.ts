import type { EntityManager } from 'typeorm';
import { IN_GALLERY } from './document-row.js';
import { removeOtherGenerations } from './generations.js';
import { checkedInteger, countChanged, queryRows } from './sql.js';
import { fromVectorBytes, toVectorText } from './vector-codec.js';

/** The setting that names the generation of members that is read. */
export const GENERATION = 'clusters.generation';

/** An automatic cluster as the next night takes it up. */
export interface KmeansRow {
  readonly id: string;
  readonly name: string;
  /** The cluster of a person that stands in its place. */
  readonly shadows: string | null;
}

/** An automatic cluster as it is to be read. */
export interface KmeansCluster extends KmeansRow {
  readonly modelId: number;
  readonly size: number;
  readonly centroid: Float32Array;
  readonly cohesion: number;
  readonly looksLike: readonly string[];
  readonly sampleIds: readonly string[];
}

/** A picture in a cluster. */
export interface ClusterMember {
  readonly clusterId: string;
  readonly documentId: string;
}

/** A picture that is clustered: the id of its vector tells whether that was replaced. */
export interface ClusteredPicture {
  readonly documentId: string;
  readonly embeddingId: number;
}

/** With the vector, of unit length. */
export interface ClusteredVector extends ClusteredPicture {
  readonly vector: Float32Array;
}

/** That a cluster of a person stands in the place of an automatic one from now on, or none does. */
export interface ShadowChange {
  readonly id: string;
  /** As the plan was made: where a person named or unnamed one since, that stands. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Rows of one statement: the embedded database answers nobody else meanwhile (400 vectors of 512 numbers take it about 16 ms). */
const ROWS_PER_STATEMENT = 400;
const CLUSTERS_PER_STATEMENT = 50;
/** Some 4,000 members of 100,000 pictures. */
const CLUSTERS_PER_COUNT = 10;
const START = '00000000-0000-0000-0000-000000000000';

/** Automatic clusters as the nightly job writes them: members under a generation that nobody reads yet, then one swap. */
export class KmeansRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Every picture of the gallery that has a vector of the model, by document, some at a time. */
  pictures(modelId: number): AsyncGenerator<ClusteredPicture[]> {
    return this.pages((after) => this.readPictures<ClusteredPicture>(modelId, '', after));
  }

  /** The same with the vectors. */
  async *vectors(modelId: number): AsyncGenerator<ClusteredVector[]> {
    const read = (after: string) =>
      this.readPictures<ClusteredPicture & { bytes: Buffer }>(modelId, ', vector_send(e.embedding) AS bytes', after);
    for await (const page of this.pages(read)) yield page.map(({ bytes, ...picture }) => ({ ...picture, vector: fromVectorBytes(bytes) }));
  }

  /** All members of a generation, by document, some at a time. */
  members(generation: number): AsyncGenerator<ClusterMember[]> {
    const sql = `
      SELECT document_id AS "documentId", cluster_id AS "clusterId" FROM kmeans_members
      WHERE generation = ${checkedInteger(generation)} AND document_id > $1 ORDER BY document_id LIMIT ${ROWS_PER_STATEMENT}`;
    return this.pages((after) => queryRows<ClusterMember>(this.manager, sql, [after]));
  }

  /** All members of the clusters of people, by cluster and document. */
  async listPersonsMembers(): Promise<ClusterMember[]> {
    const members: ClusterMember[] = [];
    const sql = `
      SELECT m.cluster_id AS "clusterId", m.document_id AS "documentId" FROM image_cluster_members m
      JOIN image_clusters c ON c.id = m.cluster_id AND c.kind = 'user'
      WHERE (m.cluster_id, m.document_id) > ($1::uuid, $2::uuid) ORDER BY m.cluster_id, m.document_id LIMIT ${ROWS_PER_STATEMENT}`;
    for (let last: ClusterMember = { clusterId: START, documentId: START }; ;) {
      const page = await queryRows<ClusterMember>(this.manager, sql, [last.clusterId, last.documentId]);
      members.push(...page);
      if (page.length < ROWS_PER_STATEMENT) return members;
      last = page.at(-1) ?? last;
    }
  }

  /** All automatic clusters, shown or not, by name. */
  async list(): Promise<KmeansRow[]> {
    return queryRows<KmeansRow>(
      this.manager,
      `SELECT id, name, shadows FROM image_clusters WHERE kind = 'kmeans' ORDER BY length(name), name`,
    );
  }

  /** What of the automatic clusters readers see, by id. */
  async listProfiles(): Promise<Map<string, KmeansCluster>> {
    const sql = `
      SELECT c.id, c.name, c.shadows, c.model_id AS "modelId", c.size, vector_send(c.centroid) AS bytes, c.cohesion, c.looks_like AS "looksLike",
        ARRAY(SELECT s.document_id FROM cluster_samples s WHERE s.cluster_id = c.id ORDER BY s.place) AS "sampleIds"
      FROM image_clusters c WHERE c.kind = 'kmeans' AND c.centroid IS NOT NULL`;
    const rows = await queryRows<Omit<KmeansCluster, 'centroid'> & { bytes: Buffer }>(this.manager, sql);
    return new Map(rows.map(({ bytes, ...row }) => [row.id, { ...row, centroid: fromVectorBytes(bytes) }]));
  }

  /** Writes members under a generation that is not read yet; pictures that were forgotten meanwhile are passed over. */
  async insertMembers(generation: number, members: readonly ClusterMember[]): Promise<void> {
    const sql = `
      WITH present AS (SELECT id FROM documents WHERE id = ANY($1::uuid[]) ORDER BY id FOR KEY SHARE)
      INSERT INTO kmeans_members (document_id, generation, cluster_id)
      SELECT g.document, ${checkedInteger(generation)}, g.cluster FROM unnest($1::uuid[], $2::uuid[]) AS g (document, cluster)
      JOIN present p ON p.id = g.document`;
    for (const part of partsOf(members, ROWS_PER_STATEMENT)) {
      await queryRows(this.manager, sql, [part.map(({ documentId }) => documentId), part.map(({ clusterId }) => clusterId)]);
    }
  }

  /** Writes what is shown of automatic clusters, some at a time; new ones are not shown before they have members that are read. */
  async putProfiles(clusters: readonly KmeansCluster[]): Promise<void> {
    // In the order in which everybody locks them.
    const sorted = clusters.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    for (const part of partsOf(sorted, CLUSTERS_PER_STATEMENT)) await this.put(part);
    for (const part of partsOf(sorted, CLUSTERS_PER_STATEMENT)) await this.putSamples(part);
  }

  /** Makes the profiles stale of those of these clusters that have fewer pictures in the gallery than they were made of. */
  async outdate(clusterIds: readonly string[]): Promise<void> {
    // Who hides or forgets one holds its document: this waits for them.
    const sql = `
      WITH present AS (
        SELECT m.cluster_id FROM documents d JOIN cluster_members m ON m.document_id = d.id
        WHERE m.cluster_id = ANY($1::uuid[]) AND ${IN_GALLERY} ORDER BY d.id FOR KEY SHARE OF d)
      UPDATE image_clusters c SET centroid = NULL, cohesion = NULL, looks_like = '{}',
        size = (SELECT count(*) FROM cluster_members m WHERE m.cluster_id = c.id)
      WHERE c.id = ANY($1::uuid[]) AND c.kind = 'kmeans' AND c.size <> (SELECT count(*) FROM present p WHERE p.cluster_id = c.id)`;
    for (const part of partsOf(clusterIds.toSorted(), CLUSTERS_PER_COUNT)) await countChanged(this.manager, sql, [part]);
  }

  /** Removes all automatic clusters but these, and says which stand under one of a person; inside the unit of work of the swap. */
  async keepOnly(clusterIds: readonly string[], shadows: readonly ShadowChange[]): Promise<void> {
    // Those of people first: removing one of them goes on to the automatic ones that it covered.
    const covering = shadows.flatMap(({ after }) => after ?? []);
    await queryRows(this.manager, 'SELECT id FROM image_clusters WHERE id = ANY($1::uuid[]) ORDER BY id FOR KEY SHARE', [covering]);
    await queryRows(this.manager, `SELECT id FROM image_clusters WHERE kind = 'kmeans' ORDER BY id FOR NO KEY UPDATE`);
    await countChanged(this.manager, `DELETE FROM image_clusters WHERE kind = 'kmeans' AND id <> ALL($1::uuid[])`, [clusterIds]);
    const sql = `
      UPDATE image_clusters c SET shadows = s.after FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS s (id, before, after)
      WHERE c.id = s.id AND c.shadows IS NOT DISTINCT FROM s.before
        AND (s.after IS NULL OR EXISTS (SELECT FROM image_clusters u WHERE u.id = s.after AND u.kind = 'user'))`;
    await countChanged(this.manager, sql, [
      shadows.map(({ id }) => id),
      shadows.map(({ before }) => before),
      shadows.map(({ after }) => after),
    ]);
  }

  /** Removes automatic clusters that no picture is in, as a run that did not come to its end leaves them. */
  async removeEmpty(): Promise<void> {
    const sql = `
      DELETE FROM image_clusters c WHERE c.kind = 'kmeans' AND NOT EXISTS (SELECT FROM cluster_members m WHERE m.cluster_id = c.id)`;
    await countChanged(this.manager, sql);
  }

  /** Removes members of all generations but one (null: of all), some at a time; returns how many. */
  removeOthers(generation: number | null): Promise<number> {
    return removeOtherGenerations(this.manager, 'kmeans_members', { kept: generation });
  }

  /** Tells the planner of a new generation before it is read: what it knows says that there is none, and joins crawl. */
  async analyze(): Promise<void> {
    await this.manager.query('ANALYZE kmeans_members');
  }

  /** Gives the room of removed rows to later ones, and tells the planner what there is: the embedded database does neither by itself. */
  async vacuum(): Promise<void> {
    await this.manager.query('VACUUM (ANALYZE) kmeans_members, cluster_samples, image_clusters, map_points');
  }

  private readPictures<Row>(modelId: number, columns: string, after: string): Promise<Row[]> {
    const sql = `
      SELECT e.document_id AS "documentId", e.id AS "embeddingId"${columns} FROM image_embeddings e JOIN documents d ON d.id = e.document_id
      WHERE ${IN_GALLERY} AND e.model_id = ${checkedInteger(modelId)} AND e.kind = 'image' AND e.document_id > $1 AND d.id > $1 ORDER BY e.document_id LIMIT ${ROWS_PER_STATEMENT}`;
    return queryRows<Row>(this.manager, sql, [after]);
  }

  private async *pages<Row extends { readonly documentId: string }>(read: (after: string) => Promise<Row[]>): AsyncGenerator<Row[]> {
    for (let after = START; ;) {
      const page = await read(after);
      if (page.length > 0) yield page;
      if (page.length < ROWS_PER_STATEMENT) return;
      after = page.at(-1)?.documentId ?? after;
    }
  }

  private async put(clusters: readonly KmeansCluster[]): Promise<void> {
    const sql = `
      INSERT INTO image_clusters AS c (id, name, kind, model_id, size, centroid, cohesion, looks_like)
      SELECT g.id, g.name, 'kmeans', g.model, g.size, g.centroid::vector, g.cohesion, ARRAY(SELECT jsonb_array_elements_text(g.words))
      FROM unnest($1::uuid[], $2::text[], $3::smallint[], $4::integer[], $5::text[], $6::real[], $7::jsonb[])
        AS g (id, name, model, size, centroid, cohesion, words)
      ON CONFLICT (id) DO UPDATE SET model_id = EXCLUDED.model_id, size = EXCLUDED.size, centroid = EXCLUDED.centroid,
        cohesion = EXCLUDED.cohesion, looks_like = EXCLUDED.looks_like`;
    const column = (read: (cluster: KmeansCluster) => unknown): unknown[] => clusters.map(read);
    await queryRows(this.manager, sql, [
      column(({ id }) => id),
      column(({ name }) => name),
      column(({ modelId }) => modelId),
      column(({ size }) => size),
      column(({ centroid }) => toVectorText(centroid)),
      column(({ cohesion }) => cohesion),
      column(({ looksLike }) => JSON.stringify(looksLike)),
    ]);
  }

  // Samples that were forgotten meanwhile are passed over.
  private async putSamples(clusters: readonly Pick<KmeansCluster, 'id' | 'sampleIds'>[]): Promise<void> {
    const rows = clusters.flatMap(({ id, sampleIds }) => sampleIds.map((sample, place) => ({ id, sample, place })));
    const sql = `
      WITH gone AS (DELETE FROM cluster_samples s USING unnest($1::uuid[], $2::integer[]) AS k (id, kept) WHERE s.cluster_id = k.id AND s.place >= k.kept),
      present AS (SELECT id FROM documents WHERE id = ANY($5::uuid[]) ORDER BY id FOR KEY SHARE)
      INSERT INTO cluster_samples (cluster_id, place, document_id)
      SELECT g.id, g.place, g.sample FROM unnest($3::uuid[], $4::smallint[], $5::uuid[]) AS g (id, place, sample) JOIN present p ON p.id = g.sample
      ON CONFLICT (cluster_id, place) DO UPDATE SET document_id = EXCLUDED.document_id`;
    await queryRows(this.manager, sql, [
      clusters.map(({ id }) => id),
      clusters.map(({ sampleIds }) => sampleIds.length),
      rows.map(({ id }) => id),
      rows.map(({ place }) => place),
      rows.map(({ sample }) => sample),
    ]);
  }
}

function partsOf<T>(rows: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(rows.length / most) }, (_, part) => rows.slice(part * most, (part + 1) * most));
}
