import type { ComputedRef, Ref, ShallowRef } from 'vue';
import { computed, ref, shallowRef, watch } from 'vue';
import { coloursOf, onRamp, ranksOf } from '../components/map/map-colours.js';
import type { Colour, Palette } from '../components/map/map-colours.js';
import type { Colouring, ReadMap } from '../components/map/map-reading.js';
import type { Combination } from '../components/map/map-selection.js';
import { MapSelection } from '../components/map/map-selection.js';
import type { SetTotals } from '../components/map/map-sets.js';
import type { MapView, Stage } from '../components/map/map-view.js';
import type { MapAddress } from './map-address.js';

/** The map on the screen with what is chosen of it; what its parts work on together. */
export interface MapBoard {
  map: ComputedRef<ReadMap>;
  view: Ref<MapView>;
  stage: ShallowRef<Stage>;
  colouring: Ref<Colouring>;
  /** Of each point its set in the colouring. */
  sets: ComputedRef<Uint16Array>;
  /** The set of a point, the number of sets for none. */
  setOf: (index: number) => number;
  totals: ComputedRef<SetTotals>;
  palette: ComputedRef<Palette & { accent: Colour }>;
  /** Of each set, without none. */
  colours: ComputedRef<readonly Colour[]>;
  /** As they are drawn: what is not isolated is faint. */
  drawnColours: ComputedRef<Uint8Array>;
  /** The sets that stand out; empty: all. The number of sets stands for none. */
  isolated: ShallowRef<ReadonlySet<number>>;
  isolate: (set: number) => void;
  selection: ShallowRef<MapSelection>;
  isLassoTool: Ref<boolean>;
  /** What the lasso does with what was selected before, where no key is held. */
  combination: Ref<Combination>;
  /** The point under the pointer. */
  hovered: Ref<number | null>;
}

/** Holds together what is seen and chosen of a map; a map with other pictures begins with nothing chosen. */
export function useMapBoard(read: () => ReadMap, address: MapAddress, palette: ComputedRef<Palette & { accent: Colour }>): MapBoard {
  const map = computed(read);
  const { view, colouring } = address;
  const sets = computed(() => map.value[colouring.value]);
  const totals = computed(() => map.value.totals[colouring.value]);
  const colours = computed(() => setColours(totals.value, colouring.value, palette.value));
  const setOf = (index: number): number => Math.min(sets.value[index] ?? colours.value.length, colours.value.length);
  const isolated = shallowRef<ReadonlySet<number>>(new Set());
  const selection = shallowRef(new MapSelection(map.value.count));
  const hovered = ref<number | null>(null);
  const isShown = (set: number): boolean => isolated.value.size === 0 || isolated.value.has(set);
  const isolate = (set: number): void => {
    const next = new Set(isolated.value);
    if (!next.delete(set)) next.add(set);
    isolated.value = next;
  };
  watch(colouring, () => (isolated.value = new Set()));
  watch(map, (now, before) => {
    hovered.value = null;
    if (now.count === before.count && now.fingerprint === before.fingerprint) return;
    selection.value = new MapSelection(now.count);
    isolated.value = new Set();
  });
  const drawnColours = computed(() => coloursOf(colours.value, palette.value.none, isShown));
  const stage = shallowRef<Stage>({ width: 1, height: 1 });
  const isLassoTool = ref(false);
  const combination = ref<Combination>('replace');
  // Whoever takes the lasso anew begins anew.
  watch(isLassoTool, () => (combination.value = 'replace'));
  const chosen = { isolated, isolate, selection, isLassoTool, combination, hovered };
  return { map, view, stage, colouring, sets, setOf, totals, palette, colours, drawnColours, ...chosen };
}

function setColours({ counts }: SetTotals, colouring: Colouring, palette: Palette): Colour[] {
  const length = counts.length - 1;
  if (colouring === 'year') return Array.from({ length }, (_, year) => onRamp(palette.years, length < 2 ? 1 : year / (length - 1)));
  return Array.from(ranksOf(counts, length), (rank) => palette.sets[rank % palette.sets.length] ?? palette.none);
}
