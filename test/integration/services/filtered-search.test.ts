import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { NewEmbedding } from '../../../server/repositories/embedding.repository.js';
import type { DocumentFilter } from '../../../server/repositories/document-filter.js';
import type { VectorIndex } from '../../../server/repositories/vector-index.js';
import { VisibleDocuments } from '../../../server/services/visible-documents.js';
import { decide, hide, OWNER } from '../../support/archive-rows.js';
import { DIMS, openVectorIndex, registerModel } from '../../support/archive-vectors.js';
import { describeEachDatabase } from '../../support/databases.js';
import { anyFilter, type Filterable, insertFilterable, makeFilterable, passes } from '../../support/filterable-archive.js';
import { cosine, nearVector, randomNumbers, unitVector } from '../../support/vectors.js';

const COUNT = 240;
const hiddenChoice = fc.constantFrom('without' as const, 'with' as const, 'only' as const, null);
const anySearch = fc.record({
  filter: fc.tuple(anyFilter, hiddenChoice).map(([filter, hidden]): DocumentFilter => ({ ...filter, hidden })),
  seed: fc.nat(),
  near: fc.option(fc.nat(COUNT - 1)),
  limit: fc.constantFrom(1, 7, 50, COUNT),
});

describeEachDatabase('a search under filters', (current) => {
  const known = makeFilterable(COUNT, 5);
  const hidden = new Set(known.filter((_, at) => at % 11 === 0).map(({ id }) => id));
  const random = randomNumbers(3);
  let modelId = 0;
  let stored: NewEmbedding[] = [];
  let index: VectorIndex;

  beforeAll(async () => {
    const { repositories, unitOfWork } = current();
    await insertFilterable(current(), known);
    await decide(unitOfWork, async (inside) => {
      for (const id of hidden) await hide(inside, id, true);
    });
    modelId = await registerModel(repositories);
    stored = known.flatMap((document) => embeddingsOf(document, modelId, random));
    await repositories.embeddings.put(stored);
    index = openVectorIndex(current());
  }, 60_000);
  afterAll(() => index.close());

  const isSearched = (document: Filterable, filter: DocumentFilter): boolean => {
    const { hidden: choice, ...rest } = filter;
    const isNarrowed =
      choice === 'only' || Object.values(rest).some((value) => value !== null && (!Array.isArray(value) || value.length > 0));
    const isHidden = hidden.has(document.id);
    const isOfChoice = { without: !isHidden, with: true, only: isHidden }[choice ?? 'without'];
    return isOfChoice && (!isNarrowed || passes(document, rest));
  };

  /** What must be found, by nothing clever: the best vector of each document that may be found, best first, then by id. */
  const bruteForce = (filter: DocumentFilter, vector: Float32Array): { documentId: string; similarity: number }[] => {
    const searched = new Set(known.filter((document) => isSearched(document, filter)).map(({ id }) => id));
    const best = new Map<string, number>();
    for (const { documentId, embedding } of stored.filter((row) => searched.has(row.documentId)))
      best.set(documentId, Math.max(best.get(documentId) ?? -2, cosine(embedding, vector)));
    const hits = [...best].map(([documentId, similarity]) => ({ documentId, similarity }));
    return hits.sort((a, b) => b.similarity - a.similarity || (a.documentId < b.documentId ? -1 : 1));
  };

  test('T21, T49: whatever the filter and the query, the answer is that of brute force, in its order', async () => {
    const documents = new VisibleDocuments(current().repositories.documents, OWNER);
    await fc.assert(
      fc.asyncProperty(anySearch, async ({ filter, seed, near, limit }) => {
        const noise = randomNumbers(seed);
        const like = near === null ? null : stored.find(({ documentId }) => documentId === known[near]?.id);
        const vector = like ? nearVector(noise, like.embedding, 0.5) : unitVector(noise, DIMS);
        const expected = bruteForce(filter, vector);
        const { hits } = await index.nearest({ modelId, vector, limit, ...(await documents.scopeOf(filter)) });
        expect(hits.map(({ documentId }) => documentId)).toEqual(expected.slice(0, limit).map(({ documentId }) => documentId));
        hits.forEach((hit, place) => expect(hit.similarity).toBeCloseTo(expected[place]?.similarity ?? 0, 5));
      }),
      { numRuns: 80 },
    );
  });
});

function embeddingsOf({ id: documentId, kind }: Filterable, modelId: number, random: () => number): NewEmbedding[] {
  const base = { documentId, modelId, perceptualHash: '0123456789abcdef' };
  const image = unitVector(random, DIMS);
  const frames = kind === 'video' ? [0, 2000] : [];
  return [
    { ...base, kind: 'image', embedding: image },
    ...frames.map((frameMs) => ({ ...base, kind: 'frame' as const, frameMs, embedding: nearVector(random, image, 0.6) })),
  ];
}
