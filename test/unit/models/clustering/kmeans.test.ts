import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRandom } from '../../../../server/models/builtin/random.js';
import { clusterVectors, type KmeansOptions, type KmeansResult } from '../../../../server/models/clustering/kmeans.js';
import { KmeansSteps } from '../../../../server/models/clustering/kmeans-steps.js';
import { memorySource } from '../../../../server/models/clustering/vector-source.js';

const DIMS = 4;
const RUNS = { numRuns: 5 };

const unit = (vector: readonly number[]): number[] => {
  const length = Math.hypot(...vector);
  return length > 1e-3 ? vector.map((value) => value / length) : [1, 0, 0, 0];
};
const unitVector = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: DIMS, maxLength: DIMS }).map(unit);
const unitVectors = fc.array(unitVector, { minLength: 1, maxLength: 40 });

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => Array.from(a).reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
const rowsOf = (matrix: Float32Array): number[][] =>
  Array.from({ length: matrix.length / DIMS }, (_, row) => [...matrix.subarray(row * DIMS, (row + 1) * DIMS)]);
const sourceOf = (vectors: readonly number[][]) => memorySource(Float32Array.from(vectors.flat()), DIMS);
const cluster = (vectors: readonly number[][], options: Partial<KmeansOptions> & { k: number }): Promise<KmeansResult> =>
  clusterVectors(sourceOf(vectors), { seed: 1, ...options });
const scoreOf = ({ similarities }: KmeansResult): number => similarities.reduce((sum, value) => sum + value, 0);

/** Vectors around as many directions as there are dimensions, and around which one each is. */
function grouped(count: number, seed: number): { vectors: number[][]; truth: number[] } {
  const random = createRandom(seed);
  const truth = Array.from({ length: count }, (_, at) => at % DIMS);
  return {
    truth,
    vectors: truth.map((group) => unit(Array.from({ length: DIMS }, (_, at) => (at === group ? 1 : 0) + random.normal() * 0.1))),
  };
}

/** The textbook's algorithm with arrays: from these clusters on, until nothing moves. */
function plainKmeans(vectors: readonly number[][], start: readonly number[], k: number): number[] {
  let assignments = [...start];
  for (let iteration = 0; iteration < 100; iteration += 1) {
    const centroids = Array.from({ length: k }, (_, cluster) => {
      const members = vectors.filter((_vector, row) => assignments[row] === cluster);
      return unit(Array.from({ length: DIMS }, (_value, at) => members.reduce((sum, member) => sum + (member[at] ?? 0), 0)));
    });
    const next = vectors.map((vector) => {
      const scores = centroids.map((centroid) => dot(vector, centroid));
      return scores.indexOf(Math.max(...scores));
    });
    if (next.every((cluster, row) => cluster === assignments[row])) return assignments;
    assignments = next;
  }
  return assignments;
}

