import type { Composer } from 'vue-i18n';
import { formatCount } from './format.js';

// The server names at most this many values of a field.
const MOST_VALUES = 5;

/** What stands at the right of a field: how many values there are, or that all pictures say the same; nothing for a single picture. */
export function differsNote(
  { count }: { count: number },
  { isMixed, values }: { isMixed: boolean; values: readonly { count: number }[] },
  t: Composer['t'],
): string {
  if (count < 2) return '';
  if (!isMixed) return values.length > 0 && hasValue(values[0]) ? t('annotate.same') : '';
  const named = values.reduce((sum, value) => sum + value.count, 0);
  const isWhole = named >= count || values.length < MOST_VALUES;
  return t(isWhole ? 'annotate.differs' : 'annotate.differsMany', { n: formatCount(values.length) });
}

function hasValue(entry: object | undefined): boolean {
  return entry !== undefined && Object.entries(entry).some(([name, value]) => name !== 'count' && name !== '__typename' && value !== null);
}
