import { describe, expect, test } from '@jest/globals';
import { LandmarkSample } from '../../../../server/models/layout/landmarks.js';
import { blobs, flat } from '../../../support/layouts.js';

const DIMS = 16;
const VECTORS = blobs(4, { each: 100, dims: DIMS });

function pickFrom(vectors: readonly Float32Array[], most: number): number[] {
  const sample = new LandmarkSample(DIMS);
  sample.add(flat(vectors.slice(0, 7)));
  sample.add(flat(vectors.slice(7)));
  return [...sample.pick(most)];
}

describe('landmarks', () => {
  test('are all vectors where there are few, in their order', () => {
    expect(pickFrom(VECTORS, 1000)).toEqual([...VECTORS.keys()]);
  });

  test('are of all groups alike, and a new picture pushes out at most one', () => {
    const before = pickFrom(VECTORS, 100);
    const each = [0, 1, 2, 3].map((group) => before.filter((row) => Math.floor(row / 100) === group).length);
    expect(before).toHaveLength(100);
    expect(Math.min(...each)).toBeGreaterThan(12);
    for (const added of blobs(1, { each: 20, dims: DIMS, seed: 8 })) {
      const after = new Set(pickFrom([...VECTORS, added], 100));
      expect(before.filter((row) => !after.has(row)).length).toBeLessThanOrEqual(1);
    }
  });

  test('are never two of the same vector', () => {
    expect(pickFrom([...VECTORS, ...VECTORS], 1000)).toEqual([...VECTORS.keys()]);
  });
});
