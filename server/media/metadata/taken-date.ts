import type { MediaMetadata } from '../analysis.js';

/** When a picture was taken, as far as a text says it. */
export interface TakenDate {
  /** Wall clock, `YYYY-MM-DDTHH:MM:SS.sss`; parts that are not known are their smallest value. */
  readonly local: string;
  /** Minutes east of UTC, or null where the text does not say. */
  readonly offsetMinutes: number | null;
  readonly precision: NonNullable<MediaMetadata['takenPrecision']>;
}

// Before the first photograph and after any clock's honest mistake; 2099 stays as stated.
const FIRST_YEAR = 1826;
const LAST_YEAR = 2200;
const MAX_OFFSET_MINUTES = 14 * 60;

const DATE =
  /^\s*(\d{4})(?:[-:./]?(\d\d)(?:[-:./]?(\d\d))?)?(?:[T ]\s*(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d\d:?\d\d)?\s*\0*$/;

/**
 * Reads EXIF, IPTC, XMP and container dates (`2012:07:14 16:30:12`, `20120714`, `2012-07`, `2012-07-14T16:30:12.68+02:00`). Month or day 00
 * lower the precision; zero dates, impossible dates and anything else are null.
 */
export function parseTakenDate(text: string, subSeconds?: string, offset?: string): TakenDate | null {
  const match = DATE.exec(text.slice(0, 64));
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const parts = {
    year,
    month: known(month),
    day: known(day),
    hour,
    minute,
    second,
    fraction: fraction ?? digits(subSeconds),
    zone: zone ?? offset,
  };
  return toTakenDate(parts);
}

interface DateParts {
  readonly year?: string;
  readonly month?: string;
  readonly day?: string;
  readonly hour?: string;
  readonly minute?: string;
  readonly second?: string;
  readonly fraction?: string;
  readonly zone?: string;
}

function toTakenDate(parts: DateParts): TakenDate | null {
  const { year, month = '01', day = '01', hour = '00', minute = '00', second = '00', fraction = '' } = parts;
  const number = Number(year);
  if (!(number >= FIRST_YEAR && number <= LAST_YEAR)) return null;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}`;
  // Date rolls 30 February over to March: only what comes back unchanged is a real moment.
  const moment = new Date(`${local}Z`);
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 23) !== local) return null;
  const precision = precisionOf(parts);
  const hasTime = precision === 'minute' || precision === 'second' || precision === 'millisecond';
  return { local, precision, offsetMinutes: hasTime ? parseOffset(parts.zone) : null };
}

function precisionOf(parts: DateParts): TakenDate['precision'] {
  if (!parts.month) return 'year';
  if (!parts.day) return 'month';
  if (!parts.hour) return 'day';
  if (!parts.second) return 'minute';
  // Clocks without fractions write zeros (`.000000Z` in every MP4): nothing but zeros claims nothing.
  return /[1-9]/.test(parts.fraction ?? '') ? 'millisecond' : 'second';
}

/** Minutes east of UTC of `Z`, `+09:00` or `-0530`; null for anything else or beyond 14 hours. */
export function parseOffset(text: string | undefined): number | null {
  if (text?.trim() === 'Z') return 0;
  const match = /^\s*([+-])(\d\d):?(\d\d)\s*\0*$/.exec(text ?? '');
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  if (Number(match[3]) > 59 || minutes > MAX_OFFSET_MINUTES) return null;
  return match[1] === '-' && minutes > 0 ? -minutes : minutes;
}

const known = (part: string | undefined): string | undefined => (part === '00' ? undefined : part);
const digits = (text: string | undefined): string | undefined => /^\s*(\d{1,9})/.exec(text ?? '')?.[1];

// Each reads year, month, day and, where the name has them, hour, minute, second, fraction.
const FILE_NAME_PATTERNS: readonly RegExp[] = [
  // 20190321_110422, IMG_20190321_110422, PXL_20190321_110422123, VID-20190321-110422, 20190321110422
  /(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)[-_T ]?(\d\d)(\d\d)(\d\d)(\d{3})?(?!\d)/,
  // 2012-07-14 15.42.33, Screenshot 2023-01-02 at 10.11.12, telegram_2020-01-30_09-57-18, signal-2021-05-06-070809
  /(?<!\d)((?:19|20)\d\d)[-_.](\d\d)[-_.](\d\d)(?:[-_T ]| at )(\d\d)[-_.:h]?(\d\d)[-_.:m]?(\d\d)(?:[-_.](\d{3}))?(?!\d)/,
  // IMG-20190321-WA0001, 20190321, 2019-03-21, Scan 2019.03.21
  /(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)/,
];

/** When a file's name says it was taken (`IMG_20190321_110422.jpg`, `IMG-20190321-WA0001.jpg`, `2012-07-14 15.42.33.png`), or null. */
export function takenFromFileName(name: string): TakenDate | null {
  for (const pattern of FILE_NAME_PATTERNS) {
    const match = pattern.exec(name.slice(0, 255));
    const [, year, month, day, hour, minute, second, fraction] = match ?? [];
    const taken = year && toTakenDate({ year, month, day, hour, minute, second, fraction });
    if (taken) return taken;
  }
  return null;
}
