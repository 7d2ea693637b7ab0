import type { ComputedRef } from 'vue';
import { computed, shallowRef, watchEffect } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { ImageFilter, QueryPart, SimilarImagesQueryVariables } from '../graphql/generated/operations.js';
import { findPicture } from './query-picture.js';
import type { AskedPart } from './query-parts.js';
import { canBeAsked, partsFromQuery, partsToQuery, withoutParts } from './query-parts.js';
import type { QueryRecord } from './url-state.js';
import { filterFromQuery, first, numberFrom } from './url-state.js';

const DEFAULT_TOP_K = 200;
const MOST_TOP_K = 1000;

/** The Similar page as its address describes it: what is looked for (see query-parts.ts), `top`, `threshold`, `collapse`, and the filters. */
export interface SimilarView {
  /** What is looked for; empty while that is nothing. */
  parts: ComputedRef<readonly AskedPart[]>;
  /** Something can be asked. */
  isAsking: ComputedRef<boolean>;
  variables: ComputedRef<SimilarImagesQueryVariables>;
  filter: ComputedRef<ImageFilter>;
  /** The address names an upload that is gone since a reload. */
  isLost: ComputedRef<boolean>;
  topK: ComputedRef<number>;
  /** Near-duplicates stand under one hit. */
  collapse: ComputedRef<boolean>;
  /** Null: the calibrated cut. */
  threshold: ComputedRef<number | null>;
  /** Looks for these instead; `isAdjusting` makes no new step to come back to. */
  setParts: (parts: readonly AskedPart[], isAdjusting?: boolean) => void;
  setTopK: (topK: number) => void;
  setCollapse: (collapse: boolean) => void;
  setThreshold: (threshold: number) => void;
}

/** The address that the Similar page has or last had: what "more like this" is added to. */
export const lastSimilarAddress = shallowRef<QueryRecord>({});

/** Reads and writes the address of the Similar page; while the viewer lies over it, the last address stays in force. */
export function useSimilarView(): SimilarView {
  const route = useRoute();
  const router = useRouter();
  let last = route.query;
  const address = computed(() => (route.name === 'similar' ? (last = route.query) : last));
  watchEffect(() => (lastSimilarAddress.value = address.value));

  const named = computed(() => partsFromQuery(address.value));
  const parts = computed(() => named.value.filter(isHere));
  const filter = computed(() => filterFromQuery(address.value));
  const topK = computed(() => Math.round(numberFrom(address.value['top'], 1, MOST_TOP_K) ?? DEFAULT_TOP_K));
  const collapse = computed(() => first(address.value['collapse']) === '1');
  const replace = (change: Record<string, string>): void => void router.replace({ query: { ...route.query, ...change } });
  return {
    parts,
    isAsking: computed(() => canBeAsked(parts.value)),
    // Everything down to -1 is asked for, so that moving the threshold needs no request.
    variables: computed(() => ({
      query: parts.value.map(inputOf),
      threshold: -1,
      topK: topK.value,
      filter: filter.value,
      collapse: collapse.value,
    })),
    filter,
    isLost: computed(() => parts.value.length < named.value.length),
    topK,
    collapse,
    threshold: computed(() => numberFrom(address.value['threshold'], -1, 1)),
    setParts: (next, isAdjusting = false) =>
      void router.push({ name: 'similar', query: addressWith(address.value, next), replace: isAdjusting }),
    setTopK: (value) => replace({ top: String(value) }),
    setCollapse: (value) => replace({ collapse: value ? '1' : '0' }),
    setThreshold: (value) => replace({ threshold: value.toFixed(2) }),
  };
}

/** An address of the Similar page that looks for something else. Its threshold goes: it was set on the scores of another query. */
export function addressWith(address: QueryRecord, parts: readonly AskedPart[]): QueryRecord {
  const { threshold: _threshold, ...rest } = withoutParts(address);
  return { ...partsToQuery(parts), ...rest };
}

/** False for an upload that is gone since a reload. */
export function isHere(part: AskedPart): boolean {
  return part.kind !== 'upload' || findPicture(part.value) !== null;
}

function inputOf({ kind, value, region, frameMs, mode, weight }: AskedPart): QueryPart {
  if (kind === 'text') return { text: value, mode, weight };
  const picture = kind === 'id' ? { imageId: value } : kind === 'path' ? { path: value } : { upload: findPicture(value)?.file };
  return { ...picture, region, frameMs, mode, weight };
}
