/** Lengths in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** A point from the middle of the stage, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

/** How a picture lies on the stage: `scale` 1 fits, `x` and `y` move its middle from the middle of the stage. */
export interface Zoom extends Point {
  scale: number;
}

/** The picture as it fits. */
export const FITTED: Zoom = { scale: 1, x: 0, y: 0 };
/** Small pictures are enlarged to fit, but not until single pixels are all that is seen. */
const MAX_ENLARGED = 3;
/** One pixel of the picture covers at most this many of the screen. */
const MAX_PIXEL_SCALE = 4;

/** Size of a picture that fits the stage. */
export function fittedSize(picture: Size, stage: Size): Size {
  const scale = Math.min(stage.width / picture.width, stage.height / picture.height, MAX_ENLARGED);
  return { width: picture.width * scale, height: picture.height * scale };
}

/** Size of what fills the stage without being cut off, however much it is enlarged. */
export function containedSize(picture: Size, stage: Size): Size {
  const scale = Math.min(stage.width / picture.width, stage.height / picture.height);
  return { width: picture.width * scale, height: picture.height * scale };
}

/** Largest zoom of a fitted picture. */
export function maxScale(picture: Size, fitted: Size): number {
  return Math.max(2, (picture.width / Math.max(1, fitted.width)) * MAX_PIXEL_SCALE);
}

/** Zooms by a factor so that what lies under a point stays there; within 1 and `largest`. */
export function zoomAt(zoom: Zoom, factor: number, { point, largest }: { point: Point; largest: number }): Zoom {
  const scale = Math.min(largest, Math.max(1, zoom.scale * factor));
  const grown = scale / zoom.scale;
  return { scale, x: point.x - (point.x - zoom.x) * grown, y: point.y - (point.y - zoom.y) * grown };
}

/** Moves the picture back so that no gap opens beside it where it is larger than the stage; where it is smaller it is centred. */
export function withinStage(zoom: Zoom, fitted: Size, stage: Size): Zoom {
  const reachX = Math.max(0, (fitted.width * zoom.scale - stage.width) / 2);
  const reachY = Math.max(0, (fitted.height * zoom.scale - stage.height) / 2);
  return { scale: zoom.scale, x: Math.min(reachX, Math.max(-reachX, zoom.x)), y: Math.min(reachY, Math.max(-reachY, zoom.y)) };
}
