import { onScopeDispose, ref, watchEffect } from 'vue';

/** What stands beside the search box, for example `118,042 of 124,310`. */
export const topNote = ref('');

/** Shows a text beside the search box for as long as the calling component lives. */
export function useTopNote(text: () => string): void {
  watchEffect(() => (topNote.value = text()));
  onScopeDispose(() => (topNote.value = ''));
}
