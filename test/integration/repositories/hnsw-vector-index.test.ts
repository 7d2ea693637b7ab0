import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { openDatabase, type Database } from '../../../server/database/data-source.js';
import { createLog } from '../../../server/logging.js';
import { scanHnsw } from '../../../server/repositories/hnsw-scan.js';
import { HnswVectorIndex } from '../../../server/repositories/hnsw-vector-index.js';
import { insertDocuments } from '../../support/archive-rows.js';
import { openServerForTest, type TestDatabase } from '../../support/databases.js';
import { describeWith } from '../../support/requirements.js';
import { cosine, nearVector, randomNumbers, unitVector } from '../../support/vectors.js';

jest.setTimeout(60_000);

const DIMS = 32;
const DOCUMENTS = 1500;
const random = randomNumbers(21);

describeWith('postgres', 'the HNSW index', () => {
  let opened: TestDatabase;
  let database: Database;
  let index: HnswVectorIndex;
  let modelId = 0;
  let vectors = new Map<string, Float32Array>();

  beforeAll(async () => {
    opened = await openServerForTest();
    const { embeddings, models } = opened.repositories;
    modelId = await models.register({ name: 'toy', kind: 'clip', revision: '1', precision: 'fp32', sha256: 'a', dims: DIMS });
    const centres = Array.from({ length: 12 }, () => unitVector(random, DIMS));
    const ids = await insertDocuments(
      opened.repositories,
      Array.from({ length: DOCUMENTS }, () => ({})),
    );
    vectors = new Map(ids.map((id, place) => [id, nearVector(random, centres[place % 12] ?? new Float32Array(DIMS), 0.5)]));
    const rows = [...vectors].map(([documentId, embedding]) => ({
      documentId,
      modelId,
      kind: 'image' as const,
      embedding,
      perceptualHash: '0'.repeat(16),
    }));
    await embeddings.put(rows);
    // Frames of one video crowd the top: the answer must still hold as many documents as asked for.
    const [video = ''] = ids;
    const near = vectors.get(video) ?? new Float32Array(DIMS);
    const frames = Array.from({ length: 700 }, (_, place) => ({
      documentId: video,
      modelId,
      kind: 'frame' as const,
      frameMs: place,
      embedding: near,
      perceptualHash: '0'.repeat(16),
    }));
    await embeddings.put(frames);
    // So few rows would rather be sorted: from here on every new connection has to take the index.
    const name = new URL(opened.url ?? '').pathname.slice(1);
    for (const sql of [`ALTER DATABASE ${name} SET enable_sort = off`, `ALTER DATABASE ${name} SET enable_seqscan = off`]) {
      await opened.database.dataSource.query(sql);
    }
    database = await openDatabase({ url: opened.url, poolSize: 2, dataDir: opened.dataDir, log: createLog('silent') });
    index = new HnswVectorIndex({ dataSource: database.dataSource, embeddings, models, exactRows: 0 });
    await index.refresh();
    await opened.database.afterBulk();
  });
  afterAll(async () => {
    await index.close();
    await database.close();
    await opened.close();
  });

  const nearestIds = (vector: Float32Array, limit: number, isAllowed: (id: string) => boolean = () => true) =>
    [...vectors]
      .filter(([id]) => isAllowed(id))
      .map(([id, other]) => ({ id, score: cosine(vector, other) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ id }) => id);

  const recall = (found: readonly string[], wanted: readonly string[]) => wanted.filter((id) => found.includes(id)).length / wanted.length;

  test('is built once, valid, and used by the query', async () => {
    const { dataSource } = database;
    await index.ensureIndex(modelId);
    const rows: { valid: boolean }[] = await dataSource.query(
      `SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = to_regclass($1)`,
      [`image_embeddings_hnsw_${modelId}`],
    );
    expect(rows).toEqual([{ valid: true }]);
    const scans = async () => {
      const used: { scans: number }[] = await dataSource.query(`SELECT pg_stat_get_numscans(to_regclass($1)) AS scans`, [
        `image_embeddings_hnsw_${modelId}`,
      ]);
      return used[0]?.scans ?? 0;
    };
    const before = await scans();
    const { hits } = await index.nearest({ modelId, vector: vectors.values().next().value ?? new Float32Array(DIMS), limit: 1 });
    expect(hits[0]?.similarity).toBeCloseTo(1, 5);
    // Statistics arrive up to a second later.
    for (let wait = 0; wait < 40 && (await scans()) === before; wait += 1)
      await dataSource.query('SELECT pg_sleep(.1), pg_stat_force_next_flush()');
    expect(await scans()).toBeGreaterThan(before);
  });

  test('T49: finds at least 98 of 100 of the true neighbours, with exact similarities', async () => {
    const recalls: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      const vector = nearVector(random, [...vectors.values()][round * 50] ?? new Float32Array(DIMS), 0.3);
      const { hits } = await index.nearest({ modelId, vector, limit: 50 });
      for (const hit of hits) expect(hit.similarity).toBeCloseTo(cosine(vector, vectors.get(hit.documentId) ?? new Float32Array(DIMS)), 4);
      recalls.push(
        recall(
          hits.map((hit) => hit.documentId),
          nearestIds(vector, 50),
        ),
      );
    }
    expect(recalls.reduce((sum, each) => sum + each, 0) / recalls.length).toBeGreaterThanOrEqual(0.98);
  });

  test('never answers short: not beside a video that crowds the top, not under a filter, not when nearly everything is asked for', async () => {
    const [video = '', ...others] = vectors.keys();
    const vector = vectors.get(video) ?? new Float32Array(DIMS);
    for (const limit of [50, 1000]) {
      const { hits } = await index.nearest({ modelId, vector, limit });
      expect(new Set(hits.map((hit) => hit.documentId)).size).toBe(limit);
      expect(hits[0]?.documentId).toBe(video);
    }
    const among = new Set(others.filter((_, place) => place % 100 === 0));
    const filtered = await index.nearest({ modelId, vector, limit: among.size, among });
    expect(new Set(filtered.hits.map((hit) => hit.documentId))).toEqual(among);
  });

  test('T49: finds as much under a filter, wherever what it leaves lies, and is never short', async () => {
    const all = [...vectors.keys()];
    const anySearch = fc.record({
      query: fc.nat(DOCUMENTS - 1),
      seed: fc.nat(),
      share: fc.constantFrom(0.9, 0.5, 0.25, 0.02),
      left: fc.constantFrom('anywhere', 'near', 'far', 'all but the nearest'),
      limit: fc.constantFrom(1, 20, 50),
    });
    const recalls: number[] = [];
    await fc.assert(
      fc.asyncProperty(anySearch, async ({ query, seed, share, left, limit }) => {
        const noise = randomNumbers(seed);
        const vector = nearVector(noise, vectors.get(all[query] ?? '') ?? new Float32Array(DIMS), 0.3);
        const nearestFirst = nearestIds(vector, DOCUMENTS);
        const kept = Math.ceil(share * DOCUMENTS);
        const choices = {
          anywhere: () => nearestFirst.filter(() => noise() < share),
          near: () => nearestFirst.slice(0, kept),
          far: () => nearestFirst.slice(-kept),
          'all but the nearest': () => nearestFirst.slice(200),
        };
        const expected = choices[left as keyof typeof choices]();
        const { hits } = await index.nearest({ modelId, vector, limit, among: new Set(expected) });
        const found = hits.map(({ documentId }) => documentId);
        expect(new Set(found).size).toBe(Math.min(limit, expected.length));
        expect(found.filter((id) => !expected.includes(id))).toEqual([]);
        if (expected.length > 0) recalls.push(recall(found, expected.slice(0, limit)));
      }),
      { numRuns: 60 },
    );
    expect(recalls.reduce((sum, each) => sum + each, 0) / recalls.length).toBeGreaterThanOrEqual(0.98);
  });

  test('T49: what lies deep in that which the index gave is not believed', async () => {
    const vector = [...vectors.values()][1] ?? new Float32Array(DIMS);
    const near = new Set(nearestIds(vector, 200));
    const scan = { dims: DIMS, rows: DOCUMENTS, eligible: DOCUMENTS, isExactQuicker: (wanted: number) => wanted > 600 };
    const ask = (isEligible: (id: string) => boolean) =>
      scanHnsw(database.dataSource, { modelId, vector, limit: 20 }, { ...scan, isEligible: ({ documentId }) => isEligible(documentId) });
    expect(await ask((id) => !near.has(id))).toBeNull();
    const hits = (await ask((id) => near.has(id))) ?? [];
    expect(
      recall(
        hits.map(({ documentId }) => documentId),
        nearestIds(vector, 20),
      ),
    ).toBeGreaterThanOrEqual(0.9);
  });

  test('an index that was left unfinished is built again', async () => {
    const { dataSource } = database;
    await dataSource.query('UPDATE pg_index SET indisvalid = false WHERE indexrelid = to_regclass($1)', [
      `image_embeddings_hnsw_${modelId}`,
    ]);
    await index.ensureIndex(modelId);
    const rows: { valid: boolean }[] = await dataSource.query(
      'SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = to_regclass($1)',
      [`image_embeddings_hnsw_${modelId}`],
    );
    expect(rows).toEqual([{ valid: true }]);
  });
});
