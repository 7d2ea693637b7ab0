/**
 * Where to go after signing in, as a path of this client: `text` is such a path, or the server's full one under `base`.
 * Anything else leads to the photos, so that a crafted link cannot lead away (T27).
 */
export function safeContinue(text: string | null, base: string): string {
  const isPath = text !== null && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text);
  if (!isPath) return '/';
  const path = text === base || text.startsWith(`${base}/`) ? text.slice(base.length) || '/' : text;
  return /^\/(login|setup)\b|^\/\//.test(path) ? '/' : path;
}
