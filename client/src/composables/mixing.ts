import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import type { AskedPart } from './query-parts.js';
import { MOST_PARTS, partsFromQuery, withPart } from './query-parts.js';
import { addressWith, lastSimilarAddress } from './similar-query.js';
import { showError, showNote } from './toasts.js';

/** Adds a part to the search that is on the Similar page or was there last; `otherwise` is what is looked for where there was none. */
export function useMixing(): (part: AskedPart, otherwise?: readonly AskedPart[]) => void {
  const { t } = useI18n();
  const router = useRouter();
  return (part, otherwise = []) => {
    const asked = partsFromQuery(lastSimilarAddress.value);
    const parts = withPart(asked.length > 0 ? asked : otherwise, part);
    if (parts.length > MOST_PARTS) return showError(t('similar.mix.full', { most: MOST_PARTS }));
    const before = asked.length > 0 ? lastSimilarAddress.value : addressWith({}, otherwise);
    void router.push({ name: 'similar', query: addressWith(lastSimilarAddress.value, parts) });
    const undo = (): void => void router.push({ name: 'similar', query: before });
    showNote(t(`similar.mix.added.${part.mode}`), { label: t('parts.undo'), run: undo });
  };
}
