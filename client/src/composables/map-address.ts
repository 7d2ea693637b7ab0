import type { Ref } from 'vue';
import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { Colouring } from '../components/map/map-reading.js';
import { COLOURINGS } from '../components/map/map-reading.js';
import type { MapView } from '../components/map/map-view.js';
import { MOST_ZOOM, viewToQuery, WHOLE, within } from '../components/map/map-view.js';
import type { QueryRecord } from './url-state.js';
import { first, numberFrom } from './url-state.js';

// Browsers refuse more than 100 changes of the address in 10 s, and a wheel gives more.
const WRITTEN_AFTER_MS = 250;

/** What is seen of the map and how it is coloured, as its address describes it: `x`, `y`, `zoom`, `by`. */
export interface MapAddress {
  view: Ref<MapView>;
  colouring: Ref<Colouring>;
}

/** Reads the address of the map and follows what is seen, soon after it rests; what the viewer kept from being written is when it closes. */
export function useMapAddress(): MapAddress {
  const route = useRoute();
  const router = useRouter();
  const view = shallowRef<MapView>(viewOf(route.query));
  const colouring = ref<Colouring>(colouringOf(route.query));
  let timer = 0;
  let known = keyOf(route.query);
  let isBehind = false;

  const write = (): void => {
    if (route.name !== 'map') return;
    isBehind = false;
    const query = { ...route.query, ...viewToQuery(view.value), by: colouring.value === 'cluster' ? undefined : colouring.value };
    known = keyOf(query);
    void router.replace({ query });
  };
  const writeSoon = (): void => {
    isBehind = true;
    clearTimeout(timer);
    timer = window.setTimeout(write, WRITTEN_AFTER_MS);
  };
  watch([view, colouring], writeSoon);
  watch(
    () => route.query,
    (query) => {
      if (route.name !== 'map') return;
      if (keyOf(query) === known) return isBehind ? writeSoon() : undefined;
      known = keyOf(query);
      view.value = viewOf(query);
      colouring.value = colouringOf(query);
    },
  );
  onScopeDispose(() => clearTimeout(timer));
  return { view, colouring };
}

function viewOf(query: QueryRecord): MapView {
  const number = (name: string, low: number, high: number): number | null => numberFrom(query[name], low, high);
  return within({ x: number('x', 0, 1) ?? WHOLE.x, y: number('y', 0, 1) ?? WHOLE.y, zoom: number('zoom', 1, MOST_ZOOM) ?? 1 });
}

function colouringOf(query: QueryRecord): Colouring {
  return COLOURINGS.find((one) => one === first(query['by'])) ?? 'cluster';
}

function keyOf(query: QueryRecord): string {
  return ['x', 'y', 'zoom', 'by'].map((name) => first(query[name]) ?? '').join(' ');
}
