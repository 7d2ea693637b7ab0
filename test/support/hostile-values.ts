const cursor = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
/** Page cursors that no page gave. */
export const CURSORS = [
  ...[
    'x',
    '=',
    '\0',
    'a'.repeat(400),
    cursor(),
    cursor(1, 2),
    cursor(null),
    cursor({}),
    cursor('2020-01-01', 'x'),
    cursor("'; DROP TABLE documents; --", 'x'),
  ],
  ...['2020-99-99T00:00:00.000', '2020-02-30T00:00:00.000', '0000-00-00T99:99:99.999', '999999-12-31T23:59:59.999'].map((time) =>
    cursor(time, '01890000-0000-7000-8000-000000000001'),
  ),
];
/** Texts that are something else in SQL, patterns, templates or broken Unicode. */
export const INJECTIONS = [
  "'",
  "' OR 1=1 --",
  "'; DROP TABLE documents; --",
  '\\',
  '%',
  '_',
  '$1',
  '\u0000',
  '${x}',
  '{{x}}',
  '🙂'.repeat(50),
  '\ud800',
];
/** What stands where an id or a text is expected. */
export const NOT_SCALARS: unknown[] = [{}, [], [[]], { $ne: null }, { id: 'x' }, true, [null], { toString: 'x' }];
