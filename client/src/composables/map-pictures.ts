import type { ShallowRef } from 'vue';
import { onScopeDispose, shallowRef, watch } from 'vue';
import type { PicturePartsFragment } from '../graphql/generated/operations.js';
import { useMapPicturesLazyQuery } from '../graphql/generated/operations.js';
import { pictureChanges } from './picture-changes.js';

/** Ids that are asked for together; the server takes 200. */
const BATCH = 100;
/** While the map moves, more points come into sight than will be looked at. */
const WAIT_MS = 120;
/** Pictures are small (about 1 kB); beyond this the oldest go. */
const KEPT = 5_000;

/** Pictures by their ids, as far as they were asked for. */
export interface MapPictures {
  /** Null: it is not there, or may not be seen. */
  known: ShallowRef<ReadonlyMap<string, PicturePartsFragment | null>>;
  want: (ids: readonly string[]) => void;
}

/** Asks for pictures in batches, soon after they were wanted; what is wanted last replaces what was not asked for yet. */
export function useMapPictures(): MapPictures {
  const { load } = useMapPicturesLazyQuery();
  const known = shallowRef<ReadonlyMap<string, PicturePartsFragment | null>>(new Map());
  const underWay = new Set<string>();
  let timer = 0;
  let wanted: readonly string[] = [];

  const ask = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) underWay.add(id);
    // A failed batch is asked for again when its points are next in sight.
    const answer = await load({ ids: [...ids] }, 'no-cache').catch(() => null);
    for (const id of ids) underWay.delete(id);
    if (!answer) return;
    const found = new Map(answer.imagesByIds.map((picture) => [picture.id, picture]));
    const all = [...known.value, ...ids.map((id) => [id, found.get(id) ?? null] as const)];
    known.value = new Map(all.slice(-KEPT));
  };
  const askInBatches = (ids: readonly string[]): void => {
    for (let at = 0; at < ids.length; at += BATCH) void ask(ids.slice(at, at + BATCH));
  };
  const want = (ids: readonly string[]): void => {
    wanted = ids;
    clearTimeout(timer);
    timer = window.setTimeout(() => askInBatches(ids.filter((id) => !known.value.has(id) && !underWay.has(id))), WAIT_MS);
  };
  // What is kept here does not follow the cache, which would keep every batch as an answer of its own.
  watch(pictureChanges, () => askInBatches(wanted));
  onScopeDispose(() => clearTimeout(timer));
  return { known, want };
}
