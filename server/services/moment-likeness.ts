import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import { MAX_MOMENTS } from '../media/scenes.js';
import type { EmbeddingRepository } from '../repositories/embedding.repository.js';
import type { Moment } from './best-moments.js';
import type { QueryMemory } from './query-memory.js';
import type { Sight } from './visible-documents.js';

/** Tells how like a query each kept moment of a video is, for whoever asked the query. */
export class MomentLikeness {
  constructor(
    private readonly queries: QueryMemory,
    private readonly sight: Sight,
    private readonly embeddings: Pick<EmbeddingRepository, 'nearestFrames'>,
  ) {}

  /**
   * In the order of the film; of a query of several parts the mean of them, of a photo none. Throws NOT_FOUND for an answer that is not
   * remembered and for an unknown picture.
   */
  async list({ logId, imageId }: { logId: string; imageId: string }, actor: Actor): Promise<Moment[]> {
    const query = this.queries.find(logId, actor);
    if (!query) throw new AppError('NOT_FOUND', 'This search is not remembered any more. Search again.');
    const { id } = await this.sight(actor).getById(imageId);
    const sums = new Map<number, number>();
    for (const vector of query.vectors) {
      const frames = await this.embeddings.nearestFrames([id], { modelId: query.modelId, vector, limit: MAX_MOMENTS });
      for (const { ms, similarity } of frames) sums.set(ms, (sums.get(ms) ?? 0) + similarity);
    }
    const moments = [...sums].map(([frameMs, sum]) => ({ frameMs, similarity: sum / query.vectors.length }));
    return moments.sort((a, b) => a.frameMs - b.frameMs);
  }
}
