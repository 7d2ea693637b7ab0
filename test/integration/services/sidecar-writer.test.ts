import { expect, test } from '@jest/globals';
import { readFileSync, rmSync } from 'node:fs';
import { SIDECAR_SUFFIX } from '../../../server/media/sidecar-format.js';
import { OWNER } from '../../support/archive-rows.js';
import { describeEachDatabase } from '../../support/databases.js';
import { withSidecars } from '../../support/sidecar-archive.js';

const owner = `person:${OWNER.kind === 'person' ? OWNER.id : ''}`;

describeEachDatabase('Sidecars', (current) => {
  const { annotated, archiveOf } = withSidecars(current);

  test('say what was said, by whom and when, and the queue is empty after', async () => {
    const archive = archiveOf();
    const { id, at } = await annotated({ title: 'First', 'tags/sea': true, 'tags/a/b': false });
    const said = { by: owner, at: expect.any(String) as unknown };
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
    const archive = archiveOf();
    const { id, at } = await annotated();
    const before = readFileSync(archive.at(at) + SIDECAR_SUFFIX, 'utf8');
    await current().repositories.sidecarQueue.put([id]);
    expect(await archive.write()).toEqual([]);
    expect(readFileSync(archive.at(at) + SIDECAR_SUFFIX, 'utf8')).toBe(before);
  });

  test.each([
    ['is damaged', '{"format": "image-explorer/annot', 'Expected an object of JSON'],
    ['is of a newer version', '{"format": "image-explorer/annotation", "version": 2}', 'a newer one wrote it'],
    ['is of another program', '{"title": "mine"}', 'Expected the format'],
  ])('T41 one that %s is left as it is and told of, and is healed by itself', async (_what, text, sentence) => {
    const archive = archiveOf();
    const { id, at } = await annotated();
    archive.put(at, text);
    await archive.say(id, { title: 'Second' });
    expect(await archive.write()).toEqual([expect.stringContaining(sentence)]);
    expect(readFileSync(archive.at(at) + SIDECAR_SUFFIX, 'utf8')).toBe(text);
    expect(await archive.standingOf(id)).toMatchObject({ isPending: true, error: expect.stringContaining('was left as it is') as unknown });
    expect(await archive.sidecars.service.count()).toMatchObject({
      pending: 1,
      failing: 1,
      message: expect.stringContaining(sentence) as unknown,
    });
    rmSync(archive.at(at) + SIDECAR_SUFFIX);
    expect(await archive.write()).toEqual([]);
    expect(archive.read(at).annotations).toMatchObject({ title: { value: 'Second' } });
  });

  test('what fails waits longer each time, and is not tried before', async () => {
    const archive = archiveOf();
    const { id, at } = await annotated();
    archive.put(at, '[]');
    await archive.say(id, { title: 'Second' });
    const { pump } = archive.sidecars;
    expect(await pump.drain(new AbortController().signal)).toEqual({ written: 0, failed: 1 });
    expect(await pump.drain(new AbortController().signal)).toEqual({ written: 0, failed: 0 });
    rmSync(archive.at(at) + SIDECAR_SUFFIX);
    expect(await archive.write()).toEqual([]);
  });
});
