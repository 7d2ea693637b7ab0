import type { ImageFilter } from '../graphql/generated/operations.js';

/** What the archive holds that a filter can name. */
export interface FilterSource {
  roots: readonly string[];
  videos: number;
  /** ISO dates of the oldest and newest picture. */
  earliest: string | null;
  latest: string | null;
  /** How many pictures are hidden; null for those who may not see them. */
  hidden?: number | null;
}

/** One line under the search box: look for words, look them up as a keyword, or add a filter. */
export type Suggestion =
  | { readonly key: string; readonly act: 'words' | 'keyword'; readonly text: string }
  | { readonly key: string; readonly act: 'filter'; readonly nameKey: string; readonly value: string | null; readonly change: ImageFilter };

const MOST = 7;

/** Lines for what was typed, best first: words always lead, then the filters whose name begins like the last word. */
export function suggestionsFor(typed: string, source: FilterSource, names: Readonly<Record<string, string>>): Suggestion[] {
  const text = typed.trim();
  const lines: Suggestion[] = text
    ? [
        { key: 'words', act: 'words', text },
        { key: 'keyword', act: 'keyword', text },
      ]
    : [];
  const wanted = text.toLowerCase();
  const filters = filterLines(source).filter((line) => labelOf(line, names).some((label) => label.startsWith(wanted)));
  return [...lines, ...filters].slice(0, MOST);
}

type FilterLine = Extract<Suggestion, { act: 'filter' }>;

function filterLines(source: FilterSource): FilterLine[] {
  const line = (nameKey: string, change: ImageFilter, value: string | null = null): FilterLine => ({
    key: value ? `${nameKey}:${value}` : nameKey,
    act: 'filter',
    nameKey,
    value,
    change,
  });
  const kinds = source.videos > 0 ? [line('videos', { kind: 'VIDEO' }), line('photos', { kind: 'PHOTO' })] : [];
  const roots = source.roots.length > 1 ? source.roots.map((root) => line('root', { roots: [root] }, root)) : [];
  const years = yearsOf(source).map((year) => line('dates', { from: `${year}-01-01`, to: `${year}-12-31` }, String(year)));
  const hidden = source.hidden ? [line('onlyHidden', { hidden: 'ONLY' }), line('withHidden', { hidden: 'WITH' })] : [];
  return [...kinds, line('favourite', { favourite: true }), line('place', { hasPlace: true }), ...roots, ...years, ...hidden];
}

function yearsOf({ earliest, latest }: FilterSource): number[] {
  const [from, to] = [Number(earliest?.slice(0, 4)), Number(latest?.slice(0, 4))];
  if (!from || !to || to < from) return [];
  return Array.from({ length: Math.min(200, to - from + 1) }, (_, index) => to - index);
}

function labelOf(line: FilterLine, names: Readonly<Record<string, string>>): string[] {
  return [names[line.nameKey] ?? '', line.value ?? ''].filter(Boolean).map((label) => label.toLowerCase());
}
