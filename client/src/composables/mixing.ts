import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import type { AskedPart } from './query-parts.js';
import { MOST_PARTS, partsFromQuery, partsToLines, withPart } from './query-parts.js';
import { addressWith, isHere, lastSimilarAddress } from './similar-query.js';
import { closeToast, showError, showUndo } from './toasts.js';

let lastToast = 0;

/** Adds a part to the search whose hit is shown, `asked`; where it is none, to the one that was on the Similar page last. */
export function useMixing(): (part: AskedPart, asked?: readonly AskedPart[]) => void {
  const { t } = useI18n();
  const router = useRouter();
  return (part, asked = []) => {
    const { value: lastAddress } = lastSimilarAddress;
    const lastAsked = partsFromQuery(lastAddress).filter(isHere);
    const base = asked.length > 0 ? asked : lastAsked;
    const parts = withPart(base, part);
    if (parts.length > MOST_PARTS) return showError(t('similar.mix.full', { most: MOST_PARTS }));
    // The filters of another search say nothing of this one.
    const address = isSame(base, lastAsked) ? lastAddress : addressWith({}, base);
    void router.push({ name: 'similar', query: addressWith(address, parts) });
    const undo = (): void => void router.push({ name: 'similar', query: address });
    // Undoing an earlier one would undo this one too.
    closeToast(lastToast);
    lastToast = showUndo(t(`similar.mix.added.${part.mode}`), { label: t('parts.undo'), run: undo });
  };
}

function isSame(some: readonly AskedPart[], others: readonly AskedPart[]): boolean {
  return JSON.stringify(partsToLines(some)) === JSON.stringify(partsToLines(others));
}
