import { beforeAll, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import type { ProposalRow } from '../../../server/repositories/proposal.repository.js';
import { DecisionService } from '../../../server/services/decision.service.js';
import { ProposalService } from '../../../server/services/proposal.service.js';
import { decide, hide, OWNER } from '../../support/archive-rows.js';
import { putVectors, registerModel } from '../../support/archive-vectors.js';
import { describeEachDatabase } from '../../support/databases.js';
import { NightlyClusters } from '../../support/nightly-clusters.js';

const GROUPS = 12;
const EACH = 20;

describeEachDatabase('the nightly clustering', (current) => {
  let nightly: NightlyClusters;
  let groups: Float32Array[];
  let pictures: string[][];

  const proposalsFor = async (clusterId: string): Promise<ProposalRow[]> =>
    (await current().repositories.proposals.page({ kind: 'cluster', element: clusterId }, { first: 1000 })).rows;
  const name = async (clusterId: string, as: string): Promise<string> =>
    (await nightly.people.clusterCuration.change({ id: clusterId, name: as }, OWNER)).cluster.id;
  /** The shown cluster that most of these pictures are in. */
  const clusterOf = async (documentIds: readonly string[]) => {
    const wanted = new Set(documentIds);
    const shared = (ids: readonly string[]): number => ids.filter((id) => wanted.has(id)).length;
    const [best] = (await nightly.standing()).sort((a, b) => shared(b.documentIds) - shared(a.documentIds));
    if (!best) throw new Error('There is no cluster.');
    return best;
  };

  beforeAll(async () => {
    nightly = new NightlyClusters(current(), await registerModel(current().repositories));
  });

  test('an empty archive, one picture, two, three: as many clusters as fit', async () => {
    expect((await nightly.night()).counts).toMatchObject({ pictures: 0, clusters: 0 });
    const [centre = new Float32Array()] = nightly.groups(1);
    for (const count of [1, 2, 3]) {
      const [[id = ''] = []] = await nightly.addPictures([centre], 1);
      expect((await nightly.night()).counts).toMatchObject({ pictures: count, clusters: 1, kept: count === 1 ? 0 : 1 });
      expect((await nightly.standing()).map((cluster) => [cluster.name, cluster.documentIds.length])).toEqual([['kmeans_000', count]]);
      expect((await nightly.standing())[0]?.documentIds).toContain(id);
    }
    const ids = (await nightly.standing())[0]?.documentIds ?? [];
    await decide(current().unitOfWork, async (inside) => {
      for (const id of ids) await hide(inside, id, true);
    });
    expect((await nightly.night()).counts).toMatchObject({ pictures: 0, clusters: 0 });
    expect(await nightly.rows()).not.toMatch(/kmeans_000/);
  });

  test('a dry run says what it would do, and does nothing', async () => {
    groups = nightly.groups(GROUPS);
    pictures = await nightly.addPictures(groups, EACH);
    const before = await nightly.rows();
    expect(await nightly.night({ clusters: GROUPS, dryRun: true })).toMatchObject({
      counts: { pictures: GROUPS * EACH, clusters: GROUPS },
      summary: `${GROUPS * EACH} pictures would be put into ${GROUPS} clusters.`,
    });
    expect(await nightly.rows()).toBe(before);
  });

  test('groups that look alike become clusters, with samples, cohesion, size and words', async () => {
    const report = await nightly.night({ clusters: GROUPS });
    expect(report.counts).toMatchObject({ pictures: GROUPS * EACH, clusters: GROUPS, kept: 0, covered: 0, proposals: 0 });
    const standing = await nightly.standing();
    // Numbers of clusters that are gone are not given again.
    expect(standing.map(({ name: named }) => named)).toEqual(
      [...Array(GROUPS).keys()].map((at) => `kmeans_${String(at + 1).padStart(3, '0')}`),
    );
    expect(standing.flatMap(({ documentIds }) => documentIds).sort()).toEqual(pictures.flat().sort());
    const profiles = [...(await current().repositories.kmeans.listProfiles()).values()];
    for (const { id, size, cohesion, looksLike, sampleIds } of profiles) {
      const members = standing.find((cluster) => cluster.id === id)?.documentIds ?? [];
      expect(size).toBe(members.length);
      expect(cohesion).toBeGreaterThan(0.7);
      expect(looksLike).toEqual(['word']);
      expect(sampleIds.length).toBeGreaterThan(3);
      expect(sampleIds.filter((sample) => !members.includes(sample))).toEqual([]);
    }
    expect(existsSync(nightly.folder)).toBe(false);
  });

  test('the next night without a change finds the same clusters and rewrites nothing', async () => {
    const before = await nightly.rows();
    expect((await nightly.night()).summary).toBe('Nothing changed since the last run: every cluster stands as it was.');
    expect(await nightly.rows()).toBe(before);
    // The same from another beginning: computed anew, it is what is there.
    const standing = await nightly.standing();
    expect((await nightly.night({ seed: 7 })).counts).toMatchObject({ kept: GROUPS, written: 0 });
    expect(await nightly.standing()).toEqual(standing);
    await nightly.night();
  });

  test('stopped at any moment before the swap it leaves all as it was, and nothing behind', async () => {
    await nightly.addPictures(groups, 1);
    const standing = await nightly.standing();
    for (const stopAt of ['Reading vectors', 'Finding clusters', 'Looking at the clusters', 'Writing the clusters']) {
      expect((await nightly.night({ stopAt })).summary).toMatch(/^It was stopped/);
      expect(await nightly.standing()).toEqual(standing);
      expect(existsSync(nightly.folder)).toBe(false);
      const [{ generations }] = (await current().database.dataSource.query(
        'SELECT count(DISTINCT generation)::int AS generations FROM kmeans_members',
      )) as [{ generations: number }];
      expect(generations).toBe(1);
    }
    expect((await nightly.night()).counts).toMatchObject({ kept: GROUPS });
  });

  test('with 5 % new pictures, some of them of kinds that are new, at least 90 % of the clusters keep their number', async () => {
    const before = await nightly.shown();
    await nightly.addPictures([...groups.slice(0, 4), ...nightly.groups(2)], 2);
    await nightly.night();
    const after = new Map((await nightly.shown()).map((cluster) => [cluster.name, cluster]));
    const kept = before.filter(({ name: named, id }) => after.get(named)?.id === id);
    expect(kept.length).toBeGreaterThanOrEqual(0.9 * before.length);
    for (const cluster of kept) {
      const now = after.get(cluster.name)?.documentIds ?? [];
      expect(cluster.documentIds.filter((id) => now.includes(id)).length * 2).toBeGreaterThan(cluster.documentIds.length);
    }
  });

  test('a cluster that is named is not shown beside itself; undone, it shows again under its number', async () => {
    const own = await clusterOf(pictures[0] ?? []);
    const id = await name(own.id, 'Harbour');
    expect((await nightly.shown()).map(({ name: named }) => named)).not.toContain(own.name);
    expect((await nightly.night()).counts).toMatchObject({ covered: 1, written: 0 });
    expect(await clusterOf(pictures[0] ?? [])).toMatchObject({ name: own.name, shadows: id });
    const { repositories } = current();
    const [decision] = (await repositories.decisions.list({ first: 1 })).rows;
    await new DecisionService(nightly.ledger, repositories).undo(decision?.id ?? '', OWNER);
    expect((await nightly.shown()).map(({ name: named }) => named)).toContain(own.name);
    await nightly.night();
    expect((await nightly.shown()).map(({ name: named }) => named)).toContain(own.name);
  });

  test('pictures like those of a cluster of a person are proposed, with score and reason; an answer is for ever', async () => {
    const group = pictures[1] ?? [];
    const { cluster } = await nightly.people.clusterCuration.create({ name: 'Mountains', imageIds: group.slice(0, 12) }, OWNER);
    const report = await nightly.night();
    const proposed = await proposalsFor(cluster.id);
    expect(report.counts.proposals).toBe(proposed.length);
    // Of the automatic cluster that it covers more than half: all the others of it.
    const covered = (await clusterOf(group)).documentIds.filter((id) => !group.slice(0, 12).includes(id));
    expect(proposed.map(({ documentId }) => documentId).sort()).toEqual([...covered].sort());
    expect(new Set(proposed.map(({ reason }) => reason))).toEqual(new Set(['grouped']));
    for (const { score } of proposed) expect(score).toBeGreaterThan(0.5);
    const before = await nightly.rows();
    await nightly.night({ seed: 3 });
    expect((await nightly.rows()).split('clusters.last_run')[0]).toBe(before.split('clusters.last_run')[0]);
    const proposals = new ProposalService(current().repositories, nightly.ledger, {} as never);
    const [rejected, accepted, ...open] = proposed;
    await proposals.reject([rejected?.id ?? ''], OWNER);
    await proposals.accept([accepted?.id ?? ''], OWNER);
    await nightly.night();
    expect((await proposalsFor(cluster.id)).map(({ id }) => id).sort()).toEqual(open.map(({ id }) => id).sort());
    expect(await current().repositories.clusters.listMembers(cluster.id)).toContain(accepted?.documentId);
    expect(await current().repositories.clusters.listMembers(cluster.id)).not.toContain(rejected?.documentId);
  });

  test('for a few pictures of a group others of it are proposed, and none of another; when they are taken out, none at all', async () => {
    const group = pictures[2] ?? [];
    const { cluster } = await nightly.people.clusterCuration.create({ name: 'Few', imageIds: group.slice(0, 5) }, OWNER);
    await nightly.night();
    const proposed = new Set((await proposalsFor(cluster.id)).map(({ documentId }) => documentId));
    expect(group.filter((id) => proposed.has(id)).length).toBeGreaterThan(0);
    expect(pictures.flatMap((ids) => (ids === group ? [] : ids.filter((id) => proposed.has(id))))).toEqual([]);
    await nightly.people.clusterCuration.remove(cluster.id, group.slice(0, 5), OWNER);
    await nightly.night();
    // Of pictures taken out of it nothing is proposed again, and what was proposed only because of them is taken back.
    expect(await proposalsFor(cluster.id)).toEqual([]);
  });

  test('another model clusters anew, and clusters stay themselves', async () => {
    const { repositories } = current();
    const before = await nightly.shown();
    const later = await registerModel(repositories, 'later');
    const turned = groups.map((group) => group.toReversed());
    const vectors = pictures.flatMap((ids, group) =>
      ids.map((id) => [id, nightly.vectorNear(turned[group] ?? new Float32Array())] as const),
    );
    await putVectors(repositories, new Map(vectors), later);
    nightly.switchModel(later);
    expect((await nightly.night()).counts).toMatchObject({ pictures: GROUPS * EACH });
    const names = new Set((await nightly.shown()).map(({ name: named }) => named));
    expect(before.filter((cluster) => names.has(cluster.name)).length).toBeGreaterThanOrEqual(before.length - 3);
  });

  test('every picture in clusters of people: nothing is shown twice', async () => {
    for (const [at, ids] of pictures.entries()) await nightly.people.clusterCuration.create({ name: `All of ${at}`, imageIds: ids }, OWNER);
    expect((await nightly.night()).counts).toMatchObject({ clusters: 0 });
    expect(await nightly.shown()).toEqual([]);
  });

  test('how many clusters is remembered until it is said otherwise', async () => {
    expect((await nightly.night({ clusters: 5 })).counts).toMatchObject({ covered: 5 });
    expect((await nightly.night({ seed: 1 })).counts).toMatchObject({ covered: 5 });
    expect((await nightly.night({ clusters: 'auto' })).counts).toMatchObject({ covered: Math.round(Math.sqrt((GROUPS * EACH) / 2)) });
  });
});
