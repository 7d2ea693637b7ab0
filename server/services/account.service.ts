import type { Person, Role } from '../context.js';
import { AppError } from '../errors.js';
import { newId } from '../ids.js';
import type { ApiToken, ApiTokenRepository } from '../repositories/api-token.repository.js';
import { nameKeyOf, type User, type UserRepository } from '../repositories/user.repository.js';
import { newApiToken } from '../security/bearer.js';
import { checkPassword, hashPassword, isPassword } from '../security/passwords.js';
import type { RateLimits } from '../security/rate-limit.js';
import { isSameSecret, newSecret, sha256 } from '../security/secrets.js';

const MAX_NAME_CHARACTERS = 100;

/** Owner set-up, login, users and API tokens. `forget` drops what sessions and tokens were remembered, after each change. */
export class AccountService {
  #setupCode: string | null = null;

  constructor(
    private readonly users: UserRepository,
    private readonly apiTokens: ApiTokenRepository,
    private readonly limits: RateLimits,
    private readonly forget: () => void,
  ) {}

  /** The one-time code that makes the owner, new at each start; null when an owner was ever made. */
  async openSetup(): Promise<string | null> {
    this.#setupCode = (await this.users.hasOwner()) ? null : newSecret();
    return this.#setupCode;
  }

  /** Makes the owner; the code is used up. Throws FORBIDDEN for a wrong or used code, BAD_REQUEST for a weak password. */
  async createOwner(given: { code: string; name: string; password: string }, addressKey: string): Promise<Person> {
    await this.limits.hit('loginByAddress', addressKey);
    const isCode = this.#setupCode !== null && isSameSecret(given.code, this.#setupCode);
    if (!isCode) throw new AppError('FORBIDDEN', 'Expected the code of the one-time link, but received one that is wrong or used.');
    const name = checkName(given.name);
    checkPassword(given.password);
    // Taken before the first await below, so that of two simultaneous requests one wins.
    this.#setupCode = null;
    const person: Person = { id: newId(), name, role: 'owner' };
    const isFirst = await this.users.insertFirstOwner({ ...person, passwordHash: await hashPassword(given.password) });
    if (!isFirst) throw new AppError('FORBIDDEN', 'Expected an archive without an owner, but this one has one.');
    this.forget();
    return person;
  }

  /** Who logs in; throws UNAUTHENTICATED with one sentence whatever was wrong, RATE_LIMITED by address and by account. */
  async logIn(given: { name: string; password: string }, addressKey: string): Promise<Person> {
    const accountKey = nameKeyOf(given.name).slice(0, MAX_NAME_CHARACTERS);
    await this.limits.hit('loginByAddress', addressKey);
    await this.limits.hit('loginByAccount', accountKey);
    const user = await this.users.findByName(given.name);
    const usable = user && !user.disabled ? user : null;
    const fits = await isPassword(given.password, usable?.passwordHash ?? null);
    if (!usable || !fits) throw new AppError('UNAUTHENTICATED', 'Expected a name and its password, but they do not fit.');
    await this.limits.forgive('loginByAccount', accountKey);
    // Only its own point: else one good account would buy an address any number of tries on others.
    await this.limits.forgive('loginByAddress', addressKey, 1);
    return { id: usable.id, name: usable.name, role: usable.role };
  }

  listUsers(): Promise<User[]> {
    return this.users.list();
  }

  /** Adds a user; throws CONFLICT when the name is taken. */
  async createUser(given: { name: string; role: Role; password: string }): Promise<Person> {
    const person: Person = { id: newId(), name: checkName(given.name), role: given.role };
    checkPassword(given.password);
    await this.users.insert({ ...person, passwordHash: await hashPassword(given.password) });
    if (given.role === 'owner') this.#setupCode = null;
    return person;
  }

  /** Sets a password and ends every session of that user. */
  async setPassword(name: string, password: string): Promise<void> {
    checkPassword(password);
    const user = await this.#getUser(name);
    await this.users.setPassword(user.id, await hashPassword(password));
    this.forget();
  }

  /** Locks a user out, sessions and tokens included; throws CONFLICT for the last owner who can log in. */
  async disableUser(name: string): Promise<void> {
    const user = await this.#getUser(name);
    const owners = (await this.users.list()).filter((other) => other.role === 'owner' && !other.disabled);
    if (owners.length === 1 && owners[0]?.id === user.id) {
      throw new AppError('CONFLICT', 'Expected another owner to remain, but this is the last one.');
    }
    await this.users.disable(user.id);
    this.forget();
  }

  listTokens(): Promise<ApiToken[]> {
    return this.apiTokens.list();
  }

  /** Makes an API token and returns it, this once; `userName` null is the first owner, `days` null is for ever. */
  async createToken(given: {
    name: string;
    userName: string | null;
    role: Role;
    days: number | null;
  }): Promise<{ id: string; token: string }> {
    const user = given.userName === null ? await this.users.findFirstOwner() : await this.#getUser(given.userName);
    if (!user) throw new AppError('NOT_FOUND', 'Expected an owner for the token, but there is none yet. Set up the owner first.');
    const [id, token] = [newId(), newApiToken()];
    const { role, days } = given;
    await this.apiTokens.insert({ id, userId: user.id, name: checkName(given.name), tokenHash: sha256(token), role, days });
    return { id, token };
  }

  /** Ends a token; throws NOT_FOUND when there is none of this id that is still good. */
  async revokeToken(id: string): Promise<void> {
    const isDone = await this.apiTokens.revoke(id);
    this.forget();
    if (!isDone) throw new AppError('NOT_FOUND', 'Expected the id of a token that is good, but received another.');
  }

  async #getUser(name: string): Promise<User> {
    const user = await this.users.findByName(name);
    if (!user) throw new AppError('NOT_FOUND', 'Expected the name of a user, but there is nobody of that name.');
    return user;
  }
}

function checkName(name: string): string {
  const trimmed = name.trim().normalize('NFC');
  if (trimmed !== '' && trimmed.length <= MAX_NAME_CHARACTERS && !/\p{Cc}/u.test(trimmed)) return trimmed;
  throw new AppError('BAD_REQUEST', `Expected a name of 1 to ${MAX_NAME_CHARACTERS} letters, but received something else.`);
}
