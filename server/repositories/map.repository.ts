import type { EntityManager } from 'typeorm';
import { IN_GALLERY } from './document-row.js';
import { removeOtherGenerations } from './generations.js';
import { checkedInteger, queryRow, queryRows } from './sql.js';

/** The setting that names the points that are read, and says what they were made of. */
export const MAP_GENERATION = 'map.generation';

/** A set that points of the map can be in. */
export interface MapSet {
  readonly id: string;
  readonly name: string;
}

/** A cluster that points can be in. */
export interface MapCluster extends MapSet {
  readonly kind: 'kmeans' | 'user';
}

/** Some points as columns of bytes, in the order of the ids of their documents; numbers are uint16, little-endian. */
export interface MapPage {
  /** Where the next page begins; null where there is none. */
  readonly next: string | null;
  /** x and y, each in 0..65535. */
  readonly positions: Buffer;
  /** Places among the clusters and people that were asked for, the first of several; 65535 for none. */
  readonly cluster: Buffer;
  readonly person: Buffer;
  readonly year: Buffer;
  /** 16 bytes each. */
  readonly ids: Buffer;
}

/** Rows of one statement: the embedded database answers nobody else meanwhile. */
const ROWS_PER_STATEMENT = 1000;
const START = '00000000-0000-0000-0000-000000000000';
const END = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const POINTS_PER_PAGE = 10_000;

/** The place of what is in no set. */
export const NO_PLACE = 65_535;
const UINT16 = (value: string) => `substr(int4send(${value}), 3)`;
const COLUMN = (bytes: string) => `coalesce(string_agg(${bytes}, ''::bytea ORDER BY id), ''::bytea)`;
const IN_PAGE = (column: string) => `${column} > $1::uuid AND ${column} <= $2::uuid`;

