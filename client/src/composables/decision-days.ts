import { formatDay } from './format.js';

/** What happened on one day. */
export interface Day<T> {
  /** `YYYY-MM-DD` where the reader is. */
  readonly date: string;
  readonly items: T[];
}

/** Groups what comes in order of time by the reader's days. */
export function groupByDay<T extends { readonly at: string }>(items: readonly T[]): Day<T>[] {
  const days: Day<T>[] = [];
  for (const item of items) {
    const date = localDate(new Date(item.at));
    const last = days.at(-1);
    if (last?.date === date) last.items.push(item);
    else days.push({ date, items: [item] });
  }
  return days;
}

/** How a day is called: today and yesterday by their names (`null`), all others by their date. */
export function dayName(date: string, now: Date): { key: 'today' | 'yesterday' } | { key: null; text: string } {
  if (date === localDate(now)) return { key: 'today' };
  const before = new Date(now);
  before.setDate(before.getDate() - 1);
  if (date === localDate(before)) return { key: 'yesterday' };
  return { key: null, text: formatDay(date) };
}

/** `14:03` where the reader is. */
export function clockOf(instant: string): string {
  return new Date(instant).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

function localDate(instant: Date): string {
  return instant.toLocaleDateString('sv-SE');
}
