import type { ComputedRef } from 'vue';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute, useRouter } from 'vue-router';
import type { ImageFilter } from '../graphql/generated/operations.js';
import { holdPicture, looksLikePicture } from './query-picture.js';
import { showError } from './toasts.js';
import { filterFromQuery, filterToQuery, first, withoutFilters } from './url-state.js';

/** What the search box and the palette can do; everything ends in the address. */
export interface Search {
  filter: ComputedRef<ImageFilter>;
  words: ComputedRef<string>;
  setFilter: (filter: ImageFilter) => void;
  lookForWords: (text: string) => void;
  lookForPicture: (file: File) => void;
  clearQuery: () => void;
}

/** The search that the address describes. */
export function useSearch(): Search {
  const route = useRoute();
  const router = useRouter();
  const { t } = useI18n();
  const isSimilar = computed(() => route.name === 'similar');
  const filter = computed(() => filterFromQuery(route.query));
  const words = computed(() => (isSimilar.value ? (first(route.query['text']) ?? '') : ''));

  const setFilter = (next: ImageFilter): void => {
    const kept = isSimilar.value ? withoutFilters(route.query) : {};
    void router.push({ name: isSimilar.value ? 'similar' : 'photos', query: { ...kept, ...filterToQuery(next) } });
  };
  const lookFor = (query: Record<string, string>): void =>
    void router.push({ name: 'similar', query: { ...query, ...filterToQuery(filter.value) } });
  const lookForPicture = (file: File): void => {
    if (looksLikePicture(file)) lookFor({ upload: holdPicture(file) });
    else showError(t('frame.notAPicture', { name: file.name }));
  };
  return {
    filter,
    words,
    setFilter,
    lookForWords: (text) => lookFor({ text }),
    lookForPicture,
    clearQuery: () => void router.push({ name: 'similar', query: filterToQuery(filter.value) }),
  };
}
