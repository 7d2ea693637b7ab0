import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AskedPart } from '../../../../client/src/composables/query-parts.js';
import { partOf, partsFromQuery, partsToQuery, withoutParts, withPart } from '../../../../client/src/composables/query-parts.js';
import { regionFromText, roundedRegion } from '../../../../client/src/composables/region.js';

const words = fc
  .string({ minLength: 1, unit: 'grapheme' })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const share = fc.double({ min: 0.02, max: 0.9, noNaN: true });
const region = fc.tuple(share, share, share, share).map(([x, y, width, height]) => {
  return roundedRegion({ x, y, width: Math.max(0.01, Math.min(width, 1 - x)), height: Math.max(0.01, Math.min(height, 1 - y)) });
});
const counts = fc.oneof(
  fc.record({
    mode: fc.constantFrom('MORE' as const, 'LESS' as const),
    weight: fc.integer({ min: 1, max: 10 }).map((tenths) => tenths / 10),
  }),
  fc.constant({ mode: 'NOT' as const, weight: 1 }),
);
const pictures = fc
  .record({
    region: fc.option(region),
    frameMs: fc.option(fc.nat()),
    kind: fc.constantFrom('id' as const, 'path' as const, 'upload' as const),
    value: words,
  })
  .chain((part) => counts.map((count): AskedPart => ({ ...part, ...count })));
const texts = fc.tuple(words, counts).map(([value, count]): AskedPart => partOf('text', value, count));
const several = fc.array(fc.oneof(pictures, texts), { minLength: 2, maxLength: 10 });

/** What a browser makes of an address and gives back. */
function throughBrowser(query: ReturnType<typeof partsToQuery>): ReturnType<typeof partsToQuery> {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) for (const one of [value].flat()) search.append(name, one ?? '');
  return Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]));
}

describe('what is looked for in the address', () => {
  test('several parts survive the way through the address, whatever their words and paths hold', () => {
    fc.assert(fc.property(several, (parts) => expect(partsFromQuery(throughBrowser(partsToQuery(parts)))).toEqual(parts)));
  });

  test('one picture or words alone stand under their own names', () => {
    const bus = partOf('id', 'a', { region: { x: 0.05, y: 0.22, width: 0.9, height: 0.58 }, frameMs: 3000 });
    expect(partsToQuery([bus])).toEqual({ id: 'a', region: '0.05,0.22,0.9,0.58', frame: '3000' });
    fc.assert(
      fc.property(fc.oneof(pictures, texts), ({ weight: _weight, ...part }) => {
        const alone = { ...part, mode: 'MORE' as const, weight: 1 };
        expect(partsFromQuery(throughBrowser(partsToQuery([alone])))).toEqual([alone]);
      }),
    );
  });

  test('a mixture can be read by people', () => {
    const parts = [partOf('id', 'a'), partOf('text', 'in the sun', { weight: 0.4 }), partOf('text', 'toy', { mode: 'LESS', weight: 0.2 })];
    expect(partsToQuery(parts)).toEqual({ part: ['id:a', 'weight:0.4 text:in the sun', 'less weight:0.2 text:toy'] });
  });

  test('what is malformed is left out, and weights are kept inside their bounds', () => {
    expect(partsFromQuery({ part: ['id:', 'sure text:a', 'weight:7 region:1,2 id:a', null, 'weight:0 not id:b'] })).toEqual([
      partOf('id', 'a'),
      partOf('id', 'b', { mode: 'NOT' }),
    ]);
    expect(partsFromQuery({ id: 'a', region: '0.5,0.5,0.6,0.1' })).toEqual([partOf('id', 'a')]);
    expect([regionFromText('0,0,0,1'), regionFromText(',,,'), regionFromText('0,0,1,1')]).toEqual([
      null,
      null,
      { x: 0, y: 0, width: 1, height: 1 },
    ]);
  });

  test('a picture that is there already is changed instead of asked twice', () => {
    const [a, b] = [partOf('id', 'a'), partOf('id', 'b')];
    expect(withPart([a, b], partOf('id', 'a', { mode: 'LESS' }))).toEqual([partOf('id', 'a', { mode: 'LESS' }), b]);
    expect(withPart([a], b)).toEqual([a, b]);
    expect(withoutParts({ id: 'a', region: '0,0,1,1', top: '50', q: 'sea' })).toEqual({ top: '50', q: 'sea' });
  });
});
