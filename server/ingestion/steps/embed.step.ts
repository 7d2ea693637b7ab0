import { dotProduct } from '../../dot-product.js';
import type { EmbeddingBatcher } from '../../models/embedding-batcher.js';
import type { IngestItem, Step, VectorDraft } from '../step.js';

/** Makes the vectors of a picture, or of every kept moment of a video; the medoid moment stands for the video. */
export class EmbedStep implements Step {
  readonly version = 1;
  readonly name: string;

  /** `modelId` is part of the step's name: a change of model is made like any other newer version. */
  constructor(
    private readonly batcher: Pick<EmbeddingBatcher, 'embed'>,
    modelId: number,
  ) {
    this.name = `embed:${modelId}`;
  }

  applies(): boolean {
    return true;
  }

  async run({ analysis, draft }: IngestItem): Promise<void> {
    if (analysis.frames.length === 0) {
      const vector = await this.batcher.embed(analysis.pixels);
      draft.vectors = [{ kind: 'image', frameMs: null, vector, perceptualHash: analysis.perceptualHash }];
      return;
    }
    const frames = await Promise.all(analysis.frames.map(async (frame) => ({ ...frame, vector: await this.batcher.embed(frame.pixels) })));
    const moments: VectorDraft[] = frames.map(({ ms, vector, perceptualHash }) => ({ kind: 'frame', frameMs: ms, vector, perceptualHash }));
    const medoid = medoidOf(moments);
    draft.posterMs = medoid.frameMs;
    draft.vectors = [{ ...medoid, kind: 'image', frameMs: null }, ...moments];
  }
}

/** The vector with the greatest summed cosine to all others; the earliest of equals. */
export function medoidOf<T extends { readonly vector: Float32Array }>(moments: readonly T[]): T {
  const [first] = moments;
  if (!first) throw new RangeError('A medoid needs at least one vector.');
  let best = { moment: first, closeness: -Infinity };
  for (const moment of moments) {
    const closeness = moments.reduce((sum, other) => sum + dotProduct(moment.vector, other.vector), 0);
    if (closeness > best.closeness + 1e-6) best = { moment, closeness };
  }
  return best.moment;
}
