const meta = document.querySelector<HTMLMetaElement>('meta[name="image-explorer-mount"]');

/** Path under which the server is mounted, without a trailing slash: empty for the stand-alone server. */
export const mountPath = meta?.content.startsWith('/') ? meta.content.replace(/\/+$/, '') : '';

/** A root-relative URL of the server, for example `endpoint('/graphql')`. */
export function endpoint(path: `/${string}`): string {
  return `${mountPath}${path}`;
}
