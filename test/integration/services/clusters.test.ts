import { beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createLoaders } from '../../../server/graphql/loaders.js';
import type { MemberOrder } from '../../../server/repositories/cluster.repository.js';
import { VisibleDocuments } from '../../../server/services/visible-documents.js';
import { insertDocuments, OWNER } from '../../support/archive-rows.js';
import { ClusteredArchive, VIEWER, type PublishedCluster } from '../../support/clustered-archive.js';
import { describeEachDatabase } from '../../support/databases.js';

const EACH = 10;

describeEachDatabase('clusters as they are read', (current) => {
  let archive: ClusteredArchive;
  let pictures: string[];
  let automatic: PublishedCluster[];

  beforeAll(async () => {
    archive = await ClusteredArchive.open(current());
    pictures = [];
    for (let group = 0; group < 4; group += 1) pictures.push(...(await archive.addPictures(EACH)));
    const groups = Array.from({ length: 4 }, (_, group) => [`kmeans_00${group}`, pictures.slice(group * EACH, (group + 1) * EACH)]);
    automatic = await archive.publish(Object.fromEntries(groups) as Record<string, string[]>);
  });

  const idOf = (group: number): string => automatic[group]?.id ?? '';
  const create = async (name: string, imageIds: readonly string[]): Promise<string> =>
    (await archive.parts.clusterCuration.create({ name, imageIds }, OWNER)).cluster.id;
  /** How many statements some work asks the database. */
  const countStatements = async (work: () => Promise<unknown>): Promise<number> => {
    const spy = jest.spyOn(current().database.dataSource.manager, 'query');
    await work();
    const { length } = spy.mock.calls;
    spy.mockRestore();
    return length;
  };

  test('are listed by kind, search and order', async () => {
    const { clusters } = archive.parts;
    await create('Ébene', pictures.slice(0, 3));
    await create('apple', pictures.slice(0, 2));
    await create('100 % sand_', pictures.slice(0, 1));
    const names = async (listing: object) => (await clusters.list({ order: 'size', first: 20, ...listing }, OWNER)).map(({ name }) => name);
    expect(await names({})).toEqual(['Ébene', 'apple', '100 % sand_']);
    expect(await names({ order: 'newest' })).toEqual(['100 % sand_', 'apple', 'Ébene']);
    expect((await names({ order: 'name' })).slice(0, 2)).toEqual(['100 % sand_', 'apple']);
    expect(await names({ search: '% SAND_' })).toEqual(['100 % sand_']);
    expect(await names({ search: '_' })).toEqual(['100 % sand_']);
    expect(await names({ kind: 'kmeans', first: 2 })).toEqual(['kmeans_000', 'kmeans_001']);
    for (const first of [0, -1, 1001, 1.5]) await expect(names({ first })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(await clusters.count(OWNER)).toEqual({ user: 3, kmeans: 4 });
  });

  test('those that are least sure come first: most open proposals, then pictures that are least alike', async () => {
    const { clusters } = archive.parts;
    const [loose, asked] = [
      await create(
        'Loose',
        [0, 10, 20, 30].map((at) => pictures[at] ?? ''),
      ),
      await create('Asked', pictures.slice(0, 4)),
    ];
    const target = { kind: 'cluster', field: 'clusters', element: asked } as const;
    const scores = new Map(pictures.slice(4, 6).map((id) => [id, 0.5]));
    await current().repositories.proposals.propose(target, scores, { modelId: archive.modelId, decisionId: null, limit: 10 });
    const ordered = await clusters.list({ order: 'uncertain', first: 2 }, OWNER);
    expect(ordered.map(({ id }) => id)).toEqual([asked, loose]);
    expect(await clusters.countProposals([asked, loose], OWNER)).toEqual(new Map([[asked, 2]]));
    expect(await clusters.countProposals([asked, loose], VIEWER)).toEqual(new Map());
  });

  test('samples, sizes and proposals of fifty clusters cost as many statements as those of two', async () => {
    for (let number = 0; number < 48; number += 1) await create(`Many ${number}`, pictures.slice(number % 20, (number % 20) + 3));
    const { clusters } = archive.parts;
    await clusters.list({ search: 'Many', order: 'name', first: 20 }, OWNER);
    while (await archive.parts.clusterProfiles.refresh((await clusters.list({ order: 'name', first: 100 }, OWNER)).map(({ id }) => id)));
    const ask = async (first: number): Promise<void> => {
      const { repositories } = current();
      const sight = () => new VisibleDocuments(repositories.documents, OWNER);
      const loaders = createLoaders({ repositories, sight, sidecars: {} as never, clusters }, OWNER);
      const listed = await clusters.list({ search: 'Many', order: 'name', first }, OWNER);
      expect(listed).toHaveLength(first);
      await Promise.all(listed.flatMap(({ id }) => [loaders.samples.load({ id, first: 6 }), loaders.samples.load({ id, first: 2 })]));
      await Promise.all(listed.map(({ id }) => loaders.clusterProposals.load(id)));
      await Promise.all(pictures.slice(0, first).flatMap((id) => [loaders.clusters.load(id), loaders.automaticClusters.load(id)]));
    };
    const few = await countStatements(() => ask(2));
    expect(await countStatements(() => ask(48))).toBe(few);
    expect(few).toBeLessThanOrEqual(10);
  });

  test('pages of members hold each once, by how near they are to the centre, those without a vector last', async () => {
    const blind = await insertDocuments(current().repositories, [{}, {}]);
    const id = await create('Paged', [...pictures.slice(0, 15), ...blind]);
    await archive.parts.clusters.getById(id, OWNER);
    const { clusters } = archive.parts;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom<MemberOrder>('nearest', 'farthest'), fc.integer({ min: 1, max: 20 }), async (order, first) => {
        const rows = [];
        for (let after: string | null = null, isMore = true; isMore;) {
          const page = await clusters.pageMembers({ id, order }, { first, after }, OWNER);
          rows.push(...page.rows);
          [after, isMore] = [page.endCursor, page.hasNextPage];
        }
        expect(new Set(rows.map(({ image }) => image.id)).size).toBe(17);
        expect(rows.slice(15).map(({ similarity }) => similarity)).toEqual([null, null]);
        const similarities = rows.slice(0, 15).map(({ similarity }) => similarity ?? NaN);
        expect(similarities).toEqual(similarities.toSorted((a, b) => (order === 'nearest' ? b - a : a - b)));
        expect(Math.max(...similarities)).toBeLessThanOrEqual(1.000001);
      }),
      { numRuns: 12 },
    );
    for (const after of ['x', 'WzFd', ''.padEnd(9000, 'a')])
      await expect(clusters.pageMembers({ id, order: 'nearest' }, { first: 5, after }, OWNER)).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      });
  });

  test('a profile is computed once however many ask, again after an act, and never of another model', async () => {
    const id = await create('Looked at', pictures.slice(0, 6));
    const { clusters, clusterCuration, clusterProfiles } = archive.parts;
    const spy = jest.spyOn(clusterProfiles as unknown as { compute: () => Promise<void> }, 'compute');
    const asked = await Promise.all(Array.from({ length: 5 }, () => clusters.getById(id, OWNER)));
    expect(new Set(asked.map(({ cohesion }) => cohesion)).size).toBe(1);
    expect(asked[0]?.cohesion).toBeGreaterThan(0.5);
    await clusters.getById(id, OWNER);
    expect(spy).toHaveBeenCalledTimes(1);
    await clusterCuration.add(id, pictures.slice(10, 16), OWNER);
    expect((await clusters.getById(id, OWNER)).cohesion).toBeLessThan(asked[0]?.cohesion ?? 0);
    expect(spy).toHaveBeenCalledTimes(2);
    spy.mockRestore();
  });

  test('T21 what is hidden counts nowhere, stands for nothing, and its cluster has no name for a viewer', async () => {
    const { clusters } = archive.parts;
    const secret = pictures.slice(30, 32);
    const id = await create('Secret', secret);
    const [first = ''] = (await clusters.samplesOf([idOf(3)], 24, VIEWER)).get(idOf(3))?.map((image) => image.id) ?? [];
    await archive.hide([...secret, first]);
    const hidden = new Set([...secret, first]);
    expect((await archive.listed(VIEWER)).join()).not.toContain('Secret');
    for (const actor of [OWNER, VIEWER])
      expect(await clusters.count(actor)).toMatchObject({ user: (await clusters.list({ order: 'name', first: 1000 }, actor)).length });
    await expect(clusters.getById(id, VIEWER)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await clusters.getById(id, OWNER)).toMatchObject({ size: 0 });
    expect(await clusters.getById(idOf(3), VIEWER)).toMatchObject({ size: EACH - hidden.size });
    for (const actor of [OWNER, VIEWER]) {
      const samples = [...(await clusters.samplesOf([id, idOf(3)], 24, actor)).values()].flat();
      const members = (await clusters.pageMembers({ id: idOf(3), order: 'nearest' }, { first: 100 }, actor)).rows;
      expect(samples.length).toBeGreaterThan(2);
      expect([...samples, ...members.map(({ image }) => image)].filter((image) => hidden.has(image.id))).toEqual([]);
    }
    await archive.hide([...hidden], false);
    expect(await archive.listed(VIEWER)).toContain('Secret 2');
  });

  test('T21 a profile that was begun before a picture of it was hidden is not stored', async () => {
    const { clusterProfiles } = current().repositories;
    const id = await create('Begun', pictures.slice(0, 4));
    const [begun] = await clusterProfiles.listStale([id], archive.modelId, 1);
    const members = await clusterProfiles.vectorsOf(id, archive.modelId, 10);
    await archive.hide(pictures.slice(0, 1));
    const [centroid, sampleIds] = [members[0]?.vector ?? new Float32Array(), members.map(({ documentId }) => documentId)];
    const profile = { id, modelId: archive.modelId, centroid, cohesion: 1, sampleIds };
    expect(await clusterProfiles.putProfile(profile, begun?.version ?? '')).toBeNull();
    expect(await clusterProfiles.listStale([id], archive.modelId, 1)).toHaveLength(1);
    await archive.hide(pictures.slice(0, 1), false);
  });

  test('a filter by a cluster finds the pictures of either kind', async () => {
    const { documents } = current().repositories;
    const id = await create('Filtered', pictures.slice(5, 8));
    expect(await documents.count({ clusters: [id] })).toBe(3);
    expect(await documents.count({ clusters: [idOf(0)] })).toBe(EACH);
    expect(await documents.count({ clusters: [id, idOf(0)] })).toBe(EACH);
    const named = await archive.parts.clusterCuration.remove(idOf(1), pictures.slice(10, 13), OWNER);
    expect(await documents.count({ clusters: [idOf(1)] })).toBe(EACH - 3);
    await archive.undo(named.decisionId);
    expect(await documents.count({ clusters: [idOf(1)] })).toBe(EACH);
  });

  test('a cluster falls into what is alike in it, its outliers last, the same each time', async () => {
    const odd = await archive.addPictures(1);
    const id = await create('Mixed', [...pictures.slice(0, 20), ...odd]);
    const strips = await archive.parts.clusterStrips.of({ id, count: 2 }, OWNER);
    expect(strips.map(({ size, isOutliers }) => [size, isOutliers])).toEqual([
      [10, false],
      [10, false],
      [1, true],
    ]);
    expect(strips.map(({ imageIds }) => [...imageIds].sort())).toEqual(
      expect.arrayContaining([[...pictures.slice(0, 10)].sort(), [...pictures.slice(10, 20)].sort(), odd]),
    );
    for (const { imageIds, sampleIds } of strips) expect(sampleIds[0]).toBe(imageIds[0]);
    expect(await archive.parts.clusterStrips.of({ id, count: 2 }, OWNER)).toEqual(strips);
    for (const count of [0, 1, 13, 1.5]) {
      await expect(archive.parts.clusterStrips.of({ id, count }, OWNER)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    }
    const one = await create('One', pictures.slice(0, 1));
    expect(await archive.parts.clusterStrips.of({ id: one, count: null }, OWNER)).toMatchObject([{ size: 1, isOutliers: false }]);
  });

  test('a large cluster falls apart in a process of its own, and leaves no file', async () => {
    const many = [...(await archive.addPictures(150)), ...(await archive.addPictures(100))];
    const id = await create('Large', many);
    const strips = await archive.parts.clusterStrips.of({ id, count: 2 }, OWNER);
    expect(strips.map(({ size }) => size)).toEqual([150, 100]);
    const given = AbortSignal.abort(new Error('gone'));
    await expect(archive.parts.clusterStrips.of({ id, count: 2, signal: given }, OWNER)).rejects.toThrow('gone');
    expect(await readdir(join(current().dataDir, 'splitting'))).toEqual([]);
  });
});
