import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  NO_CHANGES,
  addTo,
  canBeProposed,
  changesOf,
  chipsOf,
  expectedOf,
  isChanged,
  turnChip,
  withText,
  withoutFields,
} from '../../../../client/src/composables/annotation-draft.js';
import { wordsOfDraft, wordsOfSummary } from '../../../../client/src/composables/conflict-words.js';
import { offersFor } from '../../../../client/src/composables/name-sources.js';
import type { SummaryPartsFragment } from '../../../../client/src/graphql/generated/operations.js';

const none = { isMixed: false, values: [{ value: null, count: 7 }] };
const summary: SummaryPartsFragment = {
  count: 7,
  title: {
    isMixed: true,
    values: [
      { value: 'Morning in Burano', count: 3 },
      { value: null, count: 3 },
      { value: 'The lagoon', count: 1 },
    ],
  },
  description: { isMixed: false, values: [{ value: 'Two weeks by train', count: 7 }] },
  tags: [
    { name: 'boats', count: 2 },
    { name: 'summer', count: 7 },
  ],
  people: [{ person: { id: 'p1', name: 'Ana' }, count: 3 }],
  clusters: [],
  taken: none,
  place: { isMixed: false, values: [{ place: { name: 'Venice', latitude: 45.4371, longitude: 12.3326 }, count: 7 }] },
  favourites: 7,
  hidden: 2,
  versions: [
    { field: 'TITLE', version: 't1' },
    { field: 'TAGS', version: 'g1' },
    { field: 'HIDDEN', version: 'h1' },
  ],
  sidecars: { beside: 5, apart: 2 },
};
const chip = (name: string, draft = NO_CHANGES) => chipsOf(summary, 'tags', draft.tags).find(({ named }) => named.name === name)!;
const tag = (name: string) => ({ id: name, name });

describe('an annotation that is being written', () => {
  test('changes nothing until something is typed, and nothing again when it is typed back', () => {
    expect(changesOf(NO_CHANGES)).toEqual({});
    const typed = withText(NO_CHANGES, 'description', { typed: 'Three weeks', summary });
    expect(changesOf(typed)).toEqual({ description: 'Three weeks' });
    expect(isChanged(withText(typed, 'description', { typed: ' Two weeks by train ', summary }))).toBe(false);
  });

  test('an emptied text says that there is none, an empty field over differing texts leaves each', () => {
    expect(changesOf(withText(NO_CHANGES, 'description', { typed: ' ', summary }))).toEqual({ description: null });
    expect(changesOf(withText(NO_CHANGES, 'title', { typed: '', summary }))).toEqual({});
  });

  test('the commonest tag stands first and one on some pictures says on how many', () => {
    expect(chipsOf(summary, 'tags', NO_CHANGES.tags).map(({ key, state }) => [key, state])).toEqual([
      ['summer', 'all'],
      ['boats', 'some'],
    ]);
  });

  test('a tag on some goes to all, then away, then back to some', () => {
    const states: string[] = [];
    let draft = NO_CHANGES;
    for (let turn = 0; turn < 3; turn += 1) {
      draft = { ...draft, tags: turnChip(draft.tags, chip('boats', draft)) };
      states.push(chip('boats', draft).state);
    }
    expect(states).toEqual(['added', 'removed', 'some']);
    expect(isChanged(draft)).toBe(false);
  });

  test('people that exist go by id, new ones by name, tags by name', () => {
    const people = addTo(addTo(NO_CHANGES.people, { id: 'p2', name: 'Michael' }), { id: null, name: 'Eva' });
    const draft = { ...NO_CHANGES, people, tags: turnChip(addTo(NO_CHANGES.tags, tag('lagoon')), chip('summer')) };
    expect(changesOf(draft)).toEqual({ addPeople: [{ id: 'p2' }, { name: 'Eva' }], addTags: ['lagoon'], removeTags: ['summer'] });
  });

  test('the same new person typed twice is made once', () => {
    const edits = addTo(addTo(NO_CHANGES.people, { id: null, name: 'Eva' }), { id: null, name: 'eva' });
    expect(edits.added).toHaveLength(1);
  });

  test('only what is changed is checked against others', () => {
    expect(expectedOf({ ...NO_CHANGES, hidden: true, title: null }, summary).map(({ field }) => field)).toEqual(['TITLE', 'HIDDEN']);
  });

  test('only what was put on pictures is proposed to those that look alike', () => {
    expect(canBeProposed({ ...NO_CHANGES, title: 'Sea', tags: turnChip(NO_CHANGES.tags, chip('summer')) })).toBe(false);
    expect(canBeProposed({ ...NO_CHANGES, clusters: addTo(NO_CHANGES.clusters, { id: null, name: 'On the water' }) })).toBe(true);
  });

  test('taking over what others wrote in every field leaves nothing to save', () => {
    const draft = { ...NO_CHANGES, title: 'Sea', hidden: true, tags: addTo(NO_CHANGES.tags, tag('sea')) };
    expect(changesOf(withoutFields(draft, ['TITLE', 'TAGS']))).toEqual({ hidden: true });
    expect(isChanged(withoutFields(draft, ['TITLE', 'TAGS', 'HIDDEN']))).toBe(false);
  });

  test('nothing is both put on and taken away, whatever is pressed in whatever order', () => {
    const press = fc.array(fc.record({ name: fc.constantFrom('summer', 'boats', 'sea', 'lagoon'), adds: fc.boolean() }), { maxLength: 30 });
    fc.assert(
      fc.property(press, (presses) => {
        let { tags } = NO_CHANGES;
        for (const { name, adds } of presses) {
          const present = chipsOf(summary, 'tags', tags).find(({ key }) => key === name);
          if (adds) tags = addTo(tags, tag(name));
          else if (present) tags = turnChip(tags, present);
        }
        const [added, removed] = [tags.added.map(({ name }) => name), tags.removed.map(({ name }) => name)];
        expect(added.filter((name) => removed.includes(name))).toEqual([]);
        expect(new Set(added).size).toBe(added.length);
        expect(removed.every((name) => summary.tags.some((one) => one.name === name))).toBe(true);
      }),
    );
  });
});

