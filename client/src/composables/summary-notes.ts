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

/** One value to be taken for all pictures; `text` is null where there is none. */
export interface ValueOffer<T> {
  readonly value: T;
  readonly text: string | null;
  readonly count: number;
}

// More would push the next field out of sight.
const MOST_OFFERS = 3;

/** What can be taken for all where the pictures differ: the commonest values, `none` last. */
export function offersOf<T extends { readonly count: number }>(
  { isMixed, values }: { isMixed: boolean; values: readonly T[] },
  textOf: (value: T) => string | null,
): ValueOffer<T>[] {
  if (!isMixed) return [];
  const offers = values.map((value) => ({ value, text: textOf(value) || null, count: value.count }));
  // Where hardly any two pictures share a value, as with times to the second, offering some of them helps nobody.
  const shared = values.length > MOST_OFFERS ? offers.filter(({ count }) => count > 1) : offers;
  return shared.slice(0, MOST_OFFERS).toSorted((a, b) => Number(a.text === null) - Number(b.text === null));
}

function hasValue(entry: object | undefined): boolean {
  return entry !== undefined && Object.entries(entry).some(([name, value]) => name !== 'count' && name !== '__typename' && value !== null);
}
