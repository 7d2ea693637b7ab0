import { describe, expect, test } from '@jest/globals';
import type { Bucket } from '../../../../../client/src/components/grid/grid-chunks.js';
import type { GridSources } from '../../../../../client/src/components/grid/grid-model.js';
import { GridModel } from '../../../../../client/src/components/grid/grid-model.js';
import { stepFrom } from '../../../../../client/src/components/grid/grid-steps.js';
import { layoutRows } from '../../../../../client/src/components/grid/justified-layout.js';

const GEOMETRY = { width: 1172, targetHeight: 196, gap: 4, headingHeight: 52 };
const MONTHS = Array.from({ length: 240 }, (_, i) => ({
  month: `${2026 - Math.floor(i / 12)}-${String(12 - (i % 12)).padStart(2, '0')}`,
  count: i === 0 ? 4167 - (4167 * 240 - 1_000_000) : 4167,
}));

interface Grid {
  model: GridModel;
  asked: string[];
  aborted: string[];
  settle: () => Promise<void>;
}

function bucketOf(month: string, offset: number, count: number): Bucket {
  const ids = Array.from({ length: count }, (_, i) => `${month}/${offset + i}`);
  return {
    ids,
    aspects: Float32Array.from(ids, (_, i) => [1.5, 0.75, 1.33, 1.78][i % 4] ?? 1),
    thumbhashes: ids,
    thumbnailUrls: ids,
    durationsMs: ids.map(() => null),
    stackRoles: ids.map(() => null),
    labels: ids,
    favourites: ids.map(() => false),
  };
}

function gridOf(overrides: Partial<GridSources> = {}): Grid {
  const asked: string[] = [];
  const aborted: string[] = [];
  const model = new GridModel({
    loadBucket: ({ month, offset, count }, signal) => {
      asked.push(`${month}/${offset}`);
      signal.addEventListener('abort', () => aborted.push(`${month}/${offset}`));
      return Promise.resolve(bucketOf(month, offset, count));
    },
    layout: (aspects, options) => Promise.resolve(layoutRows(aspects, options)),
    onChange: () => undefined,
    ...overrides,
  });
  model.viewHeight = 900;
  model.setGeometry(GEOMETRY);
  model.setTimeline(MONTHS);
  // Loading is a chain of a few promises; a timer's turn comes after all of them.
  return { model, asked, aborted, settle: () => new Promise((resolve) => setTimeout(resolve, 0)) };
}

describe('the grid of a million pictures', () => {
  test('every picture is reachable and at most 200 are drawn', async () => {
    const { model, settle } = gridOf();
    expect(model.count).toBe(1_000_000);
    for (const index of [0, 1, 4166, 499_999, 777_777, 999_998, 999_999]) {
      model.scrollTo(model.offsetOfIndex(index));
      model.loadVisible();
      await settle();
      const tiles = model.visibleMonths().flatMap((month) => month.chunks.flatMap((chunk) => chunk.tiles));
      expect(tiles.map((tile) => tile.index)).toContain(index);
      expect(tiles.length).toBeLessThanOrEqual(200);
    }
  });

  test('a huge screen still draws at most 200 pictures, those nearest to its middle', async () => {
    const { model, settle } = gridOf();
    model.viewHeight = 6000;
    model.setGeometry({ ...GEOMETRY, width: 6000 });
    model.loadVisible();
    await settle();
    const tiles = model.visibleMonths().flatMap((month) => month.chunks.flatMap((chunk) => chunk.tiles));
    expect(tiles.length).toBeGreaterThan(150);
    expect(tiles.length).toBeLessThanOrEqual(200);
  });

  test('what is passed by is called off and only what is near is asked for', async () => {
    const { model, asked, aborted, settle } = gridOf({});
    model.loadVisible();
    model.scrollTo(model.contentHeight / 2);
    model.loadVisible();
    expect(aborted).toEqual(asked.slice(0, aborted.length));
    expect(aborted.length).toBeGreaterThan(0);
    await settle();
    expect(asked.length).toBeLessThan(8);
  });

  test('loading above the view moves nothing that is seen', async () => {
    const { model, settle } = gridOf();
    model.scrollTo(model.offsetOfIndex(500_000));
    model.loadVisible();
    await settle();
    const before = model.findTile(500_000);
    const onScreen = (before?.top ?? 0) - model.viewTop;
    for (const index of [0, 10_000, 250_000]) await model.loadId(index);
    expect((model.findTile(500_000)?.top ?? 0) - model.viewTop).toBe(onScreen);
  });

  test('new pictures above the view move nothing that is seen; at the very top they come into sight', async () => {
    const { model, settle } = gridOf();
    model.scrollTo(model.offsetOfIndex(5000));
    model.loadVisible();
    await settle();
    const tile = model.findTile(5000);
    const onScreen = (tile?.top ?? 0) - model.viewTop;
    model.setTimeline([{ month: '2027-01', count: 40 }, ...MONTHS]);
    expect(model.findTile(5040)?.tile.id).toBe(tile?.tile.id);
    expect((model.findTile(5040)?.top ?? 0) - model.viewTop).toBe(onScreen);
    model.scrollTo(0);
    model.setTimeline([{ month: '2027-01', count: 41 }, ...MONTHS]);
    expect(model.viewTop).toBe(0);
  });

  test('a stretch that could not be loaded says so until it is tried again', async () => {
    let isAway = true;
    const { model, settle } = gridOf({
      loadBucket: ({ month, offset, count }) =>
        isAway ? Promise.reject(new Error('away')) : Promise.resolve(bucketOf(month, offset, count)),
    });
    model.loadVisible();
    await settle();
    expect(model.hasFailedInView()).toBe(true);
    isAway = false;
    model.reload();
    await settle();
    expect(model.hasFailedInView()).toBe(false);
    expect(model.findTile(0)?.tile.id).toBe('2026-12/0');
  });

  test('a place that was kept is held while estimates are corrected', async () => {
    const { model, settle } = gridOf();
    model.pin({ month: '2020-06', index: 1234, delta: 17 });
    model.loadVisible();
    await settle();
    const index = MONTHS.slice(
      0,
      MONTHS.findIndex(({ month }) => month === '2020-06'),
    ).reduce((sum, { count }) => sum + count, 1234);
    expect(model.viewTop - (model.findTile(index)?.top ?? 0)).toBe(17);
    expect(model.place()).toMatchObject({ month: '2020-06', index: 1234, delta: 17 });
  });

  test('arrow keys go to the neighbour that lies there, and back', async () => {
    const { model, settle } = gridOf();
    model.loadVisible();
    await settle();
    const step = (from: number, key: 'ArrowDown' | 'ArrowUp' | 'ArrowRight' | 'End' | 'Home'): number =>
      stepFrom(model, from, { key, rowsPerPage: 3 });
    const below = step(0, 'ArrowDown');
    expect(model.findTile(below)?.top).toBeGreaterThan(model.findTile(0)?.top ?? 0);
    expect(model.findTile(below)?.tile.left).toBe(0);
    expect(step(below, 'ArrowUp')).toBe(0);
    expect(step(0, 'ArrowUp')).toBe(0);
    expect([step(7, 'ArrowRight'), step(7, 'Home'), step(7, 'End')]).toEqual([8, 0, 999_999]);
  });
});
