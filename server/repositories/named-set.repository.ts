import type { EntityManager } from 'typeorm';
import { isId } from '../ids.js';
import { IN_GALLERY } from './document-row.js';
import { countChanged, queryRows } from './sql.js';

/** What pictures are gathered under by name: a person, or a user cluster. */
export interface NamedSet {
  readonly id: string;
  readonly name: string;
  /** Of a cluster; null for a person. */
  readonly description: string | null;
  /** Of a person that is the same as another. */
  readonly mergedInto: string | null;
}

/** A set with how many pictures of the gallery it holds. */
export interface CountedSet extends NamedSet {
  readonly count: number;
}

/** What can be said of a set itself; null removes the name, and with it the set. */
export type SetAttributes = Partial<Record<'name' | 'description' | 'mergedInto', string | null>>;

const TABLES = {
  person: {
    columns: 's.id, s.name, NULL AS description, s.merged_into AS "mergedInto"',
    from: 'persons s',
    isOfPeople: 'true',
    isListed: 's.merged_into IS NULL AND NOT s.hidden',
    members: 'document_people m',
    member: 'm.person_id',
    make: 'INSERT INTO persons (id, name) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name',
    remove: 'DELETE FROM persons WHERE id = $1',
  },
  cluster: {
    columns: 's.id, s.name, s.description, NULL AS "mergedInto"',
    from: 'image_clusters s',
    isOfPeople: `s.kind = 'user'`,
    isListed: `s.kind = 'user'`,
    members: 'image_cluster_members m',
    member: 'm.cluster_id',
    make: `INSERT INTO image_clusters (id, name, kind) VALUES ($1, $2, 'user') ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name`,
    remove: 'DELETE FROM image_clusters WHERE id = $1',
  },
} as const;

/** Which table of sets. */
export type SetKind = keyof typeof TABLES;

/** People and user clusters, both sets of documents under a name. Every write needs a decision of a person in the same unit of work. */
export class NamedSetRepository {
  constructor(private readonly manager: EntityManager) {}

  async listByIds(kind: SetKind, ids: readonly string[]): Promise<NamedSet[]> {
    const { columns, from, isOfPeople } = TABLES[kind];
    const sql = `SELECT ${columns} FROM ${from} WHERE s.id = ANY($1::uuid[]) AND ${isOfPeople} ORDER BY s.id`;
    return queryRows<NamedSet>(this.manager, sql, [ids.filter(isId)]);
  }

  /** Keeps sets from others, also from those who put documents into them, until the unit of work ends. Who locks documents too locks those first. */
  async lock(kind: SetKind, ids: readonly string[]): Promise<void> {
    await queryRows(this.manager, `SELECT s.id FROM ${TABLES[kind].from} WHERE s.id = ANY($1::uuid[]) ORDER BY s.id FOR UPDATE`, [ids]);
  }

  /** All people, or all user clusters; merged and hidden people too. */
  async listAll(kind: SetKind): Promise<NamedSet[]> {
    const { columns, from, isOfPeople } = TABLES[kind];
    return queryRows<NamedSet>(this.manager, `SELECT ${columns} FROM ${from} WHERE ${isOfPeople}`);
  }

  /** The set of exactly this name, the oldest of several; null where there is none. */
  async findByName(kind: SetKind, name: string): Promise<NamedSet | null> {
    const { columns, from, isListed } = TABLES[kind];
    const sql = `SELECT ${columns} FROM ${from} WHERE s.name = $1 AND ${isListed} ORDER BY s.id LIMIT 1`;
    return (await queryRows<NamedSet>(this.manager, sql, [name]))[0] ?? null;
  }

  /** People whose name matches a LIKE pattern, those with most pictures first; hidden and stacked pictures do not count. */
  async searchPeople(pattern: string, limit: number): Promise<CountedSet[]> {
    const { from, isListed } = TABLES.person;
    return this.counted('person', String.raw`SELECT s.* FROM ${from} WHERE ${isListed} AND s.name ILIKE $1 ESCAPE '\'`, [pattern, limit]);
  }

  /** These sets with their counts. */
  async listCounted(kind: SetKind, ids: readonly string[]): Promise<CountedSet[]> {
    return this.counted(kind, `SELECT s.* FROM ${TABLES[kind].from} WHERE s.id = ANY($1::uuid[])`, [ids.filter(isId), ids.length]);
  }

  /** Makes, changes or removes one set as a decision says. */
  async apply(kind: SetKind, id: string, attributes: SetAttributes): Promise<void> {
    const { make, remove } = TABLES[kind];
    const { name, description, mergedInto } = attributes;
    if (name === null) return void (await countChanged(this.manager, remove, [id]));
    if (name !== undefined) await queryRows(this.manager, make, [id, name]);
    if (kind === 'cluster' && description !== undefined) {
      await countChanged(this.manager, 'UPDATE image_clusters SET description = $2 WHERE id = $1', [id, description]);
    }
    if (kind === 'person' && mergedInto !== undefined) {
      await countChanged(this.manager, 'UPDATE persons SET merged_into = $2 WHERE id = $1', [id, mergedInto]);
    }
  }

  /** Ids of the documents in some sets. */
  async listMembers(kind: SetKind, ids: readonly string[]): Promise<string[]> {
    const { members, member } = TABLES[kind];
    const sql = `SELECT DISTINCT m.document_id AS id FROM ${members} WHERE ${member} = ANY($1::uuid[])`;
    return (await queryRows<{ id: string }>(this.manager, sql, [ids])).map(({ id }) => id);
  }

  /** Which sets some documents are in, by name. */
  async listOfDocuments(kind: SetKind, documentIds: readonly string[]): Promise<(NamedSet & { readonly documentId: string })[]> {
    const { columns, from, isListed, members, member } = TABLES[kind];
    const sql = `
      SELECT m.document_id AS "documentId", ${columns} FROM ${members} JOIN ${from} ON s.id = ${member}
      WHERE m.document_id = ANY($1::uuid[]) AND ${isListed} ORDER BY m.document_id, s.name, s.id`;
    return queryRows(this.manager, sql, [documentIds]);
  }

  private async counted(kind: SetKind, chosen: string, values: readonly unknown[]): Promise<CountedSet[]> {
    const { columns, members, member } = TABLES[kind];
    const sql = `
      SELECT ${columns}, (SELECT count(*) FROM ${members} JOIN documents d ON d.id = m.document_id
        WHERE ${member} = s.id AND ${IN_GALLERY}) AS count
      FROM (${chosen}) s ORDER BY count DESC, s.name, s.id LIMIT $2`;
    return queryRows<CountedSet>(this.manager, sql, values);
  }
}
