import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coloursOf, onRamp, ranksOf } from '../../../../../client/src/components/map/map-colours.js';
import { MapSelection } from '../../../../../client/src/components/map/map-selection.js';

describe('what is selected on the map', () => {
  test('is replaced, added to and taken from as sets are, and the last ten steps can be taken back', () => {
    const step = fc.record({
      points: fc.array(fc.nat(49)),
      combination: fc.constantFrom('replace', 'add', 'subtract' as const),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
        const selection = new MapSelection(50);
        const states: number[][] = [[]];
        for (const { points, combination } of steps) {
          selection.choose(points, combination as 'replace');
          const before = new Set(combination === 'replace' ? [] : states.at(-1));
          for (const point of points) before[combination === 'subtract' ? 'delete' : 'add'](point);
          states.push([...before].sort((a, b) => a - b));
          expect([...selection.points()]).toEqual(states.at(-1));
          expect(selection.count.value).toBe(before.size);
        }
        for (const state of states.slice(0, -1).reverse()) {
          selection.undo();
          expect([...selection.points()]).toEqual(state);
        }
        expect(selection.canUndo.value).toBe(false);
      }),
    );
  });

  test('gives the first of them in their order', () => {
    const selection = new MapSelection(10);
    selection.choose([7, 3, 9], 'replace');
    expect([...selection.points(2)]).toEqual([3, 7]);
    selection.clear();
    expect([...selection.points(2)]).toEqual([]);
    selection.undo();
    expect(selection.count.value).toBe(3);
  });
});

describe('the colours of the map', () => {
  test('differ for the largest sets', () => {
    expect([...ranksOf([5, 90, 20, 90, 1], 4)]).toEqual([3, 0, 2, 1]);
  });

  test('of what does not stand out are faint and grey, and none comes last', () => {
    const colours = coloursOf(
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      [9, 9, 9],
      (set) => set === 1,
    );
    expect([...colours]).toEqual([9, 9, 9, 40, 4, 5, 6, 255, 9, 9, 9, 40]);
  });

  test('of years lie between the ends of their ramp', () => {
    const ramp = [
      [0, 0, 0],
      [100, 200, 50],
      [255, 255, 255],
    ] as const;
    expect([-1, 0, 0.25, 0.5, 1, 2].map((share) => onRamp(ramp, share))).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [50, 100, 25],
      [100, 200, 50],
      [255, 255, 255],
      [255, 255, 255],
    ]);
  });
});
