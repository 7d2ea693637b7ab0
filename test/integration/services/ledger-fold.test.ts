import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createLog } from '../../../server/logging.js';
import { compute } from '../../../server/models/computation.js';
import { AnnotationService } from '../../../server/services/annotation.service.js';
import type { AnnotationChanges } from '../../../server/services/annotation-changes.js';
import { createClusters } from '../../../server/services/clusters.js';
import { DecisionService } from '../../../server/services/decision.service.js';
import { foldDecisions } from '../../../server/services/ledger-fold.js';
import { Ledger } from '../../../server/services/ledger.js';
import { NamedSetService } from '../../../server/services/named-set.service.js';
import { VerificationService } from '../../../server/services/verification.service.js';
import { SidecarPlaces } from '../../../server/services/sidecar-places.js';
import { VisibleDocuments } from '../../../server/services/visible-documents.js';
import { WordRestorer } from '../../../server/services/word-restorer.js';
import { insertDocuments, newDocument, OWNER } from '../../support/archive-rows.js';
import { describeEachDatabase } from '../../support/databases.js';

const NAMES = ['Ana', 'Ben', 'Cy'] as const;
const TAGS = ['sea', 'a/b', 'München'] as const;
const few = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 2 });
const named = few(NAMES).map((names) => names.map((name) => ({ name })));

const changes: fc.Arbitrary<AnnotationChanges> = fc.record(
  {
    title: fc.option(fc.string({ unit: 'grapheme', maxLength: 10 })),
    addTags: few(TAGS),
    removeTags: few([...TAGS, 'from the file']),
    addPeople: named,
    addClusters: named,
    taken: fc.option(fc.constantFrom('1999', '2001-02', '2004-02-29', '2010-10-10T10:10').map((local) => ({ local }))),
    place: fc.option(fc.record({ name: fc.constantFrom('Rome', 'Oslo') })),
    favourite: fc.boolean(),
    hidden: fc.boolean(),
  },
  { requiredKeys: [] },
);
const acts = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constant('annotate' as const), who: few([0, 1, 2, 3]), changes }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('undo' as const), which: fc.nat(20) }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('rename' as const), from: fc.constantFrom(...NAMES), to: fc.constantFrom(...NAMES, 'Dee') }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('merge' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('curate' as const),
      how: fc.constantFrom('create', 'add', 'remove', 'merge', 'split', 'removeCluster', 'rename', 'describe'),
      which: fc.nat(2),
      who: few([0, 1, 2, 3]),
      name: fc.constantFrom(...NAMES, 'Dee', 'Eve'),
    }),
  },
);
type Act = typeof acts extends fc.Arbitrary<infer T> ? T : never;

