import type { ComputedRef, Ref } from 'vue';
import { computed, ref, watch } from 'vue';
import type { SearchToSave, SimilarImagesQuery } from '../graphql/generated/operations.js';
import { useSimilarImagesQuery } from '../graphql/generated/operations.js';
import { plainRegion } from './region.js';
import type { SimilarView } from './similar-query.js';

type Answer = SimilarImagesQuery['similarImages'];

/** The answer to what the Similar page looks for. */
export interface SimilarAnswerState {
  answer: ComputedRef<Answer | null>;
  error: Readonly<Ref<Error | null>>;
  refetch: () => Promise<void>;
  /** A new answer is on its way and the last one still stands. */
  isChanging: ComputedRef<boolean>;
  /** Words alone that were looked up as text: there are no scores. */
  isKeyword: ComputedRef<boolean>;
  /** What is kept under a name; null with an upload that is no picture of the archive. */
  toSave: ComputedRef<SearchToSave | null>;
}

/** Asks for what the address says. The last answer stays while the same things are only weighed or cut otherwise, so that nothing flickers under a slider. */
export function useSimilarAnswer(view: SimilarView): SimilarAnswerState {
  const subjects = computed(() => JSON.stringify(view.parts.value.map(({ kind, value, frameMs }) => [kind, value, frameMs])));
  const answered = ref('');
  const { result, error, loading, refetch } = useSimilarImagesQuery(
    () => view.variables.value,
    () => ({
      enabled: view.isAsking.value,
      // An upload has no form that a cache could know it by.
      fetchPolicy: view.parts.value.some(({ kind }) => kind === 'upload') ? 'no-cache' : 'cache-first',
    }),
  );
  watch(result, () => (answered.value = subjects.value), { flush: 'sync', immediate: true });
  const isAnswered = computed(() => view.isAsking.value && answered.value === subjects.value);
  const answer = computed(() => (isAnswered.value ? (result.value?.similarImages ?? null) : null));
  return {
    answer,
    error,
    refetch,
    isChanging: computed(() => loading.value && answer.value !== null),
    isKeyword: computed(() => answer.value?.query.parts.every(({ kind }) => kind === 'KEYWORD') ?? false),
    toSave: computed(() => (answer.value ? toSave(answer.value, view) : null)),
  };
}

function toSave({ query, histogram }: Answer, view: SimilarView): SearchToSave | null {
  if (query.parts.some(({ imageId, text }) => imageId === null && text === null)) return null;
  return {
    parts: query.parts.map(({ imageId, text, region, frameMs, mode, weight }) => ({
      ...(text === null ? { imageId, region: plainRegion(region), frameMs } : { text }),
      mode,
      weight,
    })),
    threshold: view.threshold.value ?? histogram.cut,
    topK: view.topK.value,
    filter: view.filter.value,
  };
}
