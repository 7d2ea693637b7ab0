import { describe, expect, test } from '@jest/globals';
import { calibrate, MIN_BACKGROUND } from '../../../server/services/calibration.js';
import { neighbourCut } from '../../../server/services/neighbour-cut.js';
import { randomNumbers } from '../../support/vectors.js';

function scores(count: number, near: number): Float32Array {
  const random = randomNumbers(3);
  return Float32Array.from({ length: count }, (_, index) => (index < near ? 0.9 : 0.2 + 0.1 * random()));
}

describe('the similarity from which a neighbour is worth a proposal', () => {
  test('is where hits are likely, in an archive that is large enough to say so', () => {
    const many = scores(5 * MIN_BACKGROUND, 9);
    expect(neighbourCut(many, many.length)).toBe(calibrate(many, many.length).likelyFrom);
  });

  test('stands far out of the bulk in a smaller one', () => {
    const few = scores(MIN_BACKGROUND - 1, 9);
    const cut = neighbourCut(few, few.length);
    expect(cut).toBeGreaterThan(0.32);
    expect(few.filter((score) => score >= cut)).toHaveLength(9);
  });

  test('lets pass the nearer third of a handful, and nothing of nothing', () => {
    const handful = Float32Array.from({ length: 9 }, (_, index) => index / 10);
    expect(handful.filter((score) => score >= neighbourCut(handful, 9))).toHaveLength(3);
    expect(neighbourCut(new Float32Array(), 0)).toBe(0);
  });

  test('never leaves out the same picture', () => {
    const split = Float32Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? -0.9 : 0.9));
    expect(neighbourCut(split, 100)).toBeLessThanOrEqual(0.98);
  });
});
