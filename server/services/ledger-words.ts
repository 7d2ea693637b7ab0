import { keptRegionOf } from '../media/kept-region.js';
import type { ChangedSubject, Said } from '../repositories/decision.repository.js';
import { splitKey } from '../repositories/fact.js';
import type { Repositories } from '../repositories/repositories.js';
import { setKindOf } from './ledger-keys.js';

/** One thing a decision says, whomever it says it of: the field, the words, and whether they were taken away or refused. */
export interface SaidChange {
  readonly field: string;
  readonly text: string | null;
  readonly isRemoved: boolean;
}

interface ShownChange {
  readonly key: string;
  readonly value: unknown;
  readonly isRemoved: boolean;
}

const MOST_CHANGES = 20;
const MOST_CHARACTERS = 200;

/** What a decision says, each thing once, at most twenty: what the history shows of it. Names are those of its day. */
export async function describeChanges(repositories: Repositories, subjects: readonly ChangedSubject[]): Promise<SaidChange[]> {
  const distinct = new Map<string, ShownChange>();
  const changes = subjects
    .filter(({ kind }) => kind !== 'proposal')
    .flatMap(({ kind, change }) => Object.entries(change).map(([key, parts]) => ({ kind, key, ...parts })));
  for (const { kind, key, from, to } of changes) {
    if (distinct.size >= MOST_CHANGES) break;
    for (const shown of shownOf(kind, key, { from, to })) distinct.set(JSON.stringify(shown), shown);
  }
  const shown = [...distinct.values()].slice(0, MOST_CHANGES);
  const names = await namesOf(
    repositories,
    subjects,
    shown.map(({ key }) => key),
  );
  return shown.map(({ key, value, isRemoved }) => {
    const { field, element } = splitKey(key);
    // The id of another picture tells a reader nothing, nor do the numbers of a rectangle.
    if (field === 'notDuplicates') return { field, text: null, isRemoved };
    if (field === 'regions') return { field, text: keptRegionOf(element, value)?.name ?? null, isRemoved };
    return { field, text: element === '' ? textOf(value) : (names.get(element) ?? element), isRemoved };
  });
}

function shownOf(kind: string, key: string, { from, to }: { from?: Said; to?: Said }): ShownChange[] {
  if (kind !== 'document' && from && to) {
    // Another name is shown with the one before.
    return [
      { key: `${kind}-${key}`, value: from.value, isRemoved: true },
      { key: `${kind}-${key}`, value: to.value, isRemoved: false },
    ];
  }
  const isRemoved = !to || to.value === false || to.value === null;
  return [{ key: kind === 'document' ? key : `${kind}-${key}`, value: (to ?? from)?.value, isRemoved }];
}

async function namesOf(
  { namedSets }: Repositories,
  subjects: readonly ChangedSubject[],
  keys: readonly string[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const kind of ['person', 'cluster'] as const) {
    const ids = keys.map(splitKey).flatMap(({ field, element }) => (setKindOf(field) === kind ? [element] : []));
    for (const { id, name } of ids.length > 0 ? await namedSets.listByIds(kind, ids) : []) names.set(id, name);
  }
  // Those that this very decision makes.
  for (const { id, change } of subjects) {
    const name = (change.name?.to ?? change.name?.from)?.value;
    if (typeof name === 'string') names.set(id, name);
  }
  return names;
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.slice(0, MOST_CHARACTERS);
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return null;
  const { local, name, latitude, longitude } = value as Record<string, unknown>;
  const coordinates = typeof latitude === 'number' && typeof longitude === 'number' ? `${latitude}, ${longitude}` : null;
  return [local, name, coordinates].filter((part) => typeof part === 'string').join(' · ') || null;
}
