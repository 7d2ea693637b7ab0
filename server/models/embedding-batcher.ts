import type { ImageEncoder } from './embedding-model.js';

interface Waiting {
  readonly pixels: Uint8Array;
  resolve(vector: Float32Array): void;
  reject(error: unknown): void;
}

/**
 * Takes pictures one by one and runs them together, up to the encoder's `maxBatch`, with a bounded number of runs in flight:
 * while the network works on one run, the next is being filled, and pictures go on being decoded.
 */
export class EmbeddingBatcher {
  private readonly waiting: Waiting[] = [];
  private running = 0;

  /** Two runs in flight keep the inference thread busy while an answer travels back. */
  constructor(
    private readonly encoder: ImageEncoder,
    private readonly runsInFlight = 2,
  ) {}

  /** The unit vector of one picture, `size * size * 3` RGB bytes as the encoder's recipe says; a failed run rejects the pictures in it. */
  embed(pixels: Uint8Array): Promise<Float32Array> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ pixels, resolve, reject });
      // After this turn of the event loop, so that pictures that arrive together run together.
      setImmediate(() => this.fill());
    });
  }

  private fill(): void {
    while (this.running < this.runsInFlight && this.waiting.length > 0) {
      this.running += 1;
      void this.run(this.waiting.splice(0, this.encoder.maxBatch));
    }
  }

  private async run(batch: readonly Waiting[]): Promise<void> {
    try {
      const vectors = await this.encoder.embedImages(batch.map((one) => one.pixels));
      if (vectors.length !== batch.length) throw new RangeError(`Expected ${batch.length} vectors but received ${vectors.length}.`);
      for (const [index, vector] of vectors.entries()) batch[index]?.resolve(vector);
    } catch (error) {
      for (const one of batch) one.reject(error);
    } finally {
      this.running -= 1;
      this.fill();
    }
  }
}
