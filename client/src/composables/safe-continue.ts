/** Where to go after signing in: a path of this client only, so that a crafted link cannot lead away (T27). */
export function safeContinue(text: string | null): string {
  const isPath = text !== null && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text);
  return isPath && !/^\/(login|setup)\b/.test(text) ? text : '/';
}
