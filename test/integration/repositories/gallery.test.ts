import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../../../server/ids.js';
import type { DocumentFilter } from '../../../server/repositories/document-filter.js';
import type { NewDocument } from '../../../server/repositories/document.repository.js';
import { decide, hide, insertDocuments, newDecision, newFact } from '../../support/archive-rows.js';
import { describeEachDatabase } from '../../support/databases.js';
import { randomNumbers } from '../../support/vectors.js';

const WORDS = ['beach', 'Beach 100%', 'under_score', 'back\\slash', 'Zoë', '日本', "O'Brien; DROP TABLE", '%', '_', 'plain'];
const TIMES = [
  '2019-12-31T23:59:59.999',
  '2020-01-01T00:00:00.000',
  '2020-02-29T12:00:00.000',
  '2020-02-29T12:00:00.001',
  '0800-06-01T00:00:00.000',
  '2021-07-04T08:00:00.000',
];
const ROOTS = ['first', 'second'];

interface Known extends Partial<NewDocument> {
  readonly id: string;
  readonly takenLocal: string;
  readonly content: string;
  readonly root: string;
  readonly persons: string[];
  readonly clusters: string[];
  readonly favourite: boolean;
}

const persons = [newId(), newId()];
const clusters = [newId(), newId()];

function makeDocuments(count: number): Known[] {
  const random = randomNumbers(11);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const some = <T>(list: readonly T[]) => list.filter(() => random() < 0.3);
  return Array.from({ length: count }, () => ({
    id: newId(),
    kind: pick(['photo', 'video'] as const),
    takenLocal: pick(TIMES),
    content: `${pick(WORDS)} ${pick(WORDS)}`,
    faceCount: pick([0, 0, 2]),
    ...(random() < 0.5 ? { latitude: 1, longitude: 2 } : {}),
    ...(random() < 0.2 ? { stackId: newId(), stackRole: pick(['primary', 'raw'] as const) } : {}),
    root: pick(ROOTS),
    persons: some(persons),
    clusters: some(clusters),
    favourite: random() < 0.3,
  }));
}

const anyOf = (wanted: readonly string[] | null | undefined, has: readonly string[]) =>
  !wanted?.length || wanted.some((one) => has.includes(one));

const isOnly = (allowed: readonly string[] | null | undefined, has: readonly string[]) =>
  !allowed?.length || (has.length > 0 && has.every((one) => allowed.includes(one)));

/** The filter, said once more in plain JavaScript. */
function passes(document: Known, filter: DocumentFilter): boolean {
  const day = document.takenLocal.slice(0, 10);
  const keywords = [filter.keyword ?? []].flat().map((keyword) => keyword.trim().toLowerCase());
  return (
    (filter.withStacked || document.stackRole === undefined || document.stackRole === 'primary') &&
    keywords.every((keyword) => document.content.toLowerCase().includes(keyword)) &&
    (!filter.kind || document.kind === filter.kind) &&
    (!filter.from || day >= filter.from) &&
    (!filter.to || day <= filter.to) &&
    anyOf(filter.roots, [document.root]) &&
    anyOf(filter.persons, document.persons) &&
    !(filter.notPersons?.length && anyOf(filter.notPersons, document.persons)) &&
    isOnly(filter.onlyPersons, document.persons) &&
    (document.faceCount ?? 0) >= (filter.minFaces ?? 0) &&
    (document.faceCount ?? 0) <= (filter.maxFaces ?? Infinity) &&
    anyOf(filter.clusters, document.clusters) &&
    (typeof filter.hasFaces !== 'boolean' || filter.hasFaces === (document.faceCount ?? 0) > 0) &&
    (typeof filter.hasPlace !== 'boolean' || filter.hasPlace === (document.latitude !== undefined)) &&
    (typeof filter.favourite !== 'boolean' || filter.favourite === document.favourite)
  );
}

const newestFirst = (a: Known, b: Known) => (a.takenLocal + a.id < b.takenLocal + b.id ? 1 : -1);

