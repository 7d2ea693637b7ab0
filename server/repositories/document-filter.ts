import { AppError } from '../errors.js';
import { isId } from '../ids.js';
import { containsPattern } from './sql.js';

/** Which documents. Lists mean any of, empty ones mean no condition; different fields mean all of. */
export interface DocumentFilter {
  /** Part of `content`, any case; at most 200 characters. Of several all must be found. */
  readonly keyword?: string | readonly string[] | null;
  /** As `keyword`; of several none may be found. */
  readonly notKeyword?: readonly string[] | null;
  readonly kind?: 'photo' | 'video' | null;
  /** First local date, `YYYY-MM-DD`, included. */
  readonly from?: string | null;
  /** Last local date, `YYYY-MM-DD`, included. */
  readonly to?: string | null;
  /** Names of roots. */
  readonly roots?: readonly string[] | null;
  /** Who is in it, by name or by a confirmed face: any of these. Here as below, a person stands for all who were merged with them. */
  readonly persons?: readonly string[] | null;
  /** None of these is in it. */
  readonly notPersons?: readonly string[] | null;
  /** At least one of these is in it, and nobody else who has a name. */
  readonly onlyPersons?: readonly string[] | null;
  readonly clusters?: readonly string[] | null;
  readonly hasFaces?: boolean | null;
  readonly minFaces?: number | null;
  readonly maxFaces?: number | null;
  readonly hasPlace?: boolean | null;
  readonly favourite?: boolean | null;
  /** What a person hid: left out (so by default), among the rest, or alone. Who may ask for it is said in `services/visible-documents.ts`. */
  readonly hidden?: 'without' | 'with' | 'only' | null;
  /** Only what came into the archive after this moment. */
  readonly addedSince?: Date | null;
  /** Also the members of stacks that are not shown; left out by default. */
  readonly withStacked?: boolean;
}

/** A condition over `documents d`, and the values it binds as $1, $2, ... */
export interface Condition {
  readonly sql: string;
  readonly values: unknown[];
}

const MAX_KEYWORD_CHARACTERS = 200;
const MAX_LIST = 1000;
const MAX_FACES = 10_000;

// The same words as in the index documents_gallery.
const NOT_HIDDEN = 'NOT d.hidden';
const SHOWN = `(d.stack_role IS NULL OR d.stack_role = 'primary')`;

// Who is believed is said once more in document-row.ts.
const IS_FAVOURITE = `coalesce((SELECT a.value = 'true' FROM annotations a WHERE a.document_id = d.id AND a.field = 'favourite'
  AND a.value IS NOT NULL ORDER BY a.provenance = 'person' DESC, a.provenance LIMIT 1), false)`;
// Lets the index find the few that may be favourites before each is looked at.
const MAY_BE_FAVOURITE = `d.id IN (SELECT a.document_id FROM annotations a WHERE a.field = 'favourite' AND a.value = 'true')`;
// What a person said of the place, null for none, stands over the coordinates in the file.
const HAS_PLACE = `coalesce((SELECT a.value <> 'null' FROM annotations a WHERE a.document_id = d.id AND a.field = 'place' AND a.value IS NOT NULL
  ORDER BY a.provenance = 'person' DESC, a.provenance LIMIT 1), d.latitude IS NOT NULL)`;
// Those of a list, and all who were merged with them, whichever way: read once for a statement.
const SAME_PEOPLE = (list: string) => `ARRAY(WITH RECURSIVE same (id) AS (
  SELECT unnest(${list}::uuid[])
  UNION SELECT CASE WHEN p.id = same.id THEN p.merged_into ELSE p.id END
    FROM same JOIN persons p ON p.merged_into IS NOT NULL AND (p.id = same.id OR p.merged_into = same.id)
  ) SELECT id FROM same)`;
// Both lists in one, so that this is a join: for the newest 60 of a frequent person the newest pictures are tried, for all of a rare one theirs.
// With IN and OR a page was as quick, but only while the list of a person's pictures fits into work_mem.
const HAS_PERSON = (isWhom: string) => `EXISTS (SELECT FROM (
    SELECT document_id, person_id FROM document_people UNION ALL SELECT document_id, person_id FROM faces WHERE state = 'confirmed'
  ) p WHERE p.document_id = d.id AND p.person_id ${isWhom})`;
const IN_ROOT = (list: string) => `EXISTS (SELECT FROM document_sources s JOIN roots r ON r.id = s.root_id
  WHERE s.document_id = d.id AND r.name = ANY(${list}::text[]))`;
// In place of an automatic cluster that a person's covers, that one.
const IN_CLUSTER = (list: string) => `EXISTS (SELECT FROM cluster_members m WHERE m.document_id = d.id
  AND m.cluster_id = ANY(ARRAY(SELECT coalesce(c.shadows, c.id) FROM image_clusters c WHERE c.id = ANY(${list}::uuid[]))))`;

/** Ids of what a person hid, and of what stands under it in its stack; by the index documents_hidden, because every search asks. */
export const HIDDEN_IDS = `
  SELECT h.id FROM documents h WHERE h.hidden
  UNION SELECT m.id FROM documents p JOIN documents m ON m.stack_id = p.stack_id WHERE p.hidden AND p.stack_role = 'primary'`;

