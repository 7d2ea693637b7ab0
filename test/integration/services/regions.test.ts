import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { AppError } from '../../../server/errors.js';
import type { Region } from '../../../server/media/analysis.js';
import { createLog } from '../../../server/logging.js';
import type { Progress } from '../../../server/progress.js';
import type { AnnotationChanges } from '../../../server/services/annotation-changes.js';
import { AnnotationService } from '../../../server/services/annotation.service.js';
import { DecisionService } from '../../../server/services/decision.service.js';
import { Ledger } from '../../../server/services/ledger.js';
import { TILES } from '../../../server/services/picture-windows.js';
import { RegionIndexer } from '../../../server/services/region-indexer.js';
import { RegionService } from '../../../server/services/region.service.js';
import { RegionVectors } from '../../../server/services/region-vectors.js';
import { OWNER } from '../../support/archive-rows.js';
import { DIMS, insertPictures, openVectorIndex, registerModel } from '../../support/archive-vectors.js';
import { describeEachDatabase } from '../../support/databases.js';
import { randomNumbers, unitVector } from '../../support/vectors.js';

const SILENT: Progress = { phase: () => undefined, step: () => undefined };
const PART: Region = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };
const BIG = { width: 1600, height: 1200 };

describeEachDatabase('Parts of pictures', (current) => {
  const random = randomNumbers(7);
  let modelId = 0;
  let others = 0;
  /** Pictures whose files are away. */
  const away = new Set<string>();

  const make = (pictures: number, fields: object = BIG): Promise<string[]> =>
    insertPictures(
      current().repositories,
      Array.from({ length: pictures }, () => unitVector(random, DIMS)),
      { modelId, fields },
    );
  const serviceOf = (isGrid: boolean, model = modelId): RegionService => {
    const { repositories, unitOfWork } = current();
    const media = {
      regionPixels: async (_path: string, _recipe: unknown, { regions }: { regions: readonly Region[] }) => regions.map(pixelsOf),
    };
    const originals = {
      getPath: async (id: string) => {
        if (away.has(id)) throw new AppError('UNAVAILABLE', 'The file cannot be found now.');
        return id;
      },
    };
    const images = {
      recipe: {},
      maxBatch: 3,
      embedImages: async (pixels: readonly Uint8Array[]) => pixels.map(() => unitVector(random, DIMS)),
    };
    const models = { current: async () => ({ id: model, encoder: { images } }) as never };
    const indexer = new RegionIndexer(repositories, unitOfWork, new RegionVectors(media as never, originals as never));
    return new RegionService(
      { regions: repositories.regions, indexer, models, index: openVectorIndex(current()), log: createLog('silent') },
      isGrid,
    );
  };
  const run = (isGrid: boolean, { model = modelId, dryRun = false } = {}) =>
    serviceOf(isGrid, model).run({ progress: SILENT, signal: new AbortController().signal, dryRun });
  const rowsOf = async (id: string): Promise<{ model: number; region: string; tile: number | null }[]> =>
    current().database.dataSource.query(
      `SELECT model_id AS model, array_to_string(region, ',') AS region, tile_layout AS tile FROM image_embeddings
       WHERE document_id = $1 AND kind = 'region' ORDER BY model_id, tile_layout NULLS FIRST, region`,
      [id],
    );
  const say = (id: string, changes: AnnotationChanges) => {
    const { repositories, unitOfWork } = current();
    return new AnnotationService(new Ledger(unitOfWork), repositories.documents).annotate({ ids: [id], changes }, OWNER);
  };

  beforeAll(async () => {
    modelId = await registerModel(current().repositories);
    others = await registerModel(current().repositories, 'other');
  });

  beforeEach(async () => {
    away.clear();
    await current().repositories.regions.removeTiles(null);
  });

  test('that someone keeps get a vector by a run, once, also under the next model', async () => {
    const [id = ''] = await make(1);
    await say(id, { addRegions: [{ region: PART, name: 'The cup' }, { region: { x: 0, y: 0, width: 1 / 3, height: 1 } }] });
    expect(await run(false)).toMatchObject({ counts: { kept: 1, tiled: 0, removed: 0 }, failures: [] });
    expect(await rowsOf(id)).toEqual([
      { model: modelId, region: '0,0,0.3333,1', tile: null },
      { model: modelId, region: '0.25,0.25,0.5,0.5', tile: null },
    ]);
    expect(await run(false)).toMatchObject({ counts: { kept: 0 } });
    expect(await run(false, { model: others })).toMatchObject({ counts: { kept: 1 } });
    expect(await rowsOf(id)).toHaveLength(4);
  });

  test('that someone keeps are found right after the decision, and no more once it is taken back', async () => {
    const { repositories, unitOfWork } = current();
    const [id = ''] = await make(1);
    const ledger = new Ledger(unitOfWork);
    const service = serviceOf(false);
    service.start(ledger);
    const outcome = await new AnnotationService(ledger, repositories.documents).annotate(
      { ids: [id], changes: { addRegions: [{ region: PART }] } },
      OWNER,
    );
    for (let waits = 0; waits < 200 && (await rowsOf(id)).length === 0; waits += 1) await new Promise((done) => setTimeout(done, 20));
    await service.close();
    expect(await rowsOf(id)).toMatchObject([{ region: '0.25,0.25,0.5,0.5' }]);
    const decisionId = outcome.kind === 'written' ? (outcome.decisionId ?? '') : '';
    expect(await new DecisionService(ledger, repositories).undo(decisionId, OWNER)).toMatchObject({ kind: 'undone' });
    expect(await rowsOf(id)).toEqual([]);
  });

  test('are words like any other: a name can change, each can be taken back, and the history tells of them by name', async () => {
    const { repositories } = current();
    const [id = ''] = await make(1);
    const saidOf = async () =>
      (await repositories.decisions.listOfSubject({ kind: 'document', id })).map(({ payload }) => (payload as { said?: unknown }).said);
    await say(id, { addRegions: [{ region: PART }] });
    await say(id, { addRegions: [{ region: PART, name: ' The cup ' }] });
    await say(id, { removeRegions: [PART] });
    expect(await saidOf()).toEqual([
      [{ field: 'regions', text: null, isRemoved: false }],
      [{ field: 'regions', text: 'The cup', isRemoved: false }],
      [{ field: 'regions', text: 'The cup', isRemoved: true }],
    ]);
    expect((await repositories.annotations.factsOf([id])).size).toBe(0);
    expect(await say(id, { removeRegions: [PART] })).toMatchObject({ decisionId: null });
  });

  test('are refused outside of the picture, too small, of several pictures, of a video, and beyond a hundred', async () => {
    const [id = '', other = ''] = await make(2);
    const [video = ''] = await make(1, { kind: 'video', durationMs: 1000 });
    const { repositories, unitOfWork } = current();
    const service = new AnnotationService(new Ledger(unitOfWork), repositories.documents);
    const refused = (ids: string[], addRegions: { region: Region }[]) =>
      expect(service.annotate({ ids, changes: { addRegions } }, OWNER)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    for (const region of [
      { ...PART, x: 0.6 },
      { ...PART, y: -0.1 },
      { ...PART, width: 0.005 },
      { ...PART, height: Number.NaN },
      { ...PART, x: Infinity },
    ])
      await refused([id], [{ region }]);
    await refused([id, other], [{ region: PART }]);
    await refused([video], [{ region: PART }]);
    const many = (from: number) => Array.from({ length: 60 }, (_, at) => ({ region: { x: 0, y: 0, width: (from + at) / 200, height: 1 } }));
    await service.annotate({ ids: [id], changes: { addRegions: many(2) } }, OWNER);
    await refused([id], many(100));
  });

  test('are tiles of every photo that is large enough where they are wanted, and go when they are not', async () => {
    const [first = '', second = ''] = await make(2);
    const [small = ''] = await make(1, { width: 400, height: 300 });
    await say(first, { addRegions: [{ region: PART }] });
    expect((await run(true, { dryRun: true })).counts.untiled).toBeGreaterThanOrEqual(2);
    expect(await rowsOf(first)).toEqual([]);
    const report = await run(true);
    expect(report.failures).toEqual([]);
    expect(report.counts.tiled).toBeGreaterThanOrEqual(2);
    expect([await rowsOf(first), await rowsOf(second), await rowsOf(small)].map((rows) => rows.length)).toEqual([
      TILES.length + 1,
      TILES.length,
      0,
    ]);
    expect(await run(true)).toMatchObject({ counts: { tiled: 0, removed: 0 } });
    expect((await run(false)).counts.removed).toBeGreaterThanOrEqual(2 * TILES.length);
    expect(await rowsOf(first)).toMatchObject([{ region: '0.25,0.25,0.5,0.5', tile: null }]);
    expect(await rowsOf(second)).toEqual([]);
  });

  test('that are tiles are made anew under another model, and of new bytes', async () => {
    const { repositories } = current();
    const [id = ''] = await make(1);
    await run(true);
    await repositories.embeddings.removeOfDocument(id, modelId);
    await repositories.embeddings.put([
      { documentId: id, modelId: others, kind: 'image', embedding: unitVector(random, DIMS), perceptualHash: '0123456789abcdef' },
    ]);
    await run(true, { model: others });
    expect(new Set((await rowsOf(id)).map(({ model }) => model))).toEqual(new Set([others]));
    expect(await rowsOf(id)).toHaveLength(TILES.length);
  });

  test('whose file is away are named in the report, and made when it is back', async () => {
    const [id = ''] = await make(1);
    away.add(id);
    const report = await run(true);
    expect(report.failures).toMatchObject([{ code: 'UNAVAILABLE' }]);
    away.clear();
    expect(await run(true)).toMatchObject({ counts: { tiled: 1 }, failures: [] });
    expect(await rowsOf(id)).toHaveLength(TILES.length);
  });

  test('that are kept and just where a tile is are both there, and one does not go with the other', async () => {
    const [id = ''] = await make(1);
    const [tile = PART] = TILES;
    await say(id, { addRegions: [{ region: tile }] });
    await run(true);
    expect(await rowsOf(id)).toHaveLength(TILES.length + 1);
    await say(id, { removeRegions: [tile] });
    expect(await rowsOf(id)).toHaveLength(TILES.length);
  });
});

function pixelsOf(): { pixels: Uint8Array; perceptualHash: string } {
  return { pixels: new Uint8Array(1), perceptualHash: '0123456789abcdef' };
}
