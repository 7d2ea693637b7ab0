import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BLOCKS } from '../../../../server/models/builtin/blocks.js';
import { buildRawGraph, PICTURE_DIMS, PIXELS_INPUT } from '../../../../server/models/builtin/graph.js';
import { rawMeasure } from '../../../../server/models/builtin/learning.js';
import { OnnxSession } from '../../../../server/models/onnx-session.js';
import type { OnnxOutputs } from '../../../../server/models/onnx-session.js';

/** Measured once with the reference implementation of the recipe on the input below. */
const CHECKS = {
  colour: { first: [0.0062, 0.01058, 0.01655, 0.02621], sum: 5, norm: 0.53142 },
  texture: { first: [0.09159, 0.0439, 0.01556, 0.01235], sum: 6, norm: 0.72815 },
  textureQuarters: { first: [0.07425, 0.07425, 0.10893, 0.10893], sum: 24, norm: 1.53745 },
  gist: { first: [0.05314, 0.04181, 0.04181, 0.05314], sum: 42.6203, norm: 2.1474 },
  covariance: { first: [0.02203, -0.00025, 0.00018, 0.00094], sum: 8.4515, norm: 1.41606 },
};

function checkInput(): Float32Array {
  return Float32Array.from({ length: 3 * 128 * 128 }, (_, index) => {
    const [channel, y, x] = [Math.floor(index / 128 ** 2), Math.floor(index / 128) % 128, index % 128];
    return ((x * (channel + 3) + y * 5 + Math.floor((x * y) / 8)) % 256) / 255;
  });
}

describe('the raw blocks', () => {
  let session: OnnxSession;
  let outputs: OnnxOutputs;
  beforeAll(async () => {
    session = await OnnxSession.open(buildRawGraph());
    outputs = await session.run({ [PIXELS_INPUT]: { values: checkInput(), dims: PICTURE_DIMS } });
  });
  afterAll(() => session.close());

  test.each(BLOCKS)('$name has the values of the measured recipe', ({ name, rawDims }) => {
    const { values } = outputs.float32(name);
    const { first, sum, norm } = CHECKS[name];
    expect(values).toHaveLength(rawDims);
    first.forEach((value, index) => expect(Math.abs((values[index] ?? 0) - value)).toBeLessThan(1.1e-5));
    expect(values.reduce((total, value) => total + value, 0)).toBeCloseTo(sum, 3);
    expect(Math.sqrt(values.reduce((total, value) => total + value ** 2, 0))).toBeCloseTo(norm, 4);
  });

  test('are measured for learning from a picture of bytes', async () => {
    const blocks = await rawMeasure(session)(new Uint8Array(3 * 128 * 128).fill(51));
    // A grey of .2 is most of all the second of the 46 colour words, .22.
    expect(blocks.colour[1]).toBe(Math.max(...blocks.colour.slice(0, 46)));
    expect(blocks.covariance.at(-15)).toBeCloseTo(0.2, 5);
  });
});
