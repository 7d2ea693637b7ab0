import { usePersonNamesLazyQuery, useTagsLazyQuery, useUserClusterNamesLazyQuery } from '../graphql/generated/operations.js';
import type { ListField, Named, NamedChip } from './annotation-draft.js';

/** Something that exists under a name, and on how many pictures. */
export interface NameOffer extends Named {
  readonly id: string;
  readonly count: number;
}

/** What exists whose name holds what was typed, best first. */
export type FindNames = (typed: string) => Promise<NameOffer[]>;

// One more than is shown, because what the pictures have already is left out.
const MOST = 12;

/** Where tags, people and clusters are looked up. */
export function useNameSources(): Readonly<Record<ListField, FindNames>> {
  const tags = useTagsLazyQuery();
  const persons = usePersonNamesLazyQuery();
  const clusters = useUserClusterNamesLazyQuery();
  const asked = (typed: string): { search: string | null; first: number } => ({ search: typed || null, first: MOST });
  return {
    tags: async (typed) => (await tags.load(asked(typed))).tags.map(({ name, count }) => ({ id: name, name, count })),
    people: async (typed) =>
      (await persons.load(asked(typed))).persons.map(({ id, name, imageCount }) => ({ id, name, count: imageCount })),
    clusters: async (typed) => (await clusters.load(asked(typed))).clusters.map(({ id, name, size }) => ({ id, name, count: size })),
  };
}

/** One line under a combobox: what exists, or what would be made. */
export interface OfferLine {
  readonly key: string;
  readonly named: Named;
  readonly count: number;
  readonly isNew: boolean;
}

// More would reach below the dialog's foot.
const MOST_LINES = 5;

/** The lines for what was typed: what exists and is not on all pictures already, then the new one unless its name is taken. */
export function offersFor({
  typed,
  found,
  chips,
}: {
  typed: string;
  found: readonly NameOffer[];
  chips: readonly NamedChip[];
}): OfferLine[] {
  const name = typed.trim().replace(/\s+/g, ' ');
  const wanted = name.toLowerCase();
  const onAll = new Set(chips.filter(({ state }) => state === 'all' || state === 'added').map(({ key }) => key));
  // Until the answer for the last letter is here, the one before it is narrowed down.
  const fitting = found.filter((offer) => !onAll.has(offer.id) && offer.name.toLowerCase().includes(wanted));
  const lines = fitting.map((offer) => ({ key: offer.id, named: { id: offer.id, name: offer.name }, count: offer.count, isNew: false }));
  const known = [...found.map((offer) => offer.name), ...chips.map((chip) => chip.named.name)];
  const isTaken = name === '' || known.some((one) => one.toLowerCase() === wanted);
  const first = lines.findIndex(({ named }) => named.name.toLowerCase() === wanted);
  const sorted = first > 0 ? [...lines.slice(first, first + 1), ...lines.toSpliced(first, 1)] : lines;
  const fresh: OfferLine = { key: 'new', named: { id: null, name }, count: 0, isNew: true };
  return isTaken ? sorted.slice(0, MOST_LINES) : [...sorted.slice(0, MOST_LINES - 1), fresh];
}
