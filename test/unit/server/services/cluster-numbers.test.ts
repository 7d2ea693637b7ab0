import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../../../../server/ids.js';
import type { KmeansRow } from '../../../../server/repositories/kmeans.repository.js';
import { matchEarlier, nameClusters } from '../../../../server/services/cluster-numbers.js';
import { randomNumbers } from '../../../support/vectors.js';

const PICTURES = 400;
const CLUSTERS = 12;

/** A clustering of pictures, and the night after it as a change leaves it. */
const nights = fc.record({ seed: fc.integer(), share: fc.double({ min: 0, max: 0.45, noNaN: true }) }).map(({ seed, share }) => {
  const random = randomNumbers(seed);
  const before = Int32Array.from({ length: PICTURES }, () => Math.floor(random() * CLUSTERS));
  return { before, random, share };
});
/** The same clusters under other places. */
const shuffled = (random: () => number): number[] =>
  Array.from({ length: CLUSTERS }, (_, place) => ({ place, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ place }) => place);
const match = (before: Int32Array, after: Int32Array, found = CLUSTERS): number[] => [
  ...matchEarlier({ before, after, earlier: CLUSTERS, found }),
];
const isThere = (before: Int32Array, cluster: number): boolean => before.includes(cluster);

describe('which earlier cluster a cluster is the same as', () => {
  test('drift: a cluster that keeps more than half of its pictures keeps its place, wherever the others go', () => {
    fc.assert(
      fc.property(nights, ({ before, random, share }) => {
        const places = shuffled(random);
        const seen = new Int32Array(CLUSTERS);
        const sizes = new Int32Array(CLUSTERS);
        before.forEach((cluster) => (sizes[cluster] = (sizes[cluster] ?? 0) + 1));
        // Of each cluster less than half leaves, each picture for a cluster of its own that is new.
        const after = before.map((cluster, picture) => {
          const left = (seen[cluster] = (seen[cluster] ?? 0) + 1);
          return left <= Math.floor((sizes[cluster] ?? 0) * share) ? CLUSTERS + picture : (places[cluster] ?? 0);
        });
        const matches = match(before, after, CLUSTERS + PICTURES);
        places.forEach((place, cluster) => expect(matches[place]).toBe(isThere(before, cluster) ? cluster : -1));
        expect(matches.slice(CLUSTERS).every((cluster) => cluster === -1)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('growth: pictures that are new do not count, however many there are', () => {
    fc.assert(
      fc.property(nights, ({ before, random }) => {
        const places = shuffled(random);
        const grown = Int32Array.from({ length: PICTURES * 3 }, (_, at) => before[at] ?? -1);
        const after = grown.map((cluster) => (cluster >= 0 ? (places[cluster] ?? 0) : Math.floor(random() * CLUSTERS)));
        const matches = match(grown, after);
        places.forEach((place, cluster) => expect(matches[place]).toBe(isThere(before, cluster) ? cluster : -1));
      }),
      { numRuns: 50 },
    );
  });

  test('deletion: of pictures that are gone nobody asks where they are, and a cluster without any ends', () => {
    fc.assert(
      fc.property(nights, ({ before, random }) => {
        const left = before.filter((cluster) => cluster !== 0 && random() < 0.3);
        const matches = match(left, left);
        expect(matches).toEqual(matches.map((_, cluster) => (isThere(left, cluster) ? cluster : -1)));
      }),
      { numRuns: 50 },
    );
  });

  test('no two clusters are the same as one, and what is matched shares more than half of what is left of it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -1, max: 4 }), fc.integer({ min: 0, max: 4 })), { maxLength: 60 }), (pairs) => {
        const [before, after] = [Int32Array.from(pairs, ([old]) => old), Int32Array.from(pairs, ([, now]) => now)];
        const matches = [...matchEarlier({ before, after, earlier: 5, found: 5 })];
        const given = matches.filter((cluster) => cluster >= 0);
        expect(new Set(given).size).toBe(given.length);
        matches.forEach((old, now) => {
          if (old < 0) return;
          const own = pairs.filter(([cluster]) => cluster === old);
          expect(own.filter(([, cluster]) => cluster === now).length * 2).toBeGreaterThan(own.length);
        });
      }),
    );
  });

  test('of two clusters that become one, the larger goes on', () => {
    expect(match(Int32Array.of(0, 1, 1), Int32Array.of(0, 0, 0), 1)).toEqual([1]);
  });

  test('a cluster that falls into equal halves ends', () => {
    expect(match(Int32Array.of(0, 0, 0, 0), Int32Array.of(0, 0, 1, 1), 2)).toEqual([-1, -1]);
  });
});

describe('the names of clusters', () => {
  const earlier: KmeansRow[] = [
    { id: newId(), name: 'kmeans_007', shadows: null },
    { id: newId(), name: 'kmeans_011', shadows: 'u' },
    { id: newId(), name: 'kmeans_1204', shadows: 'u' },
  ];

  test('go on from the earlier cluster, with its row; a new one gets a number that nobody ever had', () => {
    const { clusters, nextNumber } = nameClusters({ earlier, matches: Int32Array.of(0, -1, -1), shadows: [null, null, 'u'] }, 2000);
    expect(clusters.map(({ name }) => name)).toEqual(['kmeans_007', 'kmeans_2000', 'kmeans_2001']);
    expect(clusters[0]).toEqual(earlier[0]);
    expect(nextNumber).toBe(2002);
  });

  test('are not given to what a person named: it stays under it, or comes back as another', () => {
    const { clusters, nextNumber } = nameClusters({ earlier, matches: Int32Array.of(1, 2, 0), shadows: ['u', null, 'v'] }, 5);
    expect(clusters.map(({ name, shadows }) => [name, shadows])).toEqual([
      ['kmeans_011', 'u'],
      ['kmeans_1205', null],
      ['kmeans_007', 'v'],
    ]);
    expect(nextNumber).toBe(1206);
  });

  test('are given to nobody for ever: not by the way of another cluster of a person either', () => {
    let rows = earlier.slice(1, 2);
    for (const shadow of ['v', null])
      rows = nameClusters({ earlier: rows, matches: Int32Array.of(0), shadows: [shadow] }, 2000 + rows.length).clusters;
    expect(rows.map(({ name }) => name)).not.toContain('kmeans_011');
  });

  test('have three digits at least, from 000 on', () => {
    const { clusters } = nameClusters({ earlier: [], matches: Int32Array.of(-1, -1), shadows: [null, null] }, 0);
    expect(clusters.map(({ name }) => name)).toEqual(['kmeans_000', 'kmeans_001']);
  });
});