const filters: fc.Arbitrary<DocumentFilter> = fc.record(
  {
    keyword: fc.oneof(
      fc.constantFrom(...WORDS, 'BEACH', '100%', 'r_s', '\\', '%%', "'", '  '),
      fc.string({ maxLength: 3 }).filter((text) => !text.includes('\0')),
    ),
    kind: fc.constantFrom('photo' as const, 'video' as const),
    from: fc.constantFrom('2020-01-01', '2020-02-29', '0800-06-01'),
    to: fc.constantFrom('2020-01-01', '2020-02-29', '9999-12-31'),
    roots: fc.subarray([...ROOTS, "'; --"]),
    persons: fc.subarray(persons),
    notPersons: fc.subarray(persons),
    onlyPersons: fc.subarray(persons),
    minFaces: fc.constantFrom(0, 1, 3),
    maxFaces: fc.constantFrom(0, 2),
    clusters: fc.subarray(clusters),
    hasFaces: fc.boolean(),
    hasPlace: fc.boolean(),
    favourite: fc.boolean(),
    withStacked: fc.boolean(),
  },
  { requiredKeys: [] },
);

describeEachDatabase('the gallery', (current) => {
  const known = makeDocuments(80).sort(newestFirst);

  beforeAll(async () => {
    const { repositories, unitOfWork, database } = current();
    await insertDocuments(
      repositories,
      known.map(({ root: _root, persons: _persons, clusters: _clusters, favourite: _favourite, ...row }) => row),
    );
    for (const name of ROOTS) {
      const root = await repositories.roots.insert({ name, path: `/${name}`, kind: 'folder', sidecars: 'beside', sentinel: null });
      const files = known.filter((document) => document.root === name);
      await repositories.sources.putMany(
        files.map(({ id }) => ({
          ...{ rootId: root.id, path: `${id}.jpg`, documentId: id },
          ...{ contentHash: 'h', bytes: 1, modifiedMs: 1, state: 'present' as const },
        })),
      );
    }
    // What an import says is not believed once a person has spoken.
    const said = (isTrue: boolean) =>
      known.map(({ id, favourite }) => ({ documentId: id, field: 'favourite', element: '', fact: newFact(favourite === isTrue) }));
    await unitOfWork({ kind: 'import', name: 'photos' }, async (inside) => {
      await inside.decisions.insert(newDecision([], { actor: 'import:photos' }));
      await inside.annotations.putMany(said(false), 'photos');
    });
    await decide(unitOfWork, (inside) => inside.annotations.putMany(said(true)));
    await database.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT set_config('image_explorer.actor', 'person:ada', true)`);
      await manager.query(`INSERT INTO decisions (id, at, actor, kind, payload) VALUES ($1, now(), 'person:ada', 'test', '{}')`, [newId()]);
      for (const id of persons) await manager.query(`INSERT INTO persons (id, name) VALUES ($1, 'Ada')`, [id]);
      for (const id of clusters) await manager.query(`INSERT INTO image_clusters (id, name, kind) VALUES ($1, 'Beach', 'user')`, [id]);
      for (const document of known) {
        // The first person by name, the second by a confirmed face.
        if (document.persons.includes(persons[0] ?? ''))
          await manager.query('INSERT INTO document_people VALUES ($1, $2)', [document.id, persons[0]]);
        const face = `INSERT INTO faces (id, document_id, box, origin, person_id, state) VALUES ($1, $2, '{0,0,1,1}', 'detector', $3, 'confirmed')`;
        if (document.persons.includes(persons[1] ?? '')) await manager.query(face, [newId(), document.id, persons[1]]);
        for (const id of document.clusters)
          await manager.query(`INSERT INTO image_cluster_members VALUES ($1, $2, 1, 'person')`, [id, document.id]);
      }
    });
  });

  test('T13, T15: every filter finds what plain JavaScript finds, in the same order', async () => {
    const { documents } = current().repositories;
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
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
