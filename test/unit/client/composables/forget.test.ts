import { describe, expect, test } from '@jest/globals';
import { isTypedCount } from '../../../../client/src/composables/forget.js';
import { askedName } from '../../../../client/src/composables/name-commands.js';
import { chipsOf } from '../../../../client/src/composables/search-chips.js';
import { suggestionsFor } from '../../../../client/src/composables/search-suggestions.js';
import { filterFromQuery, filterToQuery } from '../../../../client/src/composables/url-state.js';

describe('the number that is typed before pictures are forgotten', () => {
  test('counts however its thousands are written, and nothing else does', () => {
    expect(['1240', '1,240', '1 240', "1'240"].map((typed) => isTypedCount(typed, 1240))).toEqual([true, true, true, true]);
    expect(['', '124', '1240x', 'all', '-1240'].map((typed) => isTypedCount(typed, 1240))).toEqual([false, false, false, false, false]);
    expect(isTypedCount('', 0)).toBe(false);
  });
});

describe('names in the palette', () => {
  test('@ asks for people, # for tags and clusters, anything else for neither', () => {
    expect([askedName('@ An'), askedName('#'), askedName('beach'), askedName('')]).toEqual([
      { sign: '@', text: 'An' },
      { sign: '#', text: '' },
      null,
      null,
    ]);
  });
});

describe('hidden pictures in the search box', () => {
  const source = { roots: [], videos: 0, earliest: null, latest: null };
  const names = { onlyHidden: 'Hidden only', withHidden: 'Hidden too', favourite: 'Favourites', place: 'With a place' };

  test('the filter survives the way through the address, and what is malformed is left out', () => {
    expect(filterFromQuery(filterToQuery({ hidden: 'ONLY' }))).toEqual({ hidden: 'ONLY' });
    expect(filterToQuery({ hidden: 'WITHOUT' })).toEqual({});
    expect(filterFromQuery({ hidden: 'everything' })).toEqual({});
  });

  test('it is a chip that can be taken away', () => {
    expect(chipsOf({ hidden: 'WITH', favourite: true }).at(-1)).toMatchObject({
      key: 'hidden',
      valueKey: 'hiddenWith',
      rest: { favourite: true },
    });
  });

  test('it is offered only to those who may see hidden pictures, where there are any', () => {
    const keys = (hidden: number | null): string[] => suggestionsFor('hid', { ...source, hidden }, names).map(({ key }) => key);
    expect(keys(3)).toEqual(['words', 'keyword', 'onlyHidden', 'withHidden']);
    expect([keys(0), keys(null)]).toEqual([
      ['words', 'keyword'],
      ['words', 'keyword'],
    ]);
  });
});
