/** Ways up and out of a root, each written in the encodings and disguises that neighbours of ours fell for (T06). */
export function hostilePaths(): string[] {
  const ups = ['..', '%2e%2e', '%252e%252e', '.%2e', '..;', '..%00', '..\0', '%c0%ae%c0%ae', '．．', '....', '.. ', '..\u202e'];
  const separators = ['/', '\\', '%2f', '%5c', '%252f', '//', '/./', '\\/', '∕'];
  const climbs = ups.flatMap((up) =>
    separators.flatMap((slash) => [`${up}${slash}secret.txt`, `year${slash}${up}${slash}${up}${slash}secret.txt`]),
  );
  const absolute = [
    '/etc/passwd',
    '//etc/passwd',
    '\\\\host\\share',
    'C:\\boot.ini',
    'file:///etc/passwd',
    'file:/etc/passwd',
    '~/.ssh/id',
  ];
  const odd = [
    '',
    '.',
    '..',
    './',
    '/',
    '\0',
    'year\0.jpg',
    'year/a b.jpg\0',
    'a'.repeat(4_000),
    'link-out.jpg',
    '\ud800',
    '%',
    '%zz',
    '%e0%a4%a',
  ];
  const siblings = ['../photos-evil/secret.txt', 'folder-out/secret.txt', 'folder-out/photos-evil/secret.txt', 'photos/../../secret.txt'];
  return [...climbs, ...absolute, ...odd, ...siblings];
}