describe('spherical k-means', () => {
  test('puts every vector into the cluster of the nearest centroid, and says how near it is, without NaN', async () => {
    await fc.assert(
      fc.asyncProperty(unitVectors, fc.integer({ min: 1, max: 8 }), async (vectors, k) => {
        const { assignments, similarities, centroids } = await cluster(vectors, { k });
        const rows = rowsOf(centroids);
        expect(rows).toHaveLength(k);
        vectors.forEach((vector, row) => {
          const best = Math.max(...rows.map((centroid) => dot(vector, centroid)));
          expect(dot(vector, rows[assignments[row] ?? -1] ?? [])).toBeGreaterThan(best - 1e-5);
          expect(Math.abs((similarities[row] ?? NaN) - best)).toBeLessThan(1e-5);
        });
        expect(rows.every((centroid) => centroid.every((value) => value === 0) || Math.abs(Math.hypot(...centroid) - 1) < 1e-5)).toBe(true);
      }),
      RUNS,
    );
  });

  test('never gets worse from iteration to iteration', async () => {
    await fc.assert(
      fc.asyncProperty(unitVectors, fc.integer({ min: 1, max: 6 }), fc.infiniteStream(fc.nat()), async (vectors, k, stream) => {
        const assignments = Int32Array.from(vectors, () => (stream.next().value ?? 0) % k);
        const scores: number[] = [];
        for (let maxIterations = 1; maxIterations <= 4; maxIterations += 1)
          scores.push(scoreOf(await cluster(vectors, { k, assignments, maxIterations })));
        scores.slice(1).forEach((score, at) => expect(score).toBeGreaterThan((scores[at] ?? 0) - 1e-4));
      }),
      RUNS,
    );
  });

  test('does what the textbook says, from the same start', async () => {
    const { vectors } = grouped(300, 3);
    const start = vectors.map((_, row) => Math.floor(row / 75));
    const { assignments, isConverged } = await cluster(vectors, { k: 4, assignments: Int32Array.from(start) });
    expect([...assignments]).toEqual(plainKmeans(vectors, start, 4));
    expect(isConverged).toBe(true);
  });

  test('finds groups that are plain to see, whatever the seed', async () => {
    const { vectors, truth } = grouped(200, 5);
    for (const seed of [1, 2, 3]) {
      const { assignments } = await cluster(vectors, { k: DIMS, seed });
      expect(new Set(truth.map((group, row) => `${group} ${assignments[row]}`)).size).toBe(DIMS);
    }
  });

  test('gives the same result for the same request, and the same clusters for the same vectors in another order', async () => {
    const { vectors } = grouped(120, 7);
    const [first, second] = [await cluster(vectors, { k: 4 }), await cluster(vectors, { k: 4 })];
    expect(second).toEqual(first);
    const turned = await cluster(vectors.toReversed(), { k: 4 });
    const pairs = new Set([...turned.assignments].reverse().map((found, row) => `${found} ${first.assignments[row]}`));
    expect(pairs.size).toBe(4);
  });

  test('ends at once where it starts from a result', async () => {
    const vectors = Array.from({ length: 300 }, (_, at) =>
      unit(Array.from({ length: DIMS }, (_value, dim) => Math.sin(at * 7.3 + dim * 1.7 + at * at))),
    );
    const first = await cluster(vectors, { k: 9 });
    const second = await cluster(vectors, { k: 9, assignments: first.assignments });
    expect(second).toEqual({ ...first, iterations: 1 });
  });

  test('keeps known clusters where they are, and chooses those that are missing among what is far from them', async () => {
    const { vectors, truth } = grouped(200, 9);
    const assignments = Int32Array.from(truth, (group, row) => (group < 2 && row < 100 ? group : -1));
    const { assignments: found } = await cluster(vectors, { k: 4, assignments });
    const groups = new Set(truth.map((group, row) => `${group} ${found[row]}`));
    expect(groups.size).toBe(4);
    expect(groups).toContain('0 0');
    expect(groups).toContain('1 1');
  });

  test('gives a cluster that lost all its vectors the one that was served worst', async () => {
    const vectors = [...Array.from({ length: 20 }, () => [1, 0, 0, 0]), [0, 1, 0, 0], unit([0.9, 0.1, 0, 0])];
    // Both known clusters point the same way, so the second loses everything in the first step.
    const assignments = Int32Array.from(vectors, (_, row) => (row < 20 ? row % 2 : -1));
    const { assignments: found, centroids } = await cluster(vectors, { k: 2, assignments });
    expect([...found]).toEqual([...Array.from({ length: 20 }, () => 0), 1, 0]);
    expect(rowsOf(centroids)[1]).toEqual([0, 1, 0, 0]);
  });

  test('leaves clusters empty, with zeros, where there are fewer different vectors', async () => {
    const equal = Array.from({ length: 10 }, () => unit([1, 2, 3, 4]));
    const one = await cluster(equal, { k: 3 });
    expect(new Set(one.assignments).size).toBe(1);
    expect(rowsOf(one.centroids).filter((row) => row.some((value) => value !== 0))).toHaveLength(1);
    const few = await cluster(
      [
        [1, 0, 0, 0],
        [0, 1, 0, 0],
      ],
      { k: 5 },
    );
    expect(new Set(few.assignments).size).toBe(2);
    expect(few.isConverged).toBe(true);
  });

  test('takes no vectors, one cluster, and vectors that point away from each other', async () => {
    expect(await cluster([], { k: 2 })).toMatchObject({
      assignments: new Int32Array(0),
      centroids: new Float32Array(2 * DIMS),
      isConverged: true,
    });
    const { vectors } = grouped(50, 1);
    expect(new Set((await cluster(vectors, { k: 1 })).assignments)).toEqual(new Set([0]));
    const opposite = await cluster(
      [
        [1, 0, 0, 0],
        [-1, 0, 0, 0],
      ],
      { k: 1 },
    );
    expect([...opposite.centroids, ...opposite.similarities].every(Number.isFinite)).toBe(true);
  });

  test('refuses less than one cluster and a start that does not fit', async () => {
    await expect(cluster([[1, 0, 0, 0]], { k: 0 })).rejects.toThrow('Expected at least 1 cluster but received 0.');
    await expect(cluster([[1, 0, 0, 0]], { k: 1, assignments: Int32Array.of(0, 0) })).rejects.toThrow('clusters of 1 vectors');
    await expect(cluster([[1, 0, 0, 0]], { k: 1, assignments: Int32Array.of(1) })).rejects.toThrow('Expected clusters from -1 to 0');
  });
});

