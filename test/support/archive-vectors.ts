import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { MatrixProduct } from '../../server/models/matrix.js';
import { ExactVectorIndex } from '../../server/repositories/exact-vector-index.js';
import { HnswVectorIndex } from '../../server/repositories/hnsw-vector-index.js';
import type { NewDocument } from '../../server/repositories/document.repository.js';
import type { Repositories } from '../../server/repositories/repositories.js';
import type { VectorIndex } from '../../server/repositories/vector-index.js';
import { insertDocuments } from './archive-rows.js';
import type { TestDatabase } from './databases.js';

/** Dimensions of the vectors that tests make up. */
export const DIMS = 64;

/** The vector index that an archive on this database has. */
export function openVectorIndex({ database, repositories, dataDir }: TestDatabase): VectorIndex {
  const { embeddings, models } = repositories;
  if (!database.isEmbedded) return new HnswVectorIndex({ dataSource: database.dataSource, embeddings, models });
  const folder = mkdtempSync(join(dataDir, 'index-'));
  return new ExactVectorIndex({ embeddings, models, folder, openMatrix: (dims) => MatrixProduct.open({ dims }) });
}

/** A model for made-up vectors; another name is another model. */
export function registerModel({ models }: Repositories, name = 'toy'): Promise<number> {
  return models.register({ name, kind: 'clip', revision: '1', precision: 'fp32', sha256: name, dims: DIMS });
}

/** A document for each vector; returns their ids in the same order. */
export async function insertPictures(
  repositories: Repositories,
  vectors: readonly Float32Array[],
  { modelId, fields = {} }: { modelId: number; fields?: Partial<NewDocument> },
): Promise<string[]> {
  const ids = await insertDocuments(
    repositories,
    vectors.map(() => fields),
  );
  await putVectors(repositories, new Map(ids.map((id, index) => [id, vectors[index] ?? new Float32Array(DIMS)])), modelId);
  return ids;
}

/** Stores the vectors of whole pictures, by document. */
export async function putVectors({ embeddings }: Repositories, vectors: ReadonlyMap<string, Float32Array>, modelId: number): Promise<void> {
  const rows = [...vectors].map(([documentId, embedding]) => ({ documentId, modelId, kind: 'image' as const, embedding }));
  await embeddings.put(rows.map((row) => ({ ...row, perceptualHash: '0123456789abcdef' })));
}
