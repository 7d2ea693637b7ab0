import type { ComputedRef } from 'vue';
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { ImageFilter, SimilarImagesQueryVariables, QueryPart } from '../graphql/generated/operations.js';
import type { QueryPicture } from './query-picture.js';
import { findPicture } from './query-picture.js';
import { filterFromQuery, first, numberFrom } from './url-state.js';

const DEFAULT_TOP_K = 200;
const MOST_TOP_K = 1000;

/** The Similar page as its address describes it: `id` | `path` | `text` | `upload`, `frame` (moment of a video, ms), `top`, `threshold`, `collapse`, and the filters. */
export interface SimilarView {
  /** Null while nothing is asked for. */
  query: ComputedRef<QueryPart | null>;
  variables: ComputedRef<SimilarImagesQueryVariables>;
  filter: ComputedRef<ImageFilter>;
  upload: ComputedRef<QueryPicture | null>;
  /** The address names an upload that is gone since a reload. */
  isLost: ComputedRef<boolean>;
  topK: ComputedRef<number>;
  /** Near-duplicates stand under one hit. */
  collapse: ComputedRef<boolean>;
  /** Null: the calibrated cut. */
  threshold: ComputedRef<number | null>;
  setTopK: (topK: number) => void;
  setCollapse: (collapse: boolean) => void;
  setThreshold: (threshold: number) => void;
}

/** Reads and writes the address of the Similar page; while the viewer lies over it, the last address stays in force. */
export function useSimilarView(): SimilarView {
  const route = useRoute();
  const router = useRouter();
  let last = route.query;
  const address = computed(() => (route.name === 'similar' ? (last = route.query) : last));

  const uploadKey = computed(() => first(address.value['upload']));
  const upload = computed(() => (uploadKey.value ? findPicture(uploadKey.value) : null));
  const query = computed(() => queryOf(address.value, upload.value));
  const filter = computed(() => filterFromQuery(address.value));
  const topK = computed(() => Math.round(numberFrom(address.value['top'], 1, MOST_TOP_K) ?? DEFAULT_TOP_K));
  const collapse = computed(() => first(address.value['collapse']) === '1');
  const replace = (change: Record<string, string>): void => void router.replace({ query: { ...route.query, ...change } });
  return {
    query,
    // Everything down to -1 is asked for, so that moving the threshold needs no request.
    variables: computed(() => ({
      query: query.value ? [query.value] : [],
      threshold: -1,
      topK: topK.value,
      filter: filter.value,
      collapse: collapse.value,
    })),
    filter,
    upload,
    isLost: computed(() => uploadKey.value !== null && upload.value === null),
    topK,
    collapse,
    threshold: computed(() => numberFrom(address.value['threshold'], -1, 1)),
    setTopK: (value) => replace({ top: String(value) }),
    setCollapse: (value) => replace({ collapse: value ? '1' : '0' }),
    setThreshold: (value) => replace({ threshold: value.toFixed(2) }),
  };
}

function queryOf(address: Parameters<typeof filterFromQuery>[0], upload: QueryPicture | null): QueryPart | null {
  if (upload) return { upload: upload.file };
  const text = first(address['text'])?.trim();
  if (text) return { text };
  const [id, path] = [first(address['id']), first(address['path'])];
  const frameMs = numberFrom(address['frame'], 0, Number.MAX_SAFE_INTEGER);
  const moment = frameMs === null ? {} : { frameMs: Math.round(frameMs) };
  if (id) return { imageId: id, ...moment };
  return path ? { path, ...moment } : null;
}
