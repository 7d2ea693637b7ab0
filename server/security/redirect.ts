/** A path to go on to after login: inside the mount and never another site's; anything else becomes `fallback`. */
export function safeContinue(value: unknown, mountPath: string, fallback: string): string {
  if (typeof value !== 'string' || value.length > 2_000) return fallback;
  // Browsers read a backslash as a slash and drop tabs and line ends, so "/\evil.test" and "/\t/evil.test" would leave this site.
  if (!/^\/(?!\/)[^\\\p{Cc}]*$/u.test(value)) return fallback;
  const base = 'http://this.invalid';
  if (!URL.canParse(value, base)) return fallback;
  const url = new URL(value, base);
  const isHere = url.origin === base && !url.pathname.startsWith('//');
  const isMounted = isHere && (url.pathname === mountPath || url.pathname.startsWith(`${mountPath}/`));
  return isMounted ? url.pathname + url.search + url.hash : fallback;
}
