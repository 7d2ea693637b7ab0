import { expect, test } from '@jest/globals';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIDECAR_SUFFIX } from '../../../server/media/sidecar-format.js';
import { describeEachDatabase } from '../../support/databases.js';
import { withSidecars } from '../../support/sidecar-archive.js';

describeEachDatabase('Places of sidecars', (current) => {
  const { annotated, archiveOf } = withSidecars(current);

  test('lie in the data folder where the root says so, and move when that changes', async () => {
    const archive = archiveOf();
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
    const archive = archiveOf();
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

  test('of a picture whose name another one took lies in the data folder, and not beside that one', async () => {
    const archive = archiveOf();
    const { id, at } = await annotated();
    const other = await archive.add(`other ${at}`);
    await archive.place(other, at, (await current().repositories.documents.getById(other)).contentHash);
    expect(await archive.sidecars.intake.queueMisplaced()).toBe(1);
    expect(await archive.write()).toEqual([]);
    expect(archive.has(at)).toBe(false);
    expect(await archive.standingOf(id)).toMatchObject({ isApart: true, isPending: false });
    expect([await archive.valuesOf(id), await archive.valuesOf(other)]).toEqual([{ title: 'First' }, {}]);
  });

  test('of two pictures that changed their names each keeps its own words', async () => {
    const archive = archiveOf();
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
    const archive = archiveOf();
    for (const length of [222, 223, 255]) {
      const at = `${'n'.repeat(length - 4)}.jpg`;
      const id = await archive.add(at);
      await archive.say(id, { title: 'Long' });
      expect(await archive.write()).toEqual([]);
      expect([archive.has(at), (await archive.standingOf(id))?.isApart]).toEqual(length === 222 ? [true, false] : [false, true]);
    }
  });

  test('one that vanished is written again', async () => {
    const archive = archiveOf();
    const { id, at } = await annotated();
    rmSync(archive.at(at) + SIDECAR_SUFFIX);
    const known = await current().repositories.sidecars.listOfDocuments([id]);
    await archive.sidecars.intake.noteVanished(known);
    await archive.write();
    expect(archive.read(at).annotations).toMatchObject({ title: { value: 'First' } });
  });

  test('T43 where the picture is not, nothing is written: a disk may be missing there', async () => {
    const archive = archiveOf();
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
    const archive = archiveOf();
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

  test('a file of ours that grew by someone else is not removed when its place changes', async () => {
    const archive = archiveOf();
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
