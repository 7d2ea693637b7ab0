import { computed, nextTick, onScopeDispose, ref } from 'vue';
import type { ComputedRef, Ref } from 'vue';
import type { Tile } from '../components/grid/visible-tiles.js';
import type { Box, MemberFrame } from './cluster-layout.js';
import { layMembers, tilesWithin } from './cluster-layout.js';
import type { ClusterMembers } from './cluster-members.js';
import type { ActsView } from './grid-acts.js';
import { gridOrder } from './grid-order.js';
import type { PictureOrder } from './grid-order.js';

/** A cluster's pictures in rows, of which only those in sight are drawn. */
export interface ClusterView extends ActsView {
  tiles: ComputedRef<readonly Tile[]>;
  drawn: ComputedRef<readonly Tile[]>;
  height: ComputedRef<number>;
  /** Tells what part of the pictures is in sight. */
  look: (top: number, bottom: number) => void;
  /** Pictures that a rectangle touches, in order. */
  tilesIn: (box: Box) => readonly Tile[];
}

/** Drawn above and below what is in sight: about two rows, so that a turn of the wheel meets no gap. */
const OVERSCAN_PX = 400;

/** Beyond so many more pictures all of them are read, in fewer and larger pages. */
const FAR = 400;

/** The view over a cluster's members; it is also the order in which the viewer goes on. */
export function useClusterView(options: {
  list: ClusterMembers;
  frame: () => MemberFrame;
  box: () => HTMLElement | null;
  focused: Ref<number>;
}): ClusterView {
  const { list, focused } = options;
  const sight = ref({ top: 0, bottom: 0 });
  const tiles = computed(() => layMembers(list.members.value, options.frame()));
  const height = computed(() => tiles.value.reduce((most, tile) => Math.max(most, tile.top + tile.height), 0));
  const drawn = computed(() => {
    const { top, bottom } = sight.value;
    const near = tilesWithin(tiles.value, { left: -1, right: Infinity, top: top - OVERSCAN_PX, bottom: bottom + OVERSCAN_PX });
    // The one that Tab reaches stays, however far one scrolls.
    const stop = tiles.value[focused.value];
    return stop && !near.includes(stop) ? [...near, stop] : near;
  });
  const isFar = (index: number): boolean => index > list.members.value.length + FAR;
  const idAt = async (index: number): Promise<string | null> => {
    if (index < 0 || index >= (list.total.value ?? 0)) return null;
    while (index >= list.members.value.length) {
      await (isFar(index) ? list.loadAll().catch(() => undefined) : list.more());
      if (list.error.value !== null || list.isWhole.value) break;
    }
    return list.members.value[index]?.image.id ?? null;
  };
  const show = async (index: number): Promise<void> => {
    await idAt(index);
    focused.value = index;
    await nextTick();
    const tile = options.box()?.querySelector<HTMLElement>(`[data-index="${index}"] a`);
    tile?.focus({ preventScroll: true });
    tile?.scrollIntoView({ block: 'nearest' });
  };
  const model = {
    get count(): number {
      return list.total.value ?? 0;
    },
    get viewHeight(): number {
      return sight.value.bottom - sight.value.top;
    },
    findTile: (index: number) => {
      const tile = tiles.value[index];
      return tile ? { tile, top: tile.top } : null;
    },
    loadId: idAt,
  };
  useAsOrder({ list, idAt, show });
  return {
    ...{ tiles, drawn, height, model, show },
    look: (top, bottom) => void (sight.value = { top, bottom }),
    tilesIn: (box) => tilesWithin(tiles.value, box),
  };
}

function useAsOrder({ list, idAt, show }: { list: ClusterMembers; idAt: PictureOrder['idAt']; show: (index: number) => unknown }): void {
  const places = computed(() => new Map(list.members.value.map(({ image }, index) => [image.id, index])));
  const order: PictureOrder = {
    get count() {
      return list.total.value ?? 0;
    },
    indexOf: (id) => places.value.get(id) ?? -1,
    locate: async (id) => places.value.get(id) ?? -1,
    idAt,
    show: (index) => void show(index),
  };
  gridOrder.value = order;
  onScopeDispose(() => {
    if (gridOrder.value === order) gridOrder.value = null;
  });
}
