import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { safeContinue } from '../../../server/security/redirect.js';

const ELSEWHERE = [
  '//evil.test',
  '///evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  '/\t/evil.test',
  '/\n/evil.test',
  '/a\r\nSet-Cookie: x=1',
  'https://evil.test/',
  'javascript:alert(1)',
  'data:text/html,x',
  'evil.test',
  '',
  ' /image-explorer',
  '/..//evil.test',
  '/.//evil.test',
  '/photos/..//evil.test',
  '/photos/../elsewhere',
  '/photos-evil',
  '/'.padEnd(3_000, 'a'),
];

describe('where to go on after login', () => {
  test.each(ELSEWHERE)('T27 %j is not followed', (value) => {
    expect(safeContinue(value, '/photos', '/photos/image-explorer')).toBe('/photos/image-explorer');
  });

  test.each([[undefined], [null], [['/photos/a']], [{ a: 1 }]])('T27 %j is no path', (value) => {
    expect(safeContinue(value, '/photos', 'fallback')).toBe('fallback');
  });

  test.each(['/photos', '/photos/image-explorer?q=a%0ab#x', '/photos/graphql'])('T27 %j is followed', (value) => {
    expect(safeContinue(value, '/photos', 'fallback')).toBe(value);
  });

  test('T27 whatever is given, a browser stays on this site', () => {
    const piece = fc.oneof(fc.constantFrom('/', '\\', '//', '..', '%2f', '\t', '@', ':', 'evil.test', 'photos'), fc.string());
    fc.assert(
      fc.property(
        fc.array(piece).map((parts) => parts.join('')),
        fc.constantFrom('', '/photos'),
        (value, mountPath) => {
          const here = new URL(safeContinue(value, mountPath, '/'), 'http://here.test');
          expect(here.origin).toBe('http://here.test');
          expect(new URL(here.pathname + here.search, 'http://here.test').origin).toBe('http://here.test');
        },
      ),
    );
  });
});
