import { Bookmark } from 'lucide-vue-next';
import type { Component, ComputedRef } from 'vue';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import type { SavedSearchPartsFragment, SearchToSave } from '../graphql/generated/operations.js';
import {
  useRemoveSavedSearchMutation,
  useRenameSavedSearchMutation,
  useSavedSearchesQuery,
  useSaveSearchMutation,
} from '../graphql/generated/operations.js';
import { useApolloClient } from './apollo.js';
import { askAnew } from './decisions.js';
import { formatCount } from './format.js';
import { addressOf } from './kept-query.js';
import { useIsOwner } from './owner.js';

/** Saved searches of the archive; none for a viewer. */
export function useSavedSearches(): ComputedRef<readonly SavedSearchPartsFragment[]> {
  const isOwner = useIsOwner();
  const { result } = useSavedSearchesQuery(() => ({ enabled: isOwner.value, fetchPolicy: 'cache-and-network' }));
  return computed(() => result.value?.savedSearches ?? []);
}

/** Keeping, renaming and deleting searches; every list of them follows. */
export interface SavedSearchActs {
  save: (name: string, search: SearchToSave) => Promise<string>;
  rename: (id: string, name: string) => Promise<void>;
  remove: (id: string) => Promise<void>;
}

/** The acts on saved searches. */
export function useSavedSearchActs(): SavedSearchActs {
  const client = useApolloClient();
  const { mutate: save } = useSaveSearchMutation();
  const { mutate: rename } = useRenameSavedSearchMutation();
  const { mutate: remove } = useRemoveSavedSearchMutation();
  const refresh = (): void => askAnew(client, ['SavedSearches', 'ProposalCount']);
  return {
    save: async (name, search) => {
      const { saveSearch: saved } = await save({ name, search });
      refresh();
      return saved.name;
    },
    rename: async (id, name) => {
      await rename({ id, name });
      refresh();
    },
    remove: async (id) => {
      await remove({ id });
      refresh();
    },
  };
}

/** A line of the palette that runs a saved search. */
export interface SearchCommand {
  readonly key: string;
  readonly kind: 'command';
  readonly label: string;
  readonly hint?: string;
  readonly icon: Component;
  readonly run: () => void;
}

/** The palette's lines for saved searches that can be run. */
export function useSearchCommands(): ComputedRef<SearchCommand[]> {
  const { t } = useI18n();
  const router = useRouter();
  const searches = useSavedSearches();
  return computed(() =>
    searches.value.flatMap((search) => {
      const address = addressOf(search);
      if (!address) return [];
      const hint = search.newCount > 0 ? { hint: t('searches.new', { n: formatCount(search.newCount) }) } : {};
      const label = t('searches.command', { name: search.name });
      return [
        { key: `search:${search.id}`, kind: 'command' as const, label, ...hint, icon: Bookmark, run: () => void router.push(address) },
      ];
    }),
  );
}
