import { describe, expect, test } from '@jest/globals';
import { dotProduct } from '../../server/dot-product.js';
import { nearVector, randomNumbers, unitVector } from '../support/vectors.js';

describe('the dot product', () => {
  test('sums the products', () => {
    expect(dotProduct(Float32Array.of(1, 2, 3), Float32Array.of(4, -5, 6))).toBe(12);
    expect(dotProduct(new Float32Array(), new Float32Array())).toBe(0);
  });

  test('of unit vectors is their cosine: 1 with itself, and the same in either order', () => {
    const random = randomNumbers(11);
    const vector = unitVector(random, 64);
    const far = unitVector(random, 64);
    expect(dotProduct(vector, vector)).toBeCloseTo(1, 6);
    expect(dotProduct(vector, far)).toBeCloseTo(dotProduct(far, vector), 12);
    expect(dotProduct(vector, nearVector(random, vector, 0.1))).toBeGreaterThan(0.98);
  });
});
