import { realpath } from 'node:fs/promises';
import { isAbsolute, join, sep } from 'node:path';
import { AppError } from '../errors.js';

/**
 * The real absolute path of a file inside a root folder, links followed. Nothing is decoded: the text is the name on disk.
 * Whatever leaves the root, is malformed, unreadable or not there throws the same NOT_FOUND, so that nothing can be probed.
 */
export async function resolveInside(root: string, relativePath: string): Promise<string> {
  if (!isPlainRelative(relativePath)) throw notFound();
  const [realRoot, realFile] = await Promise.all([realpath(root), realpath(join(root, relativePath))]).catch(() => {
    throw notFound();
  });
  // With the separator, so that /photos-evil is not inside /photos; a root of "/" already ends in one.
  const prefix = realRoot.endsWith(sep) ? realRoot : realRoot + sep;
  if (!realFile.startsWith(prefix)) throw notFound();
  return realFile;
}

/** Splits `<root name>/<relative path>`, the form in which paths come in and go out; throws NOT_FOUND for anything else. */
export function parseSourcePath(sourcePath: string): { rootName: string; path: string } {
  const slash = sourcePath.indexOf('/');
  const [rootName, path] = [sourcePath.slice(0, Math.max(0, slash)), sourcePath.slice(slash + 1)];
  if (rootName === '' || !isPlainRelative(rootName) || !isPlainRelative(path)) throw notFound();
  return { rootName, path };
}

// A backslash is a letter here and a separator on Windows, so ".." counts between either.
function isPlainRelative(path: string): boolean {
  return path !== '' && !path.includes('\0') && !isAbsolute(path) && path.split(/[\\/]/).every((part) => part !== '..');
}

// In the words of every look-up that finds nothing, so that no answer tells a bad path from an unknown one (T06).
function notFound(): AppError {
  return new AppError('NOT_FOUND', 'There is no such picture in the archive.');
}
