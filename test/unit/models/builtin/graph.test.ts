import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { BLOCKS, blockRecord, DESCRIPTOR_DIMS } from '../../../../server/models/builtin/blocks.js';
import { builtinGraph } from '../../../../server/models/builtin/builtin-model.js';
import { hsvToRgb } from '../../../../server/models/builtin/colour-block.js';
import { gaborFilters } from '../../../../server/models/builtin/gist-block.js';
import { decodeStatistics, encodeStatistics } from '../../../../server/models/builtin/statistics.js';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the graph of the built-in descriptor', () => {
  test('T48: is byte for byte the one whose vectors are stored, so that a change cannot pass unnoticed', async () => {
    expect(sha256(await builtinGraph())).toBe('495e5020582ccc4754c06bf7eb2ae757c6f1a0e829fa78e480c72aff051b47ed');
  });

  test('is under a megabyte', async () => {
    expect((await builtinGraph()).byteLength).toBeLessThan(1e6);
  });

  test('keeps 512 dimensions, never more of a block than it has', () => {
    expect(DESCRIPTOR_DIMS).toBe(512);
    expect(BLOCKS.every(({ rawDims, keptDims }) => keptDims <= rawDims)).toBe(true);
  });
});

describe('the statistics file', () => {
  test('is read as it was written', () => {
    const statistics = blockRecord(({ rawDims, keptDims, weight }) => ({
      mean: Float32Array.from({ length: rawDims }, (_, index) => index * weight),
      projection: Float32Array.from({ length: rawDims * keptDims }, (_, index) => -index / 7),
    }));
    expect(decodeStatistics(encodeStatistics(statistics))).toEqual(statistics);
  });

  test('of another length is refused', () => {
    expect(() => decodeStatistics(new Uint8Array(8))).toThrow('Expected 609204 bytes of statistics but received 8.');
  });
});

describe('the filters', () => {
  test('the first Gabor filter has the values of the measured recipe', () => {
    const row = gaborFilters(Math.cos).slice(4 * 9, 5 * 9);
    const expected = [0.00554, -0.00034, -0.03679, -0.00116, 0.0655, -0.00116, -0.03679, -0.00034, 0.00554];
    expected.forEach((value, index) => expect(row[index]).toBeCloseTo(value, 5));
  });

  test('hues become the colours they name', () => {
    expect(hsvToRgb(0, 1, 1)).toEqual([1, 0, 0]);
    expect(hsvToRgb(0.5, 1, 1)).toEqual([0, 1, 1]);
    expect(hsvToRgb(0.3, 0, 0.4)).toEqual([0.4, 0.4, 0.4]);
  });
});
