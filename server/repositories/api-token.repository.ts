import type { EntityManager } from 'typeorm';
import type { Person, Role } from '../context.js';

/** A row of `api_tokens` as it is listed; the token itself is kept nowhere. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly userName: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly expiresAt: Date | null;
}

/** A token that is good now: who it acts for, with the lesser of the user's and the token's role. */
export interface LiveToken {
  readonly tokenId: string;
  readonly person: Person;
  readonly lastUsedAt: Date | null;
}

/** What a new token is made of; `days` is its life, null for ever. */
export interface NewApiToken {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly tokenHash: Buffer;
  readonly role: Role;
  readonly days: number | null;
}

interface Row extends Person {
  readonly tokenId: string;
  readonly tokenRole: Role;
  readonly lastUsedAt: Date | null;
}

/** Bearer tokens for scripts, kept under their sha256. */
export class ApiTokenRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The token and its user in one query; null when revoked, run out, unknown, or the user is disabled. */
  async findLive(tokenHash: Buffer): Promise<LiveToken | null> {
    const sql = `SELECT t.id AS "tokenId", t.role AS "tokenRole", t.last_used_at AS "lastUsedAt", u.id, u.name, u.role
      FROM api_tokens t JOIN users u ON u.id = t.user_id
      WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now()) AND NOT u.disabled`;
    const [row] = await this.manager.query<Row[]>(sql, [tokenHash]);
    if (!row) return null;
    const role = row.role === 'owner' ? row.tokenRole : 'viewer';
    return { tokenId: row.tokenId, person: { id: row.id, name: row.name, role }, lastUsedAt: row.lastUsedAt };
  }

  async insert(token: NewApiToken): Promise<void> {
    const sql = `INSERT INTO api_tokens (id, user_id, name, token_hash, role, created_at, expires_at)
      VALUES ($1, $2, $3, $4, $5, now(), now() + make_interval(days => $6::int))`;
    await this.manager.query(sql, [token.id, token.userId, token.name, token.tokenHash, token.role, token.days]);
  }

  /** All tokens, the oldest first; revoked ones too. */
  list(): Promise<ApiToken[]> {
    return this.manager.query<ApiToken[]>(`SELECT t.id, t.name, u.name AS "userName", t.role, t.created_at AS "createdAt",
      t.last_used_at AS "lastUsedAt", t.revoked_at AS "revokedAt", t.expires_at AS "expiresAt"
      FROM api_tokens t JOIN users u ON u.id = t.user_id ORDER BY t.created_at, t.id`);
  }

  /** Ends a token; false when there is none of this id that is still good. */
  async revoke(id: string): Promise<boolean> {
    const sql =
      'WITH done AS (UPDATE api_tokens SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL RETURNING 1) SELECT 1 FROM done';
    const rows = await this.manager.query<unknown[]>(sql, [id]);
    return rows.length > 0;
  }

  /** Notes that the token was used now. */
  async touch(id: string): Promise<void> {
    await this.manager.query('UPDATE api_tokens SET last_used_at = now() WHERE id = $1', [id]);
  }
}
