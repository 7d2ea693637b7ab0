import type { EntityManager } from 'typeorm';
import type { Person } from '../context.js';

/** A session that is good now, with who it belongs to. */
export interface LiveSession {
  readonly person: Person;
  /** What express-session keeps with it: the cookie's attributes. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly lastSeenAt: Date;
}

interface Row extends Person {
  readonly payload: Record<string, unknown>;
  readonly lastSeenAt: Date;
}

/** Server-side sessions, kept under the sha256 of their id. */
export class SessionRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The session and its user in one query; null when it ended, ran out, or the user is disabled. */
  async findLive(idHash: Buffer): Promise<LiveSession | null> {
    const sql = `SELECT u.id, u.name, u.role, s.payload, s.last_seen_at AS "lastSeenAt" FROM sessions s JOIN users u ON u.id = s.user_id
      WHERE s.id_hash = $1 AND s.expires_at > now() AND NOT u.disabled`;
    const [row] = await this.manager.query<Row[]>(sql, [idHash]);
    if (!row) return null;
    return { person: { id: row.id, name: row.name, role: row.role }, payload: row.payload, lastSeenAt: row.lastSeenAt };
  }

  /** Begins a session that ends after so many days without use. */
  async insert(session: { idHash: Buffer; userId: string; payload: object; days: number }): Promise<void> {
    const sql = `INSERT INTO sessions (id_hash, user_id, payload, expires_at, created_at, last_seen_at)
      VALUES ($1, $2, $3::jsonb, now() + make_interval(days => $4::int), now(), now())`;
    await this.manager.query(sql, [session.idHash, session.userId, JSON.stringify(session.payload), session.days]);
  }

  /** Notes that the session was used now, so that it lives so many days on. */
  async touch(idHash: Buffer, days: number): Promise<void> {
    const sql = 'UPDATE sessions SET last_seen_at = now(), expires_at = now() + make_interval(days => $2::int) WHERE id_hash = $1';
    await this.manager.query(sql, [idHash, days]);
  }

  async remove(idHash: Buffer): Promise<void> {
    await this.manager.query('DELETE FROM sessions WHERE id_hash = $1', [idHash]);
  }

  /** Deletes what ran out. */
  async removeExpired(): Promise<void> {
    await this.manager.query('DELETE FROM sessions WHERE expires_at <= now()');
  }
}
