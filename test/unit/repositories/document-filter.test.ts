import { describe, expect, test } from '@jest/globals';
import { newId } from '../../../server/ids.js';
import { toCondition, type DocumentFilter } from '../../../server/repositories/document-filter.js';

describe('the document filter', () => {
  const malformed: [string, DocumentFilter][] = [
    ['a date that does not exist', { from: '2021-02-29' }],
    ['a date with more in it', { to: "2021-01-01'; --" }],
    ['the year 0', { from: '0000-01-01' }],
    ['a keyword of 201 characters', { keyword: 'x'.repeat(201) }],
    ['a keyword with NUL', { keyword: 'a\0b' }],
    ['a person that is no id', { persons: ["' OR 1=1 --"] }],
    ['a person to be alone that is no id', { onlyPersons: ['0'] }],
    ['half a face', { minFaces: 0.5 }],
    ['less than no face', { maxFaces: -1 }],
    ['an object for an id', { clusters: [{ toString: () => newId() }] as never }],
    ['a root with NUL', { roots: ['\0'] }],
    ['a list that never ends', { persons: Array.from({ length: 1001 }, newId) }],
  ];

  test.each(malformed)('T13, T16, T18: %s is a BAD_REQUEST', (_name, filter) => {
    expect(() => toCondition(filter)).toThrow(expect.objectContaining({ code: 'BAD_REQUEST' }));
  });

  test('T13: the words of the SQL depend on which fields are given, never on their values', () => {
    const ids = [newId()];
    const plain: DocumentFilter = {
      keyword: 'a',
      kind: 'photo',
      from: '2020-01-01',
      to: '2020-01-02',
      roots: ['a'],
      persons: ids,
      notPersons: ids,
      onlyPersons: ids,
      minFaces: 1,
      maxFaces: 2,
      clusters: ids,
    };
    const hostile: DocumentFilter = {
      ...plain,
      keyword: "'; DROP TABLE documents; --",
      kind: "photo' OR '1'='1" as 'photo',
      roots: ["$1'"],
    };
    expect(toCondition(hostile).sql).toBe(toCondition(plain).sql);
    expect(toCondition(hostile).values).toHaveLength(11);
  });

  test('nothing asked for leaves out what is hidden and what stands under a stack', () => {
    const empty: DocumentFilter = { keyword: '  ', roots: [], persons: null };
    expect(toCondition(empty)).toEqual(toCondition({}));
    expect(toCondition({}).sql).toContain('NOT d.hidden');
    expect(toCondition({}).sql).toContain('stack_role');
    expect(toCondition({ hidden: 'with', withStacked: true }).sql).toBe('true');
  });
});
