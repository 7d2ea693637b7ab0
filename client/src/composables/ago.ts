import { useNow } from '@vueuse/core';
import { useI18n } from 'vue-i18n';
import { agoParts } from './format.js';

/** Says how long ago an instant was, and keeps saying it right while the page stays open. */
export function useAgo(): (instant: string) => string {
  const { t } = useI18n();
  const now = useNow({ interval: 30_000 });
  return (instant) => {
    const parts = agoParts(instant, now.value);
    return parts.unit === 'date' ? parts.text : t(`parts.ago.${parts.unit}`, { n: parts.n });
  };
}
