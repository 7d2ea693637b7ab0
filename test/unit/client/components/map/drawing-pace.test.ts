import { expect, test } from '@jest/globals';
import { DrawingPace } from '../../../../../client/src/components/map/drawing-pace.js';

/** The steps of drawings of a map that moves, each of which takes as long as `cost` says. */
function stepsOf(cost: (step: number) => number, drawings: number): number[] {
  let now = 1_000;
  const pace = new DrawingPace(() => now);
  return Array.from({ length: drawings }, () => {
    pace.move();
    const step = pace.step();
    now += cost(step);
    return step;
  });
}

test('a map that is drawn at the pace of the screen leaves no point out', () => {
  expect(new Set(stepsOf(() => 16.7, 20))).toEqual(new Set([1]));
});

test('a map that is drawn slowly leaves points out until it follows the hand, and stays there', () => {
  expect(stepsOf((step) => Math.max(17, 600 / step), 20).slice(-6)).toEqual([16, 16, 16, 16, 16, 16]);
});

test('a map that rests is drawn whole', () => {
  let now = 0;
  const pace = new DrawingPace(() => now);
  for (let drawing = 0; drawing < 6; drawing += 1) {
    pace.move();
    pace.step();
    now += 400;
  }
  expect(pace.step()).toBe(1);
});
