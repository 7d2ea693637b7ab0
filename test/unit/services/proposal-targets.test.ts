import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ChangedSubject } from '../../../server/repositories/decision.repository.js';
import { additionsOf, spread } from '../../../server/services/proposal-targets.js';

const to = (value: unknown) => ({ to: { value } });

describe('what a decision lets propose', () => {
  test('are the tags, people and clusters it gave, with the pictures it gave them to', () => {
    const subjects: ChangedSubject[] = [
      { kind: 'document', id: 'b', change: { 'tags/a/b': to(true), title: to('x'), favourite: to(true) } },
      { kind: 'document', id: 'a', change: { 'tags/a/b': to(true), 'people/p': to(true), 'tags/no': to(false) } },
      { kind: 'document', id: 'c', change: { 'clusters/k': to(true), 'tags/gone': { from: { value: true } } } },
      { kind: 'person', id: 'p', change: { name: to('Ada') } },
    ];
    expect(additionsOf({ subjects })).toEqual([
      { target: { kind: 'tag', field: 'tags', element: 'a/b' }, documentIds: ['a', 'b'] },
      { target: { kind: 'person', field: 'people', element: 'p' }, documentIds: ['a'] },
      { target: { kind: 'cluster', field: 'clusters', element: 'k' }, documentIds: ['c'] },
    ]);
  });

  test('is looked for from examples of the whole length of the list', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 40 }), (length, most) => {
        const chosen = spread(
          Array.from({ length }, (_, index) => index),
          most,
        );
        expect(chosen).toHaveLength(Math.min(length, most));
        expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b));
        if (length > most) expect(chosen.at(-1)).toBeGreaterThanOrEqual(length - Math.ceil(length / most) - 1);
      }),
    );
  });
});
