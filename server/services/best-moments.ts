import type { DocumentRow } from '../repositories/document-row.js';
import type { EmbeddingRepository } from '../repositories/embedding.repository.js';

/** A moment of a video and how like the query it is. */
export interface Moment {
  readonly frameMs: number;
  /** Cosine, -1..1. */
  readonly similarity: number;
}

/** What found documents are compared with. */
export interface MomentQuery {
  readonly modelId: number;
  readonly vector: Float32Array;
}

/** So many moments stand under one hit. */
const MAX_MOMENTS = 5;

/** The best moments of each video among the documents, the most similar first, by id; of photos none. */
export async function bestMoments(
  embeddings: EmbeddingRepository,
  documents: readonly DocumentRow[],
  query: MomentQuery,
): Promise<ReadonlyMap<string, Moment[]>> {
  const videos = documents.filter(({ kind }) => kind === 'video').map(({ id }) => id);
  const moments = new Map<string, Moment[]>(videos.map((id) => [id, []]));
  const rows = videos.length > 0 ? await embeddings.nearestFrames(videos, { ...query, limit: MAX_MOMENTS }) : [];
  for (const { documentId, ms, similarity } of rows) moments.get(documentId)?.push({ frameMs: ms, similarity });
  return moments;
}
