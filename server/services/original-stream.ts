import { constants } from 'node:fs';
import { lstat, open, type FileHandle } from 'node:fs/promises';
import { AppError } from '../errors.js';

/** An open original: its size in bytes and the handle, which the caller closes. */
export interface OpenOriginal {
  readonly handle: FileHandle;
  readonly bytes: number;
  readonly modifiedAt: Date;
}

/**
 * Opens a file whose path was checked, and makes sure that it is still that file: the last part may not be a link and what was opened
 * must be what was looked at (T07). Throws NOT_FOUND otherwise.
 */
export async function openOriginal(path: string): Promise<OpenOriginal> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(() => null);
  if (!handle) throw gone();
  const [looked, opened] = await Promise.all([lstat(path).catch(() => null), handle.stat()]);
  if (!looked || !opened.isFile() || looked.ino !== opened.ino || looked.dev !== opened.dev) {
    await handle.close();
    throw gone();
  }
  return { handle, bytes: opened.size, modifiedAt: opened.mtime };
}

function gone(): AppError {
  return new AppError('NOT_FOUND', 'The file cannot be read now.');
}
