import { watchDebounced } from '@vueuse/core';
import type { ComputedRef, Ref } from 'vue';
import { computed, shallowRef, watch } from 'vue';
import type { ClusterChoicesQuery } from '../graphql/generated/operations.js';
import { useClusterChoicesLazyQuery } from '../graphql/generated/operations.js';

/** A cluster that may be chosen. */
export type ClusterChoice = ClusterChoicesQuery['clusters'][number];

/** A name as it is kept: without space around it, and with one blank where there are more. */
export function plainName(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** True where a cluster has this very name; case does not matter. */
export function isNamed({ name }: Pick<ClusterChoice, 'name'>, text: string): boolean {
  return name.toLowerCase() === text.toLowerCase();
}

/** Those that what is typed may mean, whatever was answered to: the one of that name first, then those that begin with it, else as they stand. Automatic ones are known by their words too. */
export function choicesFor<T extends Pick<ClusterChoice, 'name' | 'kind' | 'looksLike'>>(clusters: readonly T[], typed: string): T[] {
  const wanted = typed.toLowerCase();
  const holds = (text: string): boolean => text.toLowerCase().includes(wanted);
  const rank = ({ name }: T): number => (isNamed({ name }, typed) ? 0 : name.toLowerCase().startsWith(wanted) ? 1 : 2);
  return clusters
    .filter(({ name, kind, looksLike }) => holds(name) || (kind === 'KMEANS' && looksLike.some(holds)))
    .toSorted((one, other) => rank(one) - rank(other));
}

/** Clusters to choose from. */
export interface ClusterChoices {
  /** What was answered last, which may be to less than is typed. */
  all: ComputedRef<readonly ClusterChoice[]>;
  /** True until what is typed is answered. */
  isWaiting: ComputedRef<boolean>;
  error: Readonly<Ref<Error | null>>;
  retry: () => Promise<void>;
}

/** Where nothing is typed, the largest are read; else so many that also a small one of that very name is among them. */
const LARGEST = 10;
const MOST_NAMED = 200;
/** All that the nights make: they are sought by their words, which the server does not. */
const MOST_AUTOMATIC = 1000;

/** Asks for named clusters as one types, and once for the automatic ones where they may be chosen. */
export function useClusterChoices(typed: Readonly<Ref<string>>, withAutomatic: boolean): ClusterChoices {
  const { load } = useClusterChoicesLazyQuery();
  const named = shallowRef<{ text: string; clusters: ClusterChoice[] } | null>(null);
  const automatic = shallowRef<ClusterChoice[] | null>(withAutomatic ? null : []);
  const error = shallowRef<Error | null>(null);

  const ask = async (): Promise<void> => {
    const text = typed.value;
    error.value = null;
    try {
      const first = text ? MOST_NAMED : LARGEST;
      const { clusters } = await load({ search: text || null, kind: 'USER', first });
      if (text === typed.value) named.value = { text, clusters };
      automatic.value ??= (await load({ search: null, kind: 'KMEANS', first: MOST_AUTOMATIC })).clusters;
    } catch (cause) {
      if (text === typed.value) error.value = cause instanceof Error ? cause : new Error(String(cause));
    }
  };
  void ask();
  watch(typed, () => (error.value = null));
  watchDebounced(typed, ask, { debounce: 100 });
  return {
    all: computed(() => [...(named.value?.clusters ?? []), ...(automatic.value ?? [])]),
    isWaiting: computed(() => error.value === null && (named.value?.text !== typed.value || automatic.value === null)),
    error,
    retry: ask,
  };
}
