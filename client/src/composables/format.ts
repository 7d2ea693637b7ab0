const counts = new Intl.NumberFormat('en');
const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;
const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `124,310` */
export function formatCount(count: number): string {
  return counts.format(count);
}

/** `6.1 MB`: decimal units, as file managers count. */
export function formatBytes(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  const rounded = step === 0 || value >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
  return rounded >= 1000 && step < BYTE_UNITS.length - 1 ? `1 ${BYTE_UNITS[step + 1]}` : `${formatCount(rounded)} ${BYTE_UNITS[step]}`;
}

/** Length or moment of a video: `0:42`, `1:08:05`. */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const tail = `${String(rest).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}

/** Time left in words short enough for a line: `12 s`, `2 min 44 s`, `3 h 5 min`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return whole % 60 === 0 ? `${whole / 60} min` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
  const minutes = Math.round(whole / 60);
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A cosine similarity with two digits, never rounded up to 1 unless it is 1: `0.86`, `0.99`. */
export function formatScore(similarity: number): string {
  const rounded = similarity < 1 ? Math.min(0.99, Math.round(similarity * 100) / 100) : 1;
  return (Object.is(rounded, -0) ? 0 : rounded).toFixed(2);
}

/** A local date `YYYY-MM-DD` as `14 Jul 2012`; anything else as it is. */
export function formatDay(localDate: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(localDate) ?? [];
  const name = MONTH_NAMES[Number(month) - 1];
  return name ? `${Number(day)} ${name} ${year}` : localDate;
}

/** Both ends of a filter's dates in the shortest true form: whole years as `2009`, days as `14 Jul 2012`, null where open. */
export function datesOf(from: string | null | undefined, to: string | null | undefined): { from: string | null; to: string | null } {
  return {
    from: from ? (from.endsWith('-01-01') ? from.slice(0, 4) : formatDay(from)) : null,
    to: to ? (to.endsWith('-12-31') ? to.slice(0, 4) : formatDay(to)) : null,
  };
}

/** How long ago in its largest unit up to days; older as a date in `text`. */
export function agoParts(
  instant: string,
  now: Date,
): { unit: 'now' | 'minutes' | 'hours' | 'days'; n: number } | { unit: 'date'; text: string } {
  const seconds = (now.getTime() - new Date(instant).getTime()) / 1000;
  if (seconds < 60) return { unit: 'now', n: 0 };
  if (seconds < 3600) return { unit: 'minutes', n: Math.floor(seconds / 60) };
  if (seconds < 86_400) return { unit: 'hours', n: Math.floor(seconds / 3600) };
  return seconds < 7 * 86_400 ? { unit: 'days', n: Math.floor(seconds / 86_400) } : { unit: 'date', text: formatDay(instant) };
}
