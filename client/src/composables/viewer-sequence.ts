import { shallowRef } from 'vue';

/** Ids in the order of the list that the viewer was opened from: what its arrows walk. Empty when it was opened by address. */
export const viewerSequence = shallowRef<readonly string[]>([]);

/** Remembers the list just before the viewer opens. */
export function setViewerSequence(ids: readonly string[]): void {
  viewerSequence.value = ids;
}
