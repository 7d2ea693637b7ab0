import { describe, expect, test } from '@jest/globals';
import { clusterCount } from '../../../../server/services/cluster-count.js';

describe('into how many clusters pictures go', () => {
  test.each([
    [0, 0],
    [1, 1],
    [2, 1],
    [3, 1],
    [8, 2],
    [1000, 22],
    [100_000, 224],
    [131_072, 256],
    [3_000_000, 1000],
  ])('%i pictures go into %i', (pictures, clusters) => {
    expect(clusterCount(pictures, { asked: null, last: null })).toBe(clusters);
  });

  test('as many as asked for, but not more than there are pictures', () => {
    expect(clusterCount(100_000, { asked: 40, last: 224 })).toBe(40);
    expect(clusterCount(7, { asked: 40, last: null })).toBe(7);
  });

  test('last night’s number stays while the one that fits is within 10 % of it', () => {
    expect(clusterCount(105_000, { asked: null, last: 224 })).toBe(224);
    expect(clusterCount(130_000, { asked: null, last: 224 })).toBe(255);
    expect(clusterCount(60_000, { asked: null, last: 224 })).toBe(173);
  });
});
