import { CombinedGraphQLErrors } from '@apollo/client/core';
import type { ComputedRef, Ref } from 'vue';
import { computed, nextTick, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { ClusterQuery, MemberOrder, SplitClusterMutationVariables } from '../graphql/generated/operations.js';
import { useClusterQuery } from '../graphql/generated/operations.js';
import type { ChosenCluster, ClusterActs, NamedCluster } from './cluster-acts.js';
import { useClusterActs } from './cluster-acts.js';
import { first, numberFrom } from './url-state.js';

/** One cluster as its page shows it, and what can be done with it; where an act makes another cluster of it, the page goes along, and back when it is undone. */
export interface ClusterPageState {
  cluster: ComputedRef<ClusterQuery['cluster'] | null>;
  error: Readonly<Ref<Error | null>>;
  refetch: () => Promise<void>;
  order: ComputedRef<MemberOrder>;
  /** The likeness to the centre below which pictures are dimmed, as the address has it; null for none. */
  cut: ComputedRef<number | null>;
  isSplitting: ComputedRef<boolean>;
  /** True while the address changes to another id of the same cluster. */
  isFollowed: () => boolean;
  /** Writes a part of the address; what is undefined is left out of it. */
  setQuery: (changes: Record<string, string | undefined>) => void;
  change: (changes: Parameters<ClusterActs['change']>[1]) => Promise<void>;
  takeOut: (imageIds: readonly string[]) => Promise<void>;
  /** Where only one of the two has a name, that name stays. */
  mergeWith: (other: ChosenCluster) => Promise<void>;
  split: (strips: SplitClusterMutationVariables['strips']) => Promise<void>;
  remove: () => Promise<void>;
}

/** Follows the address of a cluster's page. */
export function useClusterPage(id: () => string): ClusterPageState {
  const route = useRoute();
  const router = useRouter();
  const acts = useClusterActs();
  // While it is followed to its new id it stays on the screen, and the focus where it is.
  let isFollowed = false;
  const { result, error, refetch } = useClusterQuery(
    () => ({ id: id() }),
    // Not from the cache, which may have it that an id answers another cluster when that was taken back meanwhile.
    () => ({ keepPrevious: isFollowed, fetchPolicy: 'network-only' }),
  );
  // One that is gone meanwhile must not stand there as if it were alive.
  const isGone = computed(() => CombinedGraphQLErrors.is(error.value) && error.value.errors.some(isNotFound));
  const cluster = computed(() => (isGone.value ? null : (result.value?.cluster ?? null)));

  // Below the viewer the address is the viewer's: the page stays as it was opened.
  let lastQuery = route.query;
  const query = computed(() => (route.name === 'cluster' ? (lastQuery = route.query) : lastQuery));
  const setQuery: ClusterPageState['setQuery'] = (changes) => {
    if (route.name === 'cluster') void router.replace({ query: { ...query.value, ...changes } });
  };
  // The ids of what one looks at: only from these one is brought back, not from another cluster opened meanwhile.
  const known = new Set<string>();
  const goTo = async (to: string): Promise<void> => {
    if (to === id() || route.name !== 'cluster' || route.params['id'] !== id()) return;
    known.add(id()).add(to);
    isFollowed = true;
    await router.replace({ name: 'cluster', params: { id: to }, query: query.value });
    await nextTick();
    isFollowed = false;
  };
  // An automatic one that became somebody's answers under its new id.
  watch(cluster, (now) => now && void goTo(now.id));
  const present = (): ClusterQuery['cluster'] => {
    if (!cluster.value) throw new Error('Expected a cluster that is loaded but received none.');
    return cluster.value;
  };
  const goBack = (to: string): void => void (known.has(String(route.params['id'])) && goTo(to));
  const act = async (run: (now: ClusterQuery['cluster'], back: () => void) => Promise<NamedCluster>): Promise<void> => {
    const before = id();
    const { id: after } = await run(present(), () => goBack(before));
    if (id() === before) await goTo(after);
  };
  return {
    ...{ cluster, error, refetch, setQuery, isFollowed: () => isFollowed },
    order: computed<MemberOrder>(() => (first(query.value['order']) === 'farthest' ? 'FARTHEST' : 'NEAREST')),
    cut: computed(() => numberFrom(query.value['cut'], -1, 1)),
    isSplitting: computed(() => first(query.value['view']) === 'split'),
    change: (changes) => act((now, back) => acts.change(now, changes, back)),
    takeOut: (imageIds) => act((now, back) => acts.takeOut(now, imageIds, back)),
    mergeWith: (other) =>
      act((now, back) => (now.kind === 'USER' && other.kind === 'KMEANS' ? acts.merge(other, now, back) : acts.merge(now, other, back))),
    split: async (strips) => {
      const before = id();
      await acts.split(before, strips, () => goBack(before));
      if (id() === before) setQuery({ view: undefined });
    },
    remove: async () => {
      const before = id();
      await acts.remove(present());
      // Replaced: going back must not lead to what is no more.
      if (route.name === 'cluster' && id() === before) await router.replace({ name: 'clusters', query: { kind: 'named' } });
    },
  };
}

function isNotFound({ extensions }: CombinedGraphQLErrors['errors'][number]): boolean {
  return extensions?.['code'] === 'NOT_FOUND';
}
