import type { ComputedRef, Ref } from 'vue';
import { computed } from 'vue';
import type { DuplicateCountsQuery, DuplicateGroupsQuery } from '../graphql/generated/operations.js';
import { useDuplicateCountsQuery, useDuplicateGroupsLazyQuery, useDuplicateGroupsQuery } from '../graphql/generated/operations.js';
import { showError } from './toasts.js';

/** What of the duplicates can be shown. */
export const SHOWS = ['all', 'exact', 'same', 'near', 'decided'] as const;
/** One of them. */
export type Show = (typeof SHOWS)[number];

const KINDS = { all: null, exact: 'EXACT', same: 'SAME', near: 'NEAR', decided: null } as const;
const PAGE = 50;
// Far below what the server answers at once.
const MOST_ANEW = 500;

/** Groups of duplicates as far as they were read, and how many there are. */
export interface DuplicateList {
  connection: ComputedRef<DuplicateGroupsQuery['duplicateGroups'] | undefined>;
  counts: ComputedRef<DuplicateCountsQuery['duplicateCounts'] | null>;
  error: Readonly<Ref<Error | null>>;
  refetch: () => Promise<void>;
  /** Reads the next page. */
  more: () => Promise<void>;
  /** Reads again as many as are there, so that who has gone far down stays there. */
  reload: () => Promise<void>;
}

/** Reads the groups of one kind page by page. */
export function useDuplicateList(show: () => Show): DuplicateList {
  const narrowed = computed(() => ({ kind: KINDS[show()], decided: show() === 'decided' }));
  const list = useDuplicateGroupsQuery(
    () => ({ ...narrowed.value, first: PAGE }),
    () => ({ keepPrevious: false, fetchPolicy: 'cache-and-network' }),
  );
  const numbers = useDuplicateCountsQuery(() => ({ fetchPolicy: 'cache-and-network' }));
  const { load } = useDuplicateGroupsLazyQuery();
  const connection = computed(() => list.result.value?.duplicateGroups);
  const more = async (): Promise<void> => {
    const page = connection.value?.pageInfo;
    if (page?.hasNextPage && !list.loading.value) await list.fetchMore({ first: PAGE, after: page.endCursor });
  };
  // What is read reaches the screen by the cache.
  const reload = async (): Promise<void> => {
    const first = Math.max(PAGE, Math.min(MOST_ANEW, connection.value?.edges.length ?? 0));
    await Promise.all([load({ ...narrowed.value, first }).catch(showError), numbers.refetch()]);
    // The cache tells who watches it in a task of its own: before that the list is the old one, and a key would decide of it once more.
    await new Promise((told) => setTimeout(told));
  };
  const counts = computed(() => numbers.result.value?.duplicateCounts ?? null);
  return { connection, counts, error: list.error, refetch: list.refetch, more, reload };
}
