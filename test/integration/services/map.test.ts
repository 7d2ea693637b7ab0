import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../../../server/ids.js';
import { layOut, type LayoutRequest } from '../../../server/models/layout/layout.js';
import type { compute } from '../../../server/models/computation.js';
import type { Progress } from '../../../server/progress.js';
import { GENERATION } from '../../../server/repositories/kmeans.repository.js';
import { MAP_GENERATION, MapRepository } from '../../../server/repositories/map.repository.js';
import { MapService, type MappedPictures } from '../../../server/services/map.service.js';
import { decide, hide } from '../../support/archive-rows.js';
import { DIMS, insertPictures, registerModel } from '../../support/archive-vectors.js';
import { describeEachDatabase } from '../../support/databases.js';
import { blobs, LayoutFolder, SILENT } from '../../support/layouts.js';
import { decodeMap, type MapAnswer } from '../../support/map-answer.js';

const folder = new LayoutFolder();
const VECTORS = blobs(2, { each: 12, dims: DIMS });
afterAll(() => folder.remove());

describeEachDatabase('the map', (current) => {
  let maps: MapService;
  let modelId: number;
  let ids: string[];
  let asked: LayoutRequest[] = [];
  let isFailing = false;
  const task = { progress: SILENT, signal: new AbortController().signal };
  const checkpoint = () => join(current().dataDir, 'map.checkpoint');

  beforeAll(async () => {
    const { repositories } = current();
    modelId = await registerModel(repositories);
    ids = (await insertPictures(repositories, VECTORS, { modelId })).sort();
    // In this process, where what it was asked can be seen.
    const inProcess = async (_task: string, request: LayoutRequest, { progress }: { progress: Progress }) => {
      asked.push(request);
      const layout = await layOut(request, progress);
      if (isFailing) throw new Error('killed');
      return layout;
    };
    maps = new MapService(repositories, inProcess as unknown as typeof compute, checkpoint());
  });

  const pictures = async (fingerprint: string, documentIds = ids): Promise<MappedPictures> => {
    const vectors = await folder.spool(documentIds.map((_, at) => VECTORS[at % VECTORS.length] ?? new Float32Array(DIMS)));
    return { vectors, documentIds, modelId, fingerprint };
  };
  const read = async (): Promise<MapAnswer> => decodeMap(Uint8Array.from(await (await maps.current()).read()).buffer);
  const query = (sql: string, values: unknown[] = []): Promise<unknown> => current().database.dataSource.query(sql, values);
  const rows = (): Promise<unknown> => query('SELECT *, xmin::text, ctid::text FROM map_points ORDER BY document_id, generation');

  test('is not there before it was made', async () => {
    await expect(maps.current()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('holds every picture once, as it was laid out', async () => {
    expect(await maps.update(await pictures('first'), task)).toBe(true);
    const { header, points } = await read();
    expect(header).toMatchObject({ count: ids.length, model: 'toy', clusters: [], people: [], from: 2020, to: 2020 });
    expect(points.map(({ id }) => id)).toEqual(ids);
    expect(asked[0]).toMatchObject({ previous: null });
    const { positions } = await layOut({ ...(await folder.request(VECTORS)), checkpoint: { path: checkpoint(), key: 'none' } }, SILENT);
    expect(points.flatMap(({ x, y }) => [x, y])).toEqual(Array.from(positions, (value) => Math.round(value * 65_535)));
  });

  test('is neither computed nor written again where nothing changed', async () => {
    const [before, setting] = [await rows(), await current().repositories.settings.get(MAP_GENERATION)];
    asked = [];
    expect(await maps.update(await pictures('first'), task)).toBe(false);
    expect(asked).toEqual([]);
    expect([await rows(), await current().repositories.settings.get(MAP_GENERATION)]).toEqual([before, setting]);
  });

  test('stands until the next one is complete, and that begins where its pictures stood', async () => {
    const before = await read();
    const [added] = await insertPictures(current().repositories, VECTORS.slice(0, 1), { modelId });
    const next = await pictures('second', [...ids, added ?? ''].sort());
    isFailing = true;
    await expect(maps.update(next, task)).rejects.toThrow('killed');
    await current().repositories.maps.insert(2, ids.slice(0, 5), new Float32Array(10));
    expect(await read()).toEqual(before);
    expect(existsSync(checkpoint())).toBe(true);
    isFailing = false;
    asked = [];
    expect(await maps.update(next, task)).toBe(true);
    expect(existsSync(checkpoint())).toBe(false);
    const { positions } = asked[0]?.previous ?? { positions: new Float32Array() };
    next.documentIds.forEach((id, at) => {
      const point = before.points.find((one) => one.id === id);
      expect([positions[2 * at], positions[2 * at + 1]].map((value) => Math.round((value ?? 0) * 65_535))).toEqual(
        point ? [point.x, point.y] : [NaN, NaN],
      );
    });
    expect((await read()).points).toHaveLength(ids.length + 1);
    expect(await query('SELECT DISTINCT generation FROM map_points')).toEqual([{ generation: 2 }]);
  });

  test('names the cluster of a person before an automatic one, nobody who is merged, and the automatic one that stands for a person’s by none', async () => {
    const { repositories, unitOfWork } = current();
    const [own, shown, shadowing] = [newId(), newId(), newId()];
    const [ada, grace] = [newId(), newId()];
    await decide(unitOfWork, async ({ namedSets }) => {
      await namedSets.apply('cluster', own, { name: 'Holiday' });
      await namedSets.apply('person', ada, { name: 'Ada' });
      await namedSets.apply('person', grace, { name: 'Grace' });
      await namedSets.apply('person', ada, { mergedInto: grace });
    });
    await query(
      `INSERT INTO image_clusters (id, name, kind, shadows) VALUES ($1, 'kmeans_001', 'kmeans', NULL), ($2, 'kmeans_002', 'kmeans', $3)`,
      [shown, shadowing, own],
    );
    await query(
      'INSERT INTO kmeans_members (document_id, generation, cluster_id) SELECT id, 7, CASE WHEN id = $2 THEN $4 ELSE $3 END::uuid FROM unnest($1::uuid[]) AS id',
      [ids.slice(0, 4), ids[3], shown, shadowing],
    );
    await repositories.settings.put(GENERATION, 7);
    await decide(unitOfWork, async ({ annotations, saidState }) => {
      const fact = { value: true, by: 'person:1', at: new Date().toISOString() };
      const said = [
        { documentId: ids[0] ?? '', field: 'clusters', element: own, fact },
        { documentId: ids[1] ?? '', field: 'people', element: ada, fact },
      ];
      await annotations.putMany(said);
      await saidState.refreshClusters(said.map(({ documentId }) => documentId));
      await saidState.refreshPeople(said.map(({ documentId }) => documentId));
    });
    const { header, points } = await read();
    expect(points.slice(0, 5).map(({ cluster, person }) => [cluster, person])).toEqual([
      ['Holiday', null],
      ['kmeans_001', 'Grace'],
      ['kmeans_001', null],
      [null, null],
      [null, null],
    ]);
    expect(header.clusters).toEqual([
      { id: own, name: 'Holiday', kind: 'user' },
      { id: shown, name: 'kmeans_001', kind: 'kmeans' },
    ]);
    expect(header.people).toEqual([{ id: grace, name: 'Grace' }]);
  });

  test('is read again where other clusters took the place of those that it began with', async () => {
    const { settings } = current().repositories;
    const before = await read();
    const readPage = MapRepository.prototype.page;
    const page = jest.spyOn(MapRepository.prototype, 'page').mockImplementationOnce(async function (this: MapRepository, ...wanted) {
      const found = await readPage.apply(this, wanted);
      await settings.put(GENERATION, 8);
      return found;
    });
    const after = await read();
    expect([page.mock.calls.length, before.header.clusters.length, after.header.clusters.length]).toEqual([2, 2, 1]);
    page.mockRestore();
    await settings.put(GENERATION, 7);
  });

  test('T21: leaves out at once what was hidden, under a new name for its state', async () => {
    const { version } = await maps.current();
    expect((await maps.current()).version).toBe(version);
    await decide(current().unitOfWork, (inside) => hide(inside, ids[0] ?? '', true));
    expect((await maps.current()).version).not.toBe(version);
    const { header, points } = await read();
    expect(points.map(({ id }) => id)).not.toContain(ids[0]);
    expect(header.clusters.map(({ name }) => name)).toEqual(['kmeans_001']);
    await decide(current().unitOfWork, (inside) => hide(inside, ids[0] ?? '', false));
    expect((await read()).points.map(({ id }) => id)).toContain(ids[0]);
  });

  test('of nothing is an empty one', async () => {
    expect(await maps.update(await pictures('none', []), task)).toBe(true);
    expect(await read()).toMatchObject({ header: { count: 0, from: 0, to: 0 }, points: [] });
  });
});
