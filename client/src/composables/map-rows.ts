import type { ComputedRef } from 'vue';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { RouteLocationRaw } from 'vue-router';
import type { Colouring } from '../components/map/map-reading.js';
import { visitArea } from '../components/map/point-grid.js';
import { seenArea } from '../components/map/map-view.js';
import { useMapClusterWordsQuery } from '../graphql/generated/operations.js';
import { formatCount } from './format.js';
import type { MapBoard } from './map-board.js';
import { cssColour } from './map-palette.js';

/** One set of the legend. */
export interface MapRow {
  readonly set: number;
  readonly name: string;
  /** What an automatic cluster looks like; empty where that is not known. */
  readonly words: string;
  readonly count: number;
  /** CSS. */
  readonly colour: string;
  /** Where all of its pictures are; null for none. */
  readonly to: RouteLocationRaw | null;
}

/** The sets of a map in words. */
export interface MapRows {
  /** Of each set, and last that of none. */
  names: ComputedRef<readonly string[]>;
  /** What stands on the map: the names of clusters or people, of automatic clusters what they look like. */
  labels: ComputedRef<readonly string[]>;
  /** Those with pictures: the largest first, years in their order, none last. */
  rows: ComputedRef<readonly MapRow[]>;
  /** What is in view, as a sentence that names the largest sets. */
  describeView: () => string;
}

const MOST_NAMED = 5;
const MOST_WORDS = 2;

/** The sets of the colouring that is in force, with their names and counts. */
export function useMapRows(board: MapBoard): MapRows {
  const { t } = useI18n();
  const { map, view, stage, colouring, totals, colours, palette } = board;
  const names = computed(() => [...setNames(board), t(`map.none.${colouring.value}`)]);
  const words = useClusterWords();
  const wordsOf = (set: number): string[] => (colouring.value === 'cluster' && words.value.get(map.value.clusters[set]?.id ?? '')) || [];
  const labels = computed(() => {
    if (colouring.value === 'year') return [];
    return setNames(board).map((name, set) => wordsOf(set).slice(0, MOST_WORDS).join(', ') || name);
  });
  const rows = computed(() => {
    const list = names.value.flatMap((name, set): MapRow[] => {
      const count = totals.value.counts[set] ?? 0;
      const colour = cssColour(colours.value[set] ?? palette.value.none);
      return count > 0 ? [{ set, name, words: wordsOf(set).join(', '), count, colour, to: placeOf(board, set) }] : [];
    });
    const last = colours.value.length;
    const isNone = ({ set }: MapRow): number => Number(set === last);
    return colouring.value === 'year' ? list : list.sort((a, b) => isNone(a) - isNone(b) || b.count - a.count);
  });
  const spokenName = (set: number): string => {
    const [name, words] = [names.value[set] ?? '', wordsOf(set).slice(0, MOST_WORDS).join(', ')];
    return words ? `${name} (${words})` : name;
  };
  const describeView = (): string => {
    const none = colours.value.length;
    const counts = new Uint32Array(none + 1);
    const sets = board.sets.value;
    visitArea(map.value, seenArea(view.value, stage.value), (index) => {
      const set = Math.min(sets[index] ?? none, none);
      counts[set] = (counts[set] ?? 0) + 1;
    });
    const n = counts.reduce((sum, count) => sum + count, 0);
    const largest = [...counts.entries()].filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a);
    const named = largest.slice(0, MOST_NAMED).map(([set, count]) => t('map.setCount', { name: spokenName(set), n: formatCount(count) }));
    if (largest.length > MOST_NAMED) named.push(t('map.andMore', { n: formatCount(largest.length - MOST_NAMED) }));
    const said = { n: formatCount(n), total: formatCount(map.value.count) };
    return n > 0
      ? t('map.inViewSets', { ...said, sets: named.join(', ') }, map.value.count)
      : t('map.inViewSentence', said, map.value.count);
  };
  return { names, labels, rows, describeView };
}

// A name that was given says more than what pictures look like.
function useClusterWords(): ComputedRef<ReadonlyMap<string, string[]>> {
  const { result } = useMapClusterWordsQuery();
  return computed(() => new Map(result.value?.clusters.map(({ id, looksLike }) => [id, looksLike])));
}

function setNames({ map, colouring }: MapBoard): string[] {
  const { clusters, people, from, to } = map.value;
  if (colouring.value === 'cluster') return clusters.map(({ name }) => name);
  if (colouring.value === 'person') return people.map(({ name }) => name);
  return Array.from({ length: to - from + 1 }, (_, year) => String(from + year));
}

function placeOf({ map, colouring }: MapBoard, set: number): RouteLocationRaw | null {
  const { clusters, people, from } = map.value;
  const places: Record<Colouring, () => RouteLocationRaw | null> = {
    cluster: () => (clusters[set] ? { name: 'cluster', params: { id: clusters[set].id } } : null),
    person: () => (people[set] ? { name: 'photos', query: { person: people[set].id } } : null),
    year: () => {
      const year = String(from + set).padStart(4, '0');
      return set > map.value.to - from ? null : { name: 'photos', query: { from: `${year}-01-01`, to: `${year}-12-31` } };
    },
  };
  return places[colouring.value]();
}
