import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STAND_IN } from '../support/archive.js';
import { describeWith } from '../support/requirements.js';
import { scene } from '../support/scenes.js';
import { SmallArchive } from '../support/small-archive.js';

const PICTURES = 30;
let small: SmallArchive;

describeWith('shared', 'T48 promise 7', () => {
  beforeAll(async () => {
    small = await SmallArchive.open(PICTURES);
  }, 120_000);
  afterAll(() => small.close(), 60_000);

  test('Embeddings of different models are never compared', async () => {
    const [id = ''] = await small.listIds();
    const said = await small.annotate(id);
    const before = await small.findSimilar({ imageId: id });
    const newPicture = await scene(5).resize(300, 300).png().toBuffer();
    const upload = async (): Promise<{ model: string; status: number }> => {
      const form = new FormData();
      form.append('image', new Blob([newPicture]), 'new.png');
      const answer = await small.archive.fetch('/api/images/similar', { method: 'POST', body: form });
      return { ...((await answer.json()) as { model: string }), status: answer.status };
    };
    await small.reopen(STAND_IN);
    // Until every picture has its new vector, the old model answers.
    expect((await small.findSimilar({ imageId: id })).model).toBe(before.model);
    let isDone = false;
    const switching = small.archive.ingest([]).finally(() => (isDone = true));
    const during: { model: string; status: number }[] = [];
    while (!isDone) during.push(await upload());
    await switching;
    expect(during.map(({ status }) => status)).toEqual(during.map(() => 200));
    const after = await small.findSimilar({ imageId: id });
    expect([after.model, before.model]).toEqual([STAND_IN.CLIP_MODEL, expect.stringMatching(/^builtin/)]);
    expect((await upload()).model).toBe(STAND_IN.CLIP_MODEL);
    expect(await small.readWords(id)).toEqual(said);
    const [log, vectors] = await small.whileClosed(
      async (query) =>
        [
          await query<{ name: string; candidates: number }>(
            'SELECT m.name, s.candidates FROM similarity_log s JOIN models m ON m.id = s.model_id ORDER BY s.at, s.id',
          ),
          await query<{ name: string; count: number }>(
            'SELECT m.name, count(DISTINCT e.document_id)::int AS count FROM image_embeddings e JOIN models m ON m.id = e.model_id GROUP BY m.name ORDER BY m.name',
          ),
        ] as const,
    );
    // Each query was compared with as many vectors as one model has, and the models follow each other once.
    expect(new Set(log.map(({ candidates }) => candidates))).toEqual(new Set([PICTURES]));
    const turns = log.filter(({ name }, position) => name !== log[position - 1]?.name).map(({ name }) => name);
    expect(turns).toEqual([before.model, STAND_IN.CLIP_MODEL]);
    expect(vectors).toEqual([before.model, STAND_IN.CLIP_MODEL].map((name) => ({ name, count: PICTURES })));
    expect(await small.readWords(id)).toEqual(said);
  }, 300_000);
});

describeWith('shared', 'a change of model', () => {
  beforeAll(async () => {
    small = await SmallArchive.open(3);
  }, 120_000);
  afterAll(() => small.close(), 60_000);

  const ofModel = async (): Promise<unknown> =>
    (await small.archive.ask<{ archive: { model: unknown } }>('{ archive { model { name embedded } } }')).archive.model;

  test('waits for pictures of a folder that is away, reads the others meanwhile, and does not wait for one that is broken', async () => {
    const disk = join(small.folder.path, 'disk');
    mkdirSync(disk);
    for (const number of [3, 4]) writeFileSync(join(disk, `${number}.jpg`), await scene(number).jpeg().toBuffer());
    await small.archive.ingest([disk]);
    // What is away lacks an earlier step too, and what is there does not.
    const isOfDisk = "document_id IN (SELECT s.document_id FROM document_sources s JOIN roots r ON r.id = s.root_id WHERE r.name = 'disk')";
    await small.whileClosed((query) => query(`UPDATE processing SET version = 0 WHERE step = 'decode' AND ${isOfDisk}`));
    renameSync(disk, `${disk} away`);
    writeFileSync(join(small.root, '0.jpg'), 'a picture no more');
    await small.reopen(STAND_IN);
    await small.archive.ingest([small.root]);
    expect(await ofModel()).toEqual({ name: expect.stringMatching(/^builtin/) as unknown, embedded: 5 });
    const vectors = await small.whileClosed((query) =>
      query('SELECT m.name, count(*)::int AS count FROM image_embeddings e JOIN models m ON m.id = e.model_id GROUP BY m.name ORDER BY 1'),
    );
    expect(vectors).toEqual([expect.objectContaining({ count: 5 }), { name: STAND_IN.CLIP_MODEL, count: 2 }]);
    renameSync(`${disk} away`, disk);
    await small.reopen(STAND_IN);
    await small.archive.ingest([]);
    expect(await ofModel()).toEqual({ name: STAND_IN.CLIP_MODEL, embedded: 4 });
  }, 120_000);
});
