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
  /** True once all of them are read. */
  isWhole: ComputedRef<boolean>;
  /** Why the last page could not be read, until one is asked again. */
  error: Readonly<Ref<Error | null>>;
  /** Reads the next page; what goes wrong is in `error`. */
  more: () => Promise<void>;
  /** Reads all that is left; throws where that failed, so that nobody takes a part for the whole. */
  loadAll: () => Promise<void>;
  /** Reads again as many as are there. */
  reload: () => Promise<void>;
  /** Resolves when nothing is read any more, however it ended. */
  settled: () => Promise<void>;
}

/** `isFollowed`: another id is the same cluster; `atLeast`: so many are read at first, as were there when one left. */
export interface MembersOptions {
  isFollowed: () => boolean;
  atLeast: number;
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

/** Reads the members of one cluster page by page, again when something was decided here. */
export function useClusterMembers(id: () => string, order: () => MemberOrder, { isFollowed, atLeast }: MembersOptions): ClusterMembers {
  const { load } = useClusterMembersLazyQuery();
  const shown = shallowRef<Stretch>(NOTHING);
  const error = shallowRef<Error | null>(null);
  // What is asked before the order changes or something is decided is no answer any more.
  let turn = 0;
  let least = Math.max(PAGE, atLeast);
  let reading: Promise<void> = Promise.resolve();

  const readNext = async (from: Stretch, first: number): Promise<Stretch> => {
    const { cluster } = await load({ id: id(), order: order(), first, after: from.after }, 'no-cache');
    return extend(from, cluster.members);
  };
  const tell = (cause: unknown): void => void (error.value = cause instanceof Error ? cause : new Error(String(cause)));
  const grow = async (wanted: number, first: number): Promise<void> => {
    const asked = turn;
    while (asked === turn && !shown.value.isWhole && shown.value.members.length < wanted) {
      error.value = null;
      const from = shown.value;
      const next = await readNext(from, first).catch((cause: unknown) => {
        if (asked === turn) tell(cause);
        throw cause;
      });
      if (shown.value === from && asked === turn) shown.value = next;
    }
  };
  // One after another, also after a reload: two readers of the same page would show its pictures twice.
  const queue = (wanted: () => number, first: number): Promise<void> =>
    (reading = reading.catch(() => undefined).then(() => grow(wanted(), first)));
  const readAnew = async (isAnother: boolean): Promise<void> => {
    const asked = (turn += 1);
    const wanted = Math.max(least, shown.value.members.length);
    error.value = null;
    try {
      let next = NOTHING;
      while (!next.isWhole && next.members.length < wanted && asked === turn)
        next = await readNext(next, Math.min(LARGEST_PAGE, wanted - next.members.length));
      if (asked === turn) shown.value = next;
    } catch (cause) {
      if (asked !== turn) return;
      // What stands there in another order cannot be gone on with.
      if (isAnother) shown.value = NOTHING;
      tell(cause);
    }
  };
  const reload = (isAnother = false): Promise<void> => (reading = readAnew(isAnother));
  const settled = async (): Promise<void> => {
    let awaited: Promise<void> | null = null;
    while (awaited !== reading) await (awaited = reading).catch(() => undefined);
  };
  watch(
    [id, order],
    ([newId, newOrder], [oldId, oldOrder]) => {
      if (oldId !== undefined && (newId !== oldId || newOrder !== oldOrder)) least = PAGE;
      if (newId !== oldId && !isFollowed()) shown.value = NOTHING;
      void reload(true);
    },
    { immediate: true },
  );
  watch(pictureChanges, () => void reload());
  return {
    members: computed(() => shown.value.members),
    // What moved from one page to another between two requests stands there once.
    total: computed(() => (shown.value.isWhole ? shown.value.members.length : shown.value.total)),
    isWhole: computed(() => shown.value.isWhole),
    ...{ error, settled },
    reload: () => reload(),
    more: () => queue(() => shown.value.members.length + 1, PAGE).catch(() => undefined),
    loadAll: async () => {
      while (!shown.value.isWhole) {
        await queue(() => Number.POSITIVE_INFINITY, LARGEST_PAGE);
        if (error.value) throw error.value;
      }
    },
  };
}

function extend({ members }: Stretch, { edges, pageInfo, totalCount }: ClusterMembersQuery['cluster']['members']): Stretch {
  const known = new Set(members.map(({ image }) => image.id));
  const fresh = edges.map(({ node }) => node).filter(({ image }) => !known.has(image.id));
  return { members: [...members, ...fresh], total: totalCount, after: pageInfo.endCursor, isWhole: !pageInfo.hasNextPage };
}
