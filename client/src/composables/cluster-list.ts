import type { ComputedRef, Ref } from 'vue';
import { computed, ref, watch } from 'vue';
import type { ClusterKind, ClusterOrder, ClustersQuery } from '../graphql/generated/operations.js';
import { useClusterCountsQuery, useClustersQuery } from '../graphql/generated/operations.js';
import { useKeptNumber } from './kept-scroll.js';

/** Orders of the list. */
export const ORDERS: readonly ClusterOrder[] = ['SIZE', 'NAME', 'NEWEST', 'UNCERTAIN'];
/** Characters of a cluster's name and of its description at the most. */
export const MOST_NAME = 100;
export const MOST_DESCRIPTION = 2000;

/** Ten screens of cards, so that going back finds the place one came from. */
const FIRST = 120;
/** All the server gives at once, and all the clusters a night makes. */
const MOST = 1000;

/** Clusters of one kind, as far down as was scrolled. */
export interface ClusterList {
  clusters: ComputedRef<ClustersQuery['clusters'] | undefined>;
  error: Readonly<Ref<Error | null>>;
  refetch: () => Promise<void>;
  /** True while there may be more and nothing is asked. */
  hasMore: ComputedRef<boolean>;
  /** Asks for twice as many. */
  more: () => void;
  /** How many there are, null until all are here. */
  count: ComputedRef<number | null>;
}

/** How many clusters there are of each kind; null until it is known. */
export function useClusterCounts(): ComputedRef<{ named: number; automatic: number } | null> {
  const { result } = useClusterCountsQuery();
  return computed(() => {
    const archive = result.value?.archive;
    return archive ? { named: archive.namedClusters, automatic: archive.automaticClusters } : null;
  });
}

/** Reads the list of clusters. */
export function useClusterList(kind: () => ClusterKind, order: () => ClusterOrder): ClusterList {
  const first = ref(0);
  first.value = Math.min(
    MOST,
    Math.max(
      FIRST,
      useKeptNumber('clusters:first', () => first.value),
    ),
  );
  const { result, error, loading, refetch } = useClustersQuery(() => ({ kind: kind(), order: order(), first: first.value }));
  // The list of the other tab must not stand under this one.
  const answered = ref<ClusterKind | null>(null);
  watch(result, (now) => (answered.value = now ? kind() : null), { flush: 'sync', immediate: true });
  // Not before the first answer: until then the tab may not be known.
  watch([kind, order], () => answered.value && (first.value = FIRST), { flush: 'sync' });
  const clusters = computed(() => (answered.value === kind() ? result.value?.clusters : undefined));
  return {
    clusters,
    error,
    refetch,
    count: computed(() => (clusters.value && clusters.value.length < first.value ? clusters.value.length : null)),
    hasMore: computed(() => !loading.value && first.value < MOST && clusters.value?.length === first.value),
    more: () => void (first.value = Math.min(MOST, first.value * 2)),
  };
}
