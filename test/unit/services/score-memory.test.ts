import { describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { ScoreStatistics, ScoreStatisticsRepository } from '../../../server/repositories/score-statistics.repository.js';
import { calibrate } from '../../../server/services/calibration.js';
import { queryKindOf, ScoreMemory } from '../../../server/services/score-memory.js';
import { randomNumbers } from '../../support/vectors.js';

const log = pino({ level: 'silent' });
const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

function memoryOf(rows: Partial<ScoreStatisticsRepository>): ScoreMemory {
  return new ScoreMemory(rows as ScoreStatisticsRepository, log);
}

describe('what is known of scores', () => {
  const known: ScoreStatistics = { modelId: 1, queryKind: 'text', queries: 100, logScale: -3, variance: 0.3, chanceVariance: 0.05 };

  test('counts for less the more queries differ', async () => {
    const memory = memoryOf({ list: async () => [known, { ...known, queryKind: 'image', variance: 1.05 }] });
    const [text, image] = [await memory.priorOf(1, 'text'), await memory.priorOf(1, 'image')];
    expect(text?.weight).toBeCloseTo(4, 10);
    expect(image?.weight).toBeCloseTo(1, 10);
    expect(text?.scale).toBeCloseTo(Math.exp(-3), 10);
    expect(await memory.priorOf(2, 'text')).toBeUndefined();
  });

  test('stops no search where it can be neither read nor written', async () => {
    const fail = async (): Promise<never> => Promise.reject(new Error('away'));
    const memory = memoryOf({ list: fail, add: fail });
    const random = randomNumbers(1);
    memory.learn(1, 'text', calibrate(Float32Array.from({ length: 300 }, random), 300));
    expect(await memory.priorOf(1, 'text')).toBeUndefined();
    await expect(memory.flush()).resolves.toBeUndefined();
  });

  test('is told apart by what is asked with', () => {
    expect(queryKindOf([{ kind: 'image', asked: {} }])).toBe('image');
    expect(queryKindOf([{ kind: 'upload', asked: {} }])).toBe('upload');
    expect(queryKindOf([{ kind: 'upload', asked: { region: WHOLE } }])).toBe('region');
    expect(queryKindOf([{ kind: 'image', asked: { frameMs: 0 } }])).toBe('frame');
    expect(queryKindOf([{ kind: 'text', asked: { text: 'a boat' } }])).toBe('text');
    expect(
      queryKindOf([
        { kind: 'text', asked: {} },
        { kind: 'image', asked: {} },
      ]),
    ).toBe('mixture');
  });
});
