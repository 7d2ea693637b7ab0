import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import type { ClusterRow } from '../repositories/cluster.repository.js';
import type { DocumentRow } from '../repositories/document-row.js';
import { ATOMIC_FIELDS, type SaidPlace } from '../repositories/fact.js';
import type { CountedSet } from '../repositories/named-set.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import { NOTHING_SAID, type FieldVersion } from './annotation.service.js';
import type { Sight } from './visible-documents.js';

/** The values of a field over some pictures, most frequent first, at most five; null is none. */
export interface ValueSummary<T> {
  readonly values: { readonly value: T; readonly count: number }[];
  readonly isMixed: boolean;
}

/** What is known of some pictures together: what an editor of all of them shows. */
export interface AnnotationSummary {
  readonly count: number;
  readonly title: ValueSummary<string | null>;
  readonly description: ValueSummary<string | null>;
  readonly tags: { readonly name: string; readonly count: number }[];
  readonly people: { readonly person: CountedSet; readonly count: number }[];
  readonly clusters: { readonly cluster: ClusterRow; readonly count: number }[];
  /** As precise as known, such as `2024-06` or `2024-06-12T14:03:09`. */
  readonly taken: ValueSummary<string | null>;
  readonly place: ValueSummary<SaidPlace | null>;
  readonly favourites: number;
  readonly hidden: number;
  readonly versions: FieldVersion[];
  readonly imageIds: readonly string[];
}

const MOST_VALUES = 5;
const MOST_ELEMENTS = 200;
const MAX_IMAGES = 10_000;
// Characters of `YYYY-MM-DDTHH:MM:SS` that a precision knows.
const KNOWN_LENGTH = { year: 4, month: 7, day: 10, minute: 16, second: 19, millisecond: 19, unknown: 10 } as const;

/** Sums up what is known of pictures, for whoever is about to say more. */
export class AnnotationSummaries {
  constructor(
    private readonly repositories: Repositories,
    private readonly sight: Sight,
  ) {}

  /** Throws NOT_FOUND when a picture is not there, BAD_REQUEST for none or more than 10,000. */
  async summarize(ids: readonly string[], actor: Actor): Promise<AnnotationSummary> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0 || wanted.length > MAX_IMAGES) {
      throw new AppError('BAD_REQUEST', `Expected 1 to ${MAX_IMAGES} pictures but received ${wanted.length}.`);
    }
    const documents = await this.sight(actor).listByIds(wanted);
    const { namedSets, clusters } = this.repositories;
    if (documents.length < wanted.length) throw new AppError('NOT_FOUND', 'There is no such picture in the archive.');
    return {
      count: documents.length,
      title: summaryOf(documents.map(({ title }) => title)),
      description: summaryOf(documents.map(({ description }) => description)),
      tags: countsOf(documents.flatMap(({ tags }) => tags)).map(([name, count]) => ({ name, count })),
      people: (await countSets(await namedSets.listOfDocuments('person', wanted), (sets) => namedSets.listCounted('person', sets))).map(
        ({ set, count }) => ({ person: set, count }),
      ),
      clusters: (await countSets(await namedSets.listOfDocuments('cluster', wanted), (sets) => clusters.listByIds(sets))).map(
        ({ set, count }) => ({ cluster: set, count }),
      ),
      taken: summaryOf(documents.map(knownTaken)),
      place: summaryOf(documents.map(placeOf)),
      favourites: documents.filter(({ favourite }) => favourite).length,
      hidden: documents.filter(({ isHidden }) => isHidden).length,
      versions: await this.versionsOf(wanted),
      imageIds: wanted,
    };
  }

  private async versionsOf(ids: readonly string[]): Promise<FieldVersion[]> {
    const states = new Map((await this.repositories.annotations.fieldStates(ids)).map(({ field, version }) => [field, version]));
    return ATOMIC_FIELDS.map((field) => ({ field, version: states.get(field) ?? NOTHING_SAID }));
  }
}

// Of how many pictures each set is, those of most first.
async function countSets<Set extends { readonly id: string }>(
  rows: readonly { readonly id: string }[],
  list: (ids: readonly string[]) => Promise<Set[]>,
): Promise<{ set: Set; count: number }[]> {
  const counts = countsOf(rows.map(({ id }) => id));
  const sets = new Map((await list(counts.map(([id]) => id))).map((set) => [set.id, set]));
  return counts.flatMap(([id, count]) => {
    const set = sets.get(id);
    return set ? [{ set, count }] : [];
  });
}

/** The place of a picture as everyone shows it: what was said, else the coordinates in the file; null where nothing is known. */
export function placeOf({ placeName, latitude, longitude }: DocumentRow): SaidPlace | null {
  return placeName === null && latitude === null ? null : { name: placeName, latitude, longitude };
}

function knownTaken({ takenLocal, takenPrecision }: DocumentRow): string {
  return takenLocal.slice(0, KNOWN_LENGTH[takenPrecision]);
}

function summaryOf<T>(values: readonly T[]): ValueSummary<T> {
  const counts = new Map<string, { value: T; count: number }>();
  for (const value of values) {
    const key = JSON.stringify(value);
    counts.set(key, { value, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const sorted = [...counts.values()].sort((a, b) => b.count - a.count);
  return { values: sorted.slice(0, MOST_VALUES), isMixed: sorted.length > 1 };
}

function countsOf(elements: readonly string[]): [element: string, count: number][] {
  const counts = new Map<string, number>();
  for (const element of elements) counts.set(element, (counts.get(element) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, MOST_ELEMENTS);
}
