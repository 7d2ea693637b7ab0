import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeModel, type OnnxGraph } from '../../../server/models/onnx-graph.js';
import { OnnxSession } from '../../../server/models/onnx-session.js';

const affine = (weights: Float32Array, alpha: number): OnnxGraph => ({
  name: 'affine',
  inputs: [{ name: 'x', type: 'float32', dims: ['n', 2] }],
  outputs: [
    { name: 'y', type: 'float32', dims: ['n', 1] },
    { name: 'best', type: 'int64', dims: ['n'] },
  ],
  initializers: [
    { name: 'w', dims: [2, 2], values: weights },
    { name: 'axes', dims: [1], values: BigInt64Array.of(-1n) },
  ],
  nodes: [
    { op: 'MatMul', inputs: ['x', 'w'], outputs: ['product'] },
    { op: 'LeakyRelu', inputs: ['product'], outputs: ['bent'], attributes: { alpha: { float: alpha } } },
    { op: 'ReduceSum', inputs: ['bent', 'axes'], outputs: ['y'], attributes: { keepdims: { int: 1 } } },
    { op: 'ArgMax', inputs: ['bent'], outputs: ['best'], attributes: { axis: { int: -1 }, keepdims: { int: 0 } } },
  ],
});

describe('encodeModel', () => {
  test('writes floats, negative ints, int64 constants and free dimensions as ONNX Runtime reads them', async () => {
    const session = await OnnxSession.open(encodeModel(affine(Float32Array.of(1, 2, 3, 4), 0.5)));
    const outputs = await session.run({ x: { values: Float32Array.of(1, 0, 0, -1, 1, 1), dims: [3, 2] } });
    expect([...outputs.float32('y').values]).toEqual([3, -3.5, 10]);
    expect(outputs.float32('y').dims).toEqual([3, 1]);
    expect([...outputs.int64('best').values]).toEqual([1n, 0n, 1n]);
    await session.close();
  });

  test('writes lists of ints and floats and strings', async () => {
    const graph: OnnxGraph = {
      name: 'lists',
      inputs: [{ name: 'x', type: 'float32', dims: [1, 1, 2, 3] }],
      outputs: [{ name: 'y', type: 'float32', dims: [1, 1, 4, 6] }],
      initializers: [{ name: 'scales', dims: [4], values: Float32Array.of(1, 1, 2, 2) }],
      nodes: [
        { op: 'Transpose', inputs: ['x'], outputs: ['t'], attributes: { perm: { ints: [0, 1, 3, 2] } } },
        { op: 'Transpose', inputs: ['t'], outputs: ['back'], attributes: { perm: { ints: [0, 1, 3, 2] } } },
        { op: 'Resize', inputs: ['back', '', 'scales'], outputs: ['y'], attributes: { mode: { string: 'nearest' } } },
      ],
    };
    const session = await OnnxSession.open(encodeModel(graph));
    const { values, dims } = (await session.run({ x: { values: Float32Array.of(1, 2, 3, 4, 5, 6), dims: [1, 1, 2, 3] } })).float32('y');
    expect(dims).toEqual([1, 1, 4, 6]);
    expect([...values.subarray(0, 6)]).toEqual([1, 1, 2, 2, 3, 3]);
    await session.close();
  });

  test('gives the same bytes for the same graph, whatever the constants are', () => {
    fc.assert(
      fc.property(fc.float32Array({ minLength: 4, maxLength: 4 }), (weights) => {
        expect(encodeModel(affine(weights, 0.5))).toEqual(encodeModel(affine(weights.slice(), 0.5)));
      }),
    );
  });

  test('refuses a constant whose shape does not fit its values', () => {
    expect(() => encodeModel(affine(Float32Array.of(1, 2, 3), 0.5))).toThrow('Expected 4 values for w but received 3.');
  });
});
