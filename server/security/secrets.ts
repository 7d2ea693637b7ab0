import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const SECRET = /^[\w-]{43}$/;

/** 256 random bits as 43 characters that are safe in a URL and a header. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** The sha256 of a text: how session ids and tokens are stored, so that a stolen table opens nothing. */
export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Compares two secrets in a time that depends on neither: both are hashed first, so even their lengths stay hidden. */
export function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(sha256(one), sha256(other));
}

/** The secret kept in a file of mode 0600, made at the first call; what is not a whole secret (a torn write) is replaced. */
export async function readOrMakeSecret(path: string): Promise<string> {
  const known = await readFile(path, 'utf8').catch(() => '');
  if (SECRET.test(known.trim())) return known.trim();
  const secret = newSecret();
  await writePrivately(path, `${secret}\n`);
  return secret;
}

/** Replaces a file by one that only this user can read (0600), in one step: a reader sees the old text or the new. */
export async function writePrivately(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  await writeFile(unfinished, text, { mode: 0o600, flag: 'wx' });
  await rename(unfinished, path);
}
