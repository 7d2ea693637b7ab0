import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { MatrixProduct } from '../../../server/models/matrix.js';
import { ExactVectorIndex } from '../../../server/repositories/exact-vector-index.js';
import { HnswVectorIndex } from '../../../server/repositories/hnsw-vector-index.js';
import type { NewEmbedding } from '../../../server/repositories/embedding.repository.js';
import type { VectorIndex } from '../../../server/repositories/vector-index.js';
import { insertDocuments } from '../../support/archive-rows.js';
import { describeEachDatabase, type TestDatabase } from '../../support/databases.js';
import { cosine, randomNumbers, unitVector } from '../../support/vectors.js';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';

const DIMS = 16;
const random = randomNumbers(7);

function openIndex({ database, repositories, dataDir }: TestDatabase, folder = mkdtempSync(join(dataDir, 'index-'))): VectorIndex {
  const { embeddings, models } = repositories;
  if (!database.isEmbedded) return new HnswVectorIndex({ dataSource: database.dataSource, embeddings, models });
  return new ExactVectorIndex({ embeddings, models, folder, openMatrix: (dims) => MatrixProduct.open({ dims }) });
}

function rowsOf(documentId: string, modelId: number): NewEmbedding[] {
  const base = { documentId, modelId, perceptualHash: '0123456789abcdef' };
  return [
    { ...base, kind: 'image', embedding: unitVector(random, DIMS) },
    { ...base, kind: 'region', region: { x: 0.1, y: 0.2, width: 0.3, height: 0.4 }, embedding: unitVector(random, DIMS) },
    { ...base, kind: 'frame', frameMs: 1500, embedding: unitVector(random, DIMS) },
  ];
}

/** What an answer must be, computed with nothing clever. */
function bruteForce(rows: readonly NewEmbedding[], vector: Float32Array, limit: number): { documentId: string; similarity: number }[] {
  const best = new Map<string, number>();
  for (const row of rows) best.set(row.documentId, Math.max(best.get(row.documentId) ?? -2, cosine(row.embedding, vector)));
  const hits = [...best].map(([documentId, similarity]) => ({ documentId, similarity }));
  return hits.sort((a, b) => b.similarity - a.similarity).slice(0, limit);
}

