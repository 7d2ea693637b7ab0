import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { alignedTo, framed } from '../../../../server/models/layout/frame.js';

const coordinate = fc.float({ min: -50, max: 50, noNaN: true });
const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 40 }).map((pairs) => Float32Array.from(pairs.flat()));
const spreadOf = (values: Float32Array): number =>
  Math.max(
    ...[0, 1].map(
      (axis) => Math.max(...values.filter((_, at) => at % 2 === axis)) - Math.min(...values.filter((_, at) => at % 2 === axis)),
    ),
  );

describe('framed', () => {
  test('puts any layout into the unit square without changing its proportions', () => {
    fc.assert(
      fc.property(points, (layout) => {
        const { positions, span } = framed(layout);
        expect([...positions].every((value) => value >= 0 && value <= 1)).toBe(true);
        expect(span).toBeCloseTo(spreadOf(layout) || 1, 3);
        for (let at = 2; at < layout.length; at += 1) {
          const wanted = ((layout[at] ?? 0) - (layout[at % 2] ?? 0)) / span;
          expect((positions[at] ?? 0) - (positions[at % 2] ?? 0)).toBeCloseTo(wanted, 4);
        }
      }),
    );
  });

  test('puts a single point, and none, into the middle', () => {
    expect(framed(Float32Array.of(7, -3))).toEqual({ positions: Float32Array.of(0.5, 0.5), span: 1 });
    expect(framed(new Float32Array())).toMatchObject({ positions: new Float32Array() });
  });
});

describe('alignedTo', () => {
  test('turns and mirrors a layout back, whatever was done to it, by the points that are known', () => {
    fc.assert(
      fc.property(points, fc.float({ min: -4, max: 4, noNaN: true }), fc.boolean(), (before, angle, isMirrored) => {
        fc.pre(spreadOf(before) > 1);
        const changed = before.map((value, at) => {
          const x = at % 2 === 0 ? value : (before[at - 1] ?? 0);
          const y = (at % 2 === 0 ? (before[at + 1] ?? 0) : value) * (isMirrored ? -1 : 1);
          return at % 2 === 0 ? x * Math.cos(angle) - y * Math.sin(angle) : x * Math.sin(angle) + y * Math.cos(angle);
        });
        const known = before.map((value, at) => (before.length > 8 && at < 2 ? NaN : value));
        const back = alignedTo(known, changed);
        for (let at = 4; at < back.length; at += 1)
          expect((back[at] ?? 0) - (back[2 + (at % 2)] ?? 0)).toBeCloseTo((before[at] ?? 0) - (before[2 + (at % 2)] ?? 0), 2);
      }),
    );
  });

  test('leaves a layout as it is where nothing is known', () => {
    const layout = Float32Array.of(1, 2, 3, 4);
    expect(alignedTo(new Float32Array(4).fill(NaN), layout)).toEqual(layout);
  });
});
