import { afterEach, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { armFailPoints, FAIL_POINTS, type FailPoint } from '../../../server/fail-point.js';
import { SIDECAR_SUFFIX } from '../../../server/media/sidecar-format.js';
import { seededRandom } from '../../support/hostile-bytes.js';
import { describeEachDatabase } from '../../support/databases.js';
import { withSidecars } from '../../support/sidecar-archive.js';

describeEachDatabase('Sidecars whose writing is interrupted', (current) => {
  const { annotated, archiveOf } = withSidecars(current);
  afterEach(() => armFailPoints(null));

  test.each<[FailPoint]>(FAIL_POINTS.filter((point) => !['claimed', 'recorded', 'dequeued'].includes(point)).map((point) => [point]))(
    'T37 an edit between reading and writing, at %s, is in the archive and in the file',
    async (point) => {
      const archive = archiveOf();
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
    const archive = archiveOf();
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
    const archive = archiveOf();
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

  test.each<[FailPoint]>(FAIL_POINTS.slice(2, 9).map((point) => [point]))(
    'T36 T41 a disk that fails at %s leaves the old or the new text whole, and the next try sets all right',
    async (point) => {
      const archive = archiveOf();
      const { id, at } = await annotated({ title: 'First' });
      armFailPoints((here) => {
        if (here === point) throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
      });
      await archive.say(id, { title: 'Second' });
      expect(await archive.write()).toEqual([expect.stringMatching(/^(The disk reports|Something went wrong)/)]);
      expect(archive.strays().filter((name) => name.endsWith('.tmp'))).toEqual([]);
      const texts = ['', ...archive.strays()].map((name) => (name === '' ? `${at}${SIDECAR_SUFFIX}` : name));
      const whole = texts
        .filter((name) => readdirSync(archive.root.path).includes(name))
        .map((name) => readFileSync(archive.at(name), 'utf8'));
      expect(whole.length).toBeGreaterThan(0);
      for (const text of whole) expect(() => JSON.parse(text) as unknown).not.toThrow();
      armFailPoints(null);
      expect(await archive.write()).toEqual([]);
      expect(archive.read(at).annotations).toMatchObject({ title: { value: 'Second' } });
      expect(archive.strays()).toEqual([]);
    },
  );

  test('a program that changes the file all the time is told of, and nothing is lost', async () => {
    const archive = archiveOf();
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

  test('a picture that is forgotten while its sidecar is written leaves none behind', async () => {
    const archive = archiveOf();
    const id = await archive.add('forgotten.jpg');
    await archive.say(id, { title: 'Not to be kept' });
    armFailPoints((here) => (here === 'temporary-written' ? forget(id) : undefined));
    expect(await archive.write()).toEqual([]);
    expect(archive.has('forgotten.jpg')).toBe(false);
    expect(archive.strays()).toEqual([]);
  });

  const forget = (id: string): Promise<void> =>
    current().database.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT set_config('image_explorer.actor', 'person:ada', true)`);
      await manager.query(
        `INSERT INTO decisions (id, at, actor, kind, payload) VALUES (gen_random_uuid(), now(), 'person:ada', 'forget', '{}')`,
      );
      await manager.query('DELETE FROM documents WHERE id = $1', [id]);
    });
});
