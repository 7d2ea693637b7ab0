/** How exactly a date was written. */
export type WrittenPrecision = 'year' | 'month' | 'day' | 'minute' | 'second';

/** A wall clock time as exactly as it is known; the length of `local` is its precision. */
export interface WrittenTime {
  readonly local: string;
  readonly precision: WrittenPrecision;
  readonly offsetMinutes: number | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const PRECISIONS: Readonly<Record<number, WrittenPrecision>> = { 4: 'year', 7: 'month', 10: 'day', 16: 'minute', 19: 'second' };
const WRITTEN = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(Z|[+-]\d{2}:\d{2})?)?)?)?$/i;

/** Reads `1999`, `1999-07`, `Jul 1999`, `14 July 1999`, `1999-07-14 15:42`, with an offset where one is written; null where it is no date. */
export function parseTaken(text: string): WrittenTime | null {
  const [, year, month, day, hour, minute, second, offset] = WRITTEN.exec(withNumbers(text.trim().replaceAll('−', '-'))) ?? [];
  if (year === undefined) return null;
  const date = [year, ...[month, day].filter((part) => part !== undefined).map(twoDigits)].join('-');
  const clock =
    hour === undefined
      ? ''
      : `T${[hour, minute, second]
          .filter((part) => part !== undefined)
          .map(twoDigits)
          .join(':')}`;
  const precision = PRECISIONS[date.length + clock.length];
  if (!precision || !isReal(date + clock)) return null;
  return { local: date + clock, precision, offsetMinutes: offset === undefined ? null : minutesOf(offset) };
}

/** A local time as it stands in the field: `1999-07-14 15:42`; seconds that say nothing are left out. */
export function formatTaken(local: string): string {
  return local.replace('T', ' ').replace(/^(.{16}):00(?:\.0+)?$/, '$1');
}

/** Months written as words, in front of or behind the day. */
function withNumbers(text: string): string {
  const [, day, name, year, clock] = /^(?:(\d{1,2})\.?\s+)?([a-z]{3,9})\.?\s+(\d{4})(?:,?\s+(\d{1,2}:.*))?$/i.exec(text) ?? [];
  const month = MONTHS.findIndex((one) => name?.toLowerCase().startsWith(one));
  if (name === undefined || month < 0) return text;
  return `${year}-${month + 1}${day === undefined ? '' : `-${day}`}${clock === undefined ? '' : ` ${clock}`}`;
}

function twoDigits(part: string): string {
  return part.padStart(2, '0');
}

function isReal(local: string): boolean {
  const whole = local + '0000-01-01T00:00:00'.slice(local.length);
  const date = new Date(`${whole}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole) && date.getUTCFullYear() >= 1800;
}

function minutesOf(offset: string): number {
  if (/^z$/i.test(offset)) return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4));
  return offset.startsWith('-') ? -minutes : minutes;
}
