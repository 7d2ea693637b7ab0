import { createHash } from 'node:crypto';
import { constants, type BigIntStats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { MediaError, type FailureCode } from './analysis.js';
import type { Format } from './formats.js';
import { SNIFF_BYTES, sniffFormat } from './sniff.js';

const HASH_CHUNK_BYTES = 4 * 1024 * 1024;

/** A file that was read once: its format and hash, and for a photo all its bytes (empty for a video). */
export interface OpenedFile {
  readonly format: Format;
  readonly contentHash: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  readonly content: Buffer;
}

/** What reading may cost and how to say that it still goes on. */
export interface ReadLimits {
  /** Photos of more bytes are refused; a video is only hashed, so its size does not matter. */
  readonly maxFileBytes: number;
  /** Whether all of a video is read for its hash; where only a frame is wanted its hash stays empty. */
  readonly hashVideos: boolean;
  /** Called after each chunk of a long read. */
  readonly onProgress?: () => void;
}

/**
 * Reads a regular file once without following a link, blocking on a FIFO, or trusting a file that changes meanwhile.
 * Throws MediaError.
 */
export async function readMediaFile(path: string, limits: ReadLimits): Promise<OpenedFile> {
  return withOpenFile(path, async (handle, before) => {
    const bytes = Number(before.size);
    const head = await readExactly(handle, 0, Math.min(bytes, SNIFF_BYTES));
    const format = await sniffFormat(head, basename(path));
    if (!format) throw new MediaError('unsupported', 'Expected a photo or a video, but the bytes are of another kind.');
    const read = format.kind === 'photo' ? await readPhoto(handle, head, { bytes, limits }) : await hashVideo(handle, bytes, limits);
    await expectUnchanged(handle, before);
    return { format, bytes, modifiedMs: Number(before.mtimeMs), ...read };
  });
}

/** Runs `use` on the open file; the handle is closed afterwards whatever happens. */
async function withOpenFile<T>(path: string, use: (handle: FileHandle, stats: BigIntStats) => Promise<T>): Promise<T> {
  // O_NONBLOCK: a FIFO without a writer would block for ever. O_NOFOLLOW: the caller checked this path, not where a link points now.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = await open(path, flags).catch((error: NodeJS.ErrnoException) => {
    throw toMediaError(error);
  });
  try {
    const stats = await handle.stat({ bigint: true });
    if (!stats.isFile()) throw new MediaError('not-a-file', 'Expected a file, but this is a folder, a device or a pipe.');
    if (stats.size === 0n) throw new MediaError('empty', 'The file is empty.');
    return await use(handle, stats);
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? toMediaError(error as NodeJS.ErrnoException) : error;
  } finally {
    await handle.close();
  }
}

async function readPhoto(handle: FileHandle, head: Buffer, file: { bytes: number; limits: ReadLimits }) {
  if (file.bytes > file.limits.maxFileBytes) {
    throw new MediaError('too-large', `Expected at most ${file.limits.maxFileBytes} bytes but the file has ${file.bytes}.`);
  }
  const content = head.length === file.bytes ? head : await readExactly(handle, 0, file.bytes);
  return { content, contentHash: createHash('sha256').update(content).digest('hex') };
}

async function hashVideo(handle: FileHandle, bytes: number, limits: ReadLimits) {
  if (!limits.hashVideos) return { content: Buffer.alloc(0), contentHash: '' };
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(Math.min(bytes, HASH_CHUNK_BYTES));
  for (let position = 0; position < bytes;) {
    const { bytesRead } = await handle.read(chunk, 0, Math.min(chunk.length, bytes - position), position);
    if (bytesRead === 0) throw changing();
    hash.update(chunk.subarray(0, bytesRead));
    position += bytesRead;
    limits.onProgress?.();
  }
  return { content: Buffer.alloc(0), contentHash: hash.digest('hex') };
}

async function readExactly(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  for (let filled = 0; filled < length;) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) throw changing();
    filled += bytesRead;
  }
  return buffer;
}

async function expectUnchanged(handle: FileHandle, before: BigIntStats): Promise<void> {
  const after = await handle.stat({ bigint: true });
  if (after.size !== before.size || after.mtimeNs !== before.mtimeNs) throw changing();
}

function changing(): MediaError {
  return new MediaError('changing', 'The file changed while it was read; it is tried again at the next run.');
}

const CODE_OF_ERRNO: Readonly<Record<string, FailureCode>> = {
  ENOENT: 'vanished',
  ENOTDIR: 'vanished',
  ELOOP: 'not-a-file',
  ENXIO: 'not-a-file',
  EISDIR: 'not-a-file',
};

const SENTENCES: Partial<Record<FailureCode, string>> = {
  vanished: 'The file is no longer there.',
  'not-a-file': 'Expected a file, but this is a link, a socket or a device.',
};

// Node's own message holds the absolute path, which must not leave the server.
function toMediaError(error: NodeJS.ErrnoException): MediaError {
  const code = CODE_OF_ERRNO[error.code ?? ''] ?? 'unreadable';
  return new MediaError(code, SENTENCES[code] ?? `The file cannot be read (${error.code ?? 'unknown error'}).`);
}
