import { describe, expect, test } from '@jest/globals';
import { fuzzyUnion, membershipStrengths } from '../../../../server/models/layout/fuzzy-graph.js';
import { neighboursAmong } from '../../../../server/models/layout/neighbours.js';
import { blobs, flat, SILENT } from '../../../support/layouts.js';

const K = 8;
const neighboursOf = (each: number) => neighboursAmong(flat(blobs(2, { each, dims: 16 })), { dims: 16, k: K, progress: SILENT });

describe('the fuzzy graph', () => {
  test('makes a neighbourhood of as much weight as log2(k) neighbours, the nearest with all of its own', async () => {
    const neighbours = await neighboursOf(30);
    const strengths = membershipStrengths(neighbours);
    for (let row = 0; row < 60; row += 1) {
      const own = strengths.subarray(row * K, (row + 1) * K);
      expect(own.reduce((sum, value) => sum + value, 0)).toBeCloseTo(Math.log2(K), 3);
      expect(Math.max(...own)).toBe(1);
      expect(Math.min(...own)).toBeGreaterThan(0);
    }
  });

  test('has every edge in both directions with the same weight, once, and a + b - ab where both are neighbours', async () => {
    const neighbours = await neighboursOf(20);
    const strengths = membershipStrengths(neighbours);
    const { heads, tails, weights } = fuzzyUnion(neighbours, strengths);
    const edges = new Map(Array.from(heads, (head, at) => [`${head} ${tails[at]}`, weights[at] ?? NaN]));
    expect(edges.size).toBe(heads.length);
    const strengthOf = (head: number, tail: number): number => {
      const place = neighbours.indices.subarray(head * K, (head + 1) * K).indexOf(tail);
      return place < 0 ? 0 : (strengths[head * K + place] ?? NaN);
    };
    heads.forEach((head, at) => {
      const tail = tails[at] ?? NaN;
      const [there, back] = [strengthOf(head, tail), strengthOf(tail, head)];
      expect(edges.get(`${tail} ${head}`)).toBe(weights[at]);
      expect(weights[at]).toBeCloseTo(there + back - there * back, 6);
    });
  });

  test('of points at no distance is whole', () => {
    const indices = Int32Array.of(1, 2, 0, 2, 0, 1);
    expect([...membershipStrengths({ k: 2, indices, distances: new Float32Array(6) })]).toEqual([1, 1, 1, 1, 1, 1]);
  });
});
