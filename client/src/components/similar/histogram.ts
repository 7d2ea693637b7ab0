import type { Band, SimilarImagesQuery } from '../../graphql/generated/operations.js';

export type Histogram = SimilarImagesQuery['similarImages']['histogram'];

/** A bar in fractions of the plot: `height` 0..1 on a log scale. `band` is null where this archive is too small to say. */
export interface Bar {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly from: number;
  readonly band: Band | null;
  readonly isEstimated: boolean;
}

/** What part of the scores is drawn: similarities of the left and the right edge. */
export interface PlotRange {
  readonly low: number;
  readonly high: number;
}

const STEP = 0.1;

/** From the tenth below the lowest score (at most one in a thousand left out) to 1. */
export function rangeOf(histogram: Histogram): PlotRange {
  const total = histogram.counts.reduce((sum, count) => sum + count, 0);
  let skipped = 0;
  const start = histogram.counts.findIndex((count) => (skipped += count) > total / 1000);
  const lowest = start < 0 ? 0 : histogram.low + start * histogram.width;
  return { low: Math.max(-1, Math.min(0.8, round(Math.floor(lowest / STEP + 1e-9) * STEP))), high: 1 };
}

/** Where a similarity stands in the plot, 0..1. */
export function placeOf(similarity: number, range: PlotRange): number {
  return Math.min(1, Math.max(0, (similarity - range.low) / (range.high - range.low)));
}

/** The bars that fall into the range. Bins under `exactFrom` are projections where the histogram is estimated. */
export function barsOf(histogram: Histogram, range: PlotRange, exactFrom: number): Bar[] {
  const most = Math.log1p(Math.max(1, ...histogram.counts));
  return histogram.counts.flatMap((count, index) => {
    const from = histogram.low + index * histogram.width;
    if (count === 0 || from + histogram.width <= range.low + 1e-9 || from >= range.high + 1e-9) return [];
    const left = Math.min(placeOf(from, range), 1 - histogram.width / (range.high - range.low));
    return [
      {
        left,
        width: histogram.width / (range.high - range.low),
        height: Math.log1p(count) / most,
        from,
        band: bandAt(from + histogram.width / 2, histogram),
        isEstimated: histogram.isEstimated && from + histogram.width < exactFrom,
      },
    ];
  });
}

/** The band of a similarity, null where the archive is too small to say. */
export function bandAt(similarity: number, { strongFrom, likelyFrom }: Pick<Histogram, 'strongFrom' | 'likelyFrom'>): Band | null {
  if (strongFrom === null || likelyFrom === null) return null;
  if (similarity >= strongFrom) return 'STRONG';
  return similarity >= likelyFrom ? 'LIKELY' : 'GUESS';
}

/** A coloured stretch above the threshold, in similarities. */
export interface Stretch {
  readonly band: Band;
  readonly from: number;
  readonly to: number;
}

/** The bands from the threshold up to 1, lowest first; none where the archive is too small to say. */
export function stretchesOf(threshold: number, { strongFrom, likelyFrom }: Pick<Histogram, 'strongFrom' | 'likelyFrom'>): Stretch[] {
  if (strongFrom === null || likelyFrom === null) return [];
  const edges: Stretch[] = [
    { band: 'GUESS', from: threshold, to: likelyFrom },
    { band: 'LIKELY', from: Math.max(threshold, likelyFrom), to: strongFrom },
    { band: 'STRONG', from: Math.max(threshold, strongFrom), to: 1 },
  ];
  return edges.filter(({ from, to }) => to > from);
}

/** Ticks every tenth, both ends included; every second one where the range is wide. */
export function ticksOf({ low, high }: PlotRange): number[] {
  const count = Math.round((high - low) / STEP);
  const every = count > 10 ? 2 : 1;
  return Array.from({ length: count + 1 }, (_, index) => round(low + index * STEP)).filter((_, index) => (count - index) % every === 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