describe('Moving single vectors', () => {
  test('leaves no move that would help, and every vector nearest to its own centroid', async () => {
    await fc.assert(
      fc.asyncProperty(unitVectors, fc.integer({ min: 2, max: 6 }), async (vectors, k) => {
        const { assignments } = await cluster(vectors, { k });
        const lengthOf = (some: readonly number[], group: number): number => {
          const members = vectors.filter((_vector, row) => some[row] === group);
          return Math.hypot(...Array.from({ length: DIMS }, (_value, at) => members.reduce((sum, member) => sum + (member[at] ?? 0), 0)));
        };
        const objective = (some: readonly number[]): number =>
          Array.from({ length: k }, (_, group) => lengthOf(some, group)).reduce((sum, length) => sum + length, 0);
        const reached = objective([...assignments]);
        vectors.forEach((_, row) => {
          for (let group = 0; group < k; group += 1) expect(objective([...assignments].with(row, group))).toBeLessThan(reached + 1e-4);
        });
      }),
      RUNS,
    );
  });

  test('takes a vector out of a small cluster that it held to itself', async () => {
    // In a pair at 70 degrees each is 35 degrees from the centroid; the second is 38 degrees from a large cluster's, and adds more there.
    const at = (degrees: number): number[] => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180), 0, 0];
    const vectors = [at(0), at(70), ...Array.from({ length: 10 }, () => at(108))];
    const start = Int32Array.from(vectors, (_, row) => (row < 2 ? 0 : 1));
    expect([...(await cluster(vectors, { k: 2, assignments: start })).assignments]).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  });
});

describe('Steps of k-means', () => {
  test('are the same whether vectors are kept in memory or read block by block again', async () => {
    const { vectors } = grouped(100, 11);
    const centroids = Float32Array.from(vectors.slice(0, 5).flat());
    const ends = [];
    for (const residentBytes of [Infinity, 0]) {
      const steps = await KmeansSteps.open(sourceOf(vectors), { threads: 1, blockRows: 7, residentBytes });
      const state = { assignments: new Int32Array(100).fill(-1), similarities: new Float32Array(100), sums: new Float64Array(5 * DIMS) };
      const moved = [await steps.step(centroids, state), await steps.step(centroids, state)];
      ends.push({ moved, state });
      await steps.close();
    }
    expect(ends[0]?.moved).toEqual([100, 0]);
    expect(ends[1]).toEqual(ends[0]);
  });

  test('add to the sums what moved and take it from where it was', async () => {
    const { vectors } = grouped(60, 13);
    const steps = await KmeansSteps.open(sourceOf(vectors), { threads: 1, blockRows: 16 });
    const state = { assignments: new Int32Array(60).fill(-1), similarities: new Float32Array(60), sums: new Float64Array(3 * DIMS) };
    for (const first of [0, 9, 20]) await steps.step(Float32Array.from(vectors.slice(first, first + 3).flat()), state);
    await steps.close();
    const sums = new Float64Array(3 * DIMS);
    vectors.forEach((vector, row) => vector.forEach((value, at) => (sums[(state.assignments[row] ?? 0) * DIMS + at]! += value)));
    sums.forEach((value, at) => expect(state.sums[at]).toBeCloseTo(value, 4));
  });
});
