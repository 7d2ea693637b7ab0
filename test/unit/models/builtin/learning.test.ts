import { describe, expect, test } from '@jest/globals';
import { BLOCKS, blockRecord } from '../../../../server/models/builtin/blocks.js';
import { learnStatistics } from '../../../../server/models/builtin/learning.js';
import type { MeasureRaw } from '../../../../server/models/builtin/learning.js';

/** Measurements that follow from the picture's first byte. */
const measureRaw: MeasureRaw = async ([seed = 0]) =>
  blockRecord(({ rawDims }) =>
    Float32Array.from({ length: rawDims }, (_, index) => ((seed * 7919 + (index + seed) ** 2 * 31) % 1009) / 1009 - 0.5),
  );

const pictures = Array.from({ length: 129 }, (_, index) => Uint8Array.of(index));

describe('learning the statistics', () => {
  test('gives a mean and a whitening of the shapes the graph takes, of finite numbers', async () => {
    const statistics = await learnStatistics(measureRaw, pictures);
    for (const { name, rawDims, keptDims } of BLOCKS) {
      const { mean, projection } = statistics[name];
      expect([mean.length, projection.length]).toEqual([rawDims, rawDims * keptDims]);
      expect(Math.hypot(...mean)).toBeLessThan(1);
      expect(projection.every(Number.isFinite)).toBe(true);
    }
  }, 120_000);

  test('needs more pictures than a block keeps dimensions', async () => {
    await expect(learnStatistics(measureRaw, pictures.slice(0, 20))).rejects.toThrow('Expected more than 128 samples but received 20.');
  });
});
