import { hash, verify } from '@node-rs/argon2';
import { AppError } from '../errors.js';

const MIN_CHARACTERS = 10;
// Longer ones would only cost time to hash.
const MAX_CHARACTERS = 500;
// argon2id is the library's default algorithm; 64 MiB and 3 passes take 60 to 200 ms and are above OWASP's minimum (19 MiB, 2).
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
// The hash of 32 random bytes that nobody kept, at the same cost: what an unknown name is checked against.
const NOBODY = '$argon2id$v=19$m=65536,t=3,p=1$NOrhlkwABJhhm3Cc1Nlb/w$Iiq6xeTxqw1Us52cTPzDCNzuofkWa201X+HthC90q4M';

/** Throws BAD_REQUEST unless the password has 10 to 500 characters; nothing else is asked of it. */
export function checkPassword(password: string): void {
  const length = [...password].length;
  if (length >= MIN_CHARACTERS && length <= MAX_CHARACTERS) return;
  throw new AppError('BAD_REQUEST', `Expected a password of ${MIN_CHARACTERS} to ${MAX_CHARACTERS} characters, but received ${length}.`);
}

/** The argon2id hash of a password, with its salt and cost in it. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST);
}

/** Whether a password fits a hash; with no hash (unknown name) it costs the same time and answers false. */
export async function isPassword(password: string, storedHash: string | null): Promise<boolean> {
  const fits = await verify(storedHash ?? NOBODY, password.normalize('NFKC'));
  return fits && storedHash !== null;
}
