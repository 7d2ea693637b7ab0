/** The frame nearest to a moment, of two as near the earlier; null where there is none. Frames are in order. */
export function nearestFrame<F extends { readonly ms: number }>(frames: readonly F[], ms: number): F | null {
  const [first, ...rest] = frames;
  if (!first) return null;
  return rest.reduce((best, each) => (Math.abs(each.ms - ms) < Math.abs(best.ms - ms) ? each : best), first);
}
