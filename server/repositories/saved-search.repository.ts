import type { EntityManager } from 'typeorm';
import { countChanged, queryRow, queryRows } from './sql.js';

/** A search kept under a name. */
export interface SavedSearchRow {
  readonly id: string;
  readonly name: string;
  /** As `SavedQuery` of the services. */
  readonly query: object;
  readonly createdAt: Date;
  readonly matchedAt: Date | null;
}

const COLUMNS = 'id, name, query, created_at AS "createdAt", matched_at AS "matchedAt"';

/** Searches kept under names. */
export class SavedSearchRepository {
  constructor(private readonly manager: EntityManager) {}

  /** By name. */
  async list(): Promise<SavedSearchRow[]> {
    return queryRows<SavedSearchRow>(this.manager, `SELECT ${COLUMNS} FROM saved_searches ORDER BY lower(name)`);
  }

  async findById(id: string): Promise<SavedSearchRow | null> {
    const [row] = await queryRows<SavedSearchRow>(this.manager, `SELECT ${COLUMNS} FROM saved_searches WHERE id = $1::uuid`, [id]);
    return row ?? null;
  }

  /** Returns false where the name is taken. A person who is no user of ours, for example a host's, is not kept with it. */
  async insert({ id, name, query, userId }: Pick<SavedSearchRow, 'id' | 'name' | 'query'> & { userId: string }): Promise<boolean> {
    const sql = `
      INSERT INTO saved_searches (id, user_id, name, query)
      VALUES ($1::uuid, (SELECT u.id FROM users u WHERE u.id::text = $2), $3, $4::jsonb)
      ON CONFLICT (lower(name)) DO NOTHING RETURNING id`;
    return (await queryRows(this.manager, sql, [id, userId, name, JSON.stringify(query)])).length > 0;
  }

  /** Whether another search has this name. */
  async isNameTaken(name: string, id: string): Promise<boolean> {
    const sql = 'SELECT EXISTS (SELECT FROM saved_searches WHERE lower(name) = lower($1) AND id <> $2::uuid) AS taken';
    return (await queryRow<{ taken: boolean }>(this.manager, sql, [name, id])).taken;
  }

  async rename(id: string, name: string): Promise<void> {
    await countChanged(this.manager, 'UPDATE saved_searches SET name = $2 WHERE id = $1::uuid', [id, name]);
  }

  async setMatched(id: string, at: Date): Promise<void> {
    await countChanged(this.manager, 'UPDATE saved_searches SET matched_at = $2::timestamptz WHERE id = $1::uuid', [id, at.toISOString()]);
  }

  async delete(id: string): Promise<void> {
    await countChanged(this.manager, 'DELETE FROM saved_searches WHERE id = $1::uuid', [id]);
  }
}
