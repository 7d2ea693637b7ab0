import type { MonthSpan } from './grid-chunks.js';
import { lastAtMost } from './grid-chunks.js';

/** Heights in virtual pixels. */
export interface ScrubberExtent {
  spans: readonly MonthSpan[];
  contentHeight: number;
  viewHeight: number;
}

/**
 * Share 0..1 of the pictures that stand above a line which wanders from the top of the view (at the start) to its foot (at the end),
 * so that both ends of the scrubber are reached.
 */
export function shareAt(virtualTop: number, extent: ScrubberExtent): number {
  const { spans, contentHeight, viewHeight } = extent;
  const line = virtualTop * (contentHeight / Math.max(1, contentHeight - viewHeight));
  const span = spans[lastAtMost(spans, line, (one) => one.top)];
  if (!span) return 0;
  const within = Math.min(1, Math.max(0, (line - span.top) / Math.max(1, span.height)));
  return Math.min(1, (span.start + within * span.count) / Math.max(1, countOf(spans)));
}

/** Virtual top of the view for a share of the pictures: the inverse of `shareAt`. */
export function virtualAtShare(share: number, extent: ScrubberExtent): number {
  const { spans, contentHeight, viewHeight } = extent;
  const index = Math.min(1, Math.max(0, share)) * countOf(spans);
  const span = spans[lastAtMost(spans, index, (one) => one.start)];
  if (!span) return 0;
  const line = span.top + ((index - span.start) / Math.max(1, span.count)) * span.height;
  return Math.max(0, line * ((contentHeight - viewHeight) / Math.max(1, contentHeight)));
}

function countOf(spans: readonly MonthSpan[]): number {
  const last = spans.at(-1);
  return last ? last.start + last.count : 0;
}
