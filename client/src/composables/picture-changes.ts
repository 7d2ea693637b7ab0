import { shallowRef } from 'vue';

/** Counts decisions that were taken here, and runs that found clusters anew. What is kept outside of the cache, as the grid's stretches are, is loaded anew when it changes. */
export const pictureChanges = shallowRef(0);
