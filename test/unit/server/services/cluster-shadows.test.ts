import { describe, expect, test } from '@jest/globals';
import { findShadows, rowsByCluster, type PersonsCluster } from '../../../../server/services/cluster-shadows.js';
import { leaveOneOut, suggestFor } from '../../../../server/services/cluster-suggestions.js';
import { cosine, nearVector, randomNumbers, unitVector } from '../../../support/vectors.js';

const DIMS = 16;
const random = randomNumbers(5);
const meanOf = (vectors: readonly Float32Array[]): { centroid: Float32Array; length: number } => {
  const sum = Array.from({ length: DIMS }, (_, at) => vectors.reduce((total, vector) => total + (vector[at] ?? 0), 0));
  const length = Math.hypot(...sum);
  return { centroid: Float32Array.from(sum, (value) => value / length), length };
};
// Three groups of ten pictures, and a picture somewhere.
const centres = [0, 1, 2].map(() => unitVector(random, DIMS));
const vectors = [...Array(30).keys()].map((at) => nearVector(random, centres[Math.floor(at / 10)] ?? new Float32Array(), 0.4));
const assignments = Int32Array.from(vectors, (_, at) => Math.floor(at / 10));
const centroids = [0, 1, 2].map((group) => meanOf(vectors.slice(group * 10, group * 10 + 10)).centroid);
const similarities = Float32Array.from(vectors, (vector, at) => cosine(vector, centroids[assignments[at] ?? 0] ?? vector));
const found = { assignments, similarities, centroids, members: rowsByCluster(assignments, 3) };
const person = (rows: readonly number[], of = rows.map((row) => vectors[row] ?? new Float32Array())): PersonsCluster => ({
  ...{ id: `of ${rows.join()}`, rows: Int32Array.from(rows) },
  ...(of.length > 0 ? meanOf(of) : { centroid: null, length: 0 }),
});

describe('an automatic cluster that would only repeat one of a person', () => {
  test('has half its pictures in it', async () => {
    // Far from the group by its centre: of its twelve pictures seven stand elsewhere.
    const scattered = person([0, 1, 2, 3, 4, 10, 11, 12, 20, 21, 22, 23]);
    expect([...(await findShadows(found, [scattered]))]).toEqual([0, -1, -1]);
    expect([...(await findShadows(found, [person([0, 1, 2, 3, 10, 11, 12, 20, 21, 22])]))]).toEqual([-1, -1, -1]);
  });

  test('is covered by the one that has most of it', async () => {
    expect([...(await findShadows(found, [person([0, 1, 2, 3, 4]), person([4, 5, 6, 7, 8, 9])]))]).toEqual([1, -1, -1]);
  });

  test('or lies where that lies: each is the nearest of the other, and as near as half its own pictures', async () => {
    const again = [...Array(10).keys()].map(() => nearVector(random, centres[1] ?? new Float32Array(), 0.4));
    expect([...(await findShadows(found, [person([], again)]))]).toEqual([-1, 0, -1]);
    // Between two groups it is the nearest of one of them, but too far from it.
    const between = meanOf([centroids[0] ?? new Float32Array(), centroids[2] ?? new Float32Array()]).centroid;
    expect([...(await findShadows(found, [person([], [between])]))]).toEqual([-1, -1, -1]);
  });

  test('is not covered by one without pictures in the gallery', async () => {
    expect([...(await findShadows(found, [person([])]))]).toEqual([-1, -1, -1]);
    const none = { assignments: new Int32Array(), similarities: new Float32Array(), centroids: [], members: [] };
    expect([...(await findShadows(none, [person([])]))]).toEqual([]);
  });

  test('the rows of clusters are told apart in order', () => {
    expect(rowsByCluster(Int32Array.of(2, 0, 2, 0), 4).map((rows) => [...rows])).toEqual([[1, 3], [], [0, 2], []]);
  });
});

describe('what is proposed for a cluster of a person', () => {
  const own = [0, 1, 2, 3, 4, 5];
  const cluster = person(own);
  const toOwn = Float32Array.from(own, (row) => cosine(vectors[row] ?? new Float32Array(), cluster.centroid ?? new Float32Array()));
  const nearest = {
    places: new Int32Array(30),
    similarities: Float32Array.from(vectors, (vector) => cosine(vector, cluster.centroid ?? vector)),
  };
  const suggest = (places = nearest.places, grouped = new Map<number, number>(), rows = own) =>
    suggestFor({ ...cluster, rows: Int32Array.from(rows), similarities: toOwn, grouped }, 0, {
      ...{ rows: rowsByCluster(places, 2), similarities: nearest.similarities },
    });

  test('pictures compared with the centre of the others, not with one that they pull to themselves', () => {
    const exact = own.map((row) => {
      const { centroid } = meanOf(own.filter((other) => other !== row).map((other) => vectors[other] ?? new Float32Array()));
      return cosine(vectors[row] ?? centroid, centroid);
    });
    leaveOneOut({ similarities: toOwn, length: cluster.length }).forEach((value, at) => expect(value).toBeCloseTo(exact[at] ?? 0, 5));
  });

  test('those as near as three quarters of its own are, none of its own, none of another group', () => {
    const { near } = suggest();
    expect(near.size).toBeGreaterThan(0);
    for (const row of near.keys()) expect(row).toBeGreaterThanOrEqual(6);
    for (const row of near.keys()) expect(row).toBeLessThan(10);
  });

  test('none that is nearer to another of a person, none for fewer than three pictures', () => {
    expect(suggest(new Int32Array(30).fill(1)).near.size).toBe(0);
    expect(suggest(nearest.places, new Map(), [0, 1]).near.size).toBe(0);
  });

  test('the pictures of the group that it covers stand for themselves', () => {
    const grouped = new Map([[7, 0.3]]);
    const suggestions = suggest(nearest.places, grouped);
    expect(suggestions.grouped).toBe(grouped);
    expect(suggestions.near.has(7)).toBe(false);
  });
});
