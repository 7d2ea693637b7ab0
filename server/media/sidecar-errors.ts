import { AppError } from '../errors.js';

const AGAIN = 'The sidecar is written as soon as that is mended.';
const SENTENCES: Readonly<Record<string, string>> = {
  ENOSPC: `The disk is full. ${AGAIN}`,
  EDQUOT: `There is no room left for this user on the disk. ${AGAIN}`,
  EROFS: `The folder is read-only. Make it writable, or keep its sidecars in the data folder. ${AGAIN}`,
  EACCES: `The folder may not be written to. Change its permissions, or keep its sidecars in the data folder. ${AGAIN}`,
  EPERM: `The folder may not be written to. Change its permissions, or keep its sidecars in the data folder. ${AGAIN}`,
  ENOENT: `The folder of the picture cannot be found. Is its disk connected? ${AGAIN}`,
  ENOTDIR: `The folder of the picture cannot be found. Is its disk connected? ${AGAIN}`,
  ELOOP: 'Expected a sidecar but found a link, which is never followed. It was left as it is.',
  EIO: `The disk reports that it cannot read or write. ${AGAIN}`,
  ENAMETOOLONG: 'The name of the sidecar is too long for this disk. Keep the sidecars of this folder in the data folder.',
};

/** Any error of reading or writing a sidecar as one with a sentence that is safe to show: Node's own holds absolute paths. */
export function toSidecarError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  return new AppError('UNAVAILABLE', SENTENCES[code] ?? `The sidecar cannot be written (${code}). ${AGAIN}`, undefined, { cause: error });
}
