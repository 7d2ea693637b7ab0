import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ToldFact } from '../../../server/media/sidecar-format.js';
import { isSame, mergeFacts, type Merge, type Saying } from '../../../server/services/sidecar-merge.js';

const KEYS = ['title', 'taken', 'tags/a', 'tags/a/b', 'people/1'];
const value = fc.constantFrom<unknown>(null, true, false, 'one', 'two', { local: '1999', offsetMinutes: null });
const fact = fc.record({ value, by: fc.constantFrom('person:a', 'person:b'), at: fc.constant('2026-01-01T00:00:00.000Z') });
const saying = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...KEYS), fact), { selector: ([key]) => key })
  .map((entries): Saying<ToldFact> => new Map(entries));

function applied(ours: Saying, { say }: Merge): Saying {
  const result = new Map(ours);
  for (const [key, said] of say) {
    if (said) result.set(key, said);
    else result.delete(key);
  }
  return result;
}

const valuesOf = (side: Saying): [string, unknown][] => [...side].map(([key, said]): [string, unknown] => [key, said.value]).sort();
const of = (key: string, said: unknown): Saying<ToldFact> => new Map([[key, { value: said, by: null, at: null }]]);

describe('Three-way merge of a sidecar', () => {
  test('T37 every word of the file is taken, or was known, or is a conflict', () => {
    fc.assert(
      fc.property(saying, saying, saying, (base, ours, theirs) => {
        const merge = mergeFacts({ base, ours, theirs });
        const result = applied(ours, merge);
        for (const key of KEYS) {
          const isUnchanged = isSame(theirs.get(key), base.get(key));
          expect(isUnchanged || isSame(result.get(key), theirs.get(key)) || merge.conflicts.has(key)).toBe(true);
        }
      }),
    );
  });

  test('T37 every word of ours stands, or was what both began with', () => {
    fc.assert(
      fc.property(saying, saying, saying, (base, ours, theirs) => {
        const result = applied(ours, mergeFacts({ base, ours, theirs }));
        for (const key of KEYS) expect(isSame(result.get(key), ours.get(key)) || isSame(ours.get(key), base.get(key))).toBe(true);
      }),
    );
  });

  test('an unchanged file changes nothing, and an unchanged archive takes the file', () => {
    fc.assert(
      fc.property(saying, saying, (base, other) => {
        expect(mergeFacts({ base, ours: other, theirs: base })).toEqual({ say: new Map(), conflicts: new Map() });
        const taken = mergeFacts({ base, ours: base, theirs: other });
        expect(taken.conflicts.size).toBe(0);
        expect(valuesOf(applied(base, taken))).toEqual(valuesOf(other));
      }),
    );
  });

  test('merged again with what it came to, nothing more happens', () => {
    fc.assert(
      fc.property(saying, saying, saying, (base, ours, theirs) => {
        const first = mergeFacts({ base, ours, theirs });
        const again = mergeFacts({ base, ours: applied(ours, first), theirs });
        expect(again.say.size).toBe(0);
        expect([...again.conflicts.keys()]).toEqual([...first.conflicts.keys()]);
      }),
    );
  });

  test('changes of different keys never meet', () => {
    const merge = mergeFacts({ base: new Map(), ours: of('title', 'mine'), theirs: of('tags/theirs', true) });
    expect([...merge.say.keys()]).toEqual(['tags/theirs']);
    expect(merge.conflicts.size).toBe(0);
  });

  test('without a base nothing counts as removed, and words that differ are a conflict', () => {
    const ours = new Map([...of('title', 'mine'), ...of('tags/mine', true)]);
    const merge = mergeFacts({ base: new Map(), ours, theirs: of('title', 'theirs') });
    expect(merge.say.size).toBe(0);
    expect([...merge.conflicts]).toEqual([['title', { value: 'theirs', by: null, at: null }]]);
  });

  test('a word taken back elsewhere and changed here is a conflict with nothing', () => {
    const merge = mergeFacts({ base: of('title', 'old'), ours: of('title', 'mine'), theirs: new Map() });
    expect([...merge.conflicts]).toEqual([['title', null]]);
  });
});
