import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { calibrate } from '../../../server/services/calibration.js';
import { ScoreMemory } from '../../../server/services/score-memory.js';
import { registerModel } from '../../support/archive-vectors.js';
import { describeEachDatabase } from '../../support/databases.js';
import { randomNumbers } from '../../support/vectors.js';

const log = pino({ level: 'silent' });

describeEachDatabase('what searches taught about scores', (current) => {
  const rows = () => current().repositories.scoreStatistics;
  const figures = { queryKind: 'text', queries: 3, logScale: -2, variance: 0.5, chanceVariance: 0.02 } as const;

  test('adds up to the figures of all of them, whoever added which', async () => {
    const modelId = await registerModel(current().repositories, 'adds up');
    const logScales = [-2, -2.5, -1, -3, -2.2, -1.9, -2.4];
    const summary = (some: readonly number[]) => {
      const logScale = some.reduce((sum, value) => sum + value, 0) / some.length;
      const variance = some.reduce((sum, value) => sum + (value - logScale) ** 2, 0) / some.length;
      return { modelId, queryKind: 'image', queries: some.length, logScale, variance, chanceVariance: 0.02 } as const;
    };
    await Promise.all([logScales.slice(0, 3), logScales.slice(3, 4), logScales.slice(4)].map((some) => rows().add(summary(some))));
    const all = (await rows().list()).find((row) => row.modelId === modelId);
    expect(all).toMatchObject({ queries: 7, queryKind: 'image' });
    expect(all?.logScale).toBeCloseTo(summary(logScales).logScale, 10);
    expect(all?.variance).toBeCloseTo(summary(logScales).variance, 10);
    expect(all?.chanceVariance).toBeCloseTo(0.02, 10);
  });

  test('forgets what is long ago, and keeps models and kinds apart', async () => {
    const { repositories } = current();
    const [old, young] = [await registerModel(repositories, 'old'), await registerModel(repositories, 'young')];
    await rows().add({ ...figures, modelId: old });
    for (let time = 0; time < 12; time += 1) await rows().add({ ...figures, modelId: young, queries: 200, logScale: time < 2 ? -9 : -1 });
    await rows().add({ ...figures, modelId: young, queryKind: 'mixture' });
    const found = (await rows().list()).filter(({ modelId }) => modelId === old || modelId === young);
    expect(found.map(({ queryKind, queries }) => [queryKind, queries])).toEqual([
      ['text', 3],
      ['mixture', 3],
      ['text', 500],
    ]);
    expect(found[2]?.logScale).toBeCloseTo(-1, 0);
  });

  test('is learnt beside the searches, and counts from the next start on', async () => {
    const modelId = await registerModel(current().repositories, 'learns');
    const memory = new ScoreMemory(rows(), log);
    const random = randomNumbers(4);
    const calibrationOf = (count: number) =>
      calibrate(
        Float32Array.from({ length: count }, () => -0.05 * Math.log(1 - random())),
        count,
      );
    expect(await memory.priorOf(modelId, 'text')).toBeUndefined();
    for (let query = 0; query < 40; query += 1) memory.learn(modelId, 'text', calibrationOf(300));
    for (let query = 0; query < 9; query += 1) memory.learn(modelId, 'image', calibrationOf(300));
    memory.learn(modelId, 'frame', calibrationOf(100));
    await memory.flush();
    expect(await memory.priorOf(modelId, 'text')).toBeUndefined();
    const later = new ScoreMemory(rows(), log);
    const prior = await later.priorOf(modelId, 'text');
    expect(prior?.scale).toBeCloseTo(0.05, 2);
    // These differ by chance alone, so the mean is believed as far as it may be.
    expect(prior?.weight).toBeCloseTo(20, 6);
    expect(await later.priorOf(modelId, 'image')).toBeUndefined();
    expect((await rows().list()).filter((row) => row.modelId === modelId).map(({ queryKind }) => queryKind)).toEqual(['image', 'text']);
  });
});
