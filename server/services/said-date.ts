import { AppError } from '../errors.js';
import { checkDate } from '../repositories/document-filter.js';
import type { SaidTaken } from '../repositories/fact.js';
import type { TakenColumns } from '../repositories/said-state.repository.js';

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?)?)?)?$/;
const PRECISIONS = ['year', 'month', 'day', 'day', 'minute', 'second'] as const;

/** A date that a person gave, tidied: `YYYY` to `YYYY-MM-DDTHH:MM:SS`. Throws BAD_REQUEST for what is no date. */
export function saidTaken(local: string, offsetMinutes: number | null): SaidTaken {
  const isKnownOffset = offsetMinutes === null || (Number.isInteger(offsetMinutes) && Math.abs(offsetMinutes) <= 18 * 60);
  if (!isKnownOffset) throw new AppError('BAD_REQUEST', `Expected an offset of -1080 to 1080 minutes but received ${offsetMinutes}.`);
  const said = { local: local.trim(), offsetMinutes };
  if (takenColumns(said)) return said;
  const given = JSON.stringify(local.slice(0, 40));
  throw new AppError('BAD_REQUEST', `Expected a date such as 2024, 2024-06, 2024-06-12 or 2024-06-12T14:03 but received ${given}.`);
}

/** The columns of a said date: missing parts are the first of their kind, the precision tells which they are. Null for anything else. */
export function takenColumns(value: unknown): TakenColumns | null {
  const { local, offsetMinutes } = (value ?? {}) as Partial<SaidTaken>;
  const parts = typeof local === 'string' ? FORM.exec(local)?.slice(1) : undefined;
  if (!parts) return null;
  const known = parts.filter((part) => part !== undefined);
  const [year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00'] = known;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 || !isDate(`${year}-${month}-${day}`)) return null;
  return {
    takenLocal: `${year}-${month}-${day}T${hour}:${minute}:${second}.000`,
    takenOffsetMinutes: offsetMinutes ?? null,
    takenPrecision: PRECISIONS[known.length - 1] ?? 'day',
  };
}

function isDate(text: string): boolean {
  try {
    return checkDate(text) === text;
  } catch {
    return false;
  }
}
