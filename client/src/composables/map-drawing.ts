import { useDevicePixelRatio } from '@vueuse/core';
import type { Ref, ShallowRef } from 'vue';
import { onScopeDispose, ref, watch } from 'vue';
import type { Colour } from '../components/map/map-colours.js';
import type { MapView, Stage } from '../components/map/map-view.js';
import { onStage, seenArea, sideOf } from '../components/map/map-view.js';
import { DrawingPace } from '../components/map/drawing-pace.js';
import type { PointGrid } from '../components/map/point-grid.js';
import { rowsSpan } from '../components/map/point-grid.js';
import type { DrawnPoints } from '../components/map/points-layer.js';
import { PointsLayer } from '../components/map/points-layer.js';

/** What is drawn; each is asked for again when it changes. */
export interface Drawing {
  points: () => Pick<DrawnPoints, 'positions' | 'sets'>;
  grid: () => PointGrid;
  marks: () => Uint8Array;
  hasMarks: () => boolean;
  palette: () => Uint8Array;
  view: () => MapView;
  stage: () => Stage;
  ringColour: () => Colour;
}

/** `none`: the browser cannot draw it at all. `lost`: the graphics card took the drawing away and may give it back. */
export type DrawingState = 'drawn' | 'lost' | 'none';

const RING_PX = 2;

/** Draws the points in the frame after something changed, and again after the drawing was lost. */
export function useMapDrawing(canvas: Readonly<ShallowRef<HTMLCanvasElement | null>>, drawing: Drawing): Ref<DrawingState> {
  const state = ref<DrawingState>('drawn');
  let layer: PointsLayer | null = null;
  let frame = 0;
  let timer = 0;
  const pace = new DrawingPace();
  const { pixelRatio } = useDevicePixelRatio();
  let isMoving = false;
  const draw = (): void => {
    frame = 0;
    if (!canvas.value || !layer) return;
    const [step, begun] = [isMoving ? pace.step : 1, performance.now()];
    drawOn({ canvas: canvas.value, layer, drawing, step });
    // Drawing is done elsewhere; how long it takes shows in when the next frame begins.
    requestAnimationFrame(() => pace.took(performance.now() - begun, step));
  };
  const soon = (): void => void (frame ||= requestAnimationFrame(draw));
  const rest = (): void => {
    isMoving = false;
    soon();
  };
  const lose = (event: Event): void => {
    // Without this it would never be given back.
    event.preventDefault();
    state.value = 'lost';
  };
  const restore = (): void => {
    layer?.restore();
    state.value = 'drawn';
    soon();
  };
  watch(canvas, (element) => {
    if (!element || layer) return;
    layer = openLayer(element);
    if (!layer) return void (state.value = 'none');
    element.addEventListener('webglcontextlost', lose);
    element.addEventListener('webglcontextrestored', restore);
    layer.set({ ...drawing.points(), marks: drawing.marks(), palette: drawing.palette() });
    soon();
  });
  // Together: with the arrays of two maps of different lengths there would be points without a colour.
  watch(drawing.points, (points) => (layer?.set({ ...points, marks: drawing.marks() }), soon()), { flush: 'post' });
  watch(drawing.marks, (marks) => (layer?.set({ marks }), soon()), { flush: 'post' });
  watch(drawing.palette, (palette) => (layer?.set({ palette }), soon()), { flush: 'post' });
  watch(pixelRatio, soon);
  watch([drawing.view, drawing.stage], () => {
    isMoving = true;
    clearTimeout(timer);
    timer = window.setTimeout(rest, pace.restMs);
    soon();
  });
  onScopeDispose(() => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    canvas.value?.removeEventListener('webglcontextlost', lose);
    layer?.close();
  });
  return state;
}

/** The diameter of points in CSS pixels and how opaque they are: where they lie close together they are small and show how many there are. */
export function lookOf(count: number, view: MapView, stage: Stage): { diameter: number; opacity: number } {
  const spacing = sideOf(view, stage) / Math.sqrt(Math.max(1, count));
  return { diameter: clamp(0.75 * spacing, 1.75, 9), opacity: clamp(0.3 + spacing / 16, 0.35, 0.9) };
}

function openLayer(canvas: HTMLCanvasElement): PointsLayer | null {
  try {
    return new PointsLayer(canvas);
  } catch {
    return null;
  }
}

interface Target {
  canvas: HTMLCanvasElement;
  layer: PointsLayer;
  drawing: Drawing;
  step: number;
}

function drawOn({ canvas, layer, drawing, step }: Target): void {
  const [stage, view] = [drawing.stage(), drawing.view()];
  const [width, height] = [stage.width, stage.height].map((length) => Math.max(1, Math.round(length * devicePixelRatio)));
  if (width && canvas.width !== width) canvas.width = width;
  if (height && canvas.height !== height) canvas.height = height;
  const corner = onStage(view, stage, { x: 0, y: 0 });
  const side = sideOf(view, stage);
  const { diameter, opacity } = lookOf(drawing.marks().length, view, stage);
  const [red, green, blue] = drawing.ringColour();
  layer.draw({
    offset: [(corner.x / stage.width) * 2 - 1, 1 - (corner.y / stage.height) * 2],
    scale: [(side / stage.width) * 2, (-side / stage.height) * 2],
    diameter: diameter * devicePixelRatio,
    opacity,
    ring: Math.min(RING_PX, 0.6 * diameter) * devicePixelRatio,
    ringColour: [red / 255, green / 255, blue / 255],
    ...rowsSpan(drawing.grid(), seenArea(view, stage)),
    step,
    hasMarks: drawing.hasMarks(),
  });
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
