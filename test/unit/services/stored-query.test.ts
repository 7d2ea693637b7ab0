import { describe, expect, test } from '@jest/globals';
import { toStoredQuery } from '../../../server/services/stored-query.js';

const region = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };

describe('what is kept of a query', () => {
  test('are its picture as a document, its words, its part, its moment, its cut and its filters', () => {
    const filter = { keyword: 'sea', kind: 'photo' as const, roots: [], persons: null, hasPlace: false };
    const parts = [
      { path: 'photos/a.jpg', region, frameMs: 1500 },
      { text: 'a toy', mode: 'less' as const, weight: 0.2 },
    ];
    expect(toStoredQuery({ parts, threshold: 0.7, filter }, ['an id', null])).toEqual({
      parts: [{ imageId: 'an id', region, frameMs: 1500 }, parts[1]],
      threshold: 0.7,
      filter: { keyword: 'sea', kind: 'photo', hasPlace: false },
    });
    expect(toStoredQuery({ parts: [{ text: 'a red boat' }], threshold: null, filter: {} }, [null])).toEqual({
      parts: [{ text: 'a red boat' }],
    });
  });

  test('is nothing of an upload: neither its bytes nor what they would be called', () => {
    expect(toStoredQuery({ parts: [{ upload: new Uint8Array([1, 2, 3]) }], topK: 10 }, [null])).toEqual({ parts: [{}] });
  });

  test('is something a database takes, whatever was typed', () => {
    const { parts, filter } = toStoredQuery({ parts: [{ text: 'a\0b\ud800c 😀' }], filter: { keyword: ['\0'] } }, [null]);
    expect([parts, filter]).toEqual([[{ text: 'a\uFFFDb\uFFFDc 😀' }], { keyword: ['\uFFFD'] }]);
  });
});
