import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutAnswer, exactFrom } from '../../../../../client/src/components/similar/cut.js';
import { justifyRows } from '../../../../../client/src/components/similar/justified-rows.js';

type Hit = Parameters<typeof cutAnswer>[0]['results'][number];
const hit = (similarity: number | null, change: Partial<Hit> = {}): Hit => ({
  similarity,
  isQuery: false,
  band: null,
  standing: null,
  cosines: [],
  previewUrl: null,
  frameMs: null,
  region: null,
  image: null,
  moments: [],
  duplicates: [],
  ...change,
});
type Query = Parameters<typeof cutAnswer>[0]['query'];
const asked = (...parts: Pick<Query['parts'][number], 'kind' | 'mode'>[]): { query: Query } => ({
  query: {
    kind: 'IMAGE',
    imageId: null,
    previewUrl: null,
    text: null,
    region: null,
    parts: parts.map((part) => ({ ...part, weight: 1, imageId: null, previewUrl: null, text: null, frameMs: null, region: null })),
  },
});
const alone = asked({ kind: 'IMAGE', mode: 'MORE' });
const query = hit(1, { isQuery: true });

describe('the threshold in the client', () => {
  test('promise 1: the query picture is never cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true })),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (scores, threshold) => {
          const cut = cutAnswer({ ...alone, results: [query, ...scores.map((score) => hit(score))], nextBest: [] }, threshold);
          expect(cut.query).toEqual([query]);
          expect(cut.passing.every(({ similarity }) => (similarity ?? 1) >= Math.min(threshold, 0.98))).toBe(true);
        },
      ),
    );
  });

  test('where nothing passes the five best below the line are shown', () => {
    const cut = cutAnswer({ ...alone, results: [query, ...[0.9, 0.8, 0.7, 0.6, 0.5, 0.4].map((score) => hit(score))], nextBest: [] }, 0.95);
    expect(cut.passing).toEqual([]);
    expect(cut.nextBest.map(({ similarity }) => similarity)).toEqual([0.9, 0.8, 0.7, 0.6, 0.5]);
  });

  test('another file of the same picture passes every threshold', () => {
    expect(
      cutAnswer({ ...alone, results: [query, hit(0.985), hit(0.97)], nextBest: [] }, 0.99).passing.map(({ similarity }) => similarity),
    ).toEqual([0.985]);
  });

  test('of a mixture the cosine with a picture that is sought tells the same picture, not its score and no other cosine', () => {
    const mixed = asked({ kind: 'KEYWORD', mode: 'MORE' }, { kind: 'IMAGE', mode: 'LESS' }, { kind: 'UPLOAD', mode: 'MORE' });
    const results = [hit(0.2, { cosines: [0, 0.99] }), hit(0.1, { cosines: [0.99, 0] }), hit(0.98, { cosines: [0, 0] })];
    expect(cutAnswer({ ...mixed, results, nextBest: [] }, 0.99).passing.map(({ similarity }) => similarity)).toEqual([0.2]);
  });

  test('hits by keyword have no similarity and all pass', () => {
    expect(cutAnswer({ ...alone, results: [hit(null), hit(null)], nextBest: [] }, 1).passing).toHaveLength(2);
  });

  test('bands are counted among what passes', () => {
    const results = [query, hit(0.9, { band: 'STRONG' }), hit(0.7, { band: 'LIKELY' }), hit(0.6, { band: 'GUESS' })];
    expect(cutAnswer({ ...alone, results, nextBest: [] }, 0.65).counts).toEqual({ STRONG: 1, LIKELY: 1, GUESS: 0 });
    expect(exactFrom({ results })).toBe(0.6);
  });
});

describe('rows of hits', () => {
  const aspects = fc.array(fc.double({ min: 0.05, max: 20, noNaN: true }), { minLength: 1, maxLength: 60 });

  test('every row but the last fills the width to the pixel, and no picture is lost', () => {
    fc.assert(
      fc.property(aspects, fc.integer({ min: 320, max: 2560 }), (given, width) => {
        const rows = justifyRows(given, (aspect) => aspect, { width, target: 168, gap: 8 });
        expect(rows.flatMap((row) => row.cells.map((cell) => cell.item))).toEqual(given);
        for (const row of rows.slice(0, -1))
          expect(row.cells.reduce((sum, cell) => sum + cell.width, 8 * (row.cells.length - 1))).toBe(width);
      }),
    );
  });
});
