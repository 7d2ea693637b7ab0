import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { QueryFailedError } from 'typeorm';
import { translateDatabaseError } from '../../../server/repositories/database-errors.js';
import { decodeCursor, encodeCursor } from '../../../server/repositories/paging.js';
import { containsPattern, checkedInteger } from '../../../server/repositories/sql.js';
import { fromVectorBytes, toVectorText } from '../../../server/repositories/vector-codec.js';

describe('sql', () => {
  test('T15: a pattern holds a text between percents, every wildcard of it escaped', () => {
    expect(containsPattern('100%_a\\b')).toBe(String.raw`%100\%\_a\\b%`);
    fc.assert(
      fc.property(
        fc.string(),
        (text) =>
          containsPattern(text)
            .slice(1, -1)
            .replaceAll(/\\([\\%_])/g, '$1') === text,
      ),
    );
  });

  test('T13: only whole numbers from 0 are inlined', () => {
    expect(checkedInteger(32767)).toBe('32767');
    for (const value of [-1, 1.5, Number.NaN, Infinity, 2 ** 53, '1; DROP TABLE x' as never])
      expect(() => checkedInteger(value)).toThrow('whole number');
  });

  test('T18: a cursor gives back its key, and nothing else passes for one', () => {
    const patterns = [/^[a-z]+$/, /^\d+$/];
    expect(decodeCursor(encodeCursor(['abc', '12']), patterns)).toEqual(['abc', '12']);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => decodeCursor(text, patterns)).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }));
      }),
    );
  });

  test('a vector text is read back as the same floats; what is no number is refused', () => {
    fc.assert(
      fc.property(fc.float32Array({ noNaN: true, noDefaultInfinity: true, minLength: 1 }), (vector) => {
        expect(Float32Array.from(JSON.parse(toVectorText(vector).replaceAll('-0,', '0,')) as number[]).map((x) => x + 0)).toEqual(
          vector.map((x) => x + 0),
        );
      }),
    );
    for (const value of [Number.NaN, Infinity]) expect(() => toVectorText(Float32Array.of(1, value))).toThrow('finite');
  });

  test('the bytes of vector_send are big-endian floats behind four bytes', () => {
    expect([...fromVectorBytes(Buffer.from('00020000bf80000040000000', 'hex'))]).toEqual([-1, 2]);
  });

  test.each(['08006', '57P01', '57014', '53300', 'ECONNREFUSED'])('T42: a failure with code %s comes out as UNAVAILABLE', (code) => {
    const cause = Object.assign(new Error('noise'), { code });
    expect(translateDatabaseError(new QueryFailedError('SELECT 1', [], cause))).toMatchObject({ code: 'UNAVAILABLE' });
    expect(translateDatabaseError(cause)).toMatchObject({ code: 'UNAVAILABLE' });
  });

  test('other failures stay what they are', () => {
    const unique = new QueryFailedError('INSERT', [], Object.assign(new Error('duplicate'), { code: '23505' }));
    expect(translateDatabaseError(unique)).toBe(unique);
    expect(translateDatabaseError('text')).toBe('text');
  });
});
