import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { armFailPoints, type FailPoint } from '../../../server/fail-point.js';
import { ProposalService } from '../../../server/services/proposal.service.js';
import { decide, hide, newDecision, OWNER } from '../../support/archive-rows.js';
import { registerModel } from '../../support/archive-vectors.js';
import { describeEachDatabase } from '../../support/databases.js';
import { NightlyClusters } from '../../support/nightly-clusters.js';

const GROUPS = 4;
const EACH = 8;

describeEachDatabase('what a person does while the clustering runs, or between two nights', (current) => {
  let nightly: NightlyClusters;
  let pictures: string[][];
  afterEach(() => armFailPoints(null));
  beforeAll(async () => {
    nightly = new NightlyClusters(current(), await registerModel(current().repositories));
    pictures = await nightly.addPictures(nightly.groups(GROUPS), EACH);
    await nightly.night({ clusters: GROUPS });
  });

  const hideOne = (id: string): Promise<void> => decide(current().unitOfWork, (inside) => hide(inside, id, true));
  const forgetOne = (id: string): Promise<unknown> =>
    current().unitOfWork(OWNER, async (inside) => {
      await inside.forget.begin([id], { saidBy: 'person:x', withSidecar: false });
      await inside.decisions.insert(newDecision([], { kind: 'forget', payload: { images: 1 } }));
      return inside.forget.removeRows([id]);
    });
  /** Names of the clusters whose profile is stale. */
  async function stale(): Promise<string[]> {
    const sql = `SELECT name FROM image_clusters WHERE kind = 'kmeans' AND centroid IS NULL ORDER BY name`;
    return ((await current().database.dataSource.query(sql)) as { name: string }[]).map(({ name }) => name);
  }
  const clusterOf = async (id: string): Promise<string> =>
    (await nightly.standing()).find(({ documentIds }) => documentIds.includes(id))?.name ?? '';
  const membersAsWritten = async (): Promise<unknown> =>
    current().database.dataSource.query('SELECT *, xmin::text, ctid::text FROM kmeans_members ORDER BY ctid');

  for (const point of ['vectors-read', 'clusters-swapped'] as const satisfies readonly FailPoint[])
    test(`T21 T44: hidden or forgotten at "${point}" a picture is in no profile that the run leaves`, async () => {
      const [hidden = '', forgotten = ''] = [pictures[0]?.pop(), pictures[1]?.pop()];
      const names = [await clusterOf(hidden), await clusterOf(forgotten)].sort();
      const others = (await nightly.standing()).filter(({ name }) => !names.includes(name));
      await nightly.addPictures(nightly.groups(1), 2);
      armFailPoints(async (at) => {
        if (at !== point) return;
        armFailPoints(null);
        await hideOne(hidden);
        await forgetOne(forgotten);
      });
      await nightly.night({ clusters: GROUPS });
      const left = await stale();
      expect(left).toEqual(expect.arrayContaining(names));
      for (const { name } of others) expect(left).not.toContain(name);
      const [{ samples }] = (await current().database.dataSource.query(
        'SELECT count(*)::int AS samples FROM cluster_samples WHERE document_id = $1',
        [forgotten],
      )) as [{ samples: number }];
      expect(samples).toBe(0);
      await nightly.night();
      expect(await stale()).toEqual([]);
    });

  test('T44: of a forgotten picture of an automatic cluster no sample, no point of the map and no centre is left', async () => {
    const { repositories, database } = current();
    const [forgotten = '', kept = ''] = (await repositories.kmeans.listProfiles()).values().next().value?.sampleIds ?? [];
    const name = await clusterOf(forgotten);
    await repositories.maps.insert(1, [forgotten, kept], new Float32Array(4));
    await forgetOne(forgotten);
    const sql = `
      SELECT document_id AS id FROM cluster_samples WHERE document_id = ANY($1) UNION ALL SELECT document_id FROM map_points
      UNION ALL SELECT document_id FROM kmeans_members WHERE document_id = ANY($1)`;
    const rows = (await database.dataSource.query(sql, [[forgotten, kept]])) as { id: string }[];
    expect(rows.map(({ id }) => id)).toEqual([kept, kept, kept]);
    expect(await stale()).toEqual([name]);
    await nightly.night();
    expect(await stale()).toEqual([]);
  });

  test('an answered proposal is taken up without k-means: no picture moves and no member is written', async () => {
    const [{ documentIds: group } = { documentIds: [] }] = (await nightly.standing()).filter(
      ({ documentIds }) => documentIds.length === EACH,
    );
    const { cluster } = await nightly.people.clusterCuration.create({ name: 'Mountains', imageIds: group.slice(0, 5) }, OWNER);
    await nightly.night();
    const written = await membersAsWritten();
    const proposals = new ProposalService(current().repositories, nightly.ledger, {} as never);
    const open = async () => (await current().repositories.proposals.page({ kind: 'cluster', element: cluster.id }, { first: 100 })).rows;
    const [accepted, rejected] = await open();
    nightly.computed.length = 0;
    await proposals.accept([accepted?.id ?? ''], OWNER);
    expect((await nightly.night()).counts).toMatchObject({ clusters: GROUPS - 1, written: 0 });
    // Only an answer, no member: another may be proposed in its place.
    await proposals.reject([rejected?.id ?? ''], OWNER);
    expect((await nightly.night()).counts).toMatchObject({ written: 0 });
    expect(nightly.computed).toEqual(['nearest', 'nearest']);
    expect(await membersAsWritten()).toEqual(written);
    expect(await open()).toHaveLength(group.length - 7);
    expect((await nightly.night()).summary).toMatch(/^Nothing changed/);
  });
});
