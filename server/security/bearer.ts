import type { IncomingMessage } from 'node:http';
import type { Person } from '../context.js';
import { AppError } from '../errors.js';
import type { Log } from '../logging.js';
import type { ApiTokenRepository, LiveToken } from '../repositories/api-token.repository.js';
import type { UserRepository } from '../repositories/user.repository.js';
import { ExpiringCache } from './expiring-cache.js';
import { isSameSecret, newSecret, sha256 } from './secrets.js';

const CACHE_MS = 30_000;
const TOUCH_MS = 60_000;
const PREFIX = 'ie_';
const API_TOKEN = /^ie_[\w-]{43}$/;
// Who IMAGE_EXPLORER_TOKEN acts as while there is no owner yet.
const FUTURE_OWNER: Person = { id: '00000000-0000-0000-0000-000000000000', name: 'owner', role: 'owner' };

/** A new API token: `ie_` and 256 random bits. */
export function newApiToken(): string {
  return PREFIX + newSecret();
}

/** What comes after `Authorization: Bearer`, or null. */
export function bearerOf(request: IncomingMessage): string | null {
  return /^bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

/** Says who a bearer token acts for; look-ups are remembered for 30 s, the use of a token is noted once a minute. */
export class BearerTokens {
  readonly #recent = new ExpiringCache<{ token: LiveToken; touchedMs: number } | null>(CACHE_MS);
  readonly #owner = new ExpiringCache<Person>(CACHE_MS);

  constructor(
    private readonly repositories: { readonly apiTokens: ApiTokenRepository; readonly users: UserRepository },
    private readonly ownerToken: string | null,
    private readonly log: Log,
  ) {}

  /** The person behind a token; throws UNAUTHENTICATED for one that is unknown, revoked or run out. */
  async getPerson(bearer: string): Promise<Person> {
    if (this.ownerToken !== null && isSameSecret(bearer, this.ownerToken)) return this.#owner.get('', () => this.#loadOwner());
    const found = API_TOKEN.test(bearer) ? await this.#find(bearer) : null;
    if (found === null) throw new AppError('UNAUTHENTICATED', 'Expected a token that is good, but received one that is unknown or ended.');
    if (Date.now() - found.touchedMs > TOUCH_MS) {
      found.touchedMs = Date.now();
      this.#touch(found.token.tokenId);
    }
    return found.token.person;
  }

  /** Forgets every remembered look-up: after a token or user was changed. */
  forget(): void {
    this.#recent.clear();
    this.#owner.clear();
  }

  #find(bearer: string): Promise<{ token: LiveToken; touchedMs: number } | null> {
    const hash = sha256(bearer);
    return this.#recent.get(hash.toString('hex'), async () => {
      const token = await this.repositories.apiTokens.findLive(hash);
      return token && { token, touchedMs: token.lastUsedAt?.getTime() ?? 0 };
    });
  }

  async #loadOwner(): Promise<Person> {
    const owner = await this.repositories.users.findFirstOwner();
    return owner ? { id: owner.id, name: owner.name, role: 'owner' } : FUTURE_OWNER;
  }

  #touch(tokenId: string): void {
    this.repositories.apiTokens.touch(tokenId).catch((error: unknown) => {
      this.log.warn({ err: error }, 'The use of a token could not be noted.');
    });
  }
}
