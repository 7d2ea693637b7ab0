import { describe, expect, test } from '@jest/globals';
import { EmbeddingBatcher } from '../../../server/models/embedding-batcher.js';
import type { ImageEncoder } from '../../../server/models/embedding-model.js';

/** An encoder whose vector is the picture's first byte, and which counts what runs together. */
class CountingEncoder implements ImageEncoder {
  readonly recipe = { size: 1, resize: 'fill', kernel: 'linear' } as const;
  readonly batches: number[] = [];
  inFlight = 0;
  mostInFlight = 0;

  constructor(readonly maxBatch: number) {}

  async embedImages(pixels: readonly Uint8Array[]): Promise<Float32Array[]> {
    this.batches.push(pixels.length);
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    await new Promise((resolve) => setImmediate(resolve));
    this.inFlight -= 1;
    if (pixels.some((picture) => picture[0] === 255)) throw new Error('This run fails.');
    return pixels.map((picture) => Float32Array.of(picture[0] ?? NaN));
  }
}

const pictures = (count: number): Uint8Array[] => Array.from({ length: count }, (_, index) => Uint8Array.of(index, 0, 0));

describe('EmbeddingBatcher', () => {
  test('gives every picture its own vector, in runs of at most maxBatch, with a bounded number in flight', async () => {
    const encoder = new CountingEncoder(4);
    const batcher = new EmbeddingBatcher(encoder, 2);
    const vectors = await Promise.all(pictures(19).map((pixels) => batcher.embed(pixels)));
    expect(vectors.map((vector) => vector[0])).toEqual(Array.from({ length: 19 }, (_, index) => index));
    expect(encoder.batches).toEqual([4, 4, 4, 4, 3]);
    expect(encoder.mostInFlight).toBe(2);
  });

  test('runs one picture at a time where the precision makes vectors depend on their batch', async () => {
    const encoder = new CountingEncoder(1);
    const batcher = new EmbeddingBatcher(encoder);
    await Promise.all(pictures(5).map((pixels) => batcher.embed(pixels)));
    expect(encoder.batches).toEqual([1, 1, 1, 1, 1]);
  });

  test('rejects the pictures of a failed run and goes on with the others', async () => {
    const batcher = new EmbeddingBatcher(new CountingEncoder(1));
    const failing = batcher.embed(Uint8Array.of(255, 0, 0));
    const sound = batcher.embed(Uint8Array.of(7, 0, 0));
    await expect(failing).rejects.toThrow('This run fails.');
    await expect(sound).resolves.toEqual(Float32Array.of(7));
  });
});
