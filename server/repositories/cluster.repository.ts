import type { EntityManager } from 'typeorm';
import { isId } from '../ids.js';
import { IN_GALLERY } from './document-row.js';
import { checkPageSize, decodeCursor, encodeCursor, KEY_PATTERNS, toPage, type Page, type PageRequest } from './paging.js';
import { countChanged, queryRows } from './sql.js';

/** Who made a cluster: the nightly job, or a person. */
export type ClusterKind = 'kmeans' | 'user';

/** A cluster as it is shown. */
export interface ClusterRow {
  readonly id: string;
  readonly name: string;
  readonly kind: ClusterKind;
  readonly description: string | null;
  readonly createdAt: Date;
  /** Pictures of the gallery in it. */
  readonly size: number;
  /** Mean cosine of its pictures to its centre; null until computed. */
  readonly cohesion: number | null;
  /** Words nearest to its centre, best first. */
  readonly looksLike: string[];
}

/** A cluster as an act of a person finds it. */
export type StandingCluster = Pick<ClusterRow, 'id' | 'name' | 'kind' | 'looksLike'>;

/** That another user cluster than before, or none, covers a kmeans cluster. */
export interface ShadowMove {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** In which order clusters are listed. */
export type ClusterOrder = 'size' | 'name' | 'newest';

/** Which clusters are listed: of one kind, with a name that matches a LIKE pattern, those without pictures too or not, at most so many. */
export interface ClusterSearch {
  readonly kind: ClusterKind;
  readonly pattern: string;
  readonly withEmpty: boolean;
  readonly order: ClusterOrder;
  readonly limit: number | null;
}

/** A member by how near it is to the centre; null where it has no vector under the model of the centre, or there is no centre. */
export interface MemberRow {
  readonly id: string;
  readonly similarity: number | null;
  /** What members are sorted by. */
  readonly key: number;
}

/** Whether members near the centre come first, or those far from it. */
export type MemberOrder = 'nearest' | 'farthest';

// Without a centre the rest of the profile is of pictures that may have been taken out or hidden since.
const LOOKS_LIKE = `CASE WHEN c.centroid IS NOT NULL THEN c.looks_like ELSE '{}' END AS "looksLike"`;
const COLUMNS = `c.id, c.name, c.kind, c.description, c.created_at AS "createdAt", coalesce(n.size, 0)::int AS size,
  CASE WHEN c.centroid IS NOT NULL THEN c.cohesion::float8 END AS cohesion, ${LOOKS_LIKE}`;
// What IN_GALLERY leaves out, by the indexes of hidden and stacked documents.
const OUTSIDE_GALLERY = `
  SELECT id FROM documents WHERE hidden UNION ALL SELECT id FROM documents WHERE stack_id IS NOT NULL AND stack_role <> 'primary'`;
// Counted once for all clusters of an answer, and without those outside: of 100,000 members in 80 ms, where a join with all documents took 300.
const COUNTED = (which: string) => `LEFT JOIN (
    SELECT m.cluster_id AS id, count(*) AS size FROM cluster_members m
    WHERE NOT EXISTS (SELECT FROM (${OUTSIDE_GALLERY}) o WHERE o.id = m.document_id) ${which} GROUP BY m.cluster_id
  ) n ON n.id = c.id`;
const IS_LISTED = `(c.kind = 'user' OR c.shadows IS NULL)`;
const ORDERS: Readonly<Record<ClusterOrder, string>> = {
  size: 'size DESC, c.name, c.id',
  name: 'lower(c.name), c.name, c.id',
  newest: 'c.created_at DESC, c.name, c.id',
};
const NUMBER_PATTERN = /^-?\d+(\.\d+)?(e-?\d+)?$/;

// Compared under the model that the centre was made with, and no other (promise 7).
const SIMILARITIES = `
  SELECT d.id, 1 - (e.embedding <=> c.centroid) AS similarity
  FROM image_clusters c JOIN cluster_members m ON m.cluster_id = c.id JOIN documents d ON d.id = m.document_id
  LEFT JOIN image_embeddings e ON e.document_id = d.id AND e.model_id = c.model_id AND e.kind = 'image'
  WHERE c.id = $1 AND ${IN_GALLERY}`;

/** Reads clusters of both kinds, their members and their samples. */
export class ClusterRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Clusters that are shown; a kmeans cluster only while a picture of the gallery is in it. */
  async search({ kind, pattern, withEmpty, order, limit }: ClusterSearch): Promise<ClusterRow[]> {
    const sql = String.raw`SELECT ${COLUMNS} FROM image_clusters c ${COUNTED('')}
      WHERE c.kind = $1 AND ${IS_LISTED} AND c.name ILIKE $2 ESCAPE '\' AND (n.size > 0 OR c.kind = 'user' AND $3)
      ORDER BY ${ORDERS[order]} LIMIT $4`;
    return queryRows<ClusterRow>(this.manager, sql, [kind, pattern, withEmpty, limit]);
  }

