import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Member } from '../../../../client/src/composables/cluster-members.js';
import { beyond, reachOf } from '../../../../client/src/composables/cluster-reach.js';
import { layMembers, tilesWithin } from '../../../../client/src/composables/cluster-layout.js';
import { GridSelection } from '../../../../client/src/composables/grid-selection.js';
import { wayAtEdge } from '../../../../client/src/composables/edge-scroll.js';

const member = (index: number, similarity: number | null, aspect = 1.5): Member => ({
  similarity,
  image: {
    ...{ id: `id-${index}`, kind: 'PHOTO', fileName: `IMG_${index}.jpg`, title: null, durationMs: null, favourite: false },
    ...{ width: Math.round(600 * aspect), height: 600, thumbhash: '', thumbnailUrl: '' },
    ...{ takenAt: '2012-07-14T12:00:00', takenPrecision: 'SECOND' },
  },
});
const FRAME = { width: 1000, target: 168, gap: 4 };

describe('the pictures of a cluster', () => {
  test('stand in rows that fill the width, in order and without overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.3, max: 4, noNaN: true }), { minLength: 1, maxLength: 60 }), (aspects) => {
        const tiles = layMembers(
          aspects.map((aspect, index) => member(index, 0.5, aspect)),
          FRAME,
        );
        expect(tiles.map(({ id }) => id)).toEqual(aspects.map((_, index) => `id-${index}`));
        expect(tiles.every(({ left, width }) => left >= 0 && left + width <= FRAME.width)).toBe(true);
        tiles.slice(1).forEach((tile, index) => {
          const before = tiles[index]!;
          expect(tile.top > before.top ? tile.top >= before.top + before.height : tile.left >= before.left + before.width).toBe(true);
        });
      }),
      { numRuns: 50 },
    );
  });

  test('are touched by a band that reaches into them, and not by one at their edge', () => {
    const tiles = layMembers(
      [0, 1, 2, 3, 4, 5].map((index) => member(index, 0.5)),
      FRAME,
    );
    const [first, second] = [tiles[0]!, tiles[1]!];
    const ids = (right: number): string[] => tilesWithin(tiles, { left: 5, top: 5, right, bottom: 10 }).map(({ id }) => id);
    expect(ids(second.left)).toEqual([first.id]);
    expect(ids(second.left + 1)).toEqual([first.id, second.id]);
  });

  test('are counted by their likeness to the centre, with the farthest in the last bar', () => {
    const reach = reachOf([0.9, 0.8, 0.5, null].map((similarity, index) => member(index, similarity)));
    expect(reach).toMatchObject({ nearest: 0.9, farthest: 0.5 });
    expect(reach?.bars[0]).toBe(1);
    expect(reach?.bars.at(-1)).toBe(1);
    expect(reach?.bars.reduce((sum, count) => sum + count, 0)).toBe(3);
  });

  test('have no reach to cut where all are as near', () => {
    expect(reachOf([0.5, 0.5 + 1e-7].map((similarity, index) => member(index, similarity)))).toBeNull();
    expect(reachOf([member(0, null)])).toBeNull();
  });

  test('lie beyond a cut where they are less alike, or where nothing is known of them', () => {
    expect(
      beyond(
        [0.9, 0.4, null].map((similarity, index) => member(index, similarity)),
        0.5,
      ),
    ).toEqual(['id-1', 'id-2']);
  });
});

describe('a band that reaches the edge', () => {
  test('scrolls the faster the farther it goes, and not at all in the middle', () => {
    const box = { top: 100, bottom: 900 };
    expect([500, 148, 852].map((y) => wayAtEdge(box, y))).toEqual([0, 0, 0]);
    expect(wayAtEdge(box, 130)).toBeLessThan(0);
    expect(wayAtEdge(box, 60)).toBeLessThan(wayAtEdge(box, 130));
    expect(wayAtEdge(box, 2000)).toBe(24);
  });
});

describe('a selection', () => {
  test('is replaced by what a band touches', () => {
    const selection = new GridSelection(() => Promise.resolve([]));
    selection.add(['a', 'b']);
    selection.replace(['c']);
    expect([...selection.ids.value]).toEqual(['c']);
  });
});
