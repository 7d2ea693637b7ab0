import type { ComputedRef, Ref } from 'vue';
import { computed, shallowRef, watch } from 'vue';
import type { ClusterMembersQuery, MemberOrder } from '../graphql/generated/operations.js';
import { useClusterMembersLazyQuery } from '../graphql/generated/operations.js';
import { pictureChanges } from './picture-changes.js';

/** A picture of a cluster with its likeness to the centre. */
export type Member = ClusterMembersQuery['cluster']['members']['edges'][number]['node'];

/** A cluster's pictures in order, as far as they were read. */
export interface ClusterMembers {
  members: ComputedRef<readonly Member[]>;
  /** All there are, null until the first answer. */
  total: ComputedRef<number | null>;
  error: Ref<Error | null>;
  /** Reads the next page. */
  more: () => Promise<void>;
  /** Reads all that is left. */
  loadAll: () => Promise<void>;
  /** Reads again as many as are there. */
  reload: () => Promise<void>;
}

interface Stretch {
  readonly members: readonly Member[];
  readonly total: number | null;
  readonly after: string | null;
  readonly isWhole: boolean;
}

const NOTHING: Stretch = { members: [], total: null, after: null, isWhole: false };
/** About what three screens show, and small enough to come in a tenth of a second. */
const PAGE = 200;
/** All the server gives at once. */
const LARGEST_PAGE = 1000;

/** Reads the members of one cluster page by page, again when something was decided here; `isFollowed`: another id is the same cluster. */
export function useClusterMembers(id: () => string, order: () => MemberOrder, isFollowed: () => boolean): ClusterMembers {
  const { load } = useClusterMembersLazyQuery();
  const shown = shallowRef<Stretch>(NOTHING);
  const error = shallowRef<Error | null>(null);
  // What is asked before the order changes or something is decided is no answer any more.
  let turn = 0;
  let reading: Promise<void> = Promise.resolve();

  const readNext = async ({ members, after }: Stretch, first: number): Promise<Stretch> => {
    const { cluster } = await load({ id: id(), order: order(), first, after }, 'no-cache');
    const { edges, pageInfo, totalCount } = cluster.members;
    return {
      members: [...members, ...edges.map(({ node }) => node)],
      total: totalCount,
      after: pageInfo.endCursor,
      isWhole: !pageInfo.hasNextPage,
    };
  };
  const grow = async (wanted: number, first: number): Promise<void> => {
    const asked = turn;
    const isWanted = (): boolean => asked === turn && !shown.value.isWhole && shown.value.members.length < wanted;
    while (isWanted()) {
      const next = await readNext(shown.value, first);
      if (asked === turn) shown.value = next;
    }
  };
  const tell = (cause: unknown): void => void (error.value = cause instanceof Error ? cause : new Error(String(cause)));
  // One after another: two readers of the same page would show its pictures twice.
  const queue = (wanted: number, first: number): Promise<void> => (reading = reading.then(() => grow(wanted, first)).catch(tell));
  const reload = async (): Promise<void> => {
    const asked = (turn += 1);
    const wanted = Math.max(PAGE, shown.value.members.length);
    error.value = null;
    try {
      let next = NOTHING;
      while (!next.isWhole && next.members.length < wanted && asked === turn)
        next = await readNext(next, Math.min(LARGEST_PAGE, wanted - next.members.length));
      if (asked === turn) shown.value = next;
    } catch (cause) {
      if (asked === turn) tell(cause);
    }
  };
  watch(
    [id, order],
    ([newId], [oldId]) => {
      if (newId !== oldId && !isFollowed()) shown.value = NOTHING;
      void reload();
    },
    { immediate: true },
  );
  watch(pictureChanges, () => void reload());
  return {
    members: computed(() => shown.value.members),
    total: computed(() => shown.value.total),
    error,
    more: () => queue(shown.value.members.length + 1, PAGE),
    loadAll: () => queue(Number.POSITIVE_INFINITY, LARGEST_PAGE),
    reload,
  };
}
