import type { ApolloClient } from '@apollo/client/core';
import { describe, expect, test } from '@jest/globals';
import { createApp, effectScope, nextTick, ref } from 'vue';
import { APOLLO_CLIENT } from '../../../../client/src/composables/apollo.js';
import type { ClusterMembers } from '../../../../client/src/composables/cluster-members.js';
import { useClusterMembers } from '../../../../client/src/composables/cluster-members.js';
import { pictureChanges } from '../../../../client/src/composables/picture-changes.js';
import type { ClusterMembersQueryVariables, MemberOrder } from '../../../../client/src/graphql/generated/operations.js';

type Variables = Required<ClusterMembersQueryVariables>;
type Asked = Variables & { answer: () => void; fail: () => void };

const numbers = (count: number): string[] => Array.from({ length: count }, (_, index) => `p${index}`);
const idsOf = ({ members }: ClusterMembers): string[] => members.value.map(({ image }) => image.id);

/** The members of a server that answers when it is told to; `after` is the place of the first that follows. */
function watchCluster(pictures: { ids: string[] }) {
  const requests: Asked[] = [];
  const answerTo = ({ first, after }: Variables): object => {
    const from = Number(after ?? 0);
    const edges = pictures.ids.slice(from, from + first).map((id) => ({ node: { similarity: 1, image: { id } } }));
    const pageInfo = { hasNextPage: from + first < pictures.ids.length, endCursor: String(from + edges.length) };
    return { data: { cluster: { id: 'c', members: { totalCount: pictures.ids.length, pageInfo, edges } } } };
  };
  const query = ({ variables }: { variables: Variables }): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const answer = (): void => resolve(answerTo(variables));
      requests.push({ ...variables, answer, fail: () => reject(new Error('The server is away.')) });
    });
  const order = ref<MemberOrder>('NEAREST');
  const app = createApp({}).provide(APOLLO_CLIENT, { query } as unknown as ApolloClient);
  const options = { isFollowed: () => false, atLeast: 0 };
  const list = app.runWithContext(() =>
    effectScope(true).run(() =>
      useClusterMembers(
        () => 'c',
        () => order.value,
        options,
      ),
    ),
  );
  if (!list) throw new Error('Expected members but received none.');
  const next = async (act: 'answer' | 'fail' = 'answer'): Promise<void> => {
    for (let tries = 0; requests.length === 0 && tries < 20; tries += 1) await nextTick();
    requests.shift()?.[act]();
    for (let tries = 0; tries < 20; tries += 1) await nextTick();
  };
  return { list, requests, next, order };
}

describe('the members of a cluster, page by page', () => {
  test('a page that is asked while all are read anew goes on from the new ones', async () => {
    const pictures = { ids: numbers(500) };
    const { list, next } = watchCluster(pictures);
    await next();
    pictures.ids = pictures.ids.slice(1);
    pictureChanges.value += 1;
    await nextTick();
    const more = list.more();
    await next();
    await next();
    await more;
    expect(idsOf(list)).toEqual(pictures.ids.slice(0, 400));
  });

  test('what was asked before a change is no answer any more', async () => {
    const pictures = { ids: numbers(500) };
    const { list, requests, next } = watchCluster(pictures);
    await next();
    const more = list.more();
    await nextTick();
    await nextTick();
    const late = requests.shift();
    pictures.ids = ['other'];
    pictureChanges.value += 1;
    await next();
    late?.answer();
    await more;
    expect([idsOf(list), list.total.value, list.isWhole.value]).toEqual([['other'], 1, true]);
  });

  test('a picture that moved to the next page meanwhile stands there once, and the total counts it once', async () => {
    const pictures = { ids: numbers(300) };
    const { list, next } = watchCluster(pictures);
    await next();
    pictures.ids = ['new', ...pictures.ids];
    const all = list.loadAll();
    await next();
    await all;
    expect(idsOf(list)).toEqual(numbers(300));
    expect([list.total.value, list.isWhole.value]).toEqual([300, true]);
  });

  test('a page that fails says so until it is asked again, and who wants all is told', async () => {
    const { list, next } = watchCluster({ ids: numbers(300) });
    await next();
    const more = list.more();
    await next('fail');
    await more;
    expect([list.error.value?.message, idsOf(list).length]).toEqual(['The server is away.', 200]);
    const all = list.loadAll();
    all.catch(() => undefined);
    await next('fail');
    await expect(all).rejects.toThrow('The server is away.');
    const again = list.loadAll();
    await next();
    await again;
    expect([list.error.value, idsOf(list).length]).toEqual([null, 300]);
  });

  test('pictures in the old order are not gone on with when the new one cannot be read', async () => {
    const { list, next, order } = watchCluster({ ids: numbers(300) });
    await next();
    order.value = 'FARTHEST';
    await next('fail');
    expect([list.total.value, list.error.value?.message]).toEqual([null, 'The server is away.']);
    const again = list.reload();
    await next();
    await again;
    expect(idsOf(list)).toHaveLength(200);
  });
});
