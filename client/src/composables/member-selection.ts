import type { ComputedRef } from 'vue';
import { computed, watch } from 'vue';
import type { ClusterMembers } from './cluster-members.js';
import { GridSelection } from './grid-selection.js';

/** What is selected of a cluster's pictures. */
export interface MemberSelection {
  selection: GridSelection;
  selected: ComputedRef<string[]>;
  /** Selects all there are; throws where not all could be read. */
  selectAll: () => Promise<void>;
}

/** A selection in which nothing stays that is no longer in the cluster. */
export function useMemberSelection(list: ClusterMembers): MemberSelection {
  const selection = new GridSelection(async (from, to) => {
    if (list.members.value.length <= to.index) await list.loadAll();
    return list.members.value.slice(from.index, to.index + 1).map(({ image }) => image.id);
  });
  watch(list.members, (now) => {
    const here = new Set(now.map(({ image }) => image.id));
    const kept = [...selection.ids.value].filter((id) => here.has(id));
    if (kept.length < selection.count.value) selection.replace(kept);
  });
  return {
    selection,
    selected: computed(() => [...selection.ids.value]),
    selectAll: async () => {
      await list.loadAll();
      selection.replace(list.members.value.map(({ image }) => image.id));
    },
  };
}

/** The picture that stands where one was when some are gone: the next that stays, else the last before; null where none stays. */
export function staysNear(ids: readonly string[], at: number, gone: ReadonlySet<string>): string | null {
  const stays = (id: string): boolean => !gone.has(id);
  return ids.slice(at).find(stays) ?? ids.slice(0, at).findLast(stays) ?? null;
}
