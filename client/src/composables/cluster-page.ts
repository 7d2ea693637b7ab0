import type { ComputedRef, Ref } from 'vue';
import { computed, nextTick, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { ClusterQuery, MemberOrder, SplitClusterMutationVariables } from '../graphql/generated/operations.js';
import { useClusterQuery } from '../graphql/generated/operations.js';
import type { ClusterActs, NamedCluster } from './cluster-acts.js';
import { useClusterActs } from './cluster-acts.js';
import { first } from './url-state.js';

/** One cluster as its page shows it, and what can be done with it; where an act makes another cluster of it, the page goes along, and back when it is undone. */
export interface ClusterPageState {
  cluster: ComputedRef<ClusterQuery['cluster'] | null>;
  error: Readonly<Ref<Error | null>>;
  refetch: () => Promise<void>;
  order: ComputedRef<MemberOrder>;
  isSplitting: ComputedRef<boolean>;
  /** True while the address changes to another id of the same cluster. */
  isFollowed: () => boolean;
  /** Writes a part of the address; what is undefined is left out of it. */
  setQuery: (changes: Record<string, string | undefined>) => void;
  change: (changes: Parameters<ClusterActs['change']>[1]) => Promise<void>;
  takeOut: (imageIds: readonly string[]) => Promise<void>;
  mergeInto: (into: NamedCluster) => Promise<void>;
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
  const cluster = computed(() => result.value?.cluster ?? null);

  // Below the viewer the address is the viewer's: the page stays as it was opened.
  let lastQuery = route.query;
  const query = computed(() => (route.name === 'cluster' ? (lastQuery = route.query) : lastQuery));
  const setQuery: ClusterPageState['setQuery'] = (changes) => void router.replace({ query: { ...query.value, ...changes } });
  const goTo = async (to: string): Promise<void> => {
    if (to === id() || route.name !== 'cluster') return;
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
  const act = async (run: (now: ClusterQuery['cluster'], back: () => void) => Promise<NamedCluster>): Promise<void> => {
    const before = id();
    await goTo((await run(present(), () => void goTo(before))).id);
  };
  const backToList = (): void => void (route.name === 'cluster' && router.push({ name: 'clusters' }));
  return {
    ...{ cluster, error, refetch, setQuery, isFollowed: () => isFollowed },
    order: computed<MemberOrder>(() => (first(query.value['order']) === 'farthest' ? 'FARTHEST' : 'NEAREST')),
    isSplitting: computed(() => first(query.value['view']) === 'split'),
    change: (changes) => act((now, back) => acts.change(now, changes, back)),
    takeOut: (imageIds) => act((now, back) => acts.takeOut(now, imageIds, back)),
    mergeInto: (into) => act((now, back) => acts.merge(now, into, back)),
    split: async (strips) => {
      const before = id();
      await acts.split(before, strips, () => void goTo(before));
      setQuery({ view: undefined });
    },
    remove: async () => {
      await acts.remove(present());
      backToList();
    },
  };
}
