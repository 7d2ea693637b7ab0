import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../../../server/ids.js';
import type { DocumentFilter } from '../../../server/repositories/document-filter.js';
import { decide, hide } from '../../support/archive-rows.js';
import { describeEachDatabase } from '../../support/databases.js';
import { anyFilter, insertFilterable, makeFilterable, newestFirst, passes, persons } from '../../support/filterable-archive.js';

describeEachDatabase('the gallery', (current) => {
  const known = makeFilterable(80).sort(newestFirst);

  beforeAll(() => insertFilterable(current(), known));

  test('T13, T15: every filter finds what plain JavaScript finds, in the same order', async () => {
    const { documents } = current().repositories;
    await fc.assert(
      fc.asyncProperty(anyFilter, async (filter) => {
        const expected = known.filter((document) => passes(document, filter)).map((document) => document.id);
        const page = await documents.page(filter, { first: 100 });
        expect(page.rows.map((row) => row.id)).toEqual(expected);
        expect(await documents.count(filter)).toBe(expected.length);
        expect((await documents.matchingIds(filter)).sort()).toEqual([...expected].sort());
      }),
      {
        numRuns: 60,
        examples: ['100%', '%', ['100', '%'], '_', '\\', "O'Brien; DROP"].map((keyword): [DocumentFilter] => [{ keyword }]),
      },
    );
  });

  test('whoever was merged with a person is found as that person, by either id', async () => {
    const { repositories, unitOfWork } = current();
    const [person = ''] = persons;
    const [other, third] = [newId(), newId()];
    await decide(unitOfWork, async (inside) => {
      await inside.namedSets.apply('person', other, { name: 'Adele' });
      await inside.namedSets.apply('person', third, { name: 'A.', mergedInto: other });
      await inside.namedSets.apply('person', other, { mergedInto: person });
    });
    const idsOf = async (filter: DocumentFilter) => (await repositories.documents.matchingIds(filter)).sort();
    for (const list of ['persons', 'notPersons', 'onlyPersons'] as const) {
      const expected = known.filter((document) => passes(document, { [list]: [person] })).map(({ id }) => id);
      for (const id of [person, other, third]) expect(await idsOf({ [list]: [id] })).toEqual([...expected].sort());
    }
    expect(await idsOf({ persons: [newId()] })).toEqual([]);
  });

  test('pages of any size, one after the other, are the whole list', async () => {
    const { documents } = current().repositories;
    const whole = known.filter((document) => passes(document, {})).map((document) => document.id);
    for (const first of [1, 7, 1000]) {
      const ids: string[] = [];
      let after: string | null = null;
      do {
        const page = await documents.page({}, { first, after });
        ids.push(...page.rows.map((row) => row.id));
        after = page.hasNextPage ? page.endCursor : null;
      } while (after);
      expect(ids).toEqual(whole);
    }
  });

  test('months and their buckets add up to the list', async () => {
    const { documents } = current().repositories;
    const ids: string[] = [];
    const months = await documents.months({ withStacked: true });
    expect(months.map((each) => each.month)).toEqual(['2021-07', '2020-02', '2020-01', '2019-12', '0800-06']);
    for (const { month, count } of months) {
      const bucket = await documents.bucket({ withStacked: true }, month, { offset: 0, limit: 2000 });
      expect(bucket).toHaveLength(count);
      ids.push(
        ...bucket.slice(0, 2).map((row) => row.id),
        ...(await documents.bucket({ withStacked: true }, month, { offset: 2, limit: 2000 })).map((row) => row.id),
      );
    }
    expect(ids).toEqual(known.map((document) => document.id));
  });

  test('ids between two pictures are a stretch of the list, whichever end is named first', async () => {
    const { documents } = current().repositories;
    const whole = known.filter((document) => passes(document, {})).map((document) => document.id);
    const [a = '', b = ''] = [whole[3], whole[30]];
    expect(await documents.idsBetween({}, a, b)).toEqual(whole.slice(3, 31));
    expect(await documents.idsBetween({}, b, a)).toEqual(whole.slice(3, 31));
    expect(await documents.idsBetween({}, a, a)).toEqual([a]);
    await expect(documents.idsBetween({}, a, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(documents.idsBetween({}, a, 'x')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('hidden pictures are in no list, count or month unless asked for (T21)', async () => {
    const { repositories, unitOfWork } = current();
    const shown = known.filter((document) => passes(document, {}));
    const [first = ''] = shown.map((document) => document.id);
    await decide(unitOfWork, (inside) => hide(inside, first, true));
    expect(await repositories.documents.count({})).toBe(shown.length - 1);
    expect(await repositories.documents.matchingIds({})).not.toContain(first);
    expect((await repositories.documents.months({})).reduce((sum, month) => sum + month.count, 0)).toBe(shown.length - 1);
    expect(await repositories.documents.count({ hidden: 'with' })).toBe(shown.length);
    expect(await repositories.documents.matchingIds({ hidden: 'only' })).toEqual([first]);
    await decide(unitOfWork, (inside) => hide(inside, first, false));
  });

  test('T18: sizes, offsets, months and cursors that nobody gave out are BAD_REQUEST', async () => {
    const { documents } = current().repositories;
    const bad = { code: 'BAD_REQUEST' };
    for (const first of [0, -1, 1001, 1.5, Number.NaN, Infinity]) await expect(documents.page({}, { first })).rejects.toMatchObject(bad);
    for (const offset of [-1, 0.5, Number.NaN, 1e12])
      await expect(documents.bucket({}, '2020-01', { offset, limit: 1 })).rejects.toMatchObject(bad);
    for (const month of ['2020-13', '0000-01', '2020-1', '2020-01-01', "2020-01'"]) {
      await expect(documents.bucket({}, month, { offset: 0, limit: 1 })).rejects.toMatchObject(bad);
    }
    const asCursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const cursors = [
      'x',
      '!!',
      asCursor({}),
      asCursor([1, 2]),
      asCursor(['2020-01-01T00:00:00.000']),
      asCursor(["2020-01-01'", newId()]),
      'A'.repeat(9000),
    ];
    for (const after of cursors) await expect(documents.page({}, { first: 1, after })).rejects.toMatchObject(bad);
  });

  test('T15: a keyword uses the trigram index where that pays', async () => {
    const { database } = current();
    const plan: { 'QUERY PLAN': string }[] = await database.dataSource.transaction(async (manager) => {
      await manager.query('SET LOCAL enable_seqscan = off');
      await manager.query('SET LOCAL enable_indexscan = off');
      return manager.query(String.raw`EXPLAIN SELECT d.id FROM documents d WHERE d.content ILIKE $1 ESCAPE '\'`, ['%beach%']);
    });
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('documents_content');
  });
});
