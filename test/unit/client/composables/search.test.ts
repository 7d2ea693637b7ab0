import { describe, expect, test } from '@jest/globals';
import { chipsOf } from '../../../../client/src/composables/search-chips.js';
import { suggestionsFor } from '../../../../client/src/composables/search-suggestions.js';
import { partOf } from '../../../../client/src/composables/query-parts.js';
import { evidenceFromQuery, evidenceToQuery } from '../../../../client/src/composables/evidence.js';

const source = { roots: ['Pictures', 'Phone'], videos: 3, earliest: '2009-03-02T10:00:00', latest: '2011-06-14T18:00:00' };
const names = { photos: 'Photos', videos: 'Videos', favourite: 'Favourites', place: 'With a place', root: 'In', dates: 'Dates' };

describe('the search box', () => {
  test('words come first, then their use as a keyword, then filters that begin so', () => {
    expect(suggestionsFor('ph', source, names).map((line) => line.key)).toEqual(['words', 'keyword', 'photos', 'root:Phone']);
  });

  test('a year typed becomes a filter from its first to its last day', () => {
    expect(suggestionsFor('2010', source, names)[2]).toMatchObject({ act: 'filter', change: { from: '2010-01-01', to: '2010-12-31' } });
  });

  test('nothing typed offers filters only', () => {
    expect(suggestionsFor(' ', source, names).every((line) => line.act === 'filter')).toBe(true);
  });

  test('taking a chip away leaves the other filters', () => {
    const filter = { keyword: 'beach', from: '2010-01-01', to: '2010-12-31', roots: ['Pictures', 'Phone'] };
    const rest = Object.fromEntries(chipsOf(filter).map((chip) => [chip.key, chip.rest]));
    expect(rest['dates']).toEqual({ keyword: 'beach', roots: ['Pictures', 'Phone'] });
    expect(rest['root:Phone']).toEqual({ ...filter, roots: ['Pictures'] });
  });
});

describe('why a picture is shown', () => {
  test('survives the way through the address', () => {
    const evidence = {
      similarity: 0.83,
      band: 'LIKELY' as const,
      asked: [partOf('id', 'a', { region: { x: 0.1, y: 0, width: 0.5, height: 1 } }), partOf('text', 'toy', { mode: 'LESS', weight: 0.2 })],
      standing: { z: 6.25, expectedFalse: 0.0012 },
      cosines: [0.81, 0.2],
      logId: 'l',
      likelyFrom: 0.79,
      strongFrom: 0.88,
      region: { x: 0.1, y: 0.2, width: 0.3, height: 0.4 },
      frameMs: 17_000,
    };
    expect(evidenceFromQuery(evidenceToQuery(evidence))).toEqual(evidence);
  });

  test('is absent where the picture was not opened from a search, and malformed parts are left out', () => {
    expect(evidenceFromQuery({})).toBeNull();
    expect(evidenceFromQuery({ s: '0.5', band: 'sure', region: '1,2', bands: 'a,b' })).toMatchObject({
      similarity: 0.5,
      band: null,
      region: null,
      likelyFrom: null,
    });
  });
});
