import { describe, expect, test } from '@jest/globals';
import { documentId, isId, newId } from '../../server/ids.js';

describe('ids', () => {
  test('are distinct uuids of version 7 that sort in the order they were made', () => {
    const ids = Array.from({ length: 20_000 }, newId);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
    for (const id of ids.slice(0, 100)) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('of documents follow from their bytes alone, as uuids of version 8', () => {
    const hash = 'f'.repeat(32) + '0'.repeat(32);
    expect(documentId(hash)).toBe('ffffffff-ffff-8fff-bfff-ffffffffffff');
    expect(isId(documentId('0123456789abcdef'.repeat(4)))).toBe(true);
  });

  test('begin with the time', () => {
    const before = Date.now();
    const stamp = Number.parseInt(newId().replaceAll('-', '').slice(0, 12), 16);
    expect(stamp).toBeGreaterThanOrEqual(before);
  });

  test.each(['', 'x', `${newId()}x`, newId().toUpperCase(), "' OR 1=1 --", newId().replaceAll('-', '')])('%j is none', (text) => {
    expect(isId(text)).toBe(false);
  });
});
