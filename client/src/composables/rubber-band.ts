import { useEventListener } from '@vueuse/core';
import type { Ref } from 'vue';
import { onScopeDispose, shallowRef } from 'vue';
import type { Box } from './cluster-layout.js';
import { wayAtEdge } from './edge-scroll.js';

/** A press that moves less than this is a click. */
const LEAST_WAY_PX = 6;

/** A rectangle drawn over pictures with the mouse. */
export interface RubberBand {
  /** What is drawn, null while nothing is. */
  box: Ref<Box | null>;
  onPointerDown: (event: PointerEvent) => void;
  /** True right after one was drawn: the click that follows is not meant. */
  hasJustEnded: () => boolean;
}

interface Drag {
  readonly id: number;
  readonly from: { readonly x: number; readonly y: number };
  to: { x: number; y: number };
  hasBegun: boolean;
  isCancelled: boolean;
}

/** Draws a band from where the mouse is pressed in `area`, whose pixels the box is in. `begin` says whether what is selected stays; `draw` follows each change; `cancel` takes it back. */
export function useRubberBand(options: {
  area: () => HTMLElement | null;
  scroller: () => HTMLElement | null;
  begin: (isAdding: boolean) => void;
  draw: (box: Box) => void;
  cancel: () => void;
}): RubberBand {
  const box = shallowRef<Box | null>(null);
  let drag: Drag | null = null;
  let endedAt = -Infinity;
  let frame = 0;
  let isAdding = false;

  const pointOf = ({ clientX, clientY }: Pick<PointerEvent, 'clientX' | 'clientY'>): { x: number; y: number } => {
    const area = options.area()?.getBoundingClientRect() ?? new DOMRect();
    return { x: clientX - area.left, y: clientY - area.top };
  };
  const redraw = (): void => {
    if (!drag?.hasBegun || drag.isCancelled) return;
    const { from, to } = drag;
    box.value = {
      ...{ left: Math.min(from.x, to.x), right: Math.max(from.x, to.x) },
      ...{ top: Math.min(from.y, to.y), bottom: Math.max(from.y, to.y) },
    };
    options.draw(box.value);
  };
  const scrollAlong = (clientY: number): void => {
    cancelAnimationFrame(frame);
    const scroller = options.scroller();
    if (!drag?.hasBegun || drag.isCancelled || !scroller) return;
    const by = wayAtEdge(scroller.getBoundingClientRect(), clientY);
    if (by === 0) return;
    frame = requestAnimationFrame(() => {
      const before = scroller.scrollTop;
      scroller.scrollTop += by;
      if (drag) drag.to = { ...drag.to, y: drag.to.y + scroller.scrollTop - before };
      redraw();
      scrollAlong(clientY);
    });
  };
  const end = (): void => {
    if (drag?.hasBegun) endedAt = performance.now();
    cancelAnimationFrame(frame);
    drag = null;
    box.value = null;
  };
  useEventListener(window, 'pointermove', (event) => {
    if (drag?.id !== event.pointerId || drag.isCancelled) return;
    drag.to = pointOf(event);
    if (!drag.hasBegun && Math.hypot(drag.to.x - drag.from.x, drag.to.y - drag.from.y) < LEAST_WAY_PX) return;
    if (!drag.hasBegun) options.begin(isAdding);
    drag.hasBegun = true;
    redraw();
    scrollAlong(event.clientY);
  });
  // Until the button is let go it goes on being no click.
  const cancel = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !drag?.hasBegun || drag.isCancelled) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    drag.isCancelled = true;
    box.value = null;
    options.cancel();
  };
  useEventListener(window, 'keydown', cancel, { capture: true });
  useEventListener(window, ['pointerup', 'pointercancel', 'blur'], end);
  onScopeDispose(end);
  return {
    box,
    onPointerDown: (event) => {
      // A finger scrolls.
      if (event.button !== 0 || event.pointerType !== 'mouse') return;
      isAdding = event.shiftKey || event.ctrlKey || event.metaKey;
      drag = { id: event.pointerId, from: pointOf(event), to: pointOf(event), hasBegun: false, isCancelled: false };
    },
    hasJustEnded: () => performance.now() - endedAt < 50,
  };
}
