import { expect, test } from '@jest/globals';
import { DrawingPace } from '../../../../../client/src/components/map/drawing-pace.js';

/** The steps with which a moving map is drawn that takes `wholeMs` to draw whole; no drawing is faster than the screen. */
function stepsOf(wholeMs: number, drawings: number): number[] {
  const pace = new DrawingPace();
  return Array.from({ length: drawings }, () => {
    const { step } = pace;
    pace.took(Math.max(16.7, wholeMs / step), step);
    return step;
  });
}

test('a map that is drawn at the pace of the screen leaves no point out', () => {
  expect(new Set(stepsOf(15, 30))).toEqual(new Set([1]));
});

test('a map that is drawn slowly leaves points out from its second drawing on, so that each takes at most 40 ms', () => {
  for (const wholeMs of [60, 200, 600, 1_000]) {
    const steps = stepsOf(wholeMs, 50).slice(1);
    expect(wholeMs / Math.min(...steps)).toBeLessThanOrEqual(40);
    expect(Math.max(...steps)).toBeLessThanOrEqual(32);
  }
});

test('a map rests later the slower it is drawn, but soon', () => {
  const pace = new DrawingPace();
  expect(pace.restMs).toBe(150);
  pace.took(400, 1);
  expect(pace.restMs).toBe(800);
  pace.took(5_000, 1);
  expect(pace.restMs).toBe(1_500);
});

test('a map that is drawn fast again leaves no point out after a while', () => {
  const pace = new DrawingPace();
  pace.took(600, 1);
  for (let drawing = 0; drawing < 40; drawing += 1) pace.took(16.7, pace.step);
  expect(pace.step).toBe(1);
});
