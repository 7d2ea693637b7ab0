import { computed, nextTick, onScopeDispose, ref, watch } from 'vue';
import type { ComputedRef, Ref } from 'vue';
import { useRoute } from 'vue-router';
import type { GridGeometry, MonthSpan } from '../components/grid/grid-chunks.js';
import { lastAtMost } from '../components/grid/grid-chunks.js';
import { GridModel } from '../components/grid/grid-model.js';
import { LayoutClient } from '../components/grid/layout-client.js';
import { isPlace } from '../components/grid/grid-place.js';
import type { MonthCount } from '../components/grid/scrubber-marks.js';
import { shareAt, virtualAtShare } from '../components/grid/scrubber-position.js';
import type { ImageFilter } from '../graphql/generated/operations.js';
import { useApolloClient } from './apollo.js';
import { fetchBucket } from './grid-buckets.js';
import { gridOrder } from './grid-order.js';
import { pictureChanges } from './picture-changes.js';
import type { GridScroll } from './grid-scroll.js';
import { useGridScroll } from './grid-scroll.js';

/** Key under which the browser's history entry keeps the place of the grid. */
const PLACE_KEY = 'gridPlace';
/** Room that is kept above and below a picture that is brought into sight. */
const MARGIN_PX = 8;

/** A grid on the screen. */
export interface GridView {
  model: GridModel;
  scroll: GridScroll;
  /** The month at the top of the view. */
  month: ComputedRef<MonthSpan | null>;
  /** Where the scrubber stands, 0..1. */
  share: ComputedRef<number>;
  /** True when something near could not be loaded. */
  hasFailed: Ref<boolean>;
  resize(size: { width: number; height: number }): void;
  seek(share: number): void;
  seekMonth(span: MonthSpan): void;
  /** Loads a picture, scrolls as little as brings it into sight and gives it the focus. */
  show(index: number): Promise<void>;
}

/** Row height, gap and heading for a width; very large screens get higher rows, so that 200 tiles fill them. */
export function geometryFor({ width, height }: { width: number; height: number }, windowWidth: number): GridGeometry {
  if (windowWidth < 600) return { width, targetHeight: 118, gap: 2, headingHeight: 48 };
  if (windowWidth < 1024) return { width, targetHeight: 168, gap: 4, headingHeight: 52 };
  // 1.3 is a usual mean aspect and 80 tiles on the screen leave room for what is drawn above and below it.
  return { width, targetHeight: Math.max(196, Math.round(Math.sqrt((width * height) / (1.3 * 80)))), gap: 4, headingHeight: 52 };
}

/** Builds the model, ties it to the scroll box, and keeps the place in the history entry. */
export function useGridView(filter: ImageFilter, months: () => readonly MonthCount[]): GridView {
  const client = useApolloClient();
  const layouts = new LayoutClient();
  const hasFailed = ref(false);
  let headingHeight = 52;
  const model = new GridModel({
    loadBucket: (chunk, signal) => fetchBucket(client, { filter, chunk }, signal),
    layout: (aspects, options) => layouts.layout(aspects, options),
    onChange: () => {
      hasFailed.value = model.hasFailedInView();
      scroll.follow();
    },
  });
  const route = useRoute();
  // An entry that lies above the grid (the viewer) keeps its own state.
  const scroll = useGridScroll(model, () => route.name === 'photos' && savePlace(model));
  watch(months, (list) => model.setTimeline(list), { immediate: true });
  watch(pictureChanges, () => model.reload());
  restorePlace(model);
  onScopeDispose(() => layouts.close());

  const extent = (): Parameters<typeof shareAt>[1] => ({
    spans: model.spans,
    contentHeight: scroll.contentHeight.value,
    viewHeight: scroll.viewHeight.value,
  });
  const view: GridView = {
    model,
    scroll,
    hasFailed,
    month: computed(() => model.spans[lastAtMost(model.spans, scroll.viewTop.value + 1, (span) => span.top)] ?? null),
    share: computed(() => shareAt(scroll.viewTop.value, extent())),
    resize: ({ width, height }) => {
      const geometry = geometryFor({ width, height }, window.innerWidth);
      // The observed content also grows with every estimate that is corrected.
      if (model.viewHeight === height && JSON.stringify(geometry) === JSON.stringify(model.geometry)) return;
      model.viewHeight = height;
      headingHeight = geometry.headingHeight;
      model.setGeometry(geometry);
    },
    seek: (share) => scroll.scrollTo(virtualAtShare(share, extent())),
    seekMonth: (span) => scroll.scrollTo(span.top),
    show: (index) => showPicture({ model, scroll, headingHeight }, index),
  };
  shareOrder(view);
  return view;
}

async function showPicture(
  { model, scroll, headingHeight }: Pick<GridView, 'model' | 'scroll'> & { headingHeight: number },
  index: number,
): Promise<void> {
  const far = model.offsetOfIndex(index);
  if (Math.abs(far - model.viewTop) > model.viewHeight * 3) scroll.scrollTo(far - headingHeight - MARGIN_PX);
  await model.loadId(index);
  const found = model.findTile(index);
  if (!found) return;
  const top = found.top - headingHeight - MARGIN_PX;
  const bottom = found.top + found.tile.height + MARGIN_PX - model.viewHeight;
  if (top < model.viewTop) scroll.scrollTo(top);
  else if (bottom > model.viewTop) scroll.scrollTo(bottom);
  await nextTick();
  scroll.focusTile(index);
}

/** Lets the viewer walk through this grid as long as it is there. */
function shareOrder({ model, show }: GridView): void {
  const order = {
    get count() {
      return model.count;
    },
    indexOf: (id: string) => model.indexOf(id),
    locate: (id: string, month: string) => model.locate(id, month),
    idAt: (index: number) => model.loadId(index),
    show: (index: number) => void show(index),
  };
  gridOrder.value = order;
  onScopeDispose(() => {
    if (gridOrder.value === order) gridOrder.value = null;
  });
}

function savePlace(model: GridModel): void {
  const state: unknown = history.state;
  history.replaceState({ ...(typeof state === 'object' ? state : null), [PLACE_KEY]: model.place() }, '');
}

function restorePlace(model: GridModel): void {
  const state: unknown = history.state;
  const place = typeof state === 'object' && state !== null ? (state as Record<string, unknown>)[PLACE_KEY] : null;
  if (isPlace(place)) model.pin(place);
}
