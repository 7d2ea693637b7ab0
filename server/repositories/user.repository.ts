import type { EntityManager } from 'typeorm';
import type { Person } from '../context.js';
import { AppError } from '../errors.js';

/** A row of `users`. */
export interface User extends Person {
  readonly passwordHash: string;
  readonly disabled: boolean;
  readonly createdAt: Date;
}

/** What a new user is made of. */
export type NewUser = Person & { readonly passwordHash: string };

const COLUMNS = 'id, name, role, password_hash AS "passwordHash", disabled, created_at AS "createdAt"';
const UNIQUE_VIOLATION = '23505';

/** The form of a name under which it is unique and found again: NFKC and lower case, so that look-alikes of case or width are one. */
export function nameKeyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** Who may log in. */
export class UserRepository {
  constructor(private readonly manager: EntityManager) {}

  findByName(name: string): Promise<User | null> {
    return this.#find(`SELECT ${COLUMNS} FROM users WHERE name_key = $1`, [nameKeyOf(name)]);
  }

  /** The owner that was made first and may still log in. */
  findFirstOwner(): Promise<User | null> {
    return this.#find(`SELECT ${COLUMNS} FROM users WHERE role = 'owner' AND NOT disabled ORDER BY created_at, id LIMIT 1`, []);
  }

  /** All users, the oldest first; disabled ones too. */
  list(): Promise<User[]> {
    return this.manager.query<User[]>(`SELECT ${COLUMNS} FROM users ORDER BY created_at, id`);
  }

  /** Whether an owner was ever made, disabled or not. */
  async hasOwner(): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(`SELECT 1 FROM users WHERE role = 'owner' LIMIT 1`);
    return rows.length > 0;
  }

  /** Adds a user; throws CONFLICT when the name is taken. */
  async insert(user: NewUser): Promise<void> {
    const sql = 'INSERT INTO users (id, name, name_key, role, password_hash) VALUES ($1, $2, $3, $4, $5)';
    await this.manager.query(sql, valuesOf(user)).catch(translate);
  }

  /** Adds the first owner in one statement; false when there is an owner already. */
  async insertFirstOwner(user: Omit<NewUser, 'role'>): Promise<boolean> {
    const sql = `INSERT INTO users (id, name, name_key, role, password_hash) SELECT $1::uuid, $2::text, $3::text, $4::text, $5::text
      WHERE NOT EXISTS (SELECT 1 FROM users WHERE role = 'owner') RETURNING id`;
    const rows = await this.manager.query<unknown[]>(sql, valuesOf({ ...user, role: 'owner' })).catch(translate);
    return rows.length > 0;
  }

  /** Sets the password and ends every session of the user, both or neither. */
  async setPassword(id: string, passwordHash: string): Promise<void> {
    await this.manager.query(`WITH ended AS (DELETE FROM sessions WHERE user_id = $1) UPDATE users SET password_hash = $2 WHERE id = $1`, [
      id,
      passwordHash,
    ]);
  }

  /** Keeps the user from coming in, by password, session or token. */
  async disable(id: string): Promise<void> {
    await this.manager.query(`WITH ended AS (DELETE FROM sessions WHERE user_id = $1) UPDATE users SET disabled = true WHERE id = $1`, [
      id,
    ]);
  }

  async #find(sql: string, values: readonly unknown[]): Promise<User | null> {
    const rows = await this.manager.query<User[]>(sql, [...values]);
    return rows[0] ?? null;
  }
}

function valuesOf(user: NewUser): unknown[] {
  return [user.id, user.name, nameKeyOf(user.name), user.role, user.passwordHash];
}

function translate(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code !== UNIQUE_VIOLATION) throw error;
  throw new AppError('CONFLICT', 'Expected a name that is free, but received one that somebody has.', undefined, { cause: error });
}