  /** Clusters by their ids, in no order; in place of a kmeans cluster that a user cluster covers, that one. */
  async listByIds(ids: readonly string[]): Promise<ClusterRow[]> {
    const chosen = 'SELECT coalesce(shadows, id) FROM image_clusters WHERE id = ANY($1::uuid[])';
    const sql = `SELECT ${COLUMNS} FROM image_clusters c ${COUNTED(`AND m.cluster_id IN (${chosen})`)} WHERE c.id IN (${chosen})`;
    return queryRows<ClusterRow>(this.manager, sql, [ids.filter(isId)]);
  }

  /** Keeps kmeans clusters from others until the unit of work ends. All who lock pictures too lock those first. */
  async lock(ids: readonly string[]): Promise<void> {
    const sql = `SELECT id FROM image_clusters WHERE id = ANY($1::uuid[]) AND kind = 'kmeans' ORDER BY id FOR UPDATE`;
    await queryRows(this.manager, sql, [ids]);
  }

  /** Clusters as an act of a person finds them, in the order of these ids; in place of one that a user cluster covers, that one. */
  async listStanding(ids: readonly string[]): Promise<StandingCluster[]> {
    const sql = `
      SELECT c.id, c.name, c.kind, ${LOOKS_LIKE} FROM unnest($1::uuid[]) WITH ORDINALITY AS g (id, place)
      JOIN image_clusters n ON n.id = g.id JOIN image_clusters c ON c.id = coalesce(n.shadows, n.id) ORDER BY g.place`;
    return queryRows<StandingCluster>(this.manager, sql, [ids.filter(isId)]);
  }

  /** All documents in a user cluster; those in a kmeans cluster that are in the gallery. */
  async listMembers(id: string): Promise<string[]> {
    const sql = `
      SELECT m.document_id AS id FROM cluster_members m JOIN image_clusters c ON c.id = m.cluster_id JOIN documents d ON d.id = m.document_id
      WHERE m.cluster_id = $1 AND (c.kind = 'user' OR ${IN_GALLERY}) ORDER BY m.document_id`;
    return (await queryRows<{ id: string }>(this.manager, sql, [id])).map((row) => row.id);
  }

  /** Which kmeans clusters are not shown because of these user clusters. */
  async listCovered(ids: readonly string[]): Promise<{ id: string; shadows: string }[]> {
    return queryRows(this.manager, 'SELECT id, shadows FROM image_clusters WHERE shadows = ANY($1::uuid[]) ORDER BY id', [ids]);
  }

  /** Lets user clusters cover kmeans clusters, or none (null), where they stand as expected. */
  async moveShadows(moves: readonly ShadowMove[]): Promise<void> {
    const sql = `
      UPDATE image_clusters c SET shadows = s.new FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS s (id, old, new)
      WHERE c.id = s.id AND c.kind = 'kmeans' AND c.shadows IS NOT DISTINCT FROM s.old`;
    await countChanged(this.manager, sql, [moves.map(({ id }) => id), moves.map(({ from }) => from), moves.map(({ to }) => to)]);
  }

