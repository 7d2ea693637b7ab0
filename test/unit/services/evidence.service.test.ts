import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../server/context.js';
import { AppError } from '../../../server/errors.js';
import type { Region } from '../../../server/media/analysis.js';
import { EvidenceService } from '../../../server/services/evidence.service.js';
import { FIRST_WINDOWS, windowsAround } from '../../../server/services/evidence-box.js';
import { QueryMemory } from '../../../server/services/query-memory.js';
import { overlapOf } from '../../support/composites.js';

const ADA: Actor = { kind: 'person', id: 'ada', name: 'Ada', role: 'owner' };
const BOB: Actor = { kind: 'person', id: 'bob', name: 'Bob', role: 'viewer' };
const MODEL = 3;
const SOUGHT = Float32Array.of(1, 0);
const PHOTO = { id: 'photo', kind: 'photo', contentHash: 'aa', durationMs: null, posterMs: null };
const VIDEO = { id: 'video', kind: 'video', contentHash: 'bb', durationMs: 5000, posterMs: 2000 };

describe('the evidence for a hit', () => {
  let looks: { id: string; regions: readonly Region[]; frameMs?: number | null }[] = [];
  let memory = new QueryMemory();
  /** Where the thing is; windows are as like it as they overlap with it. */
  let thing: Region | null = null;
  let whole: number | null = 0.1;

  const serviceOf = (): EvidenceService => {
    const regions = {
      make: async (id: string, { regions: wanted, frameMs }: { regions: readonly Region[]; frameMs?: number | null }) => {
        looks.push({ id, regions: wanted, frameMs });
        return wanted.map((region) => ({ region, vector: vectorOf(thing ? overlapOf(region, thing) : 0.1), perceptualHash: '' }));
      },
    };
    const sight = (actor: Actor) => ({
      getById: async (id: string) => {
        const found = [PHOTO, VIDEO].find((row) => row.id === id);
        if (!found || actor === BOB) throw new AppError('NOT_FOUND', 'There is no such picture in the archive.');
        return found;
      },
    });
    const embeddings = { vectorOf: async () => (whole === null ? null : vectorOf(whole)) };
    const models = { current: async () => ({ id: MODEL }) };
    return new EvidenceService(memory, sight as never, embeddings, models as never, regions as never);
  };

  beforeEach(() => {
    [looks, thing, whole, memory] = [[], { x: 0.7, y: 0.1, width: 0.25, height: 0.25 }, 0.1, new QueryMemory()];
    for (const actor of [ADA, BOB]) memory.keep('answer', actor, { modelId: MODEL, vectors: [SOUGHT] });
  });

  test('is a box on what was looked for, from 25 windows', async () => {
    const found = await serviceOf().find({ logId: 'answer', imageId: 'photo' }, ADA);
    expect(overlapOf(found?.region ?? PART, thing ?? PART)).toBeGreaterThan(0.5);
    expect(found?.similarity).toBeGreaterThan(found?.wholeSimilarity ?? 1);
    expect(looks.flatMap(({ regions }) => regions)).toHaveLength(25);
  });

  test('is found again without looking at the picture, by another query as well', async () => {
    const service = serviceOf();
    const first = await service.find({ logId: 'answer', imageId: 'photo' }, ADA);
    memory.keep('again', ADA, { modelId: MODEL, vectors: [Float32Array.of(0, 1), SOUGHT] });
    const before = looks.length;
    expect(await service.find({ logId: 'answer', imageId: 'photo' }, ADA)).toEqual(first);
    expect(looks).toHaveLength(before);
    expect(await service.find({ logId: 'again', imageId: 'photo' }, ADA)).toMatchObject({ region: first?.region });
    service.clear();
    await service.find({ logId: 'answer', imageId: 'photo' }, ADA);
    expect(looks.length).toBeGreaterThan(before);
  });

  test('is none where no part is more like it than the whole', async () => {
    [thing, whole] = [null, 0.1];
    expect(await serviceOf().find({ logId: 'answer', imageId: 'photo' }, ADA)).toBeNull();
    [thing, whole] = [{ x: 0, y: 0, width: 1, height: 1 }, 1];
    expect(await serviceOf().find({ logId: 'answer', imageId: 'photo' }, ADA)).toBeNull();
  });

  test('is of a moment of a video, of its poster where none is named; the whole is looked at where it has no vector', async () => {
    whole = null;
    const service = serviceOf();
    expect(await service.find({ logId: 'answer', imageId: 'video', frameMs: 1500 }, ADA)).not.toBeNull();
    await service.find({ logId: 'answer', imageId: 'video' }, ADA);
    expect([...new Set(looks.map(({ frameMs }) => frameMs))]).toEqual([1500, 2000]);
    for (const frameMs of [-1, 5001, 1.5])
      await expect(service.find({ logId: 'answer', imageId: 'video', frameMs }, ADA)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(service.find({ logId: 'answer', imageId: 'photo', frameMs: 5 }, ADA)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('T21 is given only to who searched, of what they may see, while it is remembered', async () => {
    const service = serviceOf();
    const refusal = (request: { logId: string; imageId: string }, actor: Actor) =>
      expect(service.find(request, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await refusal({ logId: 'answer', imageId: 'photo' }, BOB);
    await refusal({ logId: 'answer', imageId: 'unknown' }, ADA);
    memory.keep('adas', ADA, { modelId: MODEL, vectors: [SOUGHT] });
    await refusal({ logId: 'adas', imageId: 'photo' }, BOB);
    memory.keep('old model', ADA, { modelId: MODEL - 1, vectors: [SOUGHT] });
    await refusal({ logId: 'old model', imageId: 'photo' }, ADA);
    for (let number = 0; number < 200; number += 1) memory.keep(`later ${number}`, ADA, { modelId: MODEL, vectors: [SOUGHT] });
    await refusal({ logId: 'answer', imageId: 'photo' }, ADA);
    expect(looks).toEqual([]);
  });
});

describe('the windows around one', () => {
  test('are nine, and lie in the picture wherever the one is', () => {
    for (const window of FIRST_WINDOWS) {
      const around = windowsAround(window);
      expect(around).toHaveLength(9);
      for (const { x, y, width, height } of around) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1 + 1e-9);
      }
    }
  });
});

const PART: Region = { x: 0, y: 0, width: 1, height: 1 };

function vectorOf(likeness: number): Float32Array {
  return Float32Array.of(likeness, Math.sqrt(1 - likeness ** 2));
}
