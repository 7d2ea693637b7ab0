import type { Ref, ShallowRef } from 'vue';
import { ref, shallowRef } from 'vue';
import type { Combination } from '../components/map/map-selection.js';
import type { MapView, Place, Stage } from '../components/map/map-view.js';
import { onMap, panBy, zoomAt } from '../components/map/map-view.js';

/** A pointer that travels less than this was meant as a click. */
const CLICK_PX = 4;
/** Places of the lasso's line lie at least so far apart. */
const LASSO_STEP_PX = 3;
/** A notch of a wheel is 100 px in most browsers and zooms by a fifth, as in the viewer. */
const WHEEL_RATE = 0.0018;
const DOUBLE_CLICK_FACTOR = 2;

/** What gestures work on and what they ask for; places are on the stage. */
export interface MapGestureContext {
  view: Ref<MapView>;
  stage: () => Stage;
  /** The tool that draws with every drag is chosen. */
  isLassoTool: Ref<boolean>;
  click(at: Place, event: PointerEvent): void;
  /** A line was closed: places of the map. */
  lasso(line: readonly Place[], combination: Combination): void;
}

/** Drag, pinch, wheel and lasso over the map. */
export class MapGestures {
  /** The line that is being drawn, as places of the map so that it stays where it is; empty while none is. */
  readonly line: ShallowRef<readonly Place[]> = shallowRef([]);
  readonly isDragging = ref(false);
  private readonly fingers = new Map<number, Place>();
  private start: { at: Place; isLasso: boolean } | null = null;

  constructor(private readonly context: MapGestureContext) {}

  down(event: PointerEvent): void {
    if (event.button !== 0) return;
    const at = placeOf(event);
    this.fingers.set(event.pointerId, at);
    this.line.value = [];
    // With a second finger it is a pinch.
    this.start = this.fingers.size === 1 ? { at, isLasso: this.context.isLassoTool.value || event.shiftKey } : null;
  }

  move(event: PointerEvent): void {
    const before = this.fingers.get(event.pointerId);
    if (!before) return;
    // It was let go where nobody told, over a menu for example.
    if (event.buttons === 0) return this.abandon();
    const now = placeOf(event);
    const other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (!this.isDragging.value && this.start && distance(now, this.start.at) < CLICK_PX) return;
    this.isDragging.value = true;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    if (this.start?.isLasso) return this.draw(now, event.pointerId);
    this.fingers.set(event.pointerId, now);
    if (other) this.pinch(other, before, now);
    else this.pan(now.x - before.x, now.y - before.y);
  }

  up(event: PointerEvent): void {
    if (!this.fingers.delete(event.pointerId)) return;
    const { start, context } = this;
    const wasClick = start !== null && !this.isDragging.value;
    const line = this.line.value;
    this.line.value = [];
    if (this.fingers.size === 0) this.isDragging.value = false;
    this.start = null;
    if (event.type === 'pointercancel') return;
    if (wasClick) context.click(placeOf(event), event);
    else if (line.length > 2) context.lasso(line, combinationOf(event));
  }

  /** Leaves the line that is being drawn. */
  abandon(): void {
    this.line.value = [];
    this.start = null;
    this.fingers.clear();
    this.isDragging.value = false;
  }

  wheel(event: WheelEvent): void {
    event.preventDefault();
    // A pinch on a trackpad comes as a wheel with the control key and small steps; some mice count lines instead of pixels.
    const rate = (event.ctrlKey ? 5 : 1) * WHEEL_RATE * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1);
    this.zoom(Math.exp(-event.deltaY * rate), placeOf(event));
  }

  doubleClick(event: MouseEvent): void {
    this.zoom(event.altKey ? 1 / DOUBLE_CLICK_FACTOR : DOUBLE_CLICK_FACTOR, placeOf(event));
  }

  /** Zooms around the middle, or a place of the stage. */
  zoom(factor: number, at?: Place): void {
    const { view, stage } = this.context;
    const { width, height } = stage();
    view.value = zoomAt(view.value, stage(), { factor, at: at ?? { x: width / 2, y: height / 2 } });
  }

  pan(x: number, y: number): void {
    const { view, stage } = this.context;
    view.value = panBy(view.value, stage(), { x, y });
  }

  private draw(now: Place, pointerId: number): void {
    const { view, stage } = this.context;
    const { value: line } = this.line;
    const before = this.fingers.get(pointerId) ?? now;
    if (line.length > 0 && distance(now, before) < LASSO_STEP_PX) return;
    const begin = line.length > 0 ? line : [onMap(view.value, stage(), before)];
    this.fingers.set(pointerId, now);
    this.line.value = [...begin, onMap(view.value, stage(), now)];
  }

  private pinch(other: Place, before: Place, now: Place): void {
    this.zoom(distance(now, other) / Math.max(1, distance(before, other)), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    this.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
  }
}

/** What the keys held say about a choice: Alt takes away, Shift adds. */
export function combinationOf({ altKey, shiftKey }: { altKey: boolean; shiftKey: boolean }): Combination {
  if (altKey) return 'subtract';
  return shiftKey ? 'add' : 'replace';
}

function distance(one: Place, other: Place): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function placeOf(event: MouseEvent): Place {
  const box = (event.currentTarget as Element).getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}
