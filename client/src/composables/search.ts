import type { ComputedRef } from 'vue';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute, useRouter } from 'vue-router';
import type { ImageFilter } from '../graphql/generated/operations.js';
import { pictureTaker, holdPicture, looksLikePicture } from './query-picture.js';
import type { AskedPart } from './query-parts.js';
import { canBeAsked, partOf, partsFromQuery, partsToQuery, withoutParts } from './query-parts.js';
import { showError } from './toasts.js';
import { filterFromQuery, filterToQuery, withoutFilters } from './url-state.js';

/** What the search box and the palette can do; everything ends in the address. */
export interface Search {
  filter: ComputedRef<ImageFilter>;
  words: ComputedRef<string>;
  setFilter: (filter: ImageFilter) => void;
  /** Beside the pictures that are looked for, in place of other words. */
  lookForWords: (text: string) => void;
  lookForPicture: (file: File) => void;
  /** Takes the words away and leaves the pictures. */
  clearWords: () => void;
  clearQuery: () => void;
}

/** The search that the address describes. */
export function useSearch(): Search {
  const route = useRoute();
  const router = useRouter();
  const { t } = useI18n();
  const isSimilar = computed(() => route.name === 'similar');
  const filter = computed(() => filterFromQuery(route.query));
  const parts = computed(() => (isSimilar.value ? partsFromQuery(route.query) : []));
  const words = computed(() => parts.value.find(isWords)?.value ?? '');

  const setFilter = (next: ImageFilter): void => {
    const kept = isSimilar.value ? withoutFilters(route.query) : {};
    void router.push({ name: isSimilar.value ? 'similar' : 'photos', query: { ...kept, ...filterToQuery(next) } });
  };
  const lookFor = (next: readonly AskedPart[]): void => {
    // Another question has scores of its own, on which a threshold of this one says nothing.
    const { threshold: _threshold, ...rest } = isSimilar.value ? withoutParts(withoutFilters(route.query)) : {};
    void router.push({ name: 'similar', query: { ...partsToQuery(next), ...rest, ...filterToQuery(filter.value) } });
  };
  const lookForPicture = (file: File): void => {
    if (!looksLikePicture(file)) showError(t('frame.notAPicture', { name: file.name }));
    else if (pictureTaker.value) pictureTaker.value(holdPicture(file));
    else lookFor([partOf('upload', holdPicture(file))]);
  };
  const clearQuery = (): void => lookFor([]);
  return {
    filter,
    words,
    setFilter,
    lookForWords: (text) => lookFor(withWords(parts.value, text)),
    lookForPicture,
    clearWords: () => {
      const rest = parts.value.filter((part) => !isWords(part));
      lookFor(canBeAsked(rest) ? rest : []);
    },
    clearQuery,
  };
}

function isWords({ kind, mode }: AskedPart): boolean {
  return kind === 'text' && mode === 'MORE';
}

function withWords(parts: readonly AskedPart[], text: string): AskedPart[] {
  const place = parts.findIndex(isWords);
  return place < 0 ? [...parts, partOf('text', text)] : parts.map((part, index) => (index === place ? { ...part, value: text } : part));
}
