import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { histogramOf, pickHits, pickNextBest, SAME_PICTURE_SIMILARITY, type Candidate } from '../../../server/services/ranking.js';

const score = fc.oneof(fc.float({ min: -1, max: 1, noNaN: true }), fc.constantFrom(0.97, 0.98, 0.99, 1));
const threshold = fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(-1, 0.98, 0.99, 1));
const topK = fc.integer({ min: 1, max: 30 });
const candidates = fc
  .array(score, { maxLength: 40 })
  .map((scores) =>
    scores
      .toSorted((a, b) => b - a)
      .map((similarity, index): Candidate => ({ documentId: String(index), similarity, region: null, frameMs: null })),
  );

describe('the hits beside the query', () => {
  test('are the best that pass or are the same picture, and leave the query its place in top_k', () => {
    fc.assert(
      fc.property(candidates, fc.record({ threshold, topK }), fc.integer({ min: 0, max: 3 }), (all, bounds, queryRows) => {
        const { threshold: least, topK: most } = bounds;
        const picked = pickHits(all, bounds, queryRows);
        expect(picked.length + queryRows).toBeLessThanOrEqual(Math.max(most, queryRows));
        expect(picked).toEqual(all.slice(0, picked.length));
        expect(picked.every(({ similarity }) => similarity >= least || similarity >= SAME_PICTURE_SIMILARITY)).toBe(true);
        const isFull = picked.length + queryRows >= most;
        const next = all[picked.length];
        if (!isFull && next) expect(next.similarity).toBeLessThan(Math.min(least, SAME_PICTURE_SIMILARITY));
      }),
    );
  });

  test('have no next best beside them, even where top_k left them no room', () => {
    const [same, other] = [0.99, 0.2].map((similarity) => ({ documentId: 'a', similarity, region: null, frameMs: null }));
    expect(pickHits([same, other] as Candidate[], { threshold: 1, topK: 1 }, 1)).toEqual([]);
    expect(pickNextBest([same, other] as Candidate[], 1)).toEqual([]);
    expect(pickNextBest([other] as Candidate[], 1)).toEqual([other]);
  });

  test('are named as the five next best exactly where not one passes', () => {
    fc.assert(
      fc.property(candidates, threshold, (all, least) => {
        const picked = pickHits(all, { threshold: least, topK: 1000 }, 1);
        expect(pickNextBest(all, least)).toEqual(picked.length > 0 ? [] : all.slice(0, 5));
      }),
    );
  });
});

describe('the histogram of scores', () => {
  test('counts every score once, in the bin it lies in', () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 100 }), (list) => {
        const scores = Float32Array.from(list);
        const { low, width, counts } = histogramOf(scores, 1);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(scores.length);
        expect(low).toBeLessThanOrEqual(Math.min(...scores) + 1e-6);
        expect(low + counts.length * width).toBeCloseTo(1, 6);
        const above = scores.filter((value) => value >= 0.5).length;
        const from = Math.round((0.5 - low) / width);
        if (from >= 0) expect(counts.slice(from).reduce((sum, count) => sum + count, 0)).toBe(above);
      }),
    );
  });

  test('of a sample is projected to the archive', () => {
    const { counts } = histogramOf(Float32Array.of(0.1, 0.1, 0.9), 100);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(300);
  });

  test('of no scores has no counts', () => {
    expect(histogramOf(new Float32Array(), 1).counts.every((count) => count === 0)).toBe(true);
  });
});
