import { Store, type SessionData } from 'express-session';
import type { Person } from '../context.js';
import type { Log } from '../logging.js';
import type { LiveSession, SessionRepository } from '../repositories/session.repository.js';
import { ExpiringCache } from './expiring-cache.js';
import { sha256 } from './secrets.js';

const CACHE_MS = 30_000;
const TOUCH_MS = 60_000;

declare module 'express-session' {
  // eslint-disable-next-line house/declared-name -- express-session's name, widened here
  interface SessionData {
    /** Who logged in; read from the users table with the session, never from what was stored with it. */
    person: Person;
  }
}

/** What the store needs besides its table. */
export interface SessionStoreOptions {
  /** Days without use after which a session ends. */
  readonly days: number;
  readonly log: Log;
  readonly now?: () => number;
}

/**
 * Keeps express-session's sessions in PostgreSQL under the sha256 of their id. A look-up is remembered for 30 s and a use is noted at
 * most once a minute, so that a page of thumbnails costs no query; ending a session here is felt at once, in other processes after 30 s.
 */
export class SessionStore extends Store {
  readonly #recent: ExpiringCache<{ session: LiveSession; touchedMs: number } | null>;
  readonly #now: () => number;

  constructor(
    private readonly sessions: SessionRepository,
    private readonly options: SessionStoreOptions,
  ) {
    super();
    this.#now = options.now ?? Date.now;
    this.#recent = new ExpiringCache(CACHE_MS, undefined, this.#now);
  }

  override get(id: string, callback: (error: unknown, session?: SessionData | null) => void): void {
    this.#find(id).then(
      (session) => callback(null, session),
      (error: unknown) => callback(error),
    );
  }

  /** Stores a session that somebody has logged in to; there are no others. */
  override set(id: string, session: SessionData, callback?: (error?: unknown) => void): void {
    const idHash = sha256(id);
    const row = { idHash, userId: session.person.id, payload: { cookie: session.cookie }, days: this.options.days };
    settle(this.sessions.insert(row), callback);
    // A log-in is rare and follows from nothing else here: a good moment to sweep.
    this.#inBackground(this.sessions.removeExpired());
  }

  override destroy(id: string, callback?: (error?: unknown) => void): void {
    const idHash = sha256(id);
    settle(
      this.sessions.remove(idHash).finally(() => this.#recent.drop(idHash.toString('hex'))),
      callback,
    );
  }

  /** Forgets every remembered look-up: after a change of password, role or user. */
  forget(): void {
    this.#recent.clear();
  }

  async #find(id: string): Promise<SessionData | null> {
    const idHash = sha256(id);
    const found = await this.#recent.get(idHash.toString('hex'), async () => {
      const session = await this.sessions.findLive(idHash);
      return session && { session, touchedMs: session.lastSeenAt.getTime() };
    });
    if (found === null) return null;
    if (this.#now() - found.touchedMs > TOUCH_MS) {
      found.touchedMs = this.#now();
      // An answer does not wait for a note about its time, and does not fail with it.
      this.#inBackground(this.sessions.touch(idHash, this.options.days));
    }
    // Copies, because express-session writes into what it is given.
    return { ...structuredClone(found.session.payload), person: found.session.person } as SessionData;
  }

  #inBackground(work: Promise<void>): void {
    work.catch((error: unknown) => this.options.log.warn({ err: error }, 'The table of sessions could not be brought up to date.'));
  }
}

function settle(work: Promise<void>, callback: (error?: unknown) => void = () => undefined): void {
  work.then(() => callback(), callback);
}
