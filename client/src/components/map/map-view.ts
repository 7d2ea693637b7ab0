/** Lengths in CSS pixels. */
export interface Stage {
  readonly width: number;
  readonly height: number;
}

/** A place: on the map 0..1 in both directions, on the stage CSS pixels from its top left corner. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Which part of the map is seen: the place in the middle of the stage, and how much larger than fitting it is. */
export interface MapView extends Place {
  readonly zoom: number;
}

/** All of the map. */
export const WHOLE: MapView = { x: 0.5, y: 0.5, zoom: 1 };
/** Positions have 16 bits: beyond this their steps, here about 6 px, would show as a grid. */
export const MOST_ZOOM = 512;
/** So much of the stage's shorter side the whole map takes. */
const FITTED = 0.92;

/** Length on the stage of the whole map's side. */
export function sideOf({ zoom }: Pick<MapView, 'zoom'>, { width, height }: Stage): number {
  return Math.max(1, Math.min(width, height) * FITTED) * zoom;
}

/** Where a place of the map is on the stage. */
export function onStage(view: MapView, stage: Stage, { x, y }: Place): Place {
  const side = sideOf(view, stage);
  return { x: stage.width / 2 + (x - view.x) * side, y: stage.height / 2 + (y - view.y) * side };
}

/** Which place of the map is seen at one of the stage. */
export function onMap(view: MapView, stage: Stage, { x, y }: Place): Place {
  const side = sideOf(view, stage);
  return { x: view.x + (x - stage.width / 2) / side, y: view.y + (y - stage.height / 2) / side };
}

/** Moves what is seen by so many pixels. */
export function panBy(view: MapView, stage: Stage, { x, y }: Place): MapView {
  const side = sideOf(view, stage);
  return within({ ...view, x: view.x - x / side, y: view.y - y / side });
}

/** Zooms so that what is seen at a place of the stage stays there. */
export function zoomAt(view: MapView, stage: Stage, { factor, at }: { factor: number; at: Place }): MapView {
  const zoom = within({ ...view, zoom: view.zoom * factor }).zoom;
  const held = onMap(view, stage, at);
  const side = sideOf({ zoom }, stage);
  return within({ zoom, x: held.x - (at.x - stage.width / 2) / side, y: held.y - (at.y - stage.height / 2) / side });
}

/** The view inside its bounds: the middle of the stage always shows a place of the map. */
export function within({ x, y, zoom }: MapView): MapView {
  return { x: clamp(x, 0, 1), y: clamp(y, 0, 1), zoom: clamp(zoom, 1, MOST_ZOOM) };
}

/** What of the map is seen, as far as it is on the map: places of two corners. */
export function seenArea(view: MapView, stage: Stage): { from: Place; to: Place } {
  const from = onMap(view, stage, { x: 0, y: 0 });
  const to = onMap(view, stage, { x: stage.width, y: stage.height });
  return { from: { x: clamp(from.x, 0, 1), y: clamp(from.y, 0, 1) }, to: { x: clamp(to.x, 0, 1), y: clamp(to.y, 0, 1) } };
}

/** As it stands in the address: exact to a tenth of a pixel on a large screen, `{}` where all is seen. */
export function viewToQuery(view: MapView): Record<'x' | 'y' | 'zoom', string | undefined> {
  if (view.zoom === 1 && view.x === WHOLE.x && view.y === WHOLE.y) return { x: undefined, y: undefined, zoom: undefined };
  const digits = Math.ceil(Math.log10(view.zoom * 20_000));
  return {
    x: String(Number(view.x.toFixed(digits))),
    y: String(Number(view.y.toFixed(digits))),
    zoom: String(Number(view.zoom.toPrecision(5))),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
