import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../server/ids.js';
import { HiddenArchive, SHOWN } from '../support/hidden-archive.js';
import { CURSORS, INJECTIONS, NOT_SCALARS } from '../support/hostile-values.js';

const MARKS = ['secret', '1999-05', '1999-06'];
const FAULTS = ['BAD_REQUEST', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'NOT_FOUND'];
let hidden: HiddenArchive;

beforeAll(async () => {
  hidden = await HiddenArchive.open({ isClustered: true });
}, 120_000);

afterAll(() => hidden.close(), 60_000);

/** Codes of the errors an operation of the owner is answered with; empty when it went well. */
async function codesOf(query: string, variables: object): Promise<string[]> {
  const { text } = await hidden.fetch(hidden.owner, '/graphql', { method: 'POST', body: JSON.stringify({ query, variables }) });
  const { errors = [] } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] };
  return errors.map(({ extensions }) => extensions.code);
}

async function faultOf(query: string, variables: object): Promise<boolean> {
  const codes = await codesOf(query, variables);
  return codes.length > 0 && codes.every((code) => FAULTS.includes(code));
}

describe('clusters at the doors', () => {
  test('T21: it stands for no cluster and counts in none, and a cluster of it alone is one that was never there', async () => {
    const cluster = 'id name size samples(first: 24) { id } members(first: 24) { totalCount edges { node { image { id } } } }';
    const listed = async (kind: string): Promise<{ id: string; name: string; size: number }[]> => {
      const { data, text } = await hidden.ask(hidden.viewer, `{ clusters(kind: ${kind}, first: 10) { ${cluster} } }`);
      for (const mark of [hidden.secretId, hidden.underSecretId, ...MARKS]) expect(text).not.toContain(mark);
      return (data as { clusters: { id: string; name: string; size: number }[] }).clusters;
    };
    const automatic = await listed('KMEANS');
    // What the album covers is shown in no automatic cluster.
    const sizes = automatic.reduce((sum, { size }) => sum + size, 0);
    expect([sizes > 0, sizes <= SHOWN]).toEqual([true, true]);
    expect(await listed('USER')).toEqual([]);
    const owned = await hidden.ask(hidden.owner, '{ clusters { id name size } archive { namedClusters } }');
    expect(owned.data).toMatchObject({ clusters: [{ name: 'secret album', size: 0 }], archive: { namedClusters: 1 } });
    const [{ id: albumId } = { id: '' }] = (owned.data as { clusters: { id: string }[] }).clusters;
    const byId = (id: string) => hidden.ask(hidden.viewer, `{ cluster(id: "${id}") { ${cluster} } }`);
    expect(await byId(albumId)).toEqual(await byId(newId()));
    for (const route of ['', '&kind=user', '&kind=kmeans']) {
      const { text } = await hidden.fetch(hidden.viewer, `/api/images/clusters?samples=24${route}`);
      for (const mark of [hidden.secretId, hidden.underSecretId, ...MARKS]) expect(text).not.toContain(mark);
    }
  });

  test('REST answers clusters of people first, then automatic ones, each with its samples', async () => {
    const { clusters } = JSON.parse((await hidden.fetch(hidden.owner, '/api/images/clusters?samples=2')).text) as {
      clusters: Record<string, unknown>[];
    };
    expect(clusters[0]).toEqual({
      ...{ id: expect.any(String), name: 'secret album', kind: 'user', description: null, size: 0, cohesion: null, samples: [] },
    });
    expect(clusters[1]).toMatchObject({ kind: 'kmeans', cohesion: expect.any(Number) });
    expect(Object.keys((clusters[1]?.samples as object[])[0] ?? {})).toEqual(
      expect.arrayContaining(['id', 'source_path', 'thumbnail_url']),
    );
  });

  test('by the id of an automatic cluster that was edited, the gallery has the pictures of what it became', async () => {
    const { text } = await hidden.fetch(hidden.owner, '/api/images/clusters?samples=1&kind=kmeans');
    const [{ id, size, samples }] = (JSON.parse(text) as { clusters: [{ id: string; size: number; samples: [{ id: string }] }] }).clusters;
    const totalOf = async (): Promise<unknown> =>
      JSON.parse((await hidden.fetch(hidden.owner, `/api/images/gallery?cluster=${id}`)).text) as unknown;
    expect(await totalOf()).toMatchObject({ total: size });
    const takeOut = 'mutation ($id: ID!, $i: [ID!]!) { removeFromCluster(id: $id, imageIds: $i) { cluster { size } } }';
    await hidden.archive.ask(takeOut, { id, i: [samples[0].id] });
    expect(await totalOf()).toMatchObject({ total: size - 1 });
  });

  test('T13 T18 the list of clusters refuses kinds and numbers of samples that cannot be', async () => {
    const numbers = ['-1', '25', '1.5', 'x', 'NaN', '1e9'].map((number) => `samples=${number}`);
    for (const query of [...numbers, 'samples=1&samples=2', 'kind=person', 'kind=', 'kind=user&kind=kmeans', 'first=1', '__proto__=1'])
      expect([query, (await hidden.fetch(hidden.owner, `/api/images/clusters?${query}`)).status]).toEqual([query, 400]);
    for (const query of ['', 'samples=0', 'samples=24&kind=kmeans'])
      expect([query, (await hidden.fetch(hidden.owner, `/api/images/clusters?${query}`)).status]).toEqual([query, 200]);
  });

  test('T13 T18 what cannot be asked of clusters is a fault of the asker', async () => {
    const made = 'mutation ($v: String!, $i: [ID!]!) { createCluster(name: $v, imageIds: $i) { cluster { id } } }';
    const { createCluster } = await hidden.archive.ask<{ createCluster: { cluster: { id: string } } }>(made, {
      v: 'Beach',
      i: [hidden.shownId],
    });
    const { id } = createCluster.cluster;
    for (const first of [0, -1, 1001]) expect(await faultOf('query ($v: Int!) { clusters(first: $v) { id } }', { v: first })).toBe(true);
    for (const first of [-1, 25, 2 ** 31]) {
      const query = 'query ($id: ID!, $v: Int!) { cluster(id: $id) { samples(first: $v) { id } } }';
      expect([first, await faultOf(query, { id, v: first })]).toEqual([first, true]);
    }
    for (const first of [-5, 25, 1000]) {
      const query = 'query ($id: ID!, $v: Int!) { clusterStrips(id: $id) { samples(first: $v) { id } } }';
      expect([first, await faultOf(query, { id, v: first })]).toEqual([first, true]);
    }
    const members = 'query ($v: Int!) { clusters(first: $v) { members(first: 1) { totalCount } } }';
    expect([await faultOf(members, { v: 50 }), await faultOf(members, { v: 500 })]).toEqual([false, true]);
    for (const after of CURSORS) {
      const query = 'query ($id: ID!, $v: String) { cluster(id: $id) { members(after: $v) { totalCount } } }';
      expect([after, await faultOf(query, { id, v: after })]).toEqual([after, true]);
    }
    for (const count of [-1, 0, 1, 13])
      expect(await faultOf('query ($id: ID!, $v: Int) { clusterStrips(id: $id, count: $v) { size } }', { id, v: count })).toBe(true);
    for (const wrong of [...INJECTIONS, ...NOT_SCALARS]) {
      expect([wrong, await faultOf('query ($v: ID!) { cluster(id: $v) { id } }', { v: wrong })]).toEqual([wrong, true]);
      const add = 'mutation ($id: ID!, $v: ID!) { addToCluster(id: $id, imageIds: [$v]) { imageCount } }';
      expect([wrong, await faultOf(add, { id, v: wrong })]).toEqual([wrong, true]);
    }
    for (const text of INJECTIONS) {
      const codes = [
        ...(await codesOf(made, { v: text, i: [hidden.shownId] })),
        ...(await codesOf('query ($v: String) { clusters(search: $v) { name } }', { v: text })),
      ];
      expect([text, codes.filter((code) => code !== 'BAD_REQUEST')]).toEqual([text, []]);
    }
  });
});
