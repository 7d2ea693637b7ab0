import { describe, expect, test } from '@jest/globals';
import { safeContinue } from '../../../../client/src/composables/safe-continue.js';

describe('where signing in leads to', () => {
  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\n/evil.example',
    '/%0a/../\u0000',
    'similar',
    '/image-explorer//evil.example',
    '',
    null,
  ])('T27 a crafted continue %j leads to the photos', (text) => expect(safeContinue(text, '/image-explorer')).toBe('/'));

  test('T27 signing in does not lead back to signing in', () => {
    expect(['/login?continue=/login', '/setup', '/image-explorer/login'].map((path) => safeContinue(path, '/image-explorer'))).toEqual([
      '/',
      '/',
      '/',
    ]);
  });

  test('the full path that the server redirects with becomes a path of the client', () => {
    expect(
      ['/photos/image-explorer/activity', '/photos/image-explorer'].map((path) => safeContinue(path, '/photos/image-explorer')),
    ).toEqual(['/activity', '/']);
  });

  test('a path of the client is kept with its query', () => {
    expect(safeContinue('/similar?id=a&threshold=0.6', '/image-explorer')).toBe('/similar?id=a&threshold=0.6');
  });
});
