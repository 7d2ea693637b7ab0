import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { MatrixProduct } from '../../../server/models/matrix.js';
import type { NewEmbedding } from '../../../server/repositories/embedding.repository.js';
import { ExactVectorIndex } from '../../../server/repositories/exact-vector-index.js';
import { HnswVectorIndex } from '../../../server/repositories/hnsw-vector-index.js';
import type { Comparison, VectorIndex } from '../../../server/repositories/vector-index.js';
import { insertDocuments } from '../../support/archive-rows.js';
import { describeEachDatabase, type TestDatabase } from '../../support/databases.js';
import { cosine, randomNumbers, unitVector } from '../../support/vectors.js';

const DIMS = 16;
const DOCUMENTS = 120;
const random = randomNumbers(11);

/** The one that compares all, and on a server the one that compares the nearest as well. */
function openIndexes({ database, repositories, dataDir }: TestDatabase): VectorIndex[] {
  const { embeddings, models } = repositories;
  const { dataSource, isEmbedded } = database;
  if (!isEmbedded) return [20_000, 0].map((exactRows) => new HnswVectorIndex({ dataSource, embeddings, models, exactRows }));
  const folder = mkdtempSync(join(dataDir, 'index-'));
  return [new ExactVectorIndex({ embeddings, models, folder, openMatrix: (dims) => MatrixProduct.open({ dims }) })];
}

describeEachDatabase('documents compared with several vectors at once', (current) => {
  let modelId = 0;
  let ids: string[] = [];
  let stored: NewEmbedding[] = [];
  let indexes: VectorIndex[] = [];

  beforeAll(async () => {
    const { repositories } = current();
    modelId = await repositories.models.register({ name: 'toy', kind: 'clip', revision: '1', precision: 'fp32', sha256: 'a', dims: DIMS });
    ids = await insertDocuments(
      repositories,
      Array.from({ length: DOCUMENTS }, () => ({})),
    );
    stored = ids.flatMap((documentId) => {
      const base = { documentId, modelId, perceptualHash: '0123456789abcdef' };
      return [
        { ...base, kind: 'image' as const, embedding: unitVector(random, DIMS) },
        { ...base, kind: 'frame' as const, frameMs: 1500, embedding: unitVector(random, DIMS) },
      ];
    });
    await repositories.embeddings.put(stored);
    indexes = openIndexes(current());
  });
  afterAll(async () => {
    for (const index of indexes) await index.close();
  });

  const asked = Array.from({ length: 3 }, (_, at) => ({ vector: unitVector(random, DIMS), isSought: at < 2 }));
  const bestOf = (id: string, vector: Float32Array): NewEmbedding =>
    stored
      .filter(({ documentId }) => documentId === id)
      .reduce((a, b) => (cosine(b.embedding, vector) > cosine(a.embedding, vector) ? b : a));
  const expectTrue = (compared: Comparison): void =>
    compared.documentIds.forEach((id, document) =>
      asked.forEach(({ vector }, at) => {
        const best = bestOf(id, vector);
        expect(compared.similarities[at]?.[document]).toBeCloseTo(cosine(best.embedding, vector), 4);
        expect(compared.evidence(at, document)).toEqual({ region: null, frameMs: best.frameMs ?? null });
      }),
    );

  test('have the cosine of their best row with each, and what that row shows', async () => {
    for (const index of indexes) expectTrue(await index.compare({ modelId, vectors: asked, limit: 30 }));
  });

  test('are all of them where all are compared, and else at least the nearest of what is sought', async () => {
    for (const [at, index] of indexes.entries()) {
      const compared = await index.compare({ modelId, vectors: asked, limit: 30 });
      if (at === 0) expect(new Set(compared.documentIds)).toEqual(new Set(ids));
      for (const { vector } of asked.filter(({ isSought }) => isSought)) {
        const { hits } = await index.nearest({ modelId, vector, limit: 30 });
        expect(compared.documentIds).toEqual(expect.arrayContaining(hits.map(({ documentId }) => documentId)));
      }
      expect(compared.candidates).toBe(stored.length);
    }
  });

  test('are those that filters leave, never those that are as if they were not there (T21)', async () => {
    const [absent, ...rest] = ids;
    const among = new Set(rest.filter((_, at) => at % 3 === 0));
    for (const [at, index] of indexes.entries()) {
      const compared = await index.compare({ modelId, vectors: asked, limit: 30, among, without: new Set([absent ?? '']) });
      expect(compared.documentIds).not.toContain(absent);
      const passing = compared.documentIds.filter((_, document) => compared.isAmong[document] === 1);
      if (at === 0) expect(new Set(passing)).toEqual(among);
      expect(passing.filter((id) => !among.has(id))).toEqual([]);
      const background = compared.sample ?? compared.similarities;
      expect(background.map((scores) => scores.length)).toEqual([DOCUMENTS - 1, DOCUMENTS - 1, DOCUMENTS - 1]);
    }
  });
});
