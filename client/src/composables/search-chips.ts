import type { ImageFilter } from '../graphql/generated/operations.js';
import { datesOf } from './format.js';

/** A filter as it stands in the search box: keys of `frame.filter`, plain text, or dates. */
export interface SearchChip {
  readonly key: string;
  readonly nameKey: string | null;
  readonly valueKey: string | null;
  readonly value: string | null;
  readonly dates: ReturnType<typeof datesOf> | null;
  /** A text of `searches.filter` that says how many. */
  readonly counted: { readonly key: string; readonly n: number } | null;
  /** The filter without this chip. */
  readonly rest: ImageFilter;
}

/** The filters in the order in which the search box shows them. */
export function chipsOf(filter: ImageFilter): SearchChip[] {
  const chips: SearchChip[] = [];
  const add = (key: string, names: (keyof ImageFilter)[], chip: Partial<SearchChip>): void => {
    const rest = Object.fromEntries(Object.entries(filter).filter(([name]) => !names.includes(name as keyof ImageFilter)));
    chips.push({ key, nameKey: null, valueKey: null, value: null, dates: null, counted: null, rest, ...chip });
  };
  if (filter.keyword) add('keyword', ['keyword'], { nameKey: 'keyword', value: filter.keyword });
  if (filter.kind) add('kind', ['kind'], { valueKey: filter.kind === 'VIDEO' ? 'videos' : 'photos' });
  if (filter.from || filter.to) add('dates', ['from', 'to'], { nameKey: 'dates', dates: datesOf(filter.from, filter.to) });
  for (const root of filter.roots ?? []) {
    const others = (filter.roots ?? []).filter((name) => name !== root);
    add(`root:${root}`, [], { nameKey: 'root', value: root, rest: { ...filter, roots: others.length > 0 ? others : undefined } });
  }
  if (filter.favourite) add('favourite', ['favourite'], { valueKey: 'favourite' });
  if (filter.hasPlace) add('place', ['hasPlace'], { valueKey: 'place' });
  for (const name of ['persons', 'notPersons', 'onlyPersons', 'clusters'] as const) {
    const n = filter[name]?.length ?? 0;
    if (n > 0) add(name, [name], { counted: { key: name, n } });
  }
  if (typeof filter.hasFaces === 'boolean') add('faces', ['hasFaces'], { counted: { key: filter.hasFaces ? 'faces' : 'noFaces', n: 1 } });
  for (const name of ['minFaces', 'maxFaces'] as const) {
    const n = filter[name];
    if (typeof n === 'number') add(name, [name], { counted: { key: name, n } });
  }
  if (filter.hidden === 'ONLY' || filter.hidden === 'WITH')
    add('hidden', ['hidden'], { nameKey: 'hidden', valueKey: filter.hidden === 'ONLY' ? 'hiddenOnly' : 'hiddenWith' });
  return chips;
}
