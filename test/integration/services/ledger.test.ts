import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '../../../server/ids.js';
import type { AnnotationChanges } from '../../../server/services/annotation-changes.js';
import { AnnotationService } from '../../../server/services/annotation.service.js';
import { DecisionService } from '../../../server/services/decision.service.js';
import { Ledger } from '../../../server/services/ledger.js';
import { NamedSetService } from '../../../server/services/named-set.service.js';
import { insertDocuments, OWNER } from '../../support/archive-rows.js';
import { describeEachDatabase } from '../../support/databases.js';

describeEachDatabase('what people say', (current) => {
  let annotations: AnnotationService;
  let decisions: DecisionService;
  let sets: NamedSetService;
  let documents: string[];

  beforeAll(() => {
    const { repositories, unitOfWork } = current();
    const ledger = new Ledger(unitOfWork);
    annotations = new AnnotationService(ledger, repositories.documents);
    decisions = new DecisionService(ledger, repositories);
    sets = new NamedSetService(ledger, repositories);
  });
  beforeEach(async () => {
    documents = await insertDocuments(current().repositories, [{ keywords: ['sea', 'boat'], title: 'From the file' }, {}, {}]);
  });

  const say = async (changes: AnnotationChanges, ids: readonly string[] = documents): Promise<string> => {
    const outcome = await annotations.annotate({ ids, changes }, OWNER);
    if (outcome.kind !== 'written' || !outcome.decisionId) throw new Error('Expected a decision.');
    return outcome.decisionId;
  };
  const undo = async (id: string): Promise<string> => {
    const outcome = await decisions.undo(id, OWNER);
    if (outcome.kind !== 'undone') throw new Error(outcome.message);
    return outcome.decisionId;
  };
  const first = () => current().repositories.documents.getById(documents[0] ?? '');

  test('every field is shown as it was said, and as the machine read it once it is undone', async () => {
    const before = await first();
    const decision = await say({
      title: 'Morning',
      description: 'By train.',
      addTags: ['travel'],
      removeTags: ['boat'],
      addPeople: [{ name: 'Ana' }],
      addClusters: [{ name: 'Venice' }],
      taken: { local: '2009-06', offsetMinutes: 120 },
      place: { name: 'Burano', latitude: 45.4, longitude: 12.4 },
      favourite: true,
    });
    const after = await first();
    expect(after).toMatchObject({
      ...{ title: 'Morning', description: 'By train.', tags: ['sea', 'travel'], favourite: true, placeName: 'Burano', latitude: 45.4 },
      ...{ takenLocal: '2009-06-01T00:00:00.000', takenPrecision: 'month', takenSource: 'person', takenOffsetMinutes: 120 },
    });
    expect(after.content.split('\n').slice(0, 6)).toEqual(['Morning', 'By train.', 'sea, travel', 'Ana', 'Venice', 'Burano']);
    await undo(decision);
    const { updatedAt: _later, ...undone } = await first();
    const { updatedAt: _earlier, content: _unset, ...original } = before;
    expect(undone).toMatchObject(original);
    expect(await current().repositories.namedSets.findByName('person', 'Ana')).toBeNull();
  });

  test('who said it, when, and with what they were helped comes back with an undo', async () => {
    const { repositories } = current();
    await say({ title: 'First' });
    const facts = async () => (await repositories.annotations.factsOf(documents)).get(documents[0] ?? '')?.get('title');
    const said = await facts();
    await undo(await say({ title: 'Second' }));
    expect(await facts()).toEqual(said);
  });

  test('an undo that a later decision builds on is a conflict that names it, and goes once that is undone', async () => {
    const title = await say({ title: 'One' });
    const other = await say({ title: 'Two' }, documents.slice(0, 1));
    await say({ addTags: ['independent'] });
    const outcome = await decisions.undo(title, OWNER);
    expect(outcome).toMatchObject({ kind: 'conflict', message: expect.stringContaining('A later decision builds') });
    expect(outcome.kind === 'conflict' && outcome.decisions.map(({ id }) => id)).toEqual([other]);
    const redo = await undo(await undo(other));
    expect(await first()).toMatchObject({ title: 'Two' });
    await undo(redo);
    await undo(title);
    expect(await first()).toMatchObject({ title: 'From the file' });
    await expect(decisions.undo(title, OWNER)).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('already') });
  });

  test('tags of two people stand side by side, and each is taken back alone', async () => {
    const one = await say({ addTags: ['one'] });
    await say({ addTags: ['two'] });
    await undo(one);
    expect((await first()).tags).toEqual(['boat', 'sea', 'two']);
  });

  test('a person whom later decisions put into pictures is not unmade by undoing their making', async () => {
    const made = await say({ addPeople: [{ name: 'Michael' }] }, documents.slice(0, 1));
    const person = await current().repositories.namedSets.findByName('person', 'Michael');
    await say({ addPeople: [{ id: person?.id }] }, documents.slice(1));
    expect(await decisions.undo(made, OWNER)).toMatchObject({ kind: 'conflict' });
  });

  test('a person renamed and merged carries every picture along, and back', async () => {
    const { repositories } = current();
    const name = `Eve ${newId()}`;
    await say({ addPeople: [{ name }] }, documents.slice(0, 2));
    await say({ addPeople: [{ name: `${name} twice` }] }, documents.slice(1));
    const [eve, twice] = [
      await repositories.namedSets.findByName('person', name),
      await repositories.namedSets.findByName('person', `${name} twice`),
    ];
    const merged = await sets.mergePeople([twice?.id ?? ''], eve?.id ?? '', OWNER);
    expect(await repositories.namedSets.listCounted('person', [eve?.id ?? ''])).toMatchObject([{ count: 3 }]);
    await sets.renamePerson(eve?.id ?? '', 'Eva', OWNER);
    expect((await first()).content).toContain('Eva');
    await undo(merged.decisionId);
    expect(await repositories.namedSets.listCounted('person', [eve?.id ?? ''])).toMatchObject([{ name: 'Eva', count: 2 }]);
  });

  test('an editor who looked at an older version is told of every field, and nothing is written', async () => {
    const { repositories } = current();
    const versions = async () => (await repositories.annotations.fieldStates(documents)).map(({ field, version }) => ({ field, version }));
    await say({ title: 'Seen', description: 'Seen' });
    const expected = await versions();
    await say({ title: 'Changed meanwhile' }, documents.slice(2));
    const stale = await annotations.annotate({ ids: documents, changes: { title: 'Mine', description: 'Mine' }, expected }, OWNER);
    expect(stale).toMatchObject({ kind: 'conflict', fields: [{ field: 'title' }] });
    expect(await first()).toMatchObject({ title: 'Seen', description: 'Seen' });
    await say({ title: 'Changed meanwhile' });
    const agreed = await annotations.annotate({ ids: documents, changes: { title: 'Changed meanwhile' }, expected }, OWNER);
    expect(agreed).toMatchObject({ kind: 'written', decisionId: null });
  });

  test('a thousand pictures are said in one decision and taken back in another', async () => {
    const many = await insertDocuments(
      current().repositories,
      Array.from({ length: 1000 }, () => ({})),
    );
    const decision = await say({ title: 'All of them', addTags: ['many'], addPeople: [{ name: 'Everyone' }], hidden: true }, many);
    expect(await current().repositories.documents.count({ hidden: 'only' })).toBe(1000);
    await undo(decision);
    expect(await current().repositories.documents.count({ hidden: 'only' })).toBe(0);
  });

  test('what cannot be said is refused in a sentence', async () => {
    const bad: [AnnotationChanges, string][] = [
      [{}, 'BAD_REQUEST'],
      [{ title: 'x'.repeat(501) }, 'BAD_REQUEST'],
      [{ taken: { local: '2024-02-30' } }, 'BAD_REQUEST'],
      [{ taken: { local: 'yesterday' } }, 'BAD_REQUEST'],
      [{ taken: { local: '2024', offsetMinutes: 5000 } }, 'BAD_REQUEST'],
      [{ place: { latitude: 91, longitude: 0 } }, 'BAD_REQUEST'],
      [{ place: { latitude: 1 } }, 'BAD_REQUEST'],
      [{ place: {} }, 'BAD_REQUEST'],
      [{ addPeople: [{}] }, 'BAD_REQUEST'],
      [{ addPeople: [{ id: newId() }] }, 'NOT_FOUND'],
      [{ removeClusters: ['x'] }, 'NOT_FOUND'],
      [{ addTags: Array.from({ length: 101 }, (_, index) => `t${index}`) }, 'BAD_REQUEST'],
    ];
    for (const [changes, code] of bad) {
      await expect(annotations.annotate({ ids: documents, changes }, OWNER)).rejects.toMatchObject({ code });
    }
    await expect(annotations.annotate({ ids: [newId()], changes: { title: 'x' } }, OWNER)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(decisions.undo(newId(), OWNER)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
