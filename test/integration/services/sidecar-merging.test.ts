import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { newId } from '../../../server/ids.js';
import { SIDECAR_SUFFIX } from '../../../server/media/sidecar-format.js';
import type { Statement } from '../../../server/services/ledger.js';
import { OWNER } from '../../support/archive-rows.js';
import { describeEachDatabase } from '../../support/databases.js';
import { SidecarArchive, withSidecars } from '../../support/sidecar-archive.js';

describeEachDatabase('Sidecars that were changed elsewhere', (current) => {
  const { annotated, path, archiveOf } = withSidecars(current);

  test('T37 a change made elsewhere is taken, said by the sidecar, and unknown keys stay', async () => {
    const archive = archiveOf();
    const { id, at } = await annotated({ title: 'First', 'tags/sea': true });
    archive.edit(at, (annotations, sidecar) => {
      (annotations.title as { value: string }).value = 'Elsewhere';
      annotations.tags = [{ name: 'new', note: 'mine' }];
      sidecar['x-other'] = { kept: true };
    });
    expect(await archive.look(at)).toEqual([]);
    expect(await archive.valuesOf(id)).toEqual({ title: 'Elsewhere', 'tags/new': true });
    expect((await archive.factsOf(id)).get('title')).toMatchObject({ by: 'person:sidecar' });
    expect(archive.read(at)).toMatchObject({
      revision: 2,
      'x-other': { kept: true },
      annotations: { tags: [{ name: 'new', said: true, note: 'mine' }] },
    });
    const [decision] = await current()
      .repositories.decisions.listOfSubject({ kind: 'document', id })
      .then((all) => all.slice(-1));
    expect(decision).toMatchObject({ kind: 'sidecar', actor: 'person:sidecar' });
  });

  test('T37 a change made elsewhere is found when the next one here is written', async () => {
    const archive = archiveOf();
    const { id, at } = await annotated({ title: 'First' });
    archive.edit(at, (annotations) => (annotations.tags = [{ name: 'unseen' }]));
    await archive.say(id, { title: 'Second' });
    await archive.write();
    expect(await archive.valuesOf(id)).toEqual({ title: 'Second', 'tags/unseen': true });
    expect(archive.read(at).annotations).toMatchObject({ title: { value: 'Second' }, tags: [{ name: 'unseen' }] });
  });

  test('T37 who read an older revision and writes it back does not revert newer words', async () => {
    const archive = archiveOf();
    const { id, at } = await annotated({ title: 'First', 'tags/old': true });
    const old = archive.read(at);
    await archive.say(id, { title: 'Second', 'tags/newer': true });
    await archive.write();
    (old.annotations.tags as unknown[]).push({ name: 'theirs' });
    archive.put(at, JSON.stringify(old));
    await archive.look(at);
    expect(await archive.valuesOf(id)).toEqual({ title: 'Second', 'tags/newer': true, 'tags/old': true, 'tags/theirs': true });
    expect(archive.read(at).annotations).toMatchObject({ title: { value: 'Second' } });
  });

  test('T37 words that were changed on both sides are a conflict, until a person chooses', async () => {
    const archive = archiveOf();
    for (const keep of ['mine', 'theirs'] as const) {
      const { id, at } = await annotated({ title: 'First' });
      archive.edit(at, (annotations) => ((annotations.title as { value: string }).value = 'Theirs'));
      await archive.say(id, { title: 'Mine' });
      await archive.write();
      expect(await archive.conflictsOf(id)).toEqual({ title: 'Theirs' });
      expect(archive.read(at)).toMatchObject({
        annotations: { title: { value: 'Mine' } },
        conflicts: [{ key: 'title', theirs: { value: 'Theirs' } }],
      });
      expect(await archive.sidecars.service.describe([id])).toMatchObject([
        { state: 'conflict', conflicts: [{ key: 'title', field: 'title', mine: 'Mine', theirs: 'Theirs' }] },
      ]);
      expect((await archive.sidecars.service.listProblems({ first: 1000 })).rows.filter((row) => row.documentId === id)).toHaveLength(1);
      const made = await archive.sidecars.service.resolve({ documentId: id, key: 'title', keep }, OWNER);
      expect(made.decisionId).toMatch(/^[0-9a-f-]{36}$/);
      await archive.write();
      expect(await archive.valuesOf(id)).toEqual({ title: keep === 'mine' ? 'Mine' : 'Theirs' });
      expect(archive.read(at)).toMatchObject({ annotations: { title: { value: keep === 'mine' ? 'Mine' : 'Theirs' } }, conflicts: [] });
      expect(await archive.standingOf(id)).toMatchObject({ conflicts: 0, isPending: false });
      await expect(archive.sidecars.service.resolve({ documentId: id, key: 'title', keep }, OWNER)).rejects.toThrow('no such conflict');
    }
  });

  test('a conflict is over when both sides say the same', async () => {
    const archive = archiveOf();
    const { id, at } = await annotated({ title: 'First' });
    archive.edit(at, (annotations) => ((annotations.title as { value: string }).value = 'Theirs'));
    await archive.say(id, { title: 'Mine' });
    await archive.write();
    await archive.say(id, { title: 'Theirs' });
    archive.edit(at, (annotations) => (annotations.rating = 5));
    await archive.write();
    expect(await archive.conflictsOf(id)).toEqual({});
  });

  test('T46 an archive that lost its database gets back words, people and clusters with their ids, and who said what', async () => {
    const archive = archiveOf();
    const [anna, trip] = [newId(), newId()];
    const at = path();
    const id = await archive.add(at);
    const sets: Statement[] = [
      { kind: 'person', id: anna, say: { name: { value: 'Anna' } } },
      { kind: 'cluster', id: trip, say: { name: { value: 'Trip' }, description: { value: 'By sea' } } },
    ];
    await archive.say(id, { title: 'First', [`people/${anna}`]: true, [`clusters/${trip}`]: true, 'tags/no': false, hidden: true }, sets);
    await archive.write();
    const facts = await archive.factsOf(id);
    const text = readFileSync(archive.at(at) + SIDECAR_SUFFIX, 'utf8');
    // As new: another document of the same bytes, which nothing is known of.
    const other = await SidecarArchive.open(current(), 'rebuilt');
    const copy = await other.add('other.jpg');
    const change = { ...(JSON.parse(text) as object), document: {} };
    other.put('other.jpg', JSON.stringify(change).replaceAll(anna, anna.replace(/.$/, 'a')).replaceAll(trip, trip.replace(/.$/, 'b')));
    expect(await other.look('other.jpg')).toEqual([]);
    const renamed = new Map(
      [...facts].map(([key, fact]) => [key.replace(anna, anna.replace(/.$/, 'a')).replace(trip, trip.replace(/.$/, 'b')), fact]),
    );
    expect(new Map([...(await other.factsOf(copy))].sort())).toEqual(new Map([...renamed].sort()));
    const { namedSets } = current().repositories;
    expect(await namedSets.listByIds('person', [anna.replace(/.$/, 'a')])).toMatchObject([{ name: 'Anna' }]);
    expect(await namedSets.listByIds('cluster', [trip.replace(/.$/, 'b')])).toMatchObject([{ name: 'Trip', description: 'By sea' }]);
    expect(other.read('other.jpg')).toMatchObject({
      document: { id: copy },
      annotations: { people: [{ name: 'Anna' }], clusters: [{ name: 'Trip' }] },
    });
    other.remove();
  });

  test('a person whom someone wrote in by name alone is the one of this name, or a new one', async () => {
    const archive = archiveOf();
    const [first, second] = [await annotated(), await annotated()];
    for (const { at } of [first, second]) {
      archive.edit(at, (annotations) => (annotations.people = [{ name: 'Bert by hand' }]));
      expect(await archive.look(at)).toEqual([]);
    }
    const keys = [first, second].map(({ at }) => (archive.read(at).annotations.people as { id: string }[])[0]?.id);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).toBe(keys[0]);
  });
});
