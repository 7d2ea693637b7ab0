import { describe, expect, test } from '@jest/globals';
import { safeContinue } from '../../../../client/src/composables/safe-continue.js';

describe('where signing in leads to', () => {
  test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\n/evil.example', '/%0a/../\u0000', 'similar', '', null])(
    'T27 a crafted continue %j leads to the photos',
    (text) => expect(safeContinue(text)).toBe('/'),
  );

  test('T27 signing in does not lead back to signing in', () => {
    expect([safeContinue('/login?continue=/login'), safeContinue('/setup')]).toEqual(['/', '/']);
  });

  test('a path of the client is kept with its query', () => {
    expect(safeContinue('/similar?id=a&threshold=0.6')).toBe('/similar?id=a&threshold=0.6');
  });
});
