import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Chunk, GridGeometry } from '../../../../../client/src/components/grid/grid-chunks.js';
import {
  CHUNK_SIZE,
  arrange,
  cutChunks,
  estimateChunkHeight,
  placeAt,
  virtualOf,
} from '../../../../../client/src/components/grid/grid-chunks.js';
import { layoutRows } from '../../../../../client/src/components/grid/justified-layout.js';
import { isPlace } from '../../../../../client/src/components/grid/grid-place.js';
import { shareAt, virtualAtShare } from '../../../../../client/src/components/grid/scrubber-position.js';
import { drawnSpan } from '../../../../../client/src/components/grid/visible-tiles.js';

const GEOMETRY: GridGeometry = { width: 1172, targetHeight: 196, gap: 4, headingHeight: 52 };
const timeline = fc
  .array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 40 })
  .map((counts) => counts.map((count, i) => ({ month: `${2024 - Math.floor(i / 12)}-${String(12 - (i % 12)).padStart(2, '0')}`, count })));

function arranged(months: { month: string; count: number }[]): {
  chunks: Chunk[];
  spans: ReturnType<typeof arrange>['spans'];
  height: number;
} {
  const chunks = cutChunks(months, []);
  for (const chunk of chunks) chunk.height = estimateChunkHeight(chunk, GEOMETRY, 1.3);
  return { chunks, ...arrange(chunks, GEOMETRY) };
}

describe('chunks of the grid', () => {
  test('every picture of every month lies in exactly one chunk of at most 500', () => {
    fc.assert(
      fc.property(timeline, (months) => {
        const chunks = cutChunks(months, []);
        let next = 0;
        for (const chunk of chunks) {
          expect(chunk.start).toBe(next);
          expect(chunk.count).toBeLessThanOrEqual(CHUNK_SIZE);
          next += chunk.count;
        }
        expect(next).toBe(months.reduce((sum, month) => sum + month.count, 0));
      }),
    );
  });

  test('months follow each other without overlap and their sum is the height of all', () => {
    fc.assert(
      fc.property(timeline, (months) => {
        const { spans, height } = arranged(months);
        let bottom = 0;
        for (const span of spans) {
          expect(span.top).toBe(bottom);
          bottom = span.top + span.height;
        }
        expect(bottom).toBe(height);
        expect(spans.map(({ month, count }) => ({ month, count }))).toEqual(months);
      }),
    );
  });

  test('a place leads back to the offset it was taken at, loaded or not', () => {
    fc.assert(
      fc.property(timeline, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (all, share, isLoaded) => {
        // Laying out more than four months for each of 100 runs takes seconds and proves nothing more.
        const { chunks } = arranged(all.slice(0, 4));
        if (isLoaded) for (const chunk of chunks) fill(chunk);
        const offset = Math.floor(share * arrange(chunks, GEOMETRY).height);
        const place = placeAt(chunks, offset);
        expect(place && virtualOf(chunks, place)).toBeCloseTo(offset, 6);
      }),
    );
  });

  test('a picture keeps its place on the screen when pictures above it arrive and estimates are corrected', () => {
    const before = cutChunks(
      [
        { month: '2024-06', count: 400 },
        { month: '2024-05', count: 300 },
      ],
      [],
    );
    before.forEach(fill);
    arrange(before, GEOMETRY);
    const place = placeAt(before, (before[1]?.top ?? 0) + 700);
    const after = cutChunks(
      [
        { month: '2024-07', count: 90 },
        { month: '2024-06', count: 430 },
        { month: '2024-05', count: 300 },
      ],
      before,
    );
    for (const chunk of after) if (!chunk.layout) chunk.height = 5000;
    arrange(after, GEOMETRY);
    expect(place && virtualOf(after, place)).toBe((after[2]?.top ?? 0) + 700);
    expect(after.map((chunk) => chunk.isStale)).toEqual([false, true, false]);
  });

  test('the place of a month that is gone is the next older month', () => {
    const { chunks } = arranged([
      { month: '2024-06', count: 10 },
      { month: '2024-02', count: 10 },
    ]);
    expect(virtualOf(chunks, { month: '2024-04', index: 3, delta: 0 })).toBe(chunks[1]?.top);
    expect(virtualOf([], { month: '2024-04', index: 3, delta: 0 })).toBeNull();
  });

  test('only a place written by the grid is taken from a history entry', () => {
    expect(isPlace({ month: '2024-06', index: 3, delta: -12.5, id: 'a' })).toBe(true);
    expect([null, 7, {}, { month: 3, index: 1, delta: 0 }, { month: '2024-06', index: 1.5, delta: 0 }].some(isPlace)).toBe(false);
  });

  test('the box of a month stays drawable however many pictures it holds', () => {
    const span = { month: '2024-06', count: 1_000_000, start: 0, top: 0, height: 45_000_000 };
    expect(drawnSpan(span, 22_000_000)).toEqual({ top: 21_000_000, height: 2_000_000 });
    expect(drawnSpan({ ...span, top: 100, height: 500 }, 300)).toEqual({ top: 100, height: 500 });
  });
});

describe('position on the scrubber', () => {
  test('share and offset are inverse, rise together and reach both ends', () => {
    fc.assert(
      fc.property(timeline, fc.double({ min: 0, max: 1, noNaN: true }), (months, share) => {
        const { spans, height } = arranged(months);
        const extent = { spans, contentHeight: height + 2000, viewHeight: 900 };
        const virtual = virtualAtShare(share, extent);
        expect(shareAt(virtual, extent)).toBeCloseTo(share, 5);
        expect(shareAt(virtual + 50, extent)).toBeGreaterThanOrEqual(shareAt(virtual, extent));
        expect(shareAt(0, extent)).toBe(0);
        expect(shareAt(extent.contentHeight - extent.viewHeight, extent)).toBe(1);
      }),
    );
  });
});

function fill(chunk: Chunk): void {
  const aspects = Float32Array.from({ length: chunk.count }, (_, i) => [1.5, 0.75, 1.33][i % 3] ?? 1);
  const ids = Array.from(aspects, (_, i) => `${chunk.month}/${chunk.offset + i}`);
  const texts = ids.map(() => '');
  chunk.bucket = {
    ids,
    aspects,
    thumbhashes: texts,
    thumbnailUrls: texts,
    durationsMs: ids.map(() => null),
    stackRoles: ids.map(() => null),
    labels: texts,
    favourites: ids.map(() => false),
  };
  chunk.layout = layoutRows(aspects, { ...GEOMETRY, keepsLastRow: chunk.isMonthEnd });
  chunk.height = chunk.layout.height;
}
