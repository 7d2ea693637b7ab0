import { beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../../server/ids.js';
import { decide, insertDocuments, JOB, newDecision, newFact, OWNER } from '../../support/archive-rows.js';
import { describeEachDatabase } from '../../support/databases.js';

const DECIDE = `INSERT INTO decisions (id, at, actor, kind, payload) VALUES ($1, now(), 'person:ada', 'test', '{}')`;
const id = () => `'${newId()}'`;

/** Statements that only a person may run, by what they touch; `document`, `person`, `cluster` and `face` exist and are a person's. */
function personOwnedWrites({
  document,
  person,
  cluster,
  face,
}: Record<'document' | 'person' | 'cluster' | 'face', string>): Record<string, string> {
  return {
    'inserting an annotation': `INSERT INTO annotations (document_id, field, provenance, value, said_by, said_at) VALUES ('${document}', 'new', 'person', '1', 'person:ada', now())`,
    'changing an annotation': `UPDATE annotations SET value = '"job"' WHERE document_id = '${document}'`,
    'deleting an annotation': `DELETE FROM annotations WHERE document_id = '${document}'`,
    'naming a person': `INSERT INTO persons (id, name) VALUES (${id()}, 'Job')`,
    'renaming a person': `UPDATE persons SET name = 'Job' WHERE id = '${person}'`,
    'deleting a person': `DELETE FROM persons WHERE id = '${person}'`,
    'saying who is in a picture': `INSERT INTO document_people VALUES ('${document}', '${person}')`,
    'hiding a document': `UPDATE documents SET hidden = true WHERE id = '${document}'`,
    'changing a date that a person gave': `UPDATE documents SET taken_local = '1999-01-01' WHERE id = '${document}'`,
    'taking a date over': `UPDATE documents SET taken_source = 'exif' WHERE id = '${document}'`,
    'deleting a document with words about it': `DELETE FROM documents WHERE id = '${document}'`,
    'making a user cluster': `INSERT INTO image_clusters (id, name, kind) VALUES (${id()}, 'x', 'user')`,
    'renaming a user cluster': `UPDATE image_clusters SET name = 'kmeans_001' WHERE id = '${cluster}'`,
    'taking a user cluster for the job': `UPDATE image_clusters SET kind = 'kmeans' WHERE id = '${cluster}'`,
    'deleting a user cluster': `DELETE FROM image_clusters WHERE id = '${cluster}'`,
    'adding a member as a person': `INSERT INTO image_cluster_members VALUES (gen_random_uuid(), '${document}', 1, 'person')`,
    'removing a member a person added': `DELETE FROM image_cluster_members WHERE cluster_id = '${cluster}'`,
    'claiming a member a person added': `UPDATE image_cluster_members SET added_by = 'job' WHERE cluster_id = '${cluster}'`,
    'describing a user cluster': `UPDATE image_clusters SET description = 'x' WHERE id = '${cluster}'`,
    'adding a member to a user cluster as a job': `INSERT INTO image_cluster_members SELECT '${cluster}', id, 1, 'job' FROM documents`,
    'putting a picture into a user cluster as into an automatic one': `INSERT INTO kmeans_members SELECT id, 1, '${cluster}' FROM documents`,
    'giving a face to a person': `INSERT INTO faces (id, document_id, box, origin, person_id) VALUES (${id()}, '${document}', '{0,0,1,1}', 'detector', '${person}')`,
    'taking a face from a person': `UPDATE faces SET person_id = NULL WHERE id = '${face}'`,
    'deleting a face that carries a decision': `DELETE FROM faces WHERE id = '${face}'`,
    'emptying the annotations': 'TRUNCATE annotations',
    'emptying the documents with all that hangs on them': 'TRUNCATE documents CASCADE',
  };
}

describeEachDatabase('the ledger', (current) => {
  const subject = { document: newId(), person: newId(), cluster: newId(), face: newId() };
  const writes = personOwnedWrites(subject);

  beforeAll(async () => {
    const { repositories, unitOfWork, database } = current();
    await insertDocuments(repositories, [{ id: subject.document }]);
    await database.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT set_config('image_explorer.actor', 'person:ada', true)`);
      await manager.query(DECIDE, [newId()]);
      await manager.query(
        `INSERT INTO annotations (document_id, field, provenance, value, said_by, said_at) VALUES ($1, 'title', 'person', '"said"', 'person:ada', now())`,
        [subject.document],
      );
      await manager.query(`UPDATE documents SET taken_local = '2001-01-01', taken_source = 'person' WHERE id = $1`, [subject.document]);
      await manager.query(`INSERT INTO persons (id, name) VALUES ($1, 'Ada')`, [subject.person]);
      await manager.query(`INSERT INTO image_clusters (id, name, kind) VALUES ($1, 'Beach', 'user')`, [subject.cluster]);
      await manager.query(`INSERT INTO image_cluster_members VALUES ($1, $2, 1, 'person')`, [subject.cluster, subject.document]);
      const face = `INSERT INTO faces (id, document_id, box, origin, person_id, state) VALUES ($1, $2, '{0,0,1,1}', 'detector', $3, 'confirmed')`;
      await manager.query(face, [subject.face, subject.document, subject.person]);
    });
    expect(await unitOfWork(JOB, (inside) => inside.annotations.listOfDocuments([subject.document]))).toHaveLength(1);
  });

  describe.each(Object.keys(writes))('%s', (name) => {
    const sql = writes[name] ?? '';

    test('is refused without an actor', async () => {
      await expect(current().database.dataSource.query(sql)).rejects.toThrow(/Only a person|cannot be emptied/);
    });

    test('is refused to a job', async () => {
      const { database } = current();
      const asJob = database.dataSource.transaction(async (manager) => {
        await manager.query(`SELECT set_config('image_explorer.actor', 'job:cluster-images', true)`);
        await manager.query(sql);
      });
      await expect(asJob).rejects.toThrow(/Only a person|cannot be emptied/);
    });

    test('is refused to a person without a decision in the same transaction', async () => {
      const { database } = current();
      const undecided = database.dataSource.transaction(async (manager) => {
        await manager.query(`SELECT set_config('image_explorer.actor', 'person:ada', true)`);
        await manager.query(sql);
      });
      await expect(undecided).rejects.toThrow(/needs a decision|cannot be emptied/);
    });
  });

  test('the actor and the decision of one transaction are gone in the next, on the same connection', async () => {
    const { unitOfWork, repositories, database } = current();
    const put = [{ documentId: subject.document, field: 'description', element: '', fact: newFact('x') }];
    await decide(unitOfWork, (inside) => inside.annotations.putMany(put));
    await expect(repositories.annotations.putMany(put)).rejects.toThrow('Only a person');
    await expect(unitOfWork(OWNER, (inside) => inside.annotations.putMany(put))).rejects.toThrow('needs a decision');
    const forged = database.dataSource.query(`UPDATE annotations SET value = '1'`);
    await expect(forged).rejects.toThrow('Only a person');
  });

  test('a decision that was rolled back to a savepoint permits nothing', async () => {
    const { database } = current();
    const attempt = database.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT set_config('image_explorer.actor', 'person:ada', true)`);
      await manager.query('SAVEPOINT before');
      await manager.query(DECIDE, [newId()]);
      await manager.query('ROLLBACK TO SAVEPOINT before');
      await manager.query(`UPDATE persons SET name = 'x'`);
    });
    await expect(attempt).rejects.toThrow('needs a decision');
  });

  test('nobody decides in the name of someone else, and no job decides', async () => {
    const { unitOfWork } = current();
    await expect(unitOfWork(OWNER, (inside) => inside.decisions.insert(newDecision([], { actor: 'person:eve' })))).rejects.toThrow(
      'cannot be written by',
    );
    await expect(unitOfWork(JOB, (inside) => inside.decisions.insert(newDecision([])))).rejects.toThrow('cannot be written by');
  });

  test('decisions and their subjects are never changed or deleted, but for the one redaction', async () => {
    const { unitOfWork, database, repositories } = current();
    const decision = newDecision([{ kind: 'document', id: subject.document }], { payload: { title: 'secret' } });
    await unitOfWork(OWNER, (inside) => inside.decisions.insert(decision));
    const as = (actor: string, kind: string, sql: string) =>
      database.dataSource.transaction(async (manager) => {
        await manager.query(`SELECT set_config('image_explorer.actor', $1, true)`, [actor]);
        await manager.query(DECIDE.replaceAll('person:ada', actor).replace("'test'", `'${kind}'`), [newId()]);
        await manager.query(sql, [decision.id]);
      });
    const asPerson = (sql: string) => as('person:ada', 'forget', sql);
    for (const sql of [
      `UPDATE decisions SET payload = '{"title":"other"}' WHERE id = $1`,
      `UPDATE decisions SET payload = '{"title":"other"}', redacted_at = now() WHERE id = $1`,
      `UPDATE decisions SET payload = '{}', redacted_at = now(), kind = 'other' WHERE id = $1`,
      'DELETE FROM decision_subjects WHERE decision_id = $1',
      'DELETE FROM decisions WHERE id = $1',
    ]) {
      await expect(asPerson(sql)).rejects.toThrow('never changed or deleted');
    }
    const redact = `UPDATE decisions SET payload = '{}', redacted_at = now() WHERE id = $1`;
    await expect(database.dataSource.query(redact, [decision.id])).rejects.toThrow('never changed or deleted');
    await expect(as('person:ada', 'annotate', redact)).rejects.toThrow('never changed or deleted');
    await expect(as('import:photos', 'forget', redact)).rejects.toThrow('never changed or deleted');
    await asPerson(redact);
    expect(await repositories.decisions.findById(decision.id)).toMatchObject({ payload: {}, redactedAt: expect.any(Date) });
    await expect(asPerson(redact)).rejects.toThrow('never changed or deleted');
  });

  test('jobs go on writing what is theirs', async () => {
    const { unitOfWork, repositories, database } = current();
    const [document = ''] = await insertDocuments(repositories, [{}]);
    await unitOfWork(JOB, (inside) =>
      inside.documents.updateMachineFields(document, { content: 'read by a machine', takenLocal: '2010-01-01T00:00:00.000' }),
    );
    await database.dataSource.transaction(async (manager) => {
      const cluster = newId();
      await manager.query(`INSERT INTO image_clusters (id, name, kind) VALUES ($1, 'kmeans_000', 'kmeans')`, [cluster]);
      await manager.query(`INSERT INTO image_cluster_members VALUES ($1, $2, .5, 'job')`, [cluster, document]);
      await manager.query(`UPDATE image_clusters SET size = 1 WHERE kind = 'user'`);
      await manager.query(`INSERT INTO faces (id, document_id, box, origin) VALUES ($1, $2, '{0,0,1,1}', 'detector')`, [newId(), document]);
      await manager.query(`UPDATE faces SET box = '{0,0,.5,.5}' WHERE id = $1`, [subject.face]);
      await manager.query('DELETE FROM image_clusters WHERE id = $1', [cluster]);
      await manager.query('DELETE FROM documents WHERE id = $1', [document]);
    });
    expect(await repositories.documents.findById(document)).toBeNull();
  });

  test('a re-run of ingestion leaves the date that a person gave', async () => {
    const { repositories } = current();
    const read = { content: 'again', takenLocal: '2015-05-05T00:00:00.000', takenPrecision: 'second', takenSource: 'exif' } as const;
    await repositories.documents.updateMachineFields(subject.document, read);
    expect(await repositories.documents.getById(subject.document)).toMatchObject({
      content: 'again',
      takenLocal: '2001-01-01T00:00:00.000',
      takenSource: 'person',
    });
  });
});
