import { AppError } from '../errors.js';

/** One page of rows and where the next one starts. */
export interface Page<Row> {
  readonly rows: Row[];
  /** Opaque; null when there are no rows. */
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** Which page: how many rows, after which cursor. */
export interface PageRequest {
  readonly first: number;
  readonly after?: string | null;
}

const MAX_PAGE = 1000;
const MAX_CURSOR_CHARACTERS = 8000;

/** The page size, checked. Throws BAD_REQUEST outside 1..1000. */
export function checkPageSize(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= MAX_PAGE) return first;
  throw new AppError('BAD_REQUEST', `Expected a page size of 1 to ${MAX_PAGE} but received ${first}.`);
}

/** A cursor for the sort key of a row; opaque to everyone else. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort key inside a cursor; each part must match its pattern. Throws BAD_REQUEST for anything this program did not make. */
export function decodeCursor(cursor: string, patterns: readonly RegExp[]): string[] {
  const key = parse(cursor);
  const fits =
    key.length === patterns.length && key.every((part, index) => typeof part === 'string' && patterns[index]?.test(part) && mayExist(part));
  if (!fits) throw new AppError('BAD_REQUEST', 'Expected a cursor of an earlier answer but received something else.');
  return key as string[];
}

// PostgreSQL refuses 30 February and the year 0, which would look like a fault of ours.
function mayExist(part: string): boolean {
  const [, year, rest] = /^(\d{4,6})(-\d{2}-\d{2}T[\d:.]{12})Z?$/.exec(part) ?? [];
  if (year === undefined) return true;
  const moment = `${year.length === 4 ? year : `+${year.padStart(6, '0')}`}${rest}Z`;
  return Number(year) > 0 && new Date(moment).toJSON() === moment;
}

function parse(cursor: string): unknown[] {
  if (cursor.length > MAX_CURSOR_CHARACTERS) return [];
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(key) ? key : [];
  } catch {
    return [];
  }
}

/** Cuts one row more than asked for into a page. */
export function toPage<Row>(rows: readonly Row[], first: number, keyOf: (row: Row) => readonly string[]): Page<Row> {
  const page = rows.slice(0, first);
  const last = page.at(-1);
  return { rows: page, endCursor: last ? encodeCursor(keyOf(last)) : null, hasNextPage: rows.length > first };
}

/** Patterns of the parts of sort keys. */
export const KEY_PATTERNS = {
  wallClock: /^\d{4,6}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}$/,
  instant: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  // PostgreSQL refuses NUL in a text.
  text: /^[^\0]{0,4096}$/,
} as const;
