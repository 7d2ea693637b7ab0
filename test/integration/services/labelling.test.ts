import { beforeAll, expect, test } from '@jest/globals';
import type { Progress, WorkReport } from '../../../server/progress.js';
import { LABEL_WORDS } from '../../../server/services/label-words.js';
import { LabellingService } from '../../../server/services/labelling.service.js';
import { DIMS, insertPictures, putVectors, registerModel } from '../../support/archive-vectors.js';
import { describeEachDatabase } from '../../support/databases.js';
import { nearVector, randomNumbers, unitVector } from '../../support/vectors.js';

const PICTURES = 450;
const random = randomNumbers(23);
// A toy model of words: each has a direction of its own, whatever sentence it stands in.
const directions = new Map(LABEL_WORDS.map((word) => [word, unitVector(random, DIMS)]));
const texts = {
  embedTexts: async (sentences: readonly string[]) =>
    sentences.map((sentence) => directions.get(wordIn(sentence)) ?? new Float32Array(DIMS)),
};

function wordIn(sentence: string): string {
  return sentence.replace(/^(a photo of a|a photo of the|a picture of|a close-up photo of) /, '');
}

describeEachDatabase('the job that labels pictures', (current) => {
  let modelId = 0;
  let ids: string[] = [];

  const run = (
    options: { model?: number; words?: typeof texts | null; stopAfter?: number; dryRun?: boolean } = {},
  ): Promise<WorkReport> => {
    const { repositories, unitOfWork } = current();
    const { model = modelId, words = texts, stopAfter = Infinity, dryRun = false } = options;
    const stop = new AbortController();
    let steps = 0;
    const progress: Progress = {
      phase: () => (steps = 0),
      step: () => void ((steps += 1) === stopAfter && stop.abort()),
    };
    const models = { current: async () => ({ id: model, encoder: { texts: words } as never }) };
    const service = new LabellingService(repositories.labels, unitOfWork, models);
    return service.run({ progress, signal: stop.signal, dryRun });
  };
  const labelsOf = async () => {
    const rows = await current().repositories.labels.listOfDocuments(ids);
    return rows.map(({ documentId, label }) => `${documentId} ${label}`).sort();
  };
  const clear = () => current().database.dataSource.query('DELETE FROM document_labels; DELETE FROM labelled_documents');

  beforeAll(async () => {
    const { repositories } = current();
    modelId = await registerModel(repositories);
    const vectors = Array.from({ length: PICTURES }, (_, at) => nearVector(random, directionOf(at), at % 3 === 0 ? 0.6 : 4));
    ids = await insertPictures(repositories, vectors, { modelId });
  });

  test('says that a CLIP model is needed where there is none, and changes nothing', async () => {
    expect(await run({ words: null })).toEqual({ counts: { labelled: 0 }, failures: [], summary: expect.stringContaining('CLIP model') });
    expect(await labelsOf()).toEqual([]);
  });

  test('labels what is shown, into the text that keyword search reads, and a dry run does not', async () => {
    expect(await run({ dryRun: true })).toMatchObject({ counts: { labelled: 0, waiting: PICTURES } });
    expect(await labelsOf()).toEqual([]);
    await run();
    const labels = await labelsOf();
    const shown = ids.filter((_, at) => at % 3 === 0);
    const named = shown.filter((id, at) => labels.includes(`${id} ${LABEL_WORDS[(at * 3) % LABEL_WORDS.length]}`));
    expect(named.length).toBeGreaterThan(0.9 * shown.length);
    const [first = ''] = named;
    const { content } = await current().repositories.documents.getById(first);
    for (const { label } of await current().repositories.labels.listOfDocuments([first])) expect(content).toContain(label);
  });

  test('stopped between slices and started again, ends as a run that was not stopped', async () => {
    const whole = await labelsOf();
    await clear();
    const { counts } = await run({ stopAfter: 1 });
    expect((counts.labelled ?? 0) + (counts.unlabelled ?? 0)).toBeLessThan(PICTURES);
    expect((await labelsOf()).length).toBeLessThan(whole.length);
    await run();
    expect(await labelsOf()).toEqual(whole);
    expect(await run()).toMatchObject({ counts: { labelled: 0 } });
  });

  test('does again what got another vector, and nothing else', async () => {
    const [id = ''] = ids;
    const word = LABEL_WORDS[99] ?? '';
    await putVectors(current().repositories, new Map([[id, nearVector(random, directionOf(99), 0.3)]]), modelId);
    const before = (await labelsOf()).filter((row) => !row.startsWith(id));
    expect(await run()).toMatchObject({ counts: { labelled: 1, unlabelled: 0 } });
    const after = await labelsOf();
    expect(after.filter((row) => !row.startsWith(id))).toEqual(before);
    expect(after).toContain(`${id} ${word}`);
  });

  test('replaces the labels of another model', async () => {
    const other = await registerModel(current().repositories, 'other');
    const vectors = new Map(ids.map((id) => [id, nearVector(random, directionOf(7), 3)]));
    vectors.set(ids[1] ?? '', nearVector(random, directionOf(8), 0.2));
    await putVectors(current().repositories, vectors, other);
    await run({ model: other });
    expect(await current().repositories.labels.listOfDocuments([ids[1] ?? ''])).toMatchObject([{ label: LABEL_WORDS[8] }]);
    const rows: { models: number }[] = await current().database.dataSource.query(
      'SELECT count(DISTINCT model_id)::int AS models FROM document_labels',
    );
    expect(rows).toEqual([{ models: 1 }]);
  });
});

function directionOf(at: number): Float32Array {
  return directions.get(LABEL_WORDS[at % LABEL_WORDS.length] ?? '') ?? new Float32Array(DIMS);
}
