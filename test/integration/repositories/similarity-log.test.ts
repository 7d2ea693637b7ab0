import { beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../../server/ids.js';
import type { SimilarityLogRow } from '../../../server/repositories/similarity-log.repository.js';
import { SimilarityLogService } from '../../../server/services/similarity-log.service.js';
import { registerModel } from '../../support/archive-vectors.js';
import { describeEachDatabase } from '../../support/databases.js';

const DAY_MS = 86_400_000;
const NOW = Date.now();
const logger = { flush: async () => undefined };

describeEachDatabase('the log of searches', (current) => {
  let modelId = 0;
  const rowOf = (number: number, fields: Partial<SimilarityLogRow> = {}): SimilarityLogRow => ({
    id: newId(),
    at: new Date(NOW - number * 60_000),
    actor: 'person:ada',
    kind: 'image',
    modelId,
    options: { parts: [{ imageId: newId() }] },
    threshold: 0.5,
    topK: 50,
    resultCount: 3,
    bestScore: 0.9,
    tookMs: number,
    candidates: 100,
    ...fields,
  });
  const log = () => current().repositories.similarityLog;

  beforeAll(async () => {
    modelId = await registerModel(current().repositories);
    await log().insertMany([
      ...Array.from({ length: 100 }, (_, number) => rowOf(number + 1)),
      ...[101, 102].map((number) =>
        rowOf(number, { kind: 'text', options: { parts: [{ text: 'a boat' }] }, bestScore: null, resultCount: 0 }),
      ),
      rowOf(103, { kind: 'keyword', actor: 'job:match-saved-searches', bestScore: null, resultCount: 2, modelId: null }),
      rowOf(104, { kind: 'keyword', bestScore: null, resultCount: 0, tookMs: 5000 }),
    ]);
  });

  test('is read newest first, page by page, each search once', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await log().page({}, { first: 30, after });
      seen.push(...page.rows.map(({ at }) => at.toISOString()));
      if (!page.hasNextPage) break;
      after = page.endCursor;
    }
    expect(seen).toHaveLength(104);
    expect(seen).toEqual([...new Set(seen)].sort().reverse());
    expect((await log().page({}, { first: 1 })).rows[0]).toMatchObject({ model: 'toy', tookMs: 1, topK: 50 });
  });

  test('is narrowed to a kind, to who asked, and to what was slow', async () => {
    expect(await log().count({ kind: 'text' })).toBe(2);
    expect(await log().count({ actor: 'job:match-saved-searches' })).toBe(1);
    expect(await log().count({ slowerThanMs: 103 })).toBe(1);
    const slow = await log().page({ kind: 'image', slowerThanMs: 98, actor: 'person:ada' }, { first: 10 });
    expect(slow.rows.map(({ tookMs }) => tookMs)).toEqual([99, 100]);
  });

  test('is reported by kind with median and tail, by day, and with the slowest ten', async () => {
    const { counts, details, summary } = await new SimilarityLogService(log(), logger, 90).report({ dryRun: true });
    expect(counts).toEqual({ searches: 104, withoutHits: 3, expired: 0 });
    expect(summary).toMatch(/^104 searches, half of them within 52.5 ms/);
    const data = details?.data as { kinds: object[]; days: { count: number }[]; slowest: { took_ms: number }[] };
    expect(data.kinds).toEqual([
      expect.objectContaining({ kind: 'all', count: 104, without_hits: 3 }),
      { kind: 'image', count: 100, p50_ms: 50.5, p95_ms: expect.closeTo(95, 0), without_hits: 0 },
      expect.objectContaining({ kind: 'keyword', count: 2, without_hits: 1 }),
      expect.objectContaining({ kind: 'text', count: 2, without_hits: 2 }),
    ]);
    expect(data.days.reduce((sum, { count }) => sum + count, 0)).toBe(104);
    expect(data.slowest.map(({ took_ms }) => took_ms)).toEqual([5000, 103, 102, 101, 100, 99, 98, 97, 96, 95]);
    expect(details?.lines.join('\n')).toContain('"a boat"');
  });

  test('loses with a report what is older than it is kept, and in a dry run nothing', async () => {
    const service = new SimilarityLogService(log(), logger, 90);
    await log().insertMany([rowOf(0, { at: new Date(NOW - 91 * DAY_MS) }), rowOf(0, { at: new Date(NOW - 89 * DAY_MS) })]);
    expect((await service.report({ dryRun: true })).counts.expired).toBe(1);
    expect(await log().count({})).toBe(106);
    expect((await service.report({ dryRun: false })).counts.expired).toBe(1);
    expect(await log().count({})).toBe(105);
  });

  test('refuses cursors that it did not give', async () => {
    await expect(log().page({}, { first: 10, after: 'x' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(log().page({}, { first: 0 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
