import { beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../../server/context.js';
import { newId } from '../../../server/ids.js';
import type { Repositories } from '../../../server/repositories/repositories.js';
import { decide, insertDocuments, newDecision, newFact } from '../../support/archive-rows.js';
import { describeEachDatabase } from '../../support/databases.js';

const PHOTOS: Actor = { kind: 'import', name: 'photos' };

describeEachDatabase('the three levels of authority', (current) => {
  let document: string;
  const person = newId();
  const cluster = newId();
  const fact = (value: unknown) => ({ documentId: document, field: 'title', element: '', fact: newFact(value) });

  /** What an import does, with a decision of its own as it has to have. */
  const asImport = (work: (inside: Repositories) => Promise<unknown>, actor = PHOTOS) =>
    current().unitOfWork(actor, async (inside) => {
      await inside.decisions.insert(newDecision([], { actor: `import:${actor.name}`, kind: 'import' }));
      return work(inside);
    });
  const sqlAsImport = (sql: string) =>
    current().database.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT set_config('image_explorer.actor', 'import:photos', true)`);
      await manager.query(`INSERT INTO decisions (id, at, actor, kind, payload) VALUES ($1, now(), 'import:photos', 'import', '{}')`, [
        newId(),
      ]);
      await manager.query(sql);
    });
  const title = async () => (await current().repositories.documents.getById(document)).title;

  beforeAll(async () => {
    [document = ''] = await insertDocuments(current().repositories, [{ title: 'Read by the machine', takenSource: 'exif' }]);
    await decide(current().unitOfWork, async (inside) => {
      await inside.namedSets.apply('person', person, { name: 'Ada' });
      await inside.namedSets.apply('cluster', cluster, { name: 'Beach' });
    });
  });

  test('said here stands over said elsewhere, and that over the machine', async () => {
    expect(await title()).toBe('Read by the machine');
    await asImport((inside) => inside.annotations.putMany([fact('Said in Photos')], 'photos'));
    expect(await title()).toBe('Said in Photos');
    await decide(current().unitOfWork, (inside) => inside.annotations.putMany([fact('Said here')]));
    expect(await title()).toBe('Said here');
    await asImport((inside) => inside.annotations.putMany([fact('Said in Photos, later')], 'photos'));
    expect(await title()).toBe('Said here');
    await decide(current().unitOfWork, (inside) => inside.annotations.putMany([{ ...fact(''), fact: null }]));
    expect(await title()).toBe('Said in Photos, later');
  });

  test('an import supersedes only what it said itself', async () => {
    await expect(asImport((inside) => inside.annotations.putMany([fact('x')]))).rejects.toThrow('an import its own');
    await expect(asImport((inside) => inside.annotations.putMany([fact('x')], 'xmp'))).rejects.toThrow('an import its own');
    const other: Actor & { kind: 'import' } = { kind: 'import', name: 'xmp' };
    await expect(asImport((inside) => inside.annotations.putMany([fact('x')], 'photos'), other)).rejects.toThrow('an import its own');
  });

  test.each([
    ['delete what was said, not even its own', 'DELETE FROM annotations'],
    ['rename a person', `UPDATE persons SET name = 'x'`],
    ['remove a person', 'DELETE FROM persons'],
    ['hide a picture', 'UPDATE documents SET hidden = true'],
    ['give a date in the name of a person', `UPDATE documents SET taken_source = 'person'`],
    ['rename a cluster', `UPDATE image_clusters SET name = 'x'`],
    ['make a cluster of the job one of a person', `UPDATE image_clusters SET description = 'x'`],
    ['change a decision', `UPDATE decisions SET kind = 'x'`],
  ])('an import may not %s', async (_what, sql) => {
    await expect(sqlAsImport(sql)).rejects.toThrow(/Only a person|never changed/);
  });

  test('an import may add people, clusters, and who is in them', async () => {
    const [someone, album] = [newId(), newId()];
    await asImport(async ({ namedSets }) => {
      await namedSets.apply('person', someone, { name: 'Grace' });
      await namedSets.apply('cluster', album, { name: 'Album' });
    });
    await sqlAsImport(`INSERT INTO document_people VALUES ('${document}', '${someone}')`);
    await sqlAsImport(`INSERT INTO image_cluster_members VALUES ('${album}', '${document}', 1, 'person')`);
    await expect(sqlAsImport(`DELETE FROM document_people WHERE person_id = '${someone}'`)).rejects.toThrow('Only a person');
    await expect(sqlAsImport(`DELETE FROM image_cluster_members WHERE cluster_id = '${album}'`)).rejects.toThrow('Only a person');
  });

  test('a person writes in no other name than their own', async () => {
    await expect(decide(current().unitOfWork, (inside) => inside.annotations.putMany([fact('x')], 'photos'))).rejects.toThrow(
      'Only a person',
    );
  });
});
