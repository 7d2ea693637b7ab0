import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decide, hide, OWNER } from '../../support/archive-rows.js';
import { registerModel } from '../../support/archive-vectors.js';
import { openEmbeddedForTest, type TestDatabase } from '../../support/databases.js';
import { NightlyClusters } from '../../support/nightly-clusters.js';
import { nearVector } from '../../support/vectors.js';

const GROUPS = 16;
const EACH = 10;
const NAMED = 10;
const NIGHTS = 10;

describe('ten automatic clusters that a person named, and ten nights with changes between them', () => {
  let database: TestDatabase;
  let nightly: NightlyClusters;
  let groups: Float32Array[];
  let pictures: string[];
  const given = new Map<string, string>();
  const said = new Map<string, ReadonlySet<string>>();

  beforeAll(async () => {
    database = await openEmbeddedForTest();
    nightly = new NightlyClusters(database, await registerModel(database.repositories));
    groups = nightly.groups(GROUPS);
    pictures = (await nightly.addPictures(groups, EACH)).flat();
    await nightly.night({ clusters: GROUPS });
  }, 60_000);
  afterAll(() => database.close());

  /**
   * What happens to an archive in a day: of the named clusters one gets pictures of an automatic one and loses one of its own; pictures
   * come in, of kinds that drift and of new ones, and some are hidden.
   */
  async function change(night: number): Promise<void> {
    const { clusterCuration } = nightly.people;
    const id = [...given.values()][night % NAMED] ?? '';
    const [first] = await database.repositories.clusters.listMembers(id);
    await clusterCuration.add(id, (await nightly.shown()).at(-1)?.documentIds.slice(0, 2) ?? [], OWNER);
    await clusterCuration.remove(id, [first ?? ''], OWNER);
    said.set(id, new Set(await database.repositories.clusters.listMembers(id)));
    groups = groups.map((centre) => nearVector(nightly.random, centre, 0.15));
    const grown = groups.filter(() => nightly.random() < 0.4);
    pictures.push(...(await nightly.addPictures([...grown, ...nightly.groups(1)], 2)).flat());
    const hidden = pictures.filter(() => nightly.random() < 0.01);
    await decide(database.unitOfWork, async (inside) => {
      for (const id of hidden) await hide(inside, id, true);
    });
  }

  test('none of them comes back as an automatic one, and none of their numbers', async () => {
    const named = (await nightly.shown()).slice(0, NAMED);
    for (const [at, { id, name }] of named.entries()) {
      const { cluster } = await nightly.people.clusterCuration.change({ id, name: `Mine ${at}` }, OWNER);
      given.set(name, cluster.id);
    }
    for (const id of given.values()) said.set(id, new Set(await database.repositories.clusters.listMembers(id)));
    for (let night = 0; night < NIGHTS; night += 1) {
      await change(night);
      // Not only the pictures change: how many clusters there are to be, and where chance begins.
      await nightly.night(night % 3 === 2 ? { clusters: 'auto', seed: night } : { clusters: GROUPS + night });
      for (const { name, documentIds } of await nightly.shown()) {
        expect([...given.keys()]).not.toContain(name);
        const shares = [...said.values()].map((ids) => documentIds.filter((id) => ids.has(id)).length / documentIds.length);
        expect([name, Math.max(...shares) < 0.5]).toEqual([name, true]);
      }
    }
    for (const [id, ids] of said) expect(new Set(await database.repositories.clusters.listMembers(id))).toEqual(ids);
  }, 60_000);
});