  /** Which clusters of a kind that are shown documents are in, by name. */
  async listOfDocuments(kind: ClusterKind, documentIds: readonly string[]): Promise<{ documentId: string; clusterId: string }[]> {
    const sql = `
      SELECT m.document_id AS "documentId", c.id AS "clusterId" FROM cluster_members m JOIN image_clusters c ON c.id = m.cluster_id
      WHERE m.document_id = ANY($1::uuid[]) AND c.kind = $2 AND ${IS_LISTED} ORDER BY c.name, c.id`;
    return queryRows(this.manager, sql, [documentIds, kind]);
  }

  /**
   * How many clusters of each kind `search` lists. `OFFSET 0` has each looked into until a picture is found, where a join read all members.
   */
  async countByKind({ withEmpty }: Pick<ClusterSearch, 'withEmpty'>): Promise<Readonly<Record<ClusterKind, number>>> {
    const sql = `
      SELECT c.kind, count(*) AS count FROM image_clusters c WHERE ${IS_LISTED}
        AND (c.kind = 'user' AND $1 OR EXISTS (SELECT FROM cluster_members m JOIN documents d ON d.id = m.document_id WHERE m.cluster_id = c.id AND ${IN_GALLERY} OFFSET 0))
      GROUP BY c.kind`;
    const rows = await queryRows<{ kind: ClusterKind; count: number }>(this.manager, sql, [withEmpty]);
    return { kmeans: 0, user: 0, ...Object.fromEntries(rows.map(({ kind, count }) => [kind, count])) };
  }

  /**
   * Members in the gallery, by their cosine to the centre under the model of the centre; those without one last. Throws BAD_REQUEST for a
   * malformed size or cursor.
   */
  async pageMembers({ id, order }: { id: string; order: MemberOrder }, { first, after }: PageRequest): Promise<Page<MemberRow>> {
    const limit = checkPageSize(first) + 1;
    const start = after ? decodeCursor(after, [NUMBER_PATTERN, KEY_PATTERNS.id]) : [];
    const sql = `
      SELECT * FROM (SELECT id, similarity, coalesce(${order === 'nearest' ? '' : '-'}similarity, -2) AS key FROM (${SIMILARITIES}) s) k
      ${after ? 'WHERE (key, id) < ($3::float8, $4::uuid)' : ''} ORDER BY key DESC, id DESC LIMIT $2`;
    const rows = await queryRows<MemberRow>(this.manager, sql, [id, limit, ...start]);
    return toPage(rows, first, keyOf);
  }

  /** The first so many samples of clusters that are in the gallery and still members; of a cluster without any, its newest members. */
  async listSamples(ids: readonly string[], most: number): Promise<{ clusterId: string; documentId: string }[]> {
    const sql = `
      SELECT c.id AS "clusterId", s.id AS "documentId" FROM image_clusters c CROSS JOIN LATERAL (
        SELECT d.id FROM cluster_samples s JOIN documents d ON d.id = s.document_id
        WHERE s.cluster_id = c.id AND ${IN_GALLERY}
          AND EXISTS (SELECT FROM cluster_members m WHERE m.cluster_id = c.id AND m.document_id = d.id OFFSET 0)
        ORDER BY s.place LIMIT $2) s
      WHERE c.id = ANY($1::uuid[])`;
    const found = await queryRows<{ clusterId: string; documentId: string }>(this.manager, sql, [ids, most]);
    const known = new Set(found.map(({ clusterId }) => clusterId));
    const others = ids.filter((id) => !known.has(id));
    return others.length === 0 ? found : [...found, ...(await this.listNewest(others, most))];
  }

  private async listNewest(ids: readonly string[], most: number): Promise<{ clusterId: string; documentId: string }[]> {
    const sql = `
      SELECT c.id AS "clusterId", s.id AS "documentId" FROM unnest($1::uuid[]) AS c (id) CROSS JOIN LATERAL (
        SELECT d.id FROM cluster_members m JOIN documents d ON d.id = m.document_id
        WHERE m.cluster_id = c.id AND ${IN_GALLERY} ORDER BY d.id DESC LIMIT $2) s`;
    return queryRows(this.manager, sql, [ids, most]);
  }
}

/** The cursor after which the next page of members starts. */
export function memberCursor(row: MemberRow): string {
  return encodeCursor(keyOf(row));
}

function keyOf({ key, id }: MemberRow): string[] {
  return [String(key), id];
}
