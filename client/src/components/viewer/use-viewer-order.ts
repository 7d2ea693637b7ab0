import { computed, shallowRef, watch } from 'vue';
import type { ComputedRef } from 'vue';
import { gridOrder } from '../../composables/grid-order.js';
import { viewerSequence } from '../../composables/viewer-sequence.js';

/** Where the viewer stands in the list it was opened from. */
export interface ViewerOrder {
  /** Place from 0 and length of the list; null where the picture stands in no list. */
  position: ComputedRef<{ index: number; count: number } | null>;
  /** Id of the picture before (-1) or after (1), null at the ends. */
  findNeighbour(direction: 1 | -1): Promise<string | null>;
  /** Brings the picture into sight in the grid below; false where no grid is there. */
  showInGrid(): boolean;
}

/** The order of the search that the viewer was opened from, else that of the grid below it. */
export function useViewerOrder(id: () => string, takenAt: () => string | null): ViewerOrder {
  const gridIndex = shallowRef(-1);
  watch(
    [id, takenAt],
    async ([newId, taken]) => {
      const order = gridOrder.value;
      gridIndex.value = order?.indexOf(newId) ?? -1;
      if (!order || gridIndex.value >= 0 || taken === null) return;
      const index = await order.locate(newId, taken.slice(0, 7));
      if (id() === newId) gridIndex.value = index;
    },
    { immediate: true },
  );
  const position = computed(() => {
    const index = viewerSequence.value.indexOf(id());
    if (index >= 0) return { index, count: viewerSequence.value.length };
    return gridIndex.value >= 0 ? { index: gridIndex.value, count: gridOrder.value?.count ?? 0 } : null;
  });
  return {
    position,
    async findNeighbour(direction) {
      const sequence = viewerSequence.value;
      const index = sequence.indexOf(id());
      if (index >= 0) return sequence[index + direction] ?? null;
      return gridIndex.value < 0 ? null : ((await gridOrder.value?.idAt(gridIndex.value + direction)) ?? null);
    },
    showInGrid() {
      if (!gridOrder.value || gridIndex.value < 0) return false;
      gridOrder.value.show(gridIndex.value);
      return true;
    },
  };
}
