import { expect, test } from '@jest/globals';
import { newId } from '../../../server/ids.js';
import type { Repositories } from '../../../server/repositories/repositories.js';
import { DuplicateDecisions } from '../../../server/services/duplicate-decisions.js';
import { Ledger } from '../../../server/services/ledger.js';
import { decide, insertDocuments, newDecision, newDocument, OWNER } from '../../support/archive-rows.js';
import { describeEachDatabase } from '../../support/databases.js';

const hash = (digit: string): string => digit.repeat(64);
const OPTIONS = { saidBy: 'person:ada', withSidecar: true };

describeEachDatabase('forgetting in the database', (current) => {
  const forget = (ids: readonly string[]): Promise<string[]> =>
    current().unitOfWork(OWNER, async (inside) => {
      await inside.forget.begin(ids, OPTIONS);
      await inside.decisions.insert(newDecision([], { kind: 'forget', payload: { images: ids.length } }));
      return inside.forget.removeRows(ids);
    });

  async function describeDecision(repositories: Repositories, id: string): Promise<unknown> {
    const found = await repositories.decisions.findById(id);
    return { subjects: found?.subjects.map((subject) => subject.id).sort(), isBlank: found?.redactedAt !== null };
  }

  test('T44: rows are refused to go without a decision to forget', async () => {
    const { repositories, unitOfWork } = current();
    const [id = ''] = await insertDocuments(repositories, [{}]);
    const about = newDecision([{ kind: 'document', id, change: { title: { to: { value: 'x' } } } }]);
    await unitOfWork(OWNER, (inside) => inside.decisions.insert(about));
    await expect(decide(unitOfWork, (inside) => inside.forget.removeRows([id]))).rejects.toThrow('never changed or deleted');
    expect(await repositories.documents.findById(id)).not.toBeNull();
  });

  test('T44: decisions keep their words for others, and lose those that were only of the forgotten', async () => {
    const { repositories, unitOfWork } = current();
    const [gone = '', kept = ''] = await insertDocuments(repositories, [{}, {}]);
    const said = (id: string, value: string) => ({ kind: 'document' as const, id, change: { title: { to: { value } } } });
    const alone = newDecision([said(gone, 'a')], { payload: { said: 'a' } });
    const same = newDecision([said(gone, 'b'), said(kept, 'b')], { payload: { said: 'b' } });
    const different = newDecision([said(gone, 'c'), said(kept, 'd')], { payload: { said: 'c, d' } });
    for (const decision of [alone, same, different]) await unitOfWork(OWNER, (inside) => inside.decisions.insert(decision));
    await forget([gone]);
    expect(await describeDecision(repositories, alone.id)).toEqual({ subjects: [], isBlank: true });
    expect(await describeDecision(repositories, same.id)).toEqual({ subjects: [kept], isBlank: false });
    expect(await describeDecision(repositories, different.id)).toEqual({ subjects: [kept], isBlank: true });
    expect(await repositories.forget.listRedacted()).toEqual(new Set([alone.id, different.id]));
  });

  test('T44: nothing is left at others of what was said about it there, and nothing else of theirs is touched', async () => {
    const { repositories, unitOfWork, database } = current();
    const [gone = '', kept = '', third = ''] = await insertDocuments(repositories, [{}, {}, {}]);
    const duplicates = new DuplicateDecisions(repositories, new Ledger(unitOfWork));
    await duplicates.setApart([gone, kept, third], OWNER);
    expect((await forget([gone])).sort()).toEqual([kept, third].sort());
    const left = await database.dataSource.query<{ row: string }[]>(
      `SELECT to_jsonb(a)::text AS row FROM annotations a UNION ALL SELECT to_jsonb(s)::text FROM decision_subjects s`,
    );
    expect(left.filter(({ row }) => row.includes(gone))).toEqual([]);
    const facts = await repositories.annotations.factsOf([kept, third]);
    expect([...facts].map(([id, said]) => [id, [...said.keys()]]).sort()).toEqual(
      [
        [kept, [`notDuplicates/${third}`]],
        [third, [`notDuplicates/${kept}`]],
      ].sort(),
    );
    const strip = `UPDATE decision_subjects SET change = '{}' WHERE subject_id = '${kept}'`;
    const opened = `SELECT set_config('image_explorer.actor', 'person:x', true), set_config('image_explorer.forget', pg_current_xact_id()::text, true)`;
    const refused = database.dataSource.transaction(async (manager) => {
      await manager.query(opened);
      await manager.query(strip);
    });
    await expect(refused).rejects.toThrow('never changed or deleted');
  });

  test('T44: all bytes it had are remembered, but not those that another picture has now', async () => {
    const { repositories } = current();
    const [gone = ''] = await insertDocuments(repositories, [{ contentHash: hash('1') }]);
    await repositories.documents.updateMachineFields(gone, { contentHash: hash('2') });
    await repositories.documents.updateMachineFields(gone, { contentHash: hash('3') });
    await insertDocuments(repositories, [{ contentHash: hash('1') }]);
    await forget([gone]);
    const { tombstones } = repositories;
    expect(await Promise.all(['1', '2', '3'].map((digit) => tombstones.has(hash(digit))))).toEqual([false, true, true]);
    expect(await tombstones.hasSize(1000)).toBe(true);
    const [remains] = (await repositories.forget.listRemains(null, 100)).filter(({ documentId }) => documentId === gone);
    expect(remains?.contentHashes.sort()).toEqual([hash('2'), hash('3')]);
    expect(remains?.sidecars).toContainEqual({ rootId: null, path: `22/22/${hash('2')}.annotation.json` });
    expect([await tombstones.remove(hash('2')), await tombstones.remove(hash('2'))]).toEqual([true, false]);
  });

  test('of a stack the picture that is shown takes the others with it; another one leaves them standing alone', async () => {
    const { repositories } = current();
    const [primary = '', raw = ''] = await insertDocuments(repositories, [{}, {}]);
    await repositories.stacks.put(newId(), [
      { documentId: primary, role: 'primary' },
      { documentId: raw, role: 'raw' },
    ]);
    expect(await repositories.forget.resolve({ imageIds: [primary] })).toEqual([primary, raw].sort());
    expect(await repositories.forget.resolve({ imageIds: [raw] })).toEqual([raw]);
    await forget([raw]);
    expect(await repositories.documents.findById(primary)).toMatchObject({ stackId: null, stackRole: null });
  });

  test('a root takes what lies in it alone, and all missing what has no file', async () => {
    const { repositories } = current();
    const make = (name: string) =>
      repositories.roots.insert({ name, path: `/${name}`, kind: 'folder', sidecars: 'beside', sentinel: null });
    const [here, there] = [await make('here'), await make('there')];
    const [one, both, missing] = [newDocument(), newDocument(), newDocument({ state: 'missing' })];
    for (const document of [one, both, missing]) await repositories.documents.insert(document);
    const source = (rootId: string, { id, contentHash }: typeof one) =>
      repositories.sources.put({ rootId, path: `${id}.jpg`, documentId: id, contentHash, bytes: 1, modifiedMs: 1, state: 'present' });
    for (const document of [one, both]) await source(here.id, document);
    await source(there.id, both);
    const { forget: repository } = repositories;
    expect(await repository.resolve({ rootId: here.id })).toEqual([one.id]);
    expect(await repository.resolve({ allMissing: true })).toEqual([missing.id]);
    expect(await repository.count([one.id, both.id])).toEqual({ images: 2, files: 3, sidecars: 0, decisions: 0 });
    await forget([one.id]);
    expect(await repository.countBegun()).toBeGreaterThan(0);
    await repository.end((await repository.listRemains(null, 100)).map(({ documentId }) => documentId));
    expect(await repository.countBegun()).toBe(0);
    await current().database.purge();
  });
});
