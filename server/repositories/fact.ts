/** Where words came from that nobody typed: a suggestion someone accepted, with its score and the model that made it. */
export interface Via {
  readonly kind: 'proposal';
  readonly score: number | null;
  readonly model: string | null;
}

/** One thing that was said about a document: `value` as its field has it, who said it (`person:<id>`) and when (ISO 8601, UTC). */
export interface Fact {
  readonly value: unknown;
  readonly by: string;
  readonly at: string;
  readonly via?: Via;
}

/** When a picture was taken, as a person said it: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM[:SS]`, by the wall clock. */
export interface SaidTaken {
  readonly local: string;
  readonly offsetMinutes: number | null;
}

/** Where a picture was taken, as a person said it; coordinates are given both or not at all. */
export interface SaidPlace {
  readonly name: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Fields with one value each. */
export const ATOMIC_FIELDS = ['title', 'description', 'taken', 'place', 'favourite', 'hidden', 'duplicate'] as const;
/** Fields that hold elements, each said (true; of a region its name) or said not (false). */
export const SET_FIELDS = ['tags', 'people', 'clusters', 'notDuplicates', 'spareFiles', 'regions'] as const;

/** A field of a document that a person can say something about. */
export type FactField = (typeof ATOMIC_FIELDS)[number] | (typeof SET_FIELDS)[number];

/** What was said about one document: `title`, `tags/<tag>`, `people/<person id>`, ... */
export type Facts = ReadonlyMap<string, Fact>;

/** The key of a fact: its field, and the element where the field holds several. */
export function factKey(field: string, element = ''): string {
  return element === '' ? field : `${field}/${element}`;
}

/** Field and element of a key; an element may hold slashes itself. */
export function splitKey(key: string): { field: string; element: string } {
  const slash = key.indexOf('/');
  return slash < 0 ? { field: key, element: '' } : { field: key.slice(0, slash), element: key.slice(slash + 1) };
}

/** Whether two values say the same; objects whatever the order of their keys. */
export function isSameValue(left: unknown, right: unknown): boolean {
  return canonical(left) === canonical(right);
}

function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
