/**
 * Browsers cap a scroll box near 16.7 M px and lose whole pixels above 8.4 M (2^23, the mantissa of a float), while a million pictures
 * are 45 M px high. So the box is at most 8 M px, and a *map* says which virtual offset stands at a scroll offset:
 * one to one near an anchor, steeper further away, from end to end.
 */
export const MAX_BOX_PX = 8_000_000;
/** Pixels to each side of the anchor, and at each end, where scrolling is one to one: some 500 screens. */
const EXACT_PX = 500_000;

/** Heights in CSS pixels. */
export interface ScrollExtent {
  /** Height of all content. */
  contentHeight: number;
  /** Height of what is seen. */
  viewHeight: number;
}

/** A scroll offset of the box and the virtual offset that stands there. */
export interface ScrollAnchor {
  box: number;
  virtual: number;
}

/** Height to give the scroll box. */
export function boxHeight(extent: ScrollExtent): number {
  return Math.min(extent.contentHeight, MAX_BOX_PX);
}

/** Largest virtual offset: the last picture stands at the foot of the view. */
export function maxVirtual(extent: ScrollExtent): number {
  return Math.max(0, extent.contentHeight - extent.viewHeight);
}

function maxBox(extent: ScrollExtent): number {
  return Math.max(0, boxHeight(extent) - extent.viewHeight);
}

/** The anchor at rest for a virtual offset: one to one at both ends, evenly steep between. */
export function anchorFor(virtual: number, extent: ScrollExtent): ScrollAnchor {
  const end = maxVirtual(extent);
  const boxEnd = maxBox(extent);
  const at = Math.min(end, Math.max(0, virtual));
  if (end <= boxEnd || at <= EXACT_PX) return { box: at, virtual: at };
  if (end - at <= EXACT_PX) return { box: boxEnd - (end - at), virtual: at };
  const share = (at - EXACT_PX) / (end - 2 * EXACT_PX);
  return { box: Math.round(EXACT_PX + share * (boxEnd - 2 * EXACT_PX)), virtual: at };
}

/** Virtual offset at a scroll offset, given an anchor: continuous, rising, 0 at the top and the end at the bottom. */
export function virtualAt(box: number, anchor: ScrollAnchor, extent: ScrollExtent): number {
  const end = maxVirtual(extent);
  const boxEnd = maxBox(extent);
  if (box <= 0) return 0;
  if (box >= boxEnd) return end;
  const before = exactReach(anchor.box, anchor.virtual);
  const after = exactReach(boxEnd - anchor.box, end - anchor.virtual);
  const distance = box - anchor.box;
  if (distance < -before) return ((anchor.virtual - before) * box) / (anchor.box - before);
  if (distance > after) return end - ((end - anchor.virtual - after) * (boxEnd - box)) / (boxEnd - anchor.box - after);
  return Math.min(end, Math.max(0, anchor.virtual + distance));
}

/** How far one to one reaches towards an end: all the way where both distances agree, else at most half, to leave room to catch up. */
function exactReach(boxDistance: number, virtualDistance: number): number {
  if (Math.abs(boxDistance - virtualDistance) < 0.5) return Math.max(0, boxDistance);
  return Math.max(0, Math.min(EXACT_PX, boxDistance / 2, virtualDistance / 2, boxDistance - 1));
}

/** True when scrolling has moved so far from the anchor's place at rest that the box should be set there again. */
export function isAdrift(box: number, virtual: number, extent: ScrollExtent): boolean {
  const rest = anchorFor(virtual, extent).box;
  return Math.abs(rest - box) > (maxVirtual(extent) > maxBox(extent) ? EXACT_PX / 2 : 0.5);
}
