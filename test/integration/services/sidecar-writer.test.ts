import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { armFailPoints, FAIL_POINTS, type FailPoint } from '../../../server/fail-point.js';
import { newId } from '../../../server/ids.js';
import { SIDECAR_SUFFIX } from '../../../server/media/sidecar-format.js';
import { OWNER } from '../../support/archive-rows.js';
import { describeEachDatabase } from '../../support/databases.js';
import { seededRandom } from '../../support/hostile-bytes.js';
import { SidecarArchive } from '../../support/sidecar-archive.js';

const owner = `person:${OWNER.kind === 'person' ? OWNER.id : ''}`;

describeEachDatabase('Sidecars', (current) => {
  let archive: SidecarArchive;
  let number = 0;

  beforeAll(async () => {
    archive = await SidecarArchive.open(current(), 'sidecars');
  });
  afterEach(() => armFailPoints(null));
  afterAll(() => archive.remove());

  const path = (): string => `picture ${(number += 1)}.jpg`;
  /** A picture of which something is said, with its sidecar. */
  const annotated = async (say: object = { title: 'First' }): Promise<{ id: string; at: string }> => {
    const at = path();
    const id = await archive.add(at);
    await archive.say(id, { ...say });
    expect(await archive.write()).toEqual([]);
    return { id, at };
  };

  test('say what was said, by whom and when, and the queue is empty after', async () => {
    const { id, at } = await annotated({ title: 'First', 'tags/sea': true, 'tags/a/b': false });
    const said = { by: owner, at: expect.any(String) as string };
    expect(archive.read(at)).toMatchObject({
      ...{ format: 'image-explorer/annotation', version: 1, revision: 1, document: { id } },
      annotations: {
        title: { value: 'First', ...said },
        tags: [
          { name: 'a/b', said: false, ...said },
          { name: 'sea', said: true, ...said },
        ],
      },
    });
    expect(await archive.standingOf(id)).toMatchObject({ isPending: false, error: null, conflicts: 0, isApart: false });
    expect(await archive.standingOf(id)).toHaveProperty('writtenAt', expect.any(Date));
    expect(archive.strays()).toEqual([]);
  });

  test('are not written again where they say it already', async () => {
    const { id, at } = await annotated();
    const before = readFileSync(archive.at(at) + SIDECAR_SUFFIX, 'utf8');
    await current().repositories.sidecarQueue.put([id]);
    expect(await archive.write()).toEqual([]);
    expect(readFileSync(archive.at(at) + SIDECAR_SUFFIX, 'utf8')).toBe(before);
  });

  test('T37 a change made elsewhere is taken, said by the sidecar, and unknown keys stay', async () => {
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
    const { id, at } = await annotated({ title: 'First' });
    archive.edit(at, (annotations) => (annotations.tags = [{ name: 'unseen' }]));
    await archive.say(id, { title: 'Second' });
    await archive.write();
    expect(await archive.valuesOf(id)).toEqual({ title: 'Second', 'tags/unseen': true });
    expect(archive.read(at).annotations).toMatchObject({ title: { value: 'Second' }, tags: [{ name: 'unseen' }] });
  });

  test('T37 who read an older revision and writes it back does not revert newer words', async () => {
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
    const { id, at } = await annotated({ title: 'First' });
    archive.edit(at, (annotations) => ((annotations.title as { value: string }).value = 'Theirs'));
    await archive.say(id, { title: 'Mine' });
    await archive.write();
    await archive.say(id, { title: 'Theirs' });
    archive.edit(at, (annotations) => (annotations.rating = 5));
    await archive.write();
    expect(await archive.conflictsOf(id)).toEqual({});
  });

  test.each([
    ['is damaged', '{"format": "image-explorer/annot', 'Expected an object of JSON'],
    ['is of a newer version', '{"format": "image-explorer/annotation", "version": 2}', 'a newer one wrote it'],
    ['is of another program', '{"title": "mine"}', 'Expected the format'],
  ])('T41 one that %s is left as it is and told of, and is healed by itself', async (_what, text, sentence) => {
    const { id, at } = await annotated();
    archive.put(at, text);
    await archive.say(id, { title: 'Second' });
    expect(await archive.write()).toEqual([expect.stringContaining(sentence)]);
    expect(readFileSync(archive.at(at) + SIDECAR_SUFFIX, 'utf8')).toBe(text);
    expect(await archive.standingOf(id)).toMatchObject({ isPending: true, error: expect.stringContaining('was left as it is') as string });
    expect(await archive.sidecars.service.count()).toMatchObject({
      pending: 1,
      failing: 1,
      message: expect.stringContaining(sentence) as string,
    });
    rmSync(archive.at(at) + SIDECAR_SUFFIX);
    expect(await archive.write()).toEqual([]);
    expect(archive.read(at).annotations).toMatchObject({ title: { value: 'Second' } });
  });

  test('what fails waits longer each time, and is not tried before', async () => {
    const { id, at } = await annotated();
    archive.put(at, '[]');
    await archive.say(id, { title: 'Second' });
    const { pump } = archive.sidecars;
    expect(await pump.drain(new AbortController().signal)).toEqual({ written: 0, failed: 1 });
    expect(await pump.drain(new AbortController().signal)).toEqual({ written: 0, failed: 0 });
    rmSync(archive.at(at) + SIDECAR_SUFFIX);
    expect(await archive.write()).toEqual([]);
  });

  test('lie in the data folder where the root says so, and move when that changes', async () => {
    const { id, at } = await annotated({ title: 'First' });
    archive.edit(at, (_annotations, sidecar) => (sidecar.note = 'kept'));
    await archive.sidecars.service.setPlace(archive.root.id, 'apart');
    await archive.write();
    expect(archive.has(at)).toBe(false);
    const { contentHash } = await current().repositories.documents.getById(id);
    const apart = join(current().dataDir, 'sidecars', contentHash.slice(0, 2), contentHash.slice(2, 4), contentHash + SIDECAR_SUFFIX);
    expect(JSON.parse(readFileSync(apart, 'utf8'))).toMatchObject({ note: 'kept', annotations: { title: { value: 'First' } } });
    expect(await archive.standingOf(id)).toMatchObject({ isApart: true });
    expect(await archive.sidecars.service.planOf([id])).toEqual({ beside: 0, apart: 1 });
    // What was said elsewhere meanwhile comes along.
    writeFileSync(apart, readFileSync(apart, 'utf8').replace('"First"', '"Elsewhere"'));
    await archive.sidecars.service.setPlace(archive.root.id, 'beside');
    await archive.write();
    expect(existsSync(apart)).toBe(false);
    expect(archive.read(at)).toMatchObject({ note: 'kept', annotations: { title: { value: 'Elsewhere' } } });
  });

  test('follow a picture that moved, and leave nothing behind', async () => {
    const { id, at } = await annotated();
    const { contentHash } = await current().repositories.documents.getById(id);
    mkdirSync(archive.at(`moved ${at}`));
    renameSync(archive.at(at), archive.at(`moved ${at}/new.jpg`));
    await current().repositories.sources.setState(archive.root.id, [at], 'missing');
    await archive.place(id, `moved ${at}/new.jpg`, contentHash);
    expect(await archive.sidecars.intake.queueMisplaced()).toBe(1);
    await archive.write();
    expect(archive.has(at)).toBe(false);
    expect(archive.read(`moved ${at}/new.jpg`).annotations).toMatchObject({ title: { value: 'First' } });
    expect(await archive.sidecars.intake.queueMisplaced()).toBe(0);
  });

  test('of two pictures that changed their names each keeps its own words', async () => {
    const [one, other] = [await annotated({ title: 'One' }), await annotated({ title: 'Other' })];
    for (const [{ id }, { at }] of [
      [one, other],
      [other, one],
    ] as const) {
      await archive.place(id, at, (await current().repositories.documents.getById(id)).contentHash);
    }
    expect(await archive.sidecars.intake.queueMisplaced()).toBe(2);
    expect(await archive.write()).toEqual([]);
    expect([await archive.valuesOf(one.id), await archive.valuesOf(other.id)]).toEqual([{ title: 'One' }, { title: 'Other' }]);
    expect(archive.read(other.at)).toMatchObject({ document: { id: one.id }, annotations: { title: { value: 'One' } } });
    expect(archive.read(one.at)).toMatchObject({ document: { id: other.id }, annotations: { title: { value: 'Other' } } });
  });

  test('T08 a name that leaves no room for the suffix has its sidecar in the data folder', async () => {
    for (const length of [222, 223, 255]) {
      const at = `${'n'.repeat(length - 4)}.jpg`;
      const id = await archive.add(at);
      await archive.say(id, { title: 'Long' });
      expect(await archive.write()).toEqual([]);
      expect([archive.has(at), (await archive.standingOf(id))?.isApart]).toEqual(length === 222 ? [true, false] : [false, true]);
    }
  });

  test('one that vanished is written again', async () => {
    const { id, at } = await annotated();
    rmSync(archive.at(at) + SIDECAR_SUFFIX);
    const known = await current().repositories.sidecars.listOfDocuments([id]);
    await archive.sidecars.intake.noteVanished(known);
    await archive.write();
    expect(archive.read(at).annotations).toMatchObject({ title: { value: 'First' } });
  });

  test('T43 where the picture is not, nothing is written: a disk may be missing there', async () => {
    const { id, at } = await annotated();
    renameSync(archive.root.path, `${archive.root.path}-away`);
    await archive.say(id, { title: 'Second' });
    expect(await archive.write()).toEqual([expect.stringContaining('Is its disk connected?')]);
    mkdirSync(archive.root.path);
    expect(await archive.write()).toEqual([expect.stringContaining('Is its disk connected?')]);
    expect(readdirSync(archive.root.path)).toEqual([]);
    rmSync(archive.root.path, { recursive: true });
    renameSync(`${archive.root.path}-away`, archive.root.path);
    expect(await archive.write()).toEqual([]);
    expect(archive.read(at).annotations).toMatchObject({ title: { value: 'Second' } });
  });

  test('T07 a folder that is a link out of the root is not written to, and a sidecar that is a link is not followed', async () => {
    const outside = `${archive.root.path}-outside`;
    mkdirSync(outside);
    mkdirSync(archive.at('inner'));
    const [inner, plain] = [await archive.add('inner/a.jpg'), await annotated()];
    rmSync(archive.at('inner'), { recursive: true });
    writeFileSync(join(outside, 'a.jpg'), 'picture');
    symlinkSync(outside, archive.at('inner'));
    await archive.say(inner, { title: 'Out' });
    expect(await archive.write()).toEqual([expect.stringContaining('a link leads out of it')]);
    expect(readdirSync(outside)).toEqual(['a.jpg']);
    rmSync(archive.at('inner'));

    const target = join(outside, 'target.json');
    writeFileSync(target, '{}');
    rmSync(archive.at(plain.at) + SIDECAR_SUFFIX);
    symlinkSync(target, archive.at(plain.at) + SIDECAR_SUFFIX);
    await archive.say(plain.id, { title: 'Second' });
    expect(await archive.write()).toContainEqual(expect.stringContaining('found a link'));
    expect(readFileSync(target, 'utf8')).toBe('{}');
    rmSync(archive.at(plain.at) + SIDECAR_SUFFIX);
    mkdirSync(archive.at('inner'));
    writeFileSync(archive.at('inner/a.jpg'), 'picture');
    expect(await archive.write()).toEqual([]);
    rmSync(outside, { recursive: true });
  });

  test('T46 an archive that lost its database gets back words, people and clusters with their ids, and who said what', async () => {
    const [anna, trip] = [newId(), newId()];
    const at = path();
    const id = await archive.add(at);
    const sets = [
      { kind: 'person' as const, id: anna, say: { name: { value: 'Anna' } } },
      { kind: 'cluster' as const, id: trip, say: { name: { value: 'Trip' }, description: { value: 'By sea' } } },
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
    const [first, second] = [await annotated(), await annotated()];
    for (const { at } of [first, second]) {
      archive.edit(at, (annotations) => (annotations.people = [{ name: 'Bert by hand' }]));
      expect(await archive.look(at)).toEqual([]);
    }
    const keys = [first, second].map(({ at }) => (archive.read(at).annotations.people as { id: string }[])[0]?.id);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).toBe(keys[0]);
  });

  test.each<[FailPoint]>(FAIL_POINTS.filter((point) => !['claimed', 'recorded', 'dequeued'].includes(point)).map((point) => [point]))(
    'T37 an edit between reading and writing, at %s, is in the archive and in the file',
    async (point) => {
      const { id, at } = await annotated({ title: 'First' });
      const text = archive.read(at);
      let edits = 0;
      armFailPoints((here) => {
        if (here !== point || edits > 0) return;
        edits += 1;
        text.annotations.tags = [{ name: 'in between' }];
        archive.put(at, JSON.stringify(text));
      });
      await archive.say(id, { title: 'Second' });
      await archive.write();
      armFailPoints(null);
      await archive.look(at);
      expect(await archive.valuesOf(id)).toEqual({ title: 'Second', 'tags/in between': true });
      expect(archive.read(at).annotations).toMatchObject({ title: { value: 'Second' }, tags: [{ name: 'in between' }] });
      expect(archive.strays()).toEqual([]);
    },
  );

  test('T37 what a program writes into the file it has open, while that is moved away, is kept', async () => {
    const { id, at } = await annotated({ title: 'First' });
    const text = archive.read(at);
    text.annotations.tags = [{ name: 'late' }];
    armFailPoints((here) => {
      const stray = archive.strays().find((name) => name.endsWith('.before'));
      if (here === 'in-place' && stray) writeFileSync(archive.at(stray), JSON.stringify(text));
    });
    await archive.say(id, { title: 'Second' });
    await archive.write();
    expect(await archive.valuesOf(id)).toEqual({ title: 'Second', 'tags/late': true });
    expect(archive.strays()).toEqual([]);
  });

  test('T36 T38 a save that ends at any fail point, a hundred times at random, leaves nothing torn, lost or behind', async () => {
    const random = seededRandom(20_261_122);
    const pictures = await Promise.all([annotated(), annotated(), annotated()]);
    for (let kill = 0; kill < 100; kill += 1) {
      const { id, at } = pictures[kill % 3] ?? { id: '', at: '' };
      const point = FAIL_POINTS[random(FAIL_POINTS.length)];
      await archive.say(id, { title: `Title ${kill}`, [`tags/${kill}`]: true });
      if (random(2) === 0 && archive.has(at))
        archive.edit(at, (annotations) => (annotations.tags as unknown[]).push({ name: `theirs ${kill}` }));
      const isEdited = archive.has(at) && JSON.stringify(archive.read(at)).includes(`"theirs ${kill}"`);
      // The process is gone: what it was doing never goes on, and none of its clearing up is done.
      const reached = new Promise<void>((resolve) => {
        armFailPoints(async (here) => {
          if (here !== point) return;
          resolve();
          await new Promise(() => undefined);
        });
      });
      await Promise.race([archive.sidecars.pump.drain(new AbortController().signal), reached]);
      armFailPoints(null);
      for (const name of readdirSync(archive.root.path).filter((one) => one.endsWith(SIDECAR_SUFFIX) && !one.startsWith('.'))) {
        expect(() => JSON.parse(readFileSync(archive.at(name), 'utf8')) as unknown).not.toThrow();
      }
      await current().repositories.sidecarQueue.releaseAll();
      expect(await archive.write()).toEqual([]);
      const values = await archive.valuesOf(id);
      expect(values).toMatchObject({
        title: `Title ${kill}`,
        [`tags/${kill}`]: true,
        ...(isEdited ? { [`tags/theirs ${kill}`]: true } : {}),
      });
      const { annotations } = archive.read(at);
      expect(annotations.title).toMatchObject({ value: `Title ${kill}` });
      const tags = (annotations.tags as { name: string }[]).map(({ name }) => `tags/${name}`);
      expect(tags.sort()).toEqual(
        Object.keys(values)
          .filter((key) => key.startsWith('tags/'))
          .sort(),
      );
      expect(archive.strays()).toEqual([]);
      expect(await archive.conflictsOf(id)).toEqual({});
    }
  }, 120_000);

  test('a program that changes the file all the time is told of, and nothing is lost', async () => {
    const { id, at } = await annotated();
    let count = 0;
    armFailPoints((here) => {
      if (here === 'temporary-written') archive.edit(at, (annotations) => (annotations.rating = count += 1));
    });
    await archive.say(id, { title: 'Second' });
    expect(await archive.write()).toEqual([expect.stringContaining('Another program changes')]);
    armFailPoints(null);
    expect(await archive.write()).toEqual([]);
    expect(archive.read(at).annotations).toMatchObject({ title: { value: 'Second' }, rating: count });
  });

  test('a file of ours that grew by someone else is not removed when its place changes', async () => {
    const { id, at } = await annotated();
    appendFileSync(archive.at(at) + SIDECAR_SUFFIX, ' ');
    archive.edit(at, (annotations) => (annotations.tags = [{ name: 'unseen' }]));
    await archive.sidecars.service.setPlace(archive.root.id, 'apart');
    await archive.write();
    expect(await archive.valuesOf(id)).toMatchObject({ 'tags/unseen': true });
    expect(archive.has(at)).toBe(false);
    await archive.sidecars.service.setPlace(archive.root.id, 'beside');
    await archive.write();
    expect(archive.read(at).annotations).toMatchObject({ tags: [{ name: 'unseen' }] });
  });
});
