import type { EntityManager } from 'typeorm';
import { IN_GALLERY } from './document-row.js';
import { checkedInteger, queryRow, queryRows } from './sql.js';

/** The setting that names the points that are read, and says what they were made of. */
export const MAP_GENERATION = 'map.generation';

/** A set that points of the map are in. */
export interface MapSet {
  readonly id: string;
  readonly name: string;
}

/** The points of the map as columns of bytes, in the order of the ids of their documents; numbers are little-endian. */
export interface MapPoints {
  readonly count: number;
  readonly madeAt: string;
  /** The name of the model whose vectors were laid out. */
  readonly model: string;
  readonly clusters: readonly (MapSet & { readonly kind: 'kmeans' | 'user' })[];
  readonly people: readonly MapSet[];
  /** The first and the last year; 0 and 0 where there are no points. */
  readonly from: number;
  readonly to: number;
  /** x and y, each in 0..65535. */
  readonly positions: Buffer;
  /** Places in `clusters` and `people`, 65535 for none. */
  readonly cluster: Buffer;
  readonly person: Buffer;
  readonly year: Buffer;
  /** 16 bytes each. */
  readonly ids: Buffer;
}

/** Rows of one statement: the embedded database answers nobody else meanwhile. */
const ROWS_PER_STATEMENT = 1000;
const START = '00000000-0000-0000-0000-000000000000';

const NONE = 65_535;
const UINT16 = (value: string) => `substr(int4send(${value}), 3)`;
const COLUMN = (bytes: string) => `coalesce(string_agg(${bytes}, ''::bytea ORDER BY p.id), ''::bytea)`;

// The one of a person before an automatic one; of several the first by name. An automatic one that is not shown is none.
const CLUSTER_OF = `
  SELECT DISTINCT ON (m.document_id) m.document_id, c.id AS cluster_id
  FROM cluster_members m JOIN image_clusters c ON c.id = m.cluster_id AND (c.kind = 'user' OR c.shadows IS NULL)
  ORDER BY m.document_id, c.kind DESC, c.name, c.id`;
const PERSON_OF = `
  SELECT DISTINCT ON (m.document_id) m.document_id, w.whole AS person_id
  FROM (SELECT document_id, person_id FROM document_people
    UNION ALL SELECT document_id, person_id FROM faces WHERE state = 'confirmed' AND person_id IS NOT NULL) m
  JOIN wholes w ON w.id = m.person_id
  ORDER BY m.document_id, w.name, w.whole`;
const PLACED = (set: string, columns: string, from: string) => `
  SELECT ${columns}, row_number() OVER (ORDER BY count(*) DESC, s.name, s.id) - 1 AS place
  FROM points p JOIN ${from} s ON s.id = p.${set}_id GROUP BY s.id`;
const LISTED = (table: string, fields: string) =>
  `coalesce((SELECT json_agg(json_build_object(${fields}) ORDER BY place) FROM ${table}), '[]')`;
const PLACE = (table: string) => UINT16(`least(coalesce(${table}.place, ${NONE}), ${NONE})::int`);

