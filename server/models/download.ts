import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { AppError } from '../errors.js';

// A hub that is not there must be known within 10 s, and one that falls silent must not hold a start for ever.
const ANSWER_TIMEOUT_MS = 8_000;
const IDLE_TIMEOUT_MS = 30_000;
const ATTEMPTS = 3;

/** One file to fetch: what it must turn out to be, and where it goes. */
export interface Download {
  readonly url: string;
  readonly target: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Called with the bytes of this file that are on the disk, resumed ones included. */
  readonly onBytes?: (doneBytes: number) => void;
  readonly answerTimeoutMs?: number;
  readonly idleTimeoutMs?: number;
}

/** A connection that broke after it had begun: what came is kept, and another attempt goes on from there. */
class Interrupted extends AppError {}

/**
 * Fetches a file into `target` by way of `target.part`, which a later call resumes; `target` appears only whole, hashed and synced.
 * Throws UNAVAILABLE (the part stays), UNPROCESSABLE (other bytes than expected; the part is deleted), or what the file system throws.
 */
export async function downloadFile(download: Download): Promise<void> {
  const part = `${download.target}.part`;
  await mkdir(dirname(part), { recursive: true });
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await fetchPart(part, download).catch((error: unknown) => keepTrying(error, attempt));
    if (outcome?.sha256 === download.sha256) break;
    if (outcome) await rm(part, { force: true });
    // A part left by another version spoils the hash: once more from its start before the hub is blamed.
    if (outcome && (!outcome.resumed || attempt === ATTEMPTS)) throw refused(download, `a file with the sha256 ${outcome.sha256}`);
  }
  await rename(part, download.target);
}

function keepTrying(error: unknown, attempt: number): null {
  if (error instanceof Interrupted && attempt < ATTEMPTS) return null;
  throw error;
}

async function fetchPart(part: string, download: Download): Promise<{ sha256: string; resumed: boolean }> {
  const there = await stat(part).then(
    (found) => found.size,
    () => 0,
  );
  const hash = createHash('sha256');
  const offset = there <= download.bytes ? there : 0;
  if (offset > 0) for await (const chunk of createReadStream(part)) hash.update(chunk as Buffer);
  if (offset === download.bytes) return { sha256: hash.digest('hex'), resumed: true };
  const stream = await request(download, offset);
  const poured = stream.offset === offset ? hash : createHash('sha256');
  const file = await open(part, stream.offset > 0 ? 'a' : 'w');
  try {
    await pour(stream, { file, hash: poured, download });
    await file.sync();
  } finally {
    await file.close();
    stream.stop();
  }
  return { sha256: poured.digest('hex'), resumed: stream.offset > 0 };
}

interface Answer {
  readonly body: ReadableStream<Uint8Array>;
  /** Where in the file the body begins: 0 when the hub ignored the range that was asked for. */
  readonly offset: number;
  /** Starts the clock anew; when it runs out, the request is aborted. */
  wait(timeoutMs: number): void;
  stop(): void;
}

async function request(download: Download, offset: number): Promise<Answer> {
  const clock = new AbortController();
  let timer = setTimeout(() => clock.abort(), download.answerTimeoutMs ?? ANSWER_TIMEOUT_MS);
  const stop = () => {
    clearTimeout(timer);
    clock.abort();
  };
  const wait = (timeoutMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => clock.abort(), timeoutMs);
  };
  // Undici follows redirects to http and https only.
  const headers = { 'accept-encoding': 'identity', ...(offset > 0 ? { range: `bytes=${offset}-` } : {}) };
  try {
    const response = await fetch(download.url, { headers, signal: clock.signal }).catch((error: unknown) => unreachable(download, error));
    return { ...(await accept(response, download, offset)), wait, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

async function accept(response: Response, download: Download, asked: number): Promise<Pick<Answer, 'body' | 'offset'>> {
  const { status, headers, body } = response;
  // What is kept is longer than what the hub has: it is of another version.
  if (status === 416) {
    await rm(`${download.target}.part`, { force: true });
    throw new Interrupted('UNAVAILABLE', `The model hub does not know the rest of ${nameOf(download)}.`);
  }
  if ((status !== 200 && status !== 206) || !body) {
    throw new AppError('UNAVAILABLE', `The model hub at ${hostOf(download)} answered ${status} for ${nameOf(download)}.`);
  }
  const offset = status === 206 ? Number(/^bytes (\d+)-/.exec(headers.get('content-range') ?? '')?.[1] ?? NaN) : 0;
  const announced = headers.get('content-length');
  const total = announced === null ? download.bytes : offset + Number(announced);
  const fits = total === download.bytes && (offset === asked || offset === 0);
  if (!fits) throw refused(download, `an answer of ${total} bytes from byte ${offset}`);
  return { body, offset };
}

async function pour(answer: Answer, into: { file: FileHandle; hash: Hash; download: Download }): Promise<void> {
  const { file, hash, download } = into;
  let doneBytes = answer.offset;
  for await (const chunk of chunksOf(answer, download)) {
    doneBytes += chunk.length;
    if (doneBytes > download.bytes) throw await refusedAndDeleted(download, 'more bytes');
    hash.update(chunk);
    await file.writeFile(chunk);
    download.onBytes?.(doneBytes);
  }
  if (doneBytes < download.bytes) throw new Interrupted('UNAVAILABLE', `The download of ${nameOf(download)} ended early.`);
}

async function* chunksOf(answer: Answer, download: Download): AsyncGenerator<Uint8Array> {
  const reader = answer.body.getReader();
  for (;;) {
    answer.wait(download.idleTimeoutMs ?? IDLE_TIMEOUT_MS);
    const next = await reader.read().catch((error: unknown) => {
      throw new Interrupted('UNAVAILABLE', `The download of ${nameOf(download)} broke off; the next try goes on from there.`, undefined, {
        cause: error,
      });
    });
    if (next.done) return;
    yield next.value;
  }
}

function unreachable(download: Download, error: unknown): never {
  const { name, cause } = error as { name?: string; cause?: { code?: string; message?: string } };
  const reason = name === 'AbortError' ? 'no answer in time' : (cause?.code ?? cause?.message ?? 'no connection');
  throw new AppError('UNAVAILABLE', `The model hub at ${hostOf(download)} cannot be reached (${reason}).`, undefined, { cause: error });
}

async function refusedAndDeleted(download: Download, received: string): Promise<AppError> {
  await rm(`${download.target}.part`, { force: true });
  return refused(download, received);
}

function refused(download: Download, received: string): AppError {
  const expected = `${download.bytes} bytes with the sha256 ${download.sha256}`;
  return new AppError('UNPROCESSABLE', `Expected ${nameOf(download)} to be ${expected} but received ${received}. It is not used.`);
}

const nameOf = (download: Download): string => basename(download.target);
const hostOf = (download: Download): string => new URL(download.url).host;
