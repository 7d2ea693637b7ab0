import { refThrottled } from '@vueuse/core';
import type { ComputedRef } from 'vue';
import { computed } from 'vue';
import { idAt } from '../components/map/map-answer.js';
import { seenArea, onStage } from '../components/map/map-view.js';
import { countArea, visitArea } from '../components/map/point-grid.js';
import { countBelow, thinOut, whereSparse } from '../components/map/thin-out.js';
import type { MapBoard } from './map-board.js';

/** A point that is shown as its picture. */
export interface MapTile {
  readonly index: number;
  readonly id: string;
  /** How many other points lie below the picture. */
  readonly below: number;
}

/** What of a map is in sight. */
export interface MapSight {
  count: ComputedRef<number>;
  /** Points that are shown as pictures; none while they lie too close together. */
  tiles: ComputedRef<readonly MapTile[]>;
  /** Side of a picture in CSS pixels. */
  size: ComputedRef<number>;
}

/** With more in sight all stay points. */
const MOST_CANDIDATES = 4_000;
/** Of more than so many in sight, those that crowd the place of one picture stay points: their number says more. */
const SPARSE_FROM = 1_000;
const MOST_BELOW = 10;
const GAP_PX = 4;
const SIZE_PX = { least: 44, most: 104 } as const;
/** What a browser draws and moves without effort. */
const MOST_TILES = 150;
/** While the map moves, what is in sight is looked for so often. */
const LOOKED_EVERY_MS = 150;

/** Counts what is in sight and chooses what is shown as pictures; what was shown stays where it can. */
export function useMapSight({ map, view, stage }: MapBoard): MapSight {
  const rested = refThrottled(view, LOOKED_EVERY_MS, true, false);
  const area = computed(() => seenArea(rested.value, stage.value));
  const count = computed(() => countArea(map.value, area.value));
  const spacing = computed(() => Math.sqrt((stage.value.width * stage.value.height) / Math.max(1, count.value)));
  const size = computed(() => Math.round(Math.min(SIZE_PX.most, Math.max(SIZE_PX.least, spacing.value))));
  let shown = new Set<number>();

  const tiles = computed(() => {
    const { positions, ids } = map.value;
    const candidates: { index: number; x: number; y: number; rank: number }[] = [];
    if (count.value <= MOST_CANDIDATES) {
      visitArea(map.value, area.value, (index) => {
        const place = onStage(rested.value, stage.value, placeAt(positions, index));
        candidates.push({ index, ...place, rank: shown.has(index) ? -1 : scattered(index) });
      });
    }
    const sparse = candidates.length > SPARSE_FROM ? whereSparse(candidates, size.value, MOST_BELOW) : candidates;
    const chosen = thinOut(
      sparse.toSorted((a, b) => a.rank - b.rank),
      { size: size.value + GAP_PX, most: MOST_TILES },
    );
    shown = new Set(chosen.map(({ index }) => index));
    return chosen
      .map((tile) => ({ index: tile.index, id: idAt(ids, tile.index), below: countBelow(tile, candidates, size.value) }))
      .sort((a, b) => a.index - b.index);
  });
  return { count, tiles, size };
}

/** Where a point lies on the map, 0..1. */
export function placeAt(positions: Uint16Array, index: number): { x: number; y: number } {
  return { x: (positions[2 * index] ?? 0) / 65_535, y: (positions[2 * index + 1] ?? 0) / 65_535 };
}

// Neighbours in time look alike; a fixed order without theirs shows different ones (Knuth's multiplicative hash, TAOCP 3, 6.4).
function scattered(index: number): number {
  return Math.imul(index, 2_654_435_761) >>> 0;
}