/** The points of the map, written under a generation that is read once the setting names it. */
export class MapRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Where some documents stand in a generation, [ids, 2]; NaN where they do not. */
  async positionsOf(generation: number, documentIds: readonly string[]): Promise<Float32Array> {
    const sql = `
      SELECT string_agg(float4send(coalesce(p.x, 'NaN')) || float4send(coalesce(p.y, 'NaN')), ''::bytea ORDER BY g.place) AS bytes
      FROM unnest($1::uuid[]) WITH ORDINALITY AS g (id, place)
      LEFT JOIN map_points p ON p.document_id = g.id AND p.generation = ${checkedInteger(generation)}`;
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
    const sql = `
      INSERT INTO map_points (document_id, generation, x, y)
      SELECT g.id, ${checkedInteger(generation)}, g.x, g.y FROM unnest($1::uuid[], $2::real[], $3::real[]) AS g (id, x, y)
      JOIN documents d ON d.id = g.id`;
    for (let from = 0; from < documentIds.length; from += ROWS_PER_STATEMENT) {
      const ids = documentIds.slice(from, from + ROWS_PER_STATEMENT);
      const column = (axis: number) => ids.map((_, at) => positions[2 * (from + at) + axis]);
      await queryRows(this.manager, sql, [ids, column(0), column(1)]);
    }
  }

  /** Removes the points of all generations but one (null: of all), some at a time. */
  async removeOthers(generation: number | null, signal: AbortSignal): Promise<void> {
    const sql = `
      DELETE FROM map_points p USING (
        SELECT document_id, generation FROM map_points
        WHERE document_id >= $1 AND generation IS DISTINCT FROM $2::integer ORDER BY document_id LIMIT ${ROWS_PER_STATEMENT}) old
      WHERE p.document_id = old.document_id AND p.generation = old.generation RETURNING p.document_id AS id`;
    for (let after = START; !signal.aborted;) {
      const [rows] = (await this.manager.query(sql, [after, generation])) as [{ id: string }[], number];
      if (rows.length < ROWS_PER_STATEMENT) return;
      after = rows.reduce((last, { id }) => (id > last ? id : last), after);
    }
  }

  /** What changes whenever `points` would: the setting, the clustering that is read, what people said and what jobs did; null without a map. */
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

  /** What the gallery shows of the map: of each picture its place, first cluster, first person and year. In one statement: no swap comes between. */
  async points(): Promise<MapPoints> {
    const sql = `
      WITH RECURSIVE made AS (SELECT value FROM settings WHERE key = $1), wholes (id, whole, name) AS (
        SELECT id, id, name FROM persons WHERE merged_into IS NULL AND NOT hidden
        UNION ALL SELECT p.id, w.whole, w.name FROM wholes w JOIN persons p ON p.merged_into = w.id),
      points AS MATERIALIZED (
        SELECT d.id, m.x, m.y, greatest(0, extract(year FROM d.taken_local))::int AS year, c.cluster_id, w.person_id
        FROM map_points m JOIN documents d ON d.id = m.document_id
        LEFT JOIN (${CLUSTER_OF}) c ON c.document_id = d.id LEFT JOIN (${PERSON_OF}) w ON w.document_id = d.id
        WHERE m.generation = (SELECT (value ->> 'generation')::int FROM made) AND ${IN_GALLERY}),
      clusters AS (${PLACED('cluster', 's.id, s.name, s.kind', 'image_clusters')}),
      people AS (${PLACED('person', 's.id, s.name', 'persons')})
      SELECT count(*) AS count, (SELECT value ->> 'madeAt' FROM made) AS "madeAt",
        (SELECT name FROM models WHERE id = (SELECT (value ->> 'modelId')::int FROM made)) AS model,
        ${LISTED('clusters', `'id', id, 'name', name, 'kind', kind`)} AS clusters, ${LISTED('people', `'id', id, 'name', name`)} AS people,
        coalesce(min(p.year), 0) AS from, coalesce(max(p.year), 0) AS to,
        ${COLUMN(`${UINT16('round(p.x * 65535)::int')} || ${UINT16('round(p.y * 65535)::int')}`)} AS positions,
        ${COLUMN(PLACE('c'))} AS cluster, ${COLUMN(PLACE('w'))} AS person, ${COLUMN(UINT16('p.year'))} AS year, ${COLUMN('uuid_send(p.id)')} AS ids
      FROM points p LEFT JOIN clusters c ON c.id = p.cluster_id LEFT JOIN people w ON w.id = p.person_id`;
    const points = await queryRow<MapPoints>(this.manager, sql, [MAP_GENERATION]);
    // The database sends numbers big-endian.
    for (const column of [points.positions, points.cluster, points.person, points.year]) column.swap16();
    return points;
  }
}