/** The points of the map, written under a generation that is read once the setting names it. */
export class MapRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Where some documents stand in a generation, [ids, 2]; NaN where they do not. */
  async positionsOf(generation: number, documentIds: readonly string[]): Promise<Float32Array> {
    // Not as a join: the database's statistics may not know a generation yet, and it then joined 100,000 rows with as many one by one.
    const sql = `
      SELECT string_agg(coalesce((SELECT float4send(p.x) || float4send(p.y) FROM map_points p
        WHERE p.document_id = g.id AND p.generation = ${checkedInteger(generation)}), float4send('NaN') || float4send('NaN')), ''::bytea
        ORDER BY g.place) AS bytes
      FROM unnest($1::uuid[]) WITH ORDINALITY AS g (id, place)`;
    const positions = Buffer.alloc(documentIds.length * 8);
    for (let from = 0; from < documentIds.length; from += ROWS_PER_STATEMENT) {
      const { bytes } = await queryRow<{ bytes: Buffer }>(this.manager, sql, [documentIds.slice(from, from + ROWS_PER_STATEMENT)]);
      bytes.copy(positions, from * 8);
    }
    positions.swap32();
    return new Float32Array(positions.buffer, positions.byteOffset, positions.length / 4);
  }

  /** Adds points [ids, 2] to a generation that is not read yet; documents that were forgotten meanwhile are passed over. */
  async insert(generation: number, documentIds: readonly string[], positions: Float32Array): Promise<void> {
    // Who forgets one of them just now is waited for.
    const sql = `
      WITH present AS (SELECT id FROM documents WHERE id = ANY($1::uuid[]) ORDER BY id FOR KEY SHARE)
      INSERT INTO map_points (document_id, generation, x, y)
      SELECT g.id, ${checkedInteger(generation)}, g.x, g.y FROM unnest($1::uuid[], $2::real[], $3::real[]) AS g (id, x, y)
      JOIN present p ON p.id = g.id`;
    for (let from = 0; from < documentIds.length; from += ROWS_PER_STATEMENT) {
      const ids = documentIds.slice(from, from + ROWS_PER_STATEMENT);
      const column = (axis: number) => ids.map((_, at) => positions[2 * (from + at) + axis]);
      await queryRows(this.manager, sql, [ids, column(0), column(1)]);
    }
  }

  /** Removes the points of all generations but one (null: of all), some at a time. */
  async removeOthers(generation: number | null, signal: AbortSignal): Promise<void> {
    await removeOtherGenerations(this.manager, 'map_points', { kept: generation, signal });
  }

  /** What changes whenever what readers see would: the setting, the clustering that is read, what people said and what jobs did; null without a map. */
  async version(): Promise<string | null> {
    // Decisions are only ever added, forgetting is one of them; counting them also sees one that was said elsewhere at another time.
    const sql = `
      SELECT s.value ->> 'generation' AS map, (SELECT value #>> '{}' FROM settings WHERE key = 'clusters.generation') AS clusters,
        (SELECT count(*) FROM decisions) AS decisions, (SELECT count(*) FROM job_runs) AS runs,
        (SELECT extract(epoch FROM max(coalesce(ended_at, started_at)))::text FROM job_runs) AS "lastRun"
      FROM settings s WHERE s.key = $1`;
    const [row] = await queryRows<Record<string, string | number | null>>(this.manager, sql, [MAP_GENERATION]);
    return row ? Object.values(row).join('-') : null;
  }

  /** Clusters that are shown, those of people first, then by name; of automatic ones none that stands for a person's. */
  async listClusters(): Promise<MapCluster[]> {
    const sql = `
      SELECT id, name, kind FROM image_clusters WHERE kind = 'user' OR shadows IS NULL ORDER BY kind DESC, name, id LIMIT ${NO_PLACE}`;
    return queryRows<MapCluster>(this.manager, sql);
  }

  /** Everybody by name, and as whom they are known: themselves, or who they were merged with. */
  async listPeople(): Promise<(MapSet & { readonly memberId: string })[]> {
    const sql = `
      WITH RECURSIVE wholes (id, name, member) AS (
        SELECT id, name, id FROM persons WHERE merged_into IS NULL AND NOT hidden
        UNION ALL SELECT w.id, w.name, p.id FROM wholes w JOIN persons p ON p.merged_into = w.member)
      SELECT id, name, member AS "memberId" FROM wholes ORDER BY name, id, member LIMIT ${NO_PLACE}`;
    return queryRows(this.manager, sql);
  }

  /**
   * What the gallery shows of the next points of a generation after a document, up to 10,000. Pages, so that others are answered in
   * between: 100,000 at once held the embedded database up for half a second.
   */
  async page(
    { generation, after = START }: { generation: number; after?: string },
    places: { readonly clusters: Readonly<Record<string, number>>; readonly people: Readonly<Record<string, number>> },
  ): Promise<MapPage> {
    const bound = `
      SELECT document_id AS next FROM map_points WHERE generation = ${checkedInteger(generation)} AND document_id > $1
      ORDER BY document_id OFFSET ${POINTS_PER_PAGE - 1} LIMIT 1`;
    const [{ next } = { next: null }] = await queryRows<{ next: string | null }>(this.manager, bound, [after]);
    // Rows of each table one under the other, not joined: see positionsOf.
    const sql = `
      SELECT ${COLUMN(`${UINT16('round(x * 65535)::int')} || ${UINT16('round(y * 65535)::int')}`)} AS positions,
        ${COLUMN(UINT16(`coalesce(cluster, ${NO_PLACE})`))} AS cluster, ${COLUMN(UINT16(`coalesce(person, ${NO_PLACE})`))} AS person,
        ${COLUMN(UINT16('year'))} AS year, ${COLUMN('uuid_send(id)')} AS ids
      FROM (
        SELECT id, max(x) AS x, max(y) AS y, max(year) AS year, min(cluster) AS cluster, min(person) AS person FROM (
          SELECT document_id AS id, x, y, NULL::int AS year, NULL::int AS cluster, NULL::int AS person
          FROM map_points WHERE generation = ${checkedInteger(generation)} AND ${IN_PAGE('document_id')}
          UNION ALL SELECT d.id, NULL, NULL, greatest(0, extract(year FROM d.taken_local))::int, NULL, NULL
          FROM documents d WHERE ${IN_GALLERY} AND ${IN_PAGE('d.id')}
          UNION ALL SELECT document_id, NULL, NULL, NULL, ($3::jsonb ->> cluster_id::text)::int, NULL
          FROM cluster_members WHERE ${IN_PAGE('document_id')}
          UNION ALL SELECT document_id, NULL, NULL, NULL, NULL, ($4::jsonb ->> person_id::text)::int
          FROM document_people WHERE ${IN_PAGE('document_id')}
          UNION ALL SELECT document_id, NULL, NULL, NULL, NULL, ($4::jsonb ->> person_id::text)::int
          FROM faces WHERE state = 'confirmed' AND ${IN_PAGE('document_id')}) said
        GROUP BY id HAVING count(x) > 0 AND count(year) > 0) points`;
    const values = [after, next ?? END, JSON.stringify(places.clusters), JSON.stringify(places.people)];
    const columns = await queryRow<Omit<MapPage, 'next'>>(this.manager, sql, values);
    // The database sends numbers big-endian.
    for (const column of [columns.positions, columns.cluster, columns.person, columns.year]) column.swap16();
    return { next, ...columns };
  }
}
