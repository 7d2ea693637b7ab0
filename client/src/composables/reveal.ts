import { computed } from 'vue';
import type { ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRevealImageMutation, useViewerQuery } from '../graphql/generated/operations.js';
import { showError, showNote } from './toasts.js';

/** Shows a file in the file manager of the server's machine; `canReveal` is true only when the browser runs there too. */
export function useReveal(): { canReveal: ComputedRef<boolean>; reveal: (id: string) => Promise<void> } {
  const { t } = useI18n();
  const { result } = useViewerQuery({ fetchPolicy: 'cache-first' });
  const { mutate } = useRevealImageMutation();
  const reveal = async (id: string): Promise<void> => {
    try {
      const { revealImage } = await mutate({ id });
      if (revealImage.isRevealed) showNote(t('parts.revealed'));
      else showError(t('parts.notRevealed'));
    } catch (error) {
      showError(error);
    }
  };
  return { canReveal: computed(() => result.value?.viewer.canReveal ?? false), reveal };
}