/** The filter as SQL: fixed words, every value bound. Throws BAD_REQUEST for what is malformed. */
export function toCondition(filter: DocumentFilter): Condition {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const parts = [...visibility(filter), ...ofContent(filter, bind), ...ofTime(filter, bind), ...ofRelations(filter, bind)];
  return { sql: parts.length > 0 ? parts.join('\n AND ') : 'true', values };
}

type Bind = (value: unknown) => string;

function visibility(filter: DocumentFilter): string[] {
  const hidden = { without: [NOT_HIDDEN], with: [], only: ['d.hidden'] }[filter.hidden ?? 'without'];
  return [...hidden, ...(filter.withStacked ? [] : [SHOWN])];
}

function ofContent(filter: DocumentFilter, bind: Bind): string[] {
  const parts: string[] = [];
  for (const keyword of wordsOf(filter.keyword)) parts.push(contains(bind(containsPattern(checkKeyword(keyword)))));
  for (const keyword of wordsOf(filter.notKeyword)) parts.push(`NOT ${contains(bind(containsPattern(checkKeyword(keyword))))}`);
  if (filter.kind) parts.push(`d.kind = ${bind(filter.kind)}`);
  if (typeof filter.hasFaces === 'boolean') parts.push(filter.hasFaces ? 'd.face_count > 0' : 'd.face_count = 0');
  if (typeof filter.minFaces === 'number') parts.push(`d.face_count >= ${bind(checkCount(filter.minFaces))}::int`);
  if (typeof filter.maxFaces === 'number') parts.push(`d.face_count <= ${bind(checkCount(filter.maxFaces))}::int`);
  if (typeof filter.hasPlace === 'boolean') parts.push(filter.hasPlace ? HAS_PLACE : `NOT ${HAS_PLACE}`);
  if (typeof filter.favourite === 'boolean')
    parts.push(filter.favourite ? `${MAY_BE_FAVOURITE} AND ${IS_FAVOURITE}` : `NOT ${IS_FAVOURITE}`);
  return parts;
}

function ofTime(filter: DocumentFilter, bind: Bind): string[] {
  const parts: string[] = [];
  if (filter.from) parts.push(`d.taken_local >= ${bind(checkDate(filter.from))}::date`);
  if (filter.to) parts.push(`d.taken_local < ${bind(checkDate(filter.to))}::date + 1`);
  if (filter.addedSince) parts.push(`d.created_at > ${bind(filter.addedSince.toISOString())}::timestamptz`);
  return parts;
}

function ofRelations(filter: DocumentFilter, bind: Bind): string[] {
  const parts: string[] = [];
  if (filter.roots?.length) parts.push(IN_ROOT(bind(checkList(filter.roots).map(checkText))));
  const among = (ids: readonly string[]) => SAME_PEOPLE(bind(checkIds(ids)));
  if (filter.persons?.length) parts.push(HAS_PERSON(`= ANY(${among(filter.persons)})`));
  if (filter.notPersons?.length) parts.push(`NOT ${HAS_PERSON(`= ANY(${among(filter.notPersons)})`)}`);
  if (filter.onlyPersons?.length) {
    const only = among(filter.onlyPersons);
    parts.push(HAS_PERSON(`= ANY(${only})`), `NOT ${HAS_PERSON(`<> ALL(${only})`)}`);
  }
  if (filter.clusters?.length) parts.push(IN_CLUSTER(bind(checkIds(filter.clusters))));
  return parts;
}

function wordsOf(keyword: DocumentFilter['keyword']): string[] {
  return [keyword ?? []]
    .flat()
    .map((word) => word.trim())
    .filter(Boolean);
}

function contains(pattern: string): string {
  return String.raw`d.content ILIKE ${pattern} ESCAPE '\'`;
}

function checkKeyword(keyword: string): string {
  if (keyword.length <= MAX_KEYWORD_CHARACTERS) return checkText(keyword);
  throw new AppError('BAD_REQUEST', `Expected a keyword of at most ${MAX_KEYWORD_CHARACTERS} characters but received ${keyword.length}.`);
}

function checkText(text: string): string {
  if (typeof text === 'string' && !text.includes('\0')) return text;
  throw new AppError('BAD_REQUEST', 'Expected a text without the character NUL.');
}

function checkCount(count: number): number {
  if (Number.isInteger(count) && count >= 0 && count <= MAX_FACES) return count;
  throw new AppError('BAD_REQUEST', `Expected a number of faces from 0 to ${MAX_FACES} but received ${count}.`);
}

/** The text of a calendar date, checked. Throws BAD_REQUEST for anything but an existing `YYYY-MM-DD`. */
export function checkDate(text: string): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text) && text >= '0001' && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);
  if (isDate) return text;
  throw new AppError('BAD_REQUEST', `Expected a date such as 2024-02-29 but received ${JSON.stringify(text.slice(0, 40))}.`);
}

function checkIds(ids: readonly string[]): string[] {
  return checkList(ids).map((id) => {
    if (typeof id === 'string' && isId(id)) return id;
    throw new AppError('BAD_REQUEST', 'Expected ids as this archive gives them but received something else.');
  });
}

function checkList(list: readonly string[]): readonly string[] {
  if (list.length <= MAX_LIST) return list;
  throw new AppError('BAD_REQUEST', `Expected at most ${MAX_LIST} entries in a list but received ${list.length}.`);
}
