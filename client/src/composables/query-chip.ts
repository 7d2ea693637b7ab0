import { shallowRef } from 'vue';

/** The query picture as a chip in the search box; null where the query is words or nothing. */
export const queryChip = shallowRef<{ readonly label: string; readonly picture: string | null } | null>(null);
