const long = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
const short = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });

function nameOf(month: string, format: Intl.DateTimeFormat): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? month : format.format(date);
}

/** `2024-06` as `June` */
export function monthName(month: string): string {
  return nameOf(month, long);
}

/** `2024-06` as `Jun 2024` */
export function shortMonth(month: string): string {
  return `${nameOf(month, short)} ${month.slice(0, 4)}`;
}