describe('both sides of a conflict', () => {
  const draft = { ...NO_CHANGES, title: null, hidden: true, tags: turnChip(addTo(NO_CHANGES.tags, tag('sea')), chip('summer')) };

  test.each([
    ['TITLE', { word: 'nothing' }, { word: 'differs' }],
    ['HIDDEN', { word: 'yes' }, { word: 'differs' }],
    ['TAGS', { text: '+ sea, − summer' }, { text: 'boats, summer' }],
    ['PLACE', { word: 'nothing' }, { text: 'Venice · 45.4371, 12.3326' }],
    ['FAVOURITE', { word: 'nothing' }, { word: 'yes' }],
  ] as const)('%s stands in words', (field, mine, theirs) => {
    expect(wordsOfDraft(draft, field)).toEqual(mine);
    expect(wordsOfSummary(summary, field)).toEqual(theirs);
  });
});

describe('what a combobox offers', () => {
  const found = [
    { id: 'landscape', name: 'landscape', count: 1310 },
    { id: 'la', name: 'La', count: 2 },
    { id: 'summer', name: 'summer', count: 90 },
  ];
  const chips = chipsOf(summary, 'tags', NO_CHANGES.tags);

  test('the exact name leads, and what exists is never offered as new', () => {
    expect(offersFor({ typed: 'la', found, chips }).map(({ key }) => key)).toEqual(['la', 'landscape']);
  });

  test('a new name comes last, without what is on all pictures already', () => {
    expect(offersFor({ typed: 'lan', found, chips }).map(({ key, isNew }) => [key, isNew])).toEqual([
      ['landscape', false],
      ['new', true],
    ]);
    expect(offersFor({ typed: 'Summer', found, chips })).toEqual([]);
  });

  test('what is on some pictures is offered, so that typing it puts it on all', () => {
    const boats = [{ id: 'boats', name: 'boats', count: 2 }];
    expect(offersFor({ typed: 'boa', found: boats, chips })[0]?.named.name).toBe('boats');
  });
});
