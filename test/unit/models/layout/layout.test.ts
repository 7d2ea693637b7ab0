import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LayoutResult } from '../../../../server/models/layout/frame.js';
import { layOut } from '../../../../server/models/layout/layout.js';
import { blobs, flat, LayoutFolder, SILENT } from '../../../support/layouts.js';
import { trustworthiness } from '../../../support/trustworthiness.js';
import { randomNumbers, unitVector } from '../../../support/vectors.js';

const folder = new LayoutFolder();
afterAll(() => folder.remove());

const EACH = 24;
const BLOBS = blobs(3, { each: EACH });
let whole: LayoutResult;

beforeAll(async () => {
  whole = await layOut(await folder.request(BLOBS), SILENT);
});

/** The share of points whose 5 nearest in the plane are of their own blob. */
function together(positions: Float32Array): number {
  const points = Array.from({ length: positions.length / 2 }, (_, at) => positions.subarray(2 * at, 2 * at + 2));
  const isTogether = points.map((own, row) => {
    const nearest = [...points.keys()].filter((at) => at !== row).sort((a, b) => distance(own, points[a]) - distance(own, points[b]));
    return nearest.slice(0, 5).every((at) => Math.floor(at / EACH) === Math.floor(row / EACH));
  });
  return isTogether.filter(Boolean).length / points.length;
}

const distance = (one: Float32Array, other: Float32Array | undefined): number =>
  Math.hypot((one[0] ?? 0) - (other?.[0] ?? 0), (one[1] ?? 0) - (other?.[1] ?? 0));

function distances(one: Float32Array, other: Float32Array): number[] {
  return Array.from({ length: one.length / 2 }, (_, at) => distance(one.subarray(2 * at, 2 * at + 2), other.subarray(2 * at, 2 * at + 2)));
}

describe('layOut', () => {
  test('keeps neighbours together, within the unit square, far better than chance', () => {
    const { positions, span } = whole;
    expect(together(positions)).toBe(1);
    expect(Math.min(...positions)).toBeCloseTo(0, 6);
    expect(Math.max(...positions)).toBeCloseTo(1, 6);
    expect(span).toBeGreaterThan(1);
    expect(trustworthiness({ vectors: flat(BLOBS), dims: 32, positions }, 15)).toBeGreaterThan(0.85);
  });

  test('gives the same layout for the same request, and another one for another seed', async () => {
    expect(await layOut(await folder.request(BLOBS), SILENT)).toEqual(whole);
    expect((await layOut(await folder.request(BLOBS, { seed: 2 }), SILENT)).positions).not.toEqual(whole.positions);
  });

  test('goes on where it was killed and ends as if it had not been; what was kept of another request is not taken', async () => {
    const request = await folder.request(BLOBS);
    let isDrawing = false;
    let steps = 0;
    const killed = {
      phase: (name: string) => void (isDrawing = name === 'Drawing the map'),
      step: () => {
        if (isDrawing && (steps += 1) === 170) throw new Error('killed');
      },
    };
    await expect(layOut(request, killed)).rejects.toThrow('killed');
    let left: number | null = null;
    const watching = { ...SILENT, phase: (name: string, total: number | null) => void (name === 'Drawing the map' && (left = total)) };
    const another = { ...request, checkpoint: { ...request.checkpoint, key: 'another' } };
    expect(await layOut(another, { ...watching, step: () => (left === null ? undefined : stop()) }).catch(String)).toBe('Error: stopped');
    expect(left).toBe(300);
    expect(await layOut(request, watching)).toEqual(whole);
    expect(left).toBe(140);
  });

  test('places what is no landmark among its neighbours, a copy of one onto it, and lets no two coincide', async () => {
    const copies = BLOBS.slice(0, 10);
    const { positions, span } = await layOut(await folder.request([...BLOBS, ...copies], { mostLandmarks: 40 }), SILENT);
    expect(together(positions.subarray(0, 2 * BLOBS.length))).toBeGreaterThan(0.95);
    const pairs = distances(positions.subarray(0, 20), positions.subarray(2 * BLOBS.length)).map((apart) => apart * span);
    expect(Math.max(...pairs)).toBeLessThan(0.3);
    const points = Array.from({ length: positions.length / 2 }, (_, at) => positions.subarray(2 * at, 2 * at + 2).join());
    expect(new Set(points).size).toBe(points.length);
  });

  test('lets points that were there before stay where they were, and the map does not turn over', async () => {
    const before = whole;
    const random = randomNumbers(9);
    const more = [...BLOBS, ...Array.from({ length: 6 }, () => unitVector(random, 32))];
    const unknown = Float32Array.from({ length: 12 }, () => NaN);
    const previous = { positions: Float32Array.from([...before.positions, ...unknown]), span: before.span };
    const after = await layOut(await folder.request(more, { previous }), SILENT);
    const moved = distances(before.positions, after.positions.subarray(0, before.positions.length)).sort((a, b) => a - b);
    expect(moved[Math.floor(moved.length / 2)]).toBeLessThan(0.1);
    expect(together(after.positions.subarray(0, before.positions.length))).toBe(1);
    expect(after.positions.every(Number.isFinite)).toBe(true);
  });

  test.each([0, 1, 2, 3, 15, 16])('lays out %i vectors, and as many that are the same', async (count) => {
    const random = randomNumbers(count);
    const one = unitVector(random, 8);
    for (const vectors of [Array.from({ length: count }, () => unitVector(random, 8)), Array.from({ length: count }, () => one)]) {
      const { positions } = await layOut(await folder.request(vectors), SILENT);
      expect(positions).toHaveLength(2 * count);
      expect(positions.every((value) => value >= 0 && value <= 1)).toBe(true);
      const points = Array.from({ length: count }, (_, at) => positions.subarray(2 * at, 2 * at + 2).join());
      expect(new Set(points).size).toBe(count);
    }
  });
});

function stop(): never {
  throw new Error('stopped');
}
