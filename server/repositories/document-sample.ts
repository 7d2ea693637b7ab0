import { dotProduct } from '../dot-product.js';
import type { EmbeddingRepository } from './embedding.repository.js';

/** Documents taken at random, each with all its vectors: what a search is judged by that does not compare everything. */
export type DocumentSample = ReadonlyMap<string, readonly Float32Array[]>;

const MOST_DOCUMENTS = 2000;
/** 8000 vectors of 512 numbers are 16 MB. */
const MOST_ROWS = 8000;

/** Of `documents` documents with `rows` vectors: as many at random as fit into the memory that a sample may take. */
export async function readDocumentSample(
  embeddings: EmbeddingRepository,
  modelId: number,
  { rows, documents }: { rows: number; documents: number },
): Promise<DocumentSample> {
  const rowsOfOne = rows / Math.max(1, documents);
  const sample = new Map<string, Float32Array[]>();
  for (const { documentId, embedding } of await embeddings.sample(modelId, Math.floor(Math.min(MOST_DOCUMENTS, MOST_ROWS / rowsOfOne)))) {
    const vectors = sample.get(documentId) ?? [];
    vectors.push(embedding);
    sample.set(documentId, vectors);
  }
  return sample;
}

/**
 * What each document of a sample scores: the best of its vectors, as a hit does. The score of the whole picture alone would make every hit by
 * a tile or a moment look like more than chance.
 */
export function scoresOfSample(
  sample: DocumentSample,
  vector: Float32Array,
  without: ReadonlySet<string> | null | undefined,
): Float32Array {
  const there = [...sample].filter(([documentId]) => !without?.has(documentId));
  return Float32Array.from(there, ([, vectors]) => vectors.reduce((best, one) => Math.max(best, dotProduct(one, vector)), -1));
}
