import type { ImageFilter } from '../graphql/generated/operations.js';

/** The query part of an address as vue-router reads it: each name with a text, several, or nothing. */
export type QueryRecord = Record<string, string | null | (string | null)[] | undefined>;

/** Filters of ids are repeatable; they have the names of REST. */
const ID_LISTS = { person: 'persons', not_person: 'notPersons', only_person: 'onlyPersons', cluster: 'clusters' } as const;
const FACE_COUNTS = { min_faces: 'minFaces', max_faces: 'maxFaces' } as const;
const MOST_FACES = 10_000;

/** Filters are the same words in every view's address: `q`, `kind`, `from`, `to`, `root` (repeatable), `favourite`, `place`, `hidden`, and as in REST. */
export const FILTER_NAMES = [
  ...['q', 'kind', 'from', 'to', 'root', 'favourite', 'place', 'faces', 'hidden'],
  ...Object.keys(ID_LISTS),
  ...Object.keys(FACE_COUNTS),
];

/** Reads the filters of an address; what is malformed is left out. Gives `{}` where nothing is filtered. */
export function filterFromQuery(query: QueryRecord): ImageFilter {
  const filter: ImageFilter = {};
  const keyword = first(query['q'])?.trim();
  if (keyword) filter.keyword = keyword;
  const kind = first(query['kind'])?.toUpperCase();
  if (kind === 'PHOTO' || kind === 'VIDEO') filter.kind = kind;
  const from = first(query['from']);
  if (from && isLocalDate(from)) filter.from = from;
  const to = first(query['to']);
  if (to && isLocalDate(to)) filter.to = to;
  const roots = all(query['root']);
  if (roots.length > 0) filter.roots = roots;
  if (first(query['favourite']) === '1') filter.favourite = true;
  if (first(query['place']) === '1') filter.hasPlace = true;
  const faces = first(query['faces']);
  if (faces === '1' || faces === '0') filter.hasFaces = faces === '1';
  readPeople(query, filter);
  const hidden = first(query['hidden'])?.toUpperCase();
  if (hidden === 'WITH' || hidden === 'ONLY') filter.hidden = hidden;
  return filter;
}

/** Writes filters into an address, in a fixed order so that equal filters give equal addresses. */
export function filterToQuery(filter: ImageFilter): QueryRecord {
  const query: QueryRecord = {};
  if (filter.keyword) query['q'] = filter.keyword;
  if (filter.kind) query['kind'] = filter.kind.toLowerCase();
  if (filter.from) query['from'] = filter.from;
  if (filter.to) query['to'] = filter.to;
  if (filter.roots?.length) query['root'] = [...filter.roots];
  if (filter.favourite) query['favourite'] = '1';
  if (filter.hasPlace) query['place'] = '1';
  if (typeof filter.hasFaces === 'boolean') query['faces'] = filter.hasFaces ? '1' : '0';
  for (const [name, field] of entriesOf(ID_LISTS)) if (filter[field]?.length) query[name] = [...filter[field]].map(String);
  for (const [name, field] of entriesOf(FACE_COUNTS)) if (typeof filter[field] === 'number') query[name] = String(filter[field]);
  if (filter.hidden && filter.hidden !== 'WITHOUT') query['hidden'] = filter.hidden.toLowerCase();
  return query;
}

/** What of an address is not a filter, for example the threshold of a search. */
export function withoutFilters(query: QueryRecord): QueryRecord {
  return Object.fromEntries(Object.entries(query).filter(([name]) => !FILTER_NAMES.includes(name)));
}

/** The first value of a name, null where there is none. */
export function first(value: QueryRecord[string]): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** A number of an address inside its bounds, null where it is missing or malformed. */
export function numberFrom(value: QueryRecord[string], low: number, high: number): number | null {
  const text = first(value);
  if (text === null || text.trim() === '') return null;
  const number = Number(text);
  return Number.isFinite(number) ? Math.min(high, Math.max(low, number)) : null;
}

function readPeople(query: QueryRecord, filter: ImageFilter): void {
  for (const [name, field] of entriesOf(ID_LISTS)) {
    const ids = all(query[name]).filter(isId);
    if (ids.length > 0) filter[field] = ids;
  }
  for (const [name, field] of entriesOf(FACE_COUNTS)) {
    const count = numberFrom(query[name], 0, MOST_FACES);
    if (count !== null && Number.isInteger(count)) filter[field] = count;
  }
}

function entriesOf<Field extends string>(names: Readonly<Record<string, Field>>): [string, Field][] {
  return Object.entries(names) as [string, Field][];
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

function all(value: QueryRecord[string]): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '');
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
