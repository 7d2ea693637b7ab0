import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MOST_SAMPLES, profileOf } from '../../../server/services/cluster-profile.js';
import { cosine, nearVector, randomNumbers, unitVector } from '../../support/vectors.js';

const DIMS = 16;

/** Vectors around one centre, some of them twice. */
function vectorsOf(seed: number, count: number): Float32Array[] {
  const random = randomNumbers(seed);
  const centre = unitVector(random, DIMS);
  const vectors = Array.from({ length: count }, () => nearVector(random, centre, 0.2 + random()));
  return [...vectors, ...vectors.slice(0, count / 4)];
}

describe('the profile of a cluster', () => {
  const clusters = fc.tuple(fc.nat(10_000), fc.integer({ min: 1, max: 80 })).map(([seed, count]) => vectorsOf(seed, count));

  test('its samples begin with the picture nearest the centre, are its nearer half where that has more than six, and no two of them are near-duplicates', () => {
    fc.assert(
      fc.property(clusters, (vectors) => {
        const { centroid, cohesion, sampleIds } = profileOf(
          vectors.map((_, at) => String(at)),
          vectors,
        );
        const similarities = vectors.map((vector) => cosine(vector, centroid));
        const samples = sampleIds.map(Number);
        expect(samples.length).toBeGreaterThan(0);
        expect(samples.length).toBeLessThanOrEqual(MOST_SAMPLES);
        expect(similarities[samples[0] ?? -1]).toBeCloseTo(Math.max(...similarities), 5);
        const median = similarities.toSorted((a, b) => a - b)[Math.floor(vectors.length / 2)] ?? 0;
        for (const [place, at] of samples.entries()) {
          if (samples.length > 6) expect(similarities[at]).toBeGreaterThanOrEqual(median - 1e-5);
          for (const other of samples.slice(0, place))
            expect(cosine(vectors[at] ?? centroid, vectors[other] ?? centroid)).toBeLessThan(0.96 + 1e-5);
        }
        expect(cohesion).toBeCloseTo(similarities.reduce((sum, one) => sum + one, 0) / vectors.length, 4);
        expect(cosine(centroid, centroid)).toBeCloseTo(1, 5);
      }),
      { numRuns: 60 },
    );
  });

  test('of a small cluster all pictures that differ are samples, up to six', () => {
    const random = randomNumbers(7);
    const centre = unitVector(random, DIMS);
    for (const [count, samples] of [
      [2, 2],
      [5, 5],
      [8, 6],
    ] as const) {
      const vectors = Array.from({ length: count }, () => nearVector(random, centre, 0.6));
      const doubled = [...vectors, ...vectors];
      expect(
        new Set(
          profileOf(
            doubled.map((_, at) => String(at % count)),
            doubled,
          ).sampleIds,
        ).size,
      ).toBe(samples);
    }
  });

  test('a cluster of one picture many times has one sample, and the same input gives the same profile', () => {
    const [vector = new Float32Array(DIMS)] = vectorsOf(1, 1);
    expect(profileOf(['a', 'b', 'c'], [vector, vector, vector])).toMatchObject({ sampleIds: ['a'], cohesion: expect.closeTo(1, 5) });
    const vectors = vectorsOf(2, 40);
    const ids = vectors.map((_, at) => `picture ${at}`);
    expect(profileOf(ids, vectors)).toEqual(profileOf(ids, vectors));
  });
});