describeEachDatabase('the vector index', (current) => {
  let modelId = 0;
  let ids: string[] = [];
  let stored: NewEmbedding[] = [];
  let index: VectorIndex;

  beforeAll(async () => {
    const { repositories } = current();
    modelId = await repositories.models.register({ name: 'toy', kind: 'clip', revision: '1', precision: 'fp32', sha256: 'a', dims: DIMS });
    ids = await insertDocuments(
      repositories,
      Array.from({ length: 60 }, () => ({})),
    );
    stored = ids.flatMap((id) => rowsOf(id, modelId));
    await repositories.embeddings.put(stored);
  });
  afterEach(() => index.close());

  test('the answer equals brute force, one hit per document, best first', async () => {
    index = openIndex(current());
    for (let round = 0; round < 20; round += 1) {
      const vector = unitVector(random, DIMS);
      const answer = await index.nearest({ modelId, vector, limit: 12 });
      const expected = bruteForce(stored, vector, 12);
      expect(answer.hits.map((hit) => hit.documentId)).toEqual(expected.map((hit) => hit.documentId));
      answer.hits.forEach((hit, place) => expect(hit.similarity).toBeCloseTo(expected[place]?.similarity ?? 0, 5));
    }
  });

  test('T21: what a search is without is no hit, no candidate and no score', async () => {
    index = openIndex(current());
    const without = new Set(ids.slice(0, 20));
    const vector = unitVector(random, DIMS);
    const answer = await index.nearest({ modelId, vector, limit: 60, without });
    const expected = bruteForce(
      stored.filter(({ documentId }) => !without.has(documentId)),
      vector,
      60,
    );
    expect(answer.hits.map((hit) => hit.documentId)).toEqual(expected.map((hit) => hit.documentId));
    expect(answer.candidates).toBe(40 * 3);
    const scores = [...(answer.scores ?? answer.sample ?? [])];
    expect(scores).toHaveLength(40);
    expect(Math.max(...scores)).toBeLessThan((expected[0]?.similarity ?? 0) + 1e-5);
    expect((await index.nearest({ modelId, vector, limit: 60, without, among: new Set(ids.slice(10, 30)) })).hits).toHaveLength(10);
  });

  test('a hit carries its evidence: the region or the moment that matched', async () => {
    index = openIndex(current());
    for (const row of stored.slice(0, 3)) {
      const { hits } = await index.nearest({ modelId, vector: row.embedding, limit: 1 });
      expect(hits[0]).toMatchObject({
        documentId: row.documentId,
        kind: row.kind,
        region: row.region ?? null,
        frameMs: row.frameMs ?? null,
      });
      expect(hits[0]?.similarity).toBeCloseTo(1, 5);
      expect(hits[0]?.similarity).toBeLessThanOrEqual(1);
    }
  });

  test('filters and kinds leave only what passes, and never shorten the answer', async () => {
    index = openIndex(current());
    const among = new Set(ids.filter((_, place) => place % 3 === 0));
    const vector = unitVector(random, DIMS);
    const answer = await index.nearest({ modelId, vector, limit: 50, among, kinds: ['image', 'frame'] });
    const allowed = stored.filter((row) => among.has(row.documentId) && row.kind !== 'region');
    expect(answer.hits.map((hit) => hit.documentId)).toEqual(bruteForce(allowed, vector, 50).map((hit) => hit.documentId));
    expect((await index.nearest({ modelId, vector, limit: 5, among: new Set() })).hits).toEqual([]);
  });

  test('the background is known: every score of the exact index, a sample of a server', async () => {
    index = openIndex(current());
    const answer = await index.nearest({ modelId, vector: unitVector(random, DIMS), limit: 3 });
    expect((answer.scores ?? answer.sample)?.length).toBe(ids.length);
    expect(answer.candidates).toBe(stored.length);
  });

  test('a forgotten document is gone at once', async () => {
    index = openIndex(current());
    const gone = ids[5] ?? '';
    const vector = stored[15]?.embedding ?? new Float32Array();
    expect((await index.nearest({ modelId, vector, limit: 1 })).hits[0]?.documentId).toBe(gone);
    await index.forget([gone]);
    expect((await index.nearest({ modelId, vector, limit: 60 })).hits.map((hit) => hit.documentId)).not.toContain(gone);
  });

  test('new, replaced and deleted vectors are right after a refresh, and after a restart over the same files', async () => {
    const { repositories, dataDir } = current();
    const folder = mkdtempSync(join(dataDir, 'kept-'));
    index = openIndex(current(), folder);
    await index.nearest({ modelId, vector: unitVector(random, DIMS), limit: 1 });
    const [added] = await insertDocuments(repositories, [{}]);
    const changes = [...rowsOf(added ?? '', modelId), ...(ids.slice(0, 20).map((id) => ({ ...rowsOf(id, modelId)[0] })) as NewEmbedding[])];
    await repositories.embeddings.put(changes);
    await repositories.embeddings.removeOfDocument(ids[30] ?? '');
    const keyOf = (row: NewEmbedding) => `${row.documentId}${row.kind}`;
    const changed = new Set(changes.map(keyOf));
    stored = [...stored.filter((row) => !changed.has(keyOf(row)) && row.documentId !== ids[30]), ...changes];
    const vectors = Array.from({ length: 5 }, () => unitVector(random, DIMS));
    const expected = vectors.map((vector) => bruteForce(stored, vector, 20).map((hit) => hit.documentId));
    const ask = () =>
      Promise.all(vectors.map(async (vector) => (await index.nearest({ modelId, vector, limit: 20 })).hits.map((hit) => hit.documentId)));
    await index.refresh();
    expect(await ask()).toEqual(expected);
    await index.close();
    index = openIndex(current(), folder);
    expect(await ask()).toEqual(expected);
  });
});
