import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MediaAnalysis } from '../../../../server/media/analysis.js';
import { EmbedStep, medoidOf } from '../../../../server/ingestion/steps/embed.step.js';
import type { IngestItem } from '../../../../server/ingestion/step.js';
import { cosine, nearVector, randomNumbers, unitVector } from '../../../support/vectors.js';

const moments = fc.record({ seed: fc.nat(1000), count: fc.integer({ min: 1, max: 12 }) }).map(({ seed, count }) => {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, (_, ms) => ({ ms, vector: unitVector(random, 16) }));
});

describe('the moment that stands for a video', () => {
  test('is one of its own, and none is nearer to all of them', () => {
    fc.assert(
      fc.property(moments, (all) => {
        const medoid = medoidOf(all);
        const closeness = (moment: { vector: Float32Array }): number =>
          all.reduce((sum, other) => sum + cosine(moment.vector, other.vector), 0);
        expect(all).toContain(medoid);
        expect(closeness(medoid)).toBeGreaterThanOrEqual(Math.max(...all.map(closeness)) - 1e-5);
      }),
    );
  });

  test('lies in the longest scene, and of equals is the earliest', () => {
    const random = randomNumbers(3);
    const [long, short] = [unitVector(random, 32), unitVector(random, 32)];
    const scene = [short, long, long, long, short].map((centre, ms) => ({ ms, vector: nearVector(random, centre, 0.1) }));
    expect([1, 2, 3]).toContain(medoidOf(scene).ms);
    expect(medoidOf([long, long, long].map((vector, ms) => ({ ms, vector }))).ms).toBe(0);
  });

  test('needs a moment', () => {
    expect(() => medoidOf([])).toThrow(RangeError);
  });
});

describe('the vectors of a file', () => {
  // A model that gives back a unit vector per first byte.
  const step = new EmbedStep({ embed: (pixels) => Promise.resolve(unitVector(randomNumbers(pixels[0] ?? 0), 8)) }, 7);
  const item = (analysis: Partial<MediaAnalysis>): IngestItem => ({
    absolutePath: '',
    path: '',
    modifiedMs: 0,
    analysis: analysis as MediaAnalysis,
    draft: {},
  });

  test('are one of the whole picture for a photo', async () => {
    const photo = item({ frames: [], pixels: Uint8Array.of(4), perceptualHash: 'aa' });
    await step.run(photo);
    expect(photo.draft.vectors).toEqual([{ kind: 'image', frameMs: null, vector: unitVector(randomNumbers(4), 8), perceptualHash: 'aa' }]);
    expect(step.name).toBe('embed:7');
  });

  test('are one of each moment for a video, its medoid first and the poster', async () => {
    const frames = [9, 9, 5].map((byte, index) => ({ ms: index * 1000, pixels: Uint8Array.of(byte), perceptualHash: `${index}` }));
    const video = item({ frames, pixels: Uint8Array.of(9), perceptualHash: 'zz' });
    await step.run(video);
    expect(video.draft.posterMs).toBe(0);
    expect(video.draft.vectors?.map(({ kind, frameMs, perceptualHash }) => [kind, frameMs, perceptualHash])).toEqual([
      ['image', null, '0'],
      ['frame', 0, '0'],
      ['frame', 1000, '1'],
      ['frame', 2000, '2'],
    ]);
  });
});
