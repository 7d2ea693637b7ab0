import type { TakenPrecision } from '../../graphql/generated/operations.js';

const days = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** A wall clock time as exactly as it is known: `Sat 14 July 2012, 15:42 −07:00`, `July 2012`, `2012`; malformed text as it is. */
export function describeTaken(takenAt: string, precision: TakenPrecision): string {
  const [, year, month, day, clock, offset] = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})[^+Z-]*([+-]\d{2}:\d{2}|Z)?)?/.exec(takenAt) ?? [];
  // The wall clock is read as UTC, so that no zone of this machine can move it to another day.
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (year === undefined || Number.isNaN(date.getTime())) return takenAt;
  if (precision === 'YEAR') return year;
  const monthYear = `${months.format(date)} ${year}`;
  if (precision === 'MONTH') return monthYear;
  const whole = `${days.format(date)} ${Number(day)} ${monthYear}`;
  if (precision === 'DAY' || clock === undefined) return whole;
  const zone = offset === undefined ? '' : offset === 'Z' ? ' UTC' : ` ${offset.replace('-', '−')}`;
  return `${whole}, ${clock}${zone}`;
}
