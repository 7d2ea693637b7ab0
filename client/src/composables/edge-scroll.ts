/** So near to the edge the page goes along, by at most so many pixels a frame. */
const EDGE_PX = 48;
const FASTEST_PX = 24;

/** How far a frame scrolls with the mouse at this height: the nearer to the edge, and beyond it, the farther. */
export function wayAtEdge({ top, bottom }: { top: number; bottom: number }, clientY: number): number {
  const over = clientY < top + EDGE_PX ? clientY - (top + EDGE_PX) : clientY > bottom - EDGE_PX ? clientY - (bottom - EDGE_PX) : 0;
  return Math.max(-FASTEST_PX, Math.min(FASTEST_PX, Math.round(over / 3)));
}
