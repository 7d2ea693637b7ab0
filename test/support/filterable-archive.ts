import fc from 'fast-check';
import { newId } from '../../server/ids.js';
import type { DocumentFilter } from '../../server/repositories/document-filter.js';
import type { NewDocument } from '../../server/repositories/document.repository.js';
import { decide, insertDocuments, newDecision, newFact } from './archive-rows.js';
import type { TestDatabase } from './databases.js';
import { randomNumbers } from './vectors.js';

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

/** A document and what filters may ask of it. */
export interface Filterable extends Partial<NewDocument> {
  readonly id: string;
  readonly takenLocal: string;
  readonly content: string;
  readonly root: string;
  readonly persons: string[];
  readonly clusters: string[];
  readonly favourite: boolean;
}

/** Three people: the first is named, the second has a confirmed face, the third both. */
export const persons = [newId(), newId(), newId()];
const clusters = [newId(), newId()];

/** Documents that differ in all that filters ask for. */
export function makeFilterable(count: number, seed = 11): Filterable[] {
  const random = randomNumbers(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const some = <T>(list: readonly T[]) => list.filter(() => random() < 0.3);
  return Array.from({ length: count }, () => ({
    id: newId(),
    kind: pick(['photo', 'video'] as const),
    takenLocal: pick(TIMES),
    content: `${pick(WORDS)} ${pick(WORDS)}`,
    faceCount: pick([0, 0, 1, 2]),
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
export function passes(document: Filterable, filter: DocumentFilter): boolean {
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

/** The order of the gallery. */
export const newestFirst = (a: Filterable, b: Filterable) => (a.takenLocal + a.id < b.takenLocal + b.id ? 1 : -1);

/** Any filter that is well formed. */
export const anyFilter: fc.Arbitrary<DocumentFilter> = fc.record(
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

/** Writes them with their folders, people, clusters and favourites. */
export async function insertFilterable({ repositories, unitOfWork, database }: TestDatabase, known: readonly Filterable[]): Promise<void> {
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
  await sayFavourites(unitOfWork, known);
  await insertMembers(database, known);
}

async function insertMembers({ dataSource }: TestDatabase['database'], known: readonly Filterable[]): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query(`SELECT set_config('image_explorer.actor', 'person:ada', true)`);
    await manager.query(`INSERT INTO decisions (id, at, actor, kind, payload) VALUES ($1, now(), 'person:ada', 'test', '{}')`, [newId()]);
    const member = (sql: string, rows: readonly (readonly unknown[])[]) =>
      manager.query(sql, [rows.map(([document]) => document), rows.map(([, element]) => element)]);
    await manager.query(`INSERT INTO persons (id, name) SELECT id, 'Ada' FROM unnest($1::uuid[]) AS id`, [persons]);
    await manager.query(`INSERT INTO image_clusters (id, name, kind) SELECT id, 'Beach', 'user' FROM unnest($1::uuid[]) AS id`, [clusters]);
    await member(
      NAMED,
      known.flatMap((one) => one.persons.filter((id) => id !== persons[1]).map((id) => [one.id, id])),
    );
    await member(
      FACE('confirmed'),
      known.flatMap((one) => one.persons.filter((id) => id !== persons[0]).map((id) => [one.id, id])),
    );
    // What a job only supposes, and what a person denied, is nobody in the picture.
    for (const state of ['open', 'rejected'] as const)
      await member(
        FACE(state),
        known.filter((_, at) => at % 5 === 0).map(({ id }) => [id, persons[0]]),
      );
    await member(
      MEMBER,
      known.flatMap((one) => one.clusters.map((id) => [one.id, id])),
    );
  });
}

const NAMED = 'INSERT INTO document_people (document_id, person_id) SELECT * FROM unnest($1::uuid[], $2::uuid[])';
const MEMBER = `INSERT INTO image_cluster_members (document_id, cluster_id, similarity, added_by) SELECT *, 1, 'person' FROM unnest($1::uuid[], $2::uuid[])`;
const FACE = (state: 'confirmed' | 'open' | 'rejected') => `
  INSERT INTO faces (id, document_id, person_id, box, origin, state)
  SELECT gen_random_uuid(), document, person, '{0,0,1,1}', 'detector', '${state}' FROM unnest($1::uuid[], $2::uuid[]) AS f (document, person)`;

async function sayFavourites(unitOfWork: TestDatabase['unitOfWork'], known: readonly Filterable[]): Promise<void> {
  // What an import says is not believed once a person has spoken.
  const said = (isTrue: boolean) =>
    known.map(({ id, favourite }) => ({ documentId: id, field: 'favourite', element: '', fact: newFact(favourite === isTrue) }));
  await unitOfWork({ kind: 'import', name: 'photos' }, async (inside) => {
    await inside.decisions.insert(newDecision([], { actor: 'import:photos' }));
    await inside.annotations.putMany(said(false), 'photos');
  });
  await decide(unitOfWork, (inside) => inside.annotations.putMany(said(true)));
}
