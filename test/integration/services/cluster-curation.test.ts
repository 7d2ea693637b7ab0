import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '../../../server/ids.js';
import type { ClusterCuration } from '../../../server/services/cluster-curation.service.js';
import { SidecarPlaces } from '../../../server/services/sidecar-places.js';
import { VerificationService } from '../../../server/services/verification.service.js';
import { OWNER } from '../../support/archive-rows.js';
import { ClusteredArchive, VIEWER, type PublishedCluster } from '../../support/clustered-archive.js';
import { describeEachDatabase } from '../../support/databases.js';

describeEachDatabase('what a person does with clusters', (current) => {
  let archive: ClusteredArchive;
  let curation: ClusterCuration;
  let pictures: string[];
  let automatic: PublishedCluster[];
  const automaticOf = (number: number): PublishedCluster => automatic[number] ?? { id: '', name: '', imageIds: [] };

  beforeAll(async () => {
    archive = await ClusteredArchive.open(current());
    curation = archive.parts.clusterCuration;
  });
  beforeEach(async () => {
    for (const { id } of await archive.parts.clusters.list({ order: 'name', first: 1000 }, OWNER)) await curation.removeCluster(id, OWNER);
    pictures = await archive.addPictures(12);
    automatic = await archive.publish({
      kmeans_000: pictures.slice(0, 5),
      kmeans_001: pictures.slice(5, 9),
      kmeans_002: pictures.slice(9),
    });
  });

  const differences = async (): Promise<string[]> => {
    const found: string[] = [];
    const verification = new VerificationService(current().repositories, new SidecarPlaces(current().repositories, '/nowhere'));
    for await (const { subject, message } of verification.compareLedger()) found.push(`${subject}: ${message}`);
    return found;
  };

  test('naming an automatic cluster makes it theirs; undo shows it under its number again, and redo covers it again', async () => {
    const { id, imageIds } = automaticOf(0);
    const { decisionId, imageCount, cluster } = await curation.change({ id, name: ' Beach ', description: 'Sand' }, OWNER);
    expect(cluster).toMatchObject({ name: 'Beach', kind: 'user', description: 'Sand', size: 5 });
    expect(imageCount).toBe(5);
    expect(await archive.listed()).toEqual(['Beach 5', 'kmeans_001 4', 'kmeans_002 3']);
    expect(await archive.parts.clusters.getById(id, OWNER)).toMatchObject({ id: cluster.id });
    expect((await archive.members(cluster.id)).sort()).toEqual([...imageIds].sort());
    expect(await archive.parts.clusters.automaticOf(imageIds, OWNER)).toEqual(new Map());
    const undone = await archive.undo(decisionId);
    expect(await archive.listed()).toEqual(['kmeans_000 5', 'kmeans_001 4', 'kmeans_002 3']);
    expect(await archive.parts.clusters.getById(id, OWNER)).toMatchObject({ id, kind: 'kmeans' });
    await archive.undo(undone);
    expect(await archive.listed()).toEqual(['Beach 5', 'kmeans_001 4', 'kmeans_002 3']);
    expect(await differences()).toEqual([]);
  });

  test('by the id of an automatic cluster that was named, what it became is renamed', async () => {
    const { id } = automaticOf(0);
    await curation.change({ id, name: 'Beach' }, OWNER);
    await curation.change({ id, name: 'Coast' }, OWNER);
    expect(await archive.listed()).toEqual(['Coast 5', 'kmeans_001 4', 'kmeans_002 3']);
  });

  test('an automatic cluster that is described, added to or taken from keeps no number of the job', async () => {
    await curation.change({ id: automaticOf(0).id, description: 'Sand' }, OWNER);
    await curation.add(automaticOf(1).id, pictures.slice(0, 1), OWNER);
    const { cluster } = await curation.remove(automaticOf(2).id, pictures.slice(9, 10), OWNER);
    expect(await archive.listed()).toEqual(['Cluster 000 5', 'Cluster 001 5', 'Cluster 002 2']);
    const facts = (await current().repositories.annotations.factsOf(pictures.slice(9, 10))).get(pictures[9] ?? '');
    expect(facts?.get(`clusters/${cluster.id}`)?.value).toBe(false);
  });

  test('pictures are put in and taken out, and undone in any order that nothing builds upon', async () => {
    const { cluster, decisionId } = await curation.create({ name: 'Picked', imageIds: pictures.slice(0, 3) }, OWNER);
    const added = await curation.add(cluster.id, pictures.slice(2, 6), OWNER);
    expect(added.imageCount).toBe(3);
    const removed = await curation.remove(cluster.id, [...pictures.slice(0, 1), ...pictures.slice(8)], OWNER);
    expect(removed).toMatchObject({ imageCount: 1, cluster: { size: 5 } });
    await expect(archive.undo(decisionId)).rejects.toThrow('2 later decisions build on this one. Take them back first.');
    await archive.undo(removed.decisionId);
    await archive.undo(added.decisionId);
    expect((await archive.members(cluster.id)).sort()).toEqual(pictures.slice(0, 3).sort());
    await archive.undo(decisionId);
    expect(await archive.listed()).toEqual(['kmeans_000 5', 'kmeans_001 4', 'kmeans_002 3']);
    expect(await differences()).toEqual([]);
  });

  test('what made a cluster is not taken back while pictures that were put in later are in it', async () => {
    const named = await curation.change({ id: automaticOf(0).id, name: 'Beach' }, OWNER);
    const added = await curation.add(named.cluster.id, pictures.slice(9, 10), OWNER);
    await expect(archive.undo(named.decisionId)).rejects.toThrow('A later decision builds on this one.');
    await archive.undo(added.decisionId);
    await archive.undo(named.decisionId);
    expect(await archive.listed()).toEqual(['kmeans_000 5', 'kmeans_001 4', 'kmeans_002 3']);
    expect(await differences()).toEqual([]);
  });

  test('clusters of either kind become one, with all pictures, and come apart again', async () => {
    const picked = await curation.create({ name: 'Picked', imageIds: pictures.slice(0, 2) }, OWNER);
    const beach = await curation.change({ id: automaticOf(1).id, name: 'Beach' }, OWNER);
    const merged = await curation.merge([picked.cluster.id, automaticOf(0).id], beach.cluster.id, OWNER);
    expect(await archive.listed()).toEqual(['Beach 9', 'kmeans_002 3']);
    await expect(archive.undo(beach.decisionId)).rejects.toThrow('A later decision builds on this one.');
    await archive.undo(merged.decisionId);
    expect(await archive.listed()).toEqual(['Beach 4', 'Picked 2', 'kmeans_000 5', 'kmeans_002 3']);
    await curation.merge([beach.cluster.id], picked.cluster.id, OWNER);
    expect(await archive.parts.clusters.getById(automaticOf(1).id, OWNER)).toMatchObject({ name: 'Picked', size: 6 });
    await curation.merge([automaticOf(0).id], automaticOf(2).id, OWNER);
    expect(await archive.listed()).toEqual(['Cluster 002 8', 'Picked 6']);
    expect(await differences()).toEqual([]);
  });

  test('a cluster is split: pictures move into new ones, are not proposed for the old one again, and move back', async () => {
    const { cluster } = await curation.create({ name: 'Trip', imageIds: pictures }, OWNER);
    const strips = [
      { name: 'Day 1', imageIds: pictures.slice(0, 4) },
      { name: 'Day 2', imageIds: pictures.slice(4, 6) },
    ];
    const split = await curation.split(cluster.id, strips, OWNER);
    expect(split.imageCount).toBe(6);
    expect(split.clusters).toMatchObject([
      { name: 'Day 1', size: 4 },
      { name: 'Day 2', size: 2 },
    ]);
    expect((await archive.listed()).slice(0, 3)).toEqual(['Day 1 4', 'Day 2 2', 'Trip 6']);
    const facts = await current().repositories.annotations.factsOf(pictures.slice(0, 1));
    expect(facts.get(pictures[0] ?? '')?.get(`clusters/${cluster.id}`)?.value).toBe(false);
    await archive.undo(split.decisionId);
    expect((await archive.listed())[0]).toBe('Trip 12');
    expect(await differences()).toEqual([]);
  });

  test('an automatic cluster that is split becomes the rest of it, and the largest part where nothing is left, until that is undone', async () => {
    const { id, imageIds } = automaticOf(0);
    const few = await curation.split(id, [{ name: 'Few', imageIds: [...imageIds.slice(0, 2), ...pictures.slice(9)] }], OWNER);
    expect(few).toMatchObject({ imageCount: 2, clusters: [{ name: 'Few', size: 2 }] });
    expect(await archive.listed()).toEqual(['Cluster 000 3', 'Few 2', 'kmeans_001 4', 'kmeans_002 3']);
    const rest = await archive.parts.clusters.getById(id, OWNER);
    expect((await archive.members(rest.id)).sort()).toEqual(imageIds.slice(2).sort());
    await archive.undo(few.decisionId);
    // What is asked for and not in it does not count.
    const strips = [
      { name: 'Sand', imageIds: [...imageIds.slice(0, 2), ...pictures.slice(5, 9)] },
      { name: 'Sea', imageIds: imageIds.slice(2) },
    ];
    const all = await curation.split(id, strips, OWNER);
    expect(await archive.listed()).toEqual(['Sand 2', 'Sea 3', 'kmeans_001 4', 'kmeans_002 3']);
    expect(await archive.parts.clusters.getById(id, OWNER)).toMatchObject({ name: 'Sea' });
    expect(await differences()).toEqual([]);
    await archive.undo(all.decisionId);
    expect(await archive.listed()).toEqual(['kmeans_000 5', 'kmeans_001 4', 'kmeans_002 3']);
  });

  test('automatic clusters that are edited unnamed are called by what they look like, each by another name', async () => {
    const looks = `UPDATE image_clusters SET looks_like = '{beach,sunset}' WHERE kind = 'kmeans'`;
    await current().database.dataSource.query(looks);
    await curation.change({ id: automaticOf(0).id, description: 'Sand' }, OWNER);
    await curation.split(automaticOf(1).id, [{ name: 'beach, sunset 2', imageIds: pictures.slice(5, 6) }], OWNER);
    expect(await archive.listed()).toEqual(['beach, sunset 5', 'beach, sunset 2 1', 'beach, sunset 3 3', 'kmeans_002 3']);
    await archive.hide(pictures.slice(9, 10));
    await curation.change({ id: automaticOf(2).id, description: 'Sea' }, OWNER);
    expect(await archive.listed()).toContain('Cluster 002 2');
    await archive.hide(pictures.slice(9, 10), false);
  });

  test('a cluster that is taken away leaves its pictures, shows what it covered, and comes back with all of it', async () => {
    const { cluster } = await curation.change({ id: automaticOf(0).id, name: 'Beach' }, OWNER);
    const removed = await curation.removeCluster(cluster.id, OWNER);
    expect(removed.imageCount).toBe(5);
    expect(await archive.listed()).toEqual(['kmeans_000 5', 'kmeans_001 4', 'kmeans_002 3']);
    await archive.undo(removed.decisionId);
    expect(await archive.listed()).toEqual(['Beach 5', 'kmeans_001 4', 'kmeans_002 3']);
    await expect(curation.removeCluster(automaticOf(1).id, OWNER)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('T13 names that cannot be, are taken, or are those of the job are refused', async () => {
    const imageIds = pictures.slice(0, 1);
    await curation.create({ name: 'Beach', imageIds }, OWNER);
    for (const [name, code] of [
      ['', 'BAD_REQUEST'],
      ['  ', 'BAD_REQUEST'],
      ['x'.repeat(201), 'BAD_REQUEST'],
      ['kmeans_012', 'BAD_REQUEST'],
      [' Beach', 'CONFLICT'],
    ] as const) {
      await expect(curation.create({ name, imageIds }, OWNER)).rejects.toMatchObject({ code });
      await expect(curation.change({ id: automaticOf(0).id, name }, OWNER)).rejects.toMatchObject({ code });
      await expect(curation.split(automaticOf(0).id, [{ name, imageIds }], OWNER)).rejects.toMatchObject({ code });
    }
    const annotated = archive.annotations.annotate({ ids: imageIds, changes: { addClusters: [{ name: 'kmeans_012' }] } }, OWNER);
    await expect(annotated).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(curation.change({ id: automaticOf(0).id }, OWNER)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(await archive.listed()).toEqual(['Beach 1', 'kmeans_000 5', 'kmeans_001 4', 'kmeans_002 3']);
  });

  test('T20 clusters and pictures that are not there, and strips that overlap, are refused', async () => {
    const [id, imageIds] = [automaticOf(0).id, pictures.slice(0, 1)];
    for (const wrong of [newId(), 'x', '']) {
      await expect(curation.change({ id: wrong, name: 'y' }, OWNER)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(curation.merge([wrong], id, OWNER)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(curation.add(id, [wrong], OWNER)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(curation.add(id, [], OWNER)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(curation.remove(id, pictures.slice(9), OWNER)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(curation.merge([id, id], id, OWNER)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(curation.split(id, [], OWNER)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const twice = ['a', 'b'].map((name) => ({ name, imageIds }));
    await expect(curation.split(id, twice, OWNER)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(await archive.listed()).toEqual(['kmeans_000 5', 'kmeans_001 4', 'kmeans_002 3']);
  });

  test('T21 a picture that is hidden from whoever asks cannot be named by its id', async () => {
    await archive.hide(pictures.slice(0, 1));
    const [unknown, hidden] = [[newId()], pictures.slice(0, 1)].map((imageIds) =>
      curation.create({ name: 'x', imageIds }, VIEWER).catch((error: unknown) => error),
    );
    expect(await hidden).toMatchObject({ code: 'NOT_FOUND' });
    expect(String(await hidden)).toBe(String(await unknown));
  });

  test('what is hidden in an automatic cluster is not put into the cluster that it becomes', async () => {
    await archive.hide(pictures.slice(0, 1));
    expect(await curation.change({ id: automaticOf(0).id, name: 'Beach' }, OWNER)).toMatchObject({ imageCount: 4, cluster: { size: 4 } });
  });
});