describeEachDatabase('the fold of all decisions', (current) => {
  // Nothing here is compared.
  const models = { opened: null, current: () => Promise.reject(new Error('There is no model.')) };
  const parts = () => {
    const { repositories, unitOfWork } = current();
    const ledger = new Ledger(unitOfWork);
    return {
      repositories,
      annotations: new AnnotationService(ledger, repositories.documents),
      decisions: new DecisionService(ledger, repositories),
      sets: new NamedSetService(ledger, repositories),
      ...createClusters(repositories, {
        ...{ models, ledger, unitOfWork, log: createLog('silent'), compute, dataDir: current().dataDir },
        sight: (actor) => new VisibleDocuments(repositories.documents, actor),
      }),
      restorer: new WordRestorer(ledger, repositories),
      verification: new VerificationService(repositories, new SidecarPlaces(repositories, '/nowhere')),
    };
  };

  async function perform(act: Act, documents: readonly string[]): Promise<void> {
    const { annotations, decisions, sets, repositories } = parts();
    if (act.act === 'annotate') {
      const ids = act.who.map((index) => documents[index] ?? '');
      await annotations.annotate({ ids, changes: act.changes }, OWNER);
    } else if (act.act === 'undo') {
      const { rows } = await repositories.decisions.list({ first: 21, after: null });
      await decisions.undo(rows[act.which]?.id ?? '', OWNER);
    } else if (act.act === 'rename') {
      const person = await repositories.namedSets.findByName('person', act.from);
      await sets.renamePerson(person?.id ?? '', act.to, OWNER);
    } else if (act.act === 'merge') {
      const [first, ...others] = await sets.listPeople({ first: 3 }, OWNER);
      await sets.mergePeople(
        others.map(({ id }) => id),
        first?.id ?? '',
        OWNER,
      );
    } else await curate(act, documents);
  }

  const curate = async ({ how, which, who, name }: Extract<Act, { act: 'curate' }>, documents: readonly string[]): Promise<void> => {
    const { clusterCuration: curation, clusters } = parts();
    const imageIds = who.map((index) => documents[index] ?? '');
    const listed = await clusters.list({ order: 'name', first: 3 }, OWNER);
    const [id = '', other = ''] = [...listed.slice(which), ...listed].map((cluster) => cluster.id);
    if (how === 'create') await curation.create({ name, imageIds }, OWNER);
    if (how === 'add') await curation.add(id, imageIds, OWNER);
    if (how === 'remove') await curation.remove(id, imageIds, OWNER);
    if (how === 'merge') await curation.merge([other], id, OWNER);
    if (how === 'split') await curation.split(id, [{ name, imageIds }], OWNER);
    if (how === 'removeCluster') await curation.removeCluster(id, OWNER);
    if (how === 'rename') await curation.change({ id, name }, OWNER);
    if (how === 'describe') await curation.change({ id, description: name }, OWNER);
  };

  const differences = async (): Promise<string[]> => {
    const found: string[] = [];
    for await (const { subject, message } of parts().verification.compareLedger()) found.push(`${subject}: ${message}`);
    return found;
  };

  test('equals the tables after any acts, undos among them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 5, maxLength: 20 }), async (list) => {
        const documents = await insertDocuments(current().repositories, [{ keywords: ['from the file'] }, {}, {}, {}]);
        // What cannot be done, such as an undo that others build on, is refused and must change nothing.
        for (const act of list) await perform(act, documents).catch(() => undefined);
        expect(await differences()).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('tells when a table says something else', async () => {
    const { annotations, repositories } = parts();
    const [id = ''] = await insertDocuments(repositories, [{}]);
    await annotations.annotate({ ids: [id], changes: { title: 'Said' } }, OWNER);
    await current().unitOfWork(OWNER, async (inside) => {
      await inside.decisions.insert({
        id,
        at: new Date(),
        actor: `person:${OWNER.kind === 'person' ? OWNER.id : ''}`,
        kind: 'x',
        payload: {},
        undoes: null,
        subjects: [],
      });
      await inside.annotations.putMany([{ documentId: id, field: 'title', element: '', fact: null }]);
    });
    expect(await differences()).toEqual([`document ${id}: What is said of its title is not what was decided.`]);
    await annotations.annotate({ ids: [id], changes: { title: 'Said again' } }, OWNER);
    expect(await differences()).toEqual([]);
  });

  test('gives a picture that comes in later the words that were said about it', async () => {
    const { annotations, repositories, restorer } = parts();
    const document = newDocument();
    await repositories.documents.insert(document);
    await annotations.annotate(
      { ids: [document.id], changes: { title: 'Before', addTags: ['kept'], addPeople: [{ name: 'Ana' }], hidden: true } },
      OWNER,
    );
    const said = (await repositories.annotations.factsOf([document.id])).get(document.id);
    await current().database.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT set_config('image_explorer.actor', 'person:test', true)`);
      await manager.query(
        `INSERT INTO decisions (id, at, actor, kind, payload) VALUES (gen_random_uuid(), now(), 'person:test', 'test', '{}')`,
      );
      await manager.query('DELETE FROM documents WHERE id = $1', [document.id]);
    });
    await repositories.documents.insert(document);
    expect(await restorer.restore()).toBe(1);
    expect((await repositories.annotations.factsOf([document.id])).get(document.id)).toEqual(said);
    expect(await repositories.documents.getById(document.id)).toMatchObject({ title: 'Before', tags: ['kept'], hidden: true });
    expect(await restorer.restore()).toBe(0);
    const { documents } = await foldDecisions(repositories.decisions.readAll());
    expect(documents.get(document.id)).toEqual(said);
  });
});
