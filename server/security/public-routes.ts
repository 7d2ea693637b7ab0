interface PublicRoute {
  readonly methods: readonly string[];
  readonly path: string | RegExp;
  /** Part of our own login, so not there when the host says who asks. */
  readonly isLogin: boolean;
}

const READ = ['GET', 'HEAD'];

/** Everything that answers without a session or token, relative to the mount; whatever is not in this table is denied. */
export const PUBLIC_ROUTES: readonly PublicRoute[] = [
  { methods: READ, path: '/healthz', isLogin: false },
  { methods: READ, path: '/readyz', isLogin: false },
  { methods: READ, path: '/', isLogin: false },
  { methods: READ, path: '/image-explorer/icon.svg', isLogin: false },
  { methods: READ, path: /^\/image-explorer\/assets\/\w[\w.-]*$/, isLogin: false },
  { methods: READ, path: '/image-explorer/login', isLogin: true },
  { methods: READ, path: '/image-explorer/setup', isLogin: true },
  { methods: ['POST'], path: '/api/session', isLogin: true },
  { methods: ['POST'], path: '/api/owner', isLogin: true },
];

/** Whether a request needs no session; the comparison is exact, so another spelling of a public path is denied. */
export function isPublicRoute(method: string, path: string, hasOwnLogin: boolean): boolean {
  return PUBLIC_ROUTES.some(
    (route) =>
      route.methods.includes(method) &&
      (hasOwnLogin || !route.isLogin) &&
      (typeof route.path === 'string' ? route.path === path : route.path.test(path)),
  );
}
