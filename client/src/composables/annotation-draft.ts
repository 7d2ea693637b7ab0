import type {
  AnnotationChanges,
  AnnotationField,
  FieldVersionInput,
  PlaceInput,
  SummaryPartsFragment,
} from '../graphql/generated/operations.js';

/** A tag, person or cluster; `id` is null for one that is yet to be made. A tag is its own id. */
export interface Named {
  readonly id: string | null;
  readonly name: string;
}

/** What was put on all pictures, and what was taken from all of them. */
export interface ListEdits {
  readonly added: readonly Named[];
  readonly removed: readonly Named[];
}

/** What a person changed and has not saved: a field that is undefined stays on every picture as it is. */
export interface AnnotationDraft {
  readonly title?: string | null;
  readonly description?: string | null;
  readonly taken?: { local: string; offsetMinutes?: number | null } | null;
  readonly place?: PlaceInput | null;
  readonly favourite?: boolean;
  readonly hidden?: boolean;
  readonly tags: ListEdits;
  readonly people: ListEdits;
  readonly clusters: ListEdits;
}

/** The fields of a draft that hold many. */
export type ListField = 'tags' | 'people' | 'clusters';

/** One chip of a list: on all pictures, on some, put on all now, or taken from all now. */
export interface NamedChip {
  readonly key: string;
  readonly named: Named;
  readonly count: number;
  readonly state: 'all' | 'some' | 'added' | 'removed';
}

const NO_EDITS: ListEdits = { added: [], removed: [] };

/** Nothing changed. */
export const NO_CHANGES: AnnotationDraft = { tags: NO_EDITS, people: NO_EDITS, clusters: NO_EDITS };

/** Under which name a draft holds a field; what is said of duplicates is said on their page. */
export const DRAFT_NAMES: Readonly<Partial<Record<AnnotationField, keyof AnnotationDraft>>> = {
  TITLE: 'title',
  DESCRIPTION: 'description',
  TAGS: 'tags',
  PEOPLE: 'people',
  CLUSTERS: 'clusters',
  TAKEN: 'taken',
  PLACE: 'place',
  FAVOURITE: 'favourite',
  HIDDEN: 'hidden',
};

/** Names a chip: new ones by their name, so that the same is not made twice. */
export function keyOf(named: Named): string {
  return named.id ?? `new ${named.name.toLowerCase()}`;
}

/** Takes what was typed over a text: the common text again, or nothing over differing ones, changes nothing. */
export function withText(
  draft: AnnotationDraft,
  field: 'title' | 'description',
  { typed, summary }: { typed: string; summary: SummaryPartsFragment },
): AnnotationDraft {
  const common = summary[field].isMixed ? null : (summary[field].values[0]?.value ?? null);
  const said = typed.trim() || null;
  return { ...draft, [field]: said === common ? undefined : said };
}

/** What a list says of these pictures. */
export function listOf(summary: SummaryPartsFragment, field: ListField): { named: Named; count: number }[] {
  if (field === 'tags') return summary.tags.map(({ name, count }) => ({ named: { id: name, name }, count }));
  if (field === 'people') return summary.people.map(({ person, count }) => ({ named: person, count }));
  return summary.clusters.map(({ cluster, count }) => ({ named: cluster, count }));
}

/** The chips of a list: what is there by how many have it, then what was put on all. */
export function chipsOf(summary: SummaryPartsFragment, field: ListField, edits: ListEdits): NamedChip[] {
  const [added, removed] = [new Set(edits.added.map(keyOf)), new Set(edits.removed.map(keyOf))];
  const present = listOf(summary, field).map<NamedChip>(({ named, count }) => {
    const key = keyOf(named);
    const before = count >= summary.count ? 'all' : 'some';
    return { key, named, count, state: removed.has(key) ? 'removed' : added.has(key) ? 'added' : before };
  });
  const known = new Set(present.map((chip) => chip.key));
  const fresh = edits.added.filter((named) => !known.has(keyOf(named)));
  return [
    ...present.toSorted((a, b) => b.count - a.count),
    ...fresh.map<NamedChip>((named) => ({ key: keyOf(named), named, count: 0, state: 'added' })),
  ];
}

/** Puts one on all pictures. */
export function addTo(edits: ListEdits, named: Named): ListEdits {
  const key = keyOf(named);
  return { added: [...without(edits.added, key), named], removed: without(edits.removed, key) };
}

/** The one button of a chip: on some becomes on all, on all becomes taken away, taken away becomes what it was. */
export function turnChip(edits: ListEdits, chip: NamedChip): ListEdits {
  if (chip.state === 'some') return addTo(edits, chip.named);
  const rest = { added: without(edits.added, chip.key), removed: without(edits.removed, chip.key) };
  // What was only put here just now is gone without a trace.
  return chip.state === 'removed' || chip.count === 0 ? rest : { ...rest, removed: [...rest.removed, chip.named] };
}

function without(list: readonly Named[], key: string): Named[] {
  return list.filter((named) => keyOf(named) !== key);
}

/** The draft as the server takes it: only what would change something. */
export function changesOf(draft: AnnotationDraft): AnnotationChanges {
  const { tags, people, clusters, ...values } = draft;
  const changes: AnnotationChanges = {
    ...values,
    addTags: tags.added.map(({ name }) => name),
    removeTags: tags.removed.map(({ name }) => name),
    addPeople: people.added.map(inputOf),
    removePeople: people.removed.map(keyOf),
    addClusters: clusters.added.map(inputOf),
    removeClusters: clusters.removed.map(keyOf),
  };
  const said = Object.entries(changes).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  return Object.fromEntries(said);
}

function inputOf({ id, name }: Named): { id: string } | { name: string } {
  return id === null ? { name } : { id };
}

/** True when saving would change something. */
export function isChanged(draft: AnnotationDraft): boolean {
  return Object.keys(changesOf(draft)).length > 0;
}

/** True when tags, people or clusters were put on: only those can be proposed to pictures that look alike. */
export function canBeProposed({ tags, people, clusters }: AnnotationDraft): boolean {
  return [tags, people, clusters].some(({ added }) => added.length > 0);
}

/** The versions of what is changed; what others do to the other fields is no conflict. */
export function expectedOf(draft: AnnotationDraft, summary: SummaryPartsFragment): FieldVersionInput[] {
  return summary.versions.filter(({ field }) => isFieldChanged(draft, field)).map(({ field, version }) => ({ field, version }));
}

/** True when this field would be saved. */
export function isFieldChanged(draft: AnnotationDraft, field: AnnotationField): boolean {
  const name = DRAFT_NAMES[field];
  const value = name && draft[name];
  return isListEdits(value) ? value.added.length + value.removed.length > 0 : value !== undefined;
}

/** The draft without what it says of some fields: their values as others left them stay. */
export function withoutFields(draft: AnnotationDraft, fields: Iterable<AnnotationField>): AnnotationDraft {
  const rest = { ...draft };
  const names = [...fields].flatMap((field) => DRAFT_NAMES[field] ?? []);
  for (const name of names) Object.assign(rest, { [name]: NO_CHANGES[name] });
  return rest;
}

/** True for a field that holds many. */
export function isListEdits(value: AnnotationDraft[keyof AnnotationDraft]): value is ListEdits {
  return typeof value === 'object' && value !== null && 'added' in value;
}
