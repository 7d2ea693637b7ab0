import { useI18n } from 'vue-i18n';
import { useSetHiddenMutation } from '../graphql/generated/operations.js';
import { useDecisions } from './decisions.js';
import { formatCount } from './format.js';
import { showError, showNote } from './toasts.js';

/** Hides pictures or shows them again, with an undo; resolves to whether it was done. */
export function useHiding(): (ids: readonly string[], hidden: boolean) => Promise<boolean> {
  const { t } = useI18n();
  const { offerUndo, refresh } = useDecisions();
  const { mutate } = useSetHiddenMutation();
  return async (ids, hidden) => {
    try {
      const { annotateImages: outcome } = await mutate({ ids: [...ids], hidden });
      if (outcome.__typename !== 'AnnotationResult') throw new Error(t('forget.changedMeanwhile'));
      const text = t(hidden ? 'forget.hidden' : 'forget.unhidden', { n: formatCount(ids.length) }, ids.length);
      // Without a decision all of them were so already.
      if (outcome.decisionId === null) showNote(text);
      else offerUndo(text, outcome.decisionId);
      refresh();
      return true;
    } catch (error) {
      showError(error);
      return false;
    }
  };
}
