import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { filterFromQuery, filterToQuery, numberFrom, withoutFilters } from '../../../../client/src/composables/url-state.js';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const word = fc
  .string({ minLength: 1 })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const ids = fc.array(fc.uuid(), { minLength: 1, maxLength: 3 });
const filters = fc.record(
  {
    keyword: word,
    kind: fc.constantFrom('PHOTO' as const, 'VIDEO' as const),
    from: day,
    to: day,
    roots: fc.array(word, { minLength: 1, maxLength: 3 }),
    favourite: fc.constant(true),
    hasPlace: fc.constant(true),
    hasFaces: fc.boolean(),
    minFaces: fc.nat(10_000),
    maxFaces: fc.nat(10_000),
    persons: ids,
    notPersons: ids,
    onlyPersons: ids,
    clusters: ids,
  },
  { requiredKeys: [] },
);

describe('filters in the address', () => {
  test('what is written is read back the same', () => {
    fc.assert(fc.property(filters, (filter) => expect(filterFromQuery(filterToQuery(filter))).toEqual(filter)));
  });

  test('what is malformed is left out instead of sent to the server', () => {
    expect(filterFromQuery({ kind: 'painting', from: '2024-02-30', to: 'yesterday', favourite: 'yes', q: '  ', root: [null, ''] })).toEqual(
      {},
    );
    expect(filterFromQuery({ person: ['Ada', "' OR 1=1"], only_person: null, min_faces: '1.5', max_faces: 'all', faces: 'yes' })).toEqual(
      {},
    );
  });

  test('a name given twice is read once', () => {
    expect(filterFromQuery({ q: ['beach', 'dunes'], kind: 'video' })).toEqual({ keyword: 'beach', kind: 'VIDEO' });
  });

  test('what is no filter stays when filters change', () => {
    expect(withoutFilters({ q: 'beach', from: '2020-01-01', id: 'a', threshold: '0.6' })).toEqual({ id: 'a', threshold: '0.6' });
  });

  test('numbers are kept inside their bounds and nonsense is null', () => {
    expect([
      numberFrom('0.6', -1, 1),
      numberFrom('7', -1, 1),
      numberFrom('x', -1, 1),
      numberFrom('', -1, 1),
      numberFrom(undefined, -1, 1),
    ]).toEqual([0.6, 1, null, null, null]);
  });
});
