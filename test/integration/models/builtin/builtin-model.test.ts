import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { builtinGraph, openBuiltinModel } from '../../../../server/models/builtin/builtin-model.js';
import { EMBEDS_OUTPUT, PIXELS_INPUT } from '../../../../server/models/builtin/graph.js';
import { paintPicture } from '../../../../server/models/builtin/procedural-pictures.js';
import type { EmbeddingModel } from '../../../../server/models/embedding-model.js';
import { OnnxSession } from '../../../../server/models/onnx-session.js';
import { cosine } from '../../../support/retrieval.js';

const SIZE = 128;
// Seeds the statistics were not learnt from.
const pictures = [1001, 1002, 1003, 1004].map((seed) => paintPicture(seed, SIZE));

function mirrored(picture: Uint8Array): Uint8Array {
  return picture.map((_, index) => {
    const [pixel, channel] = [Math.floor(index / 3), index % 3];
    const row = pixel - (pixel % SIZE);
    return picture[(row + SIZE - 1 - (pixel % SIZE)) * 3 + channel] ?? 0;
  });
}

async function embed(model: EmbeddingModel, picture: Uint8Array): Promise<Float32Array> {
  const [vector] = await model.images.embedImages([picture]);
  if (!vector) throw new Error('Expected a vector.');
  return vector;
}

describe('the built-in descriptor', () => {
  let model: EmbeddingModel;
  let vectors: Float32Array[];
  beforeAll(async () => {
    model = await openBuiltinModel();
    vectors = await model.images.embedImages(pictures);
  });
  afterAll(() => model.close());

  test('names itself by the bytes of its graph and knows no words', () => {
    expect(model.identity).toMatchObject({ name: 'builtin-r1', kind: 'builtin', precision: 'fp32', dims: 512 });
    expect(model.identity.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(model.images.recipe).toEqual({ size: SIZE, resize: 'fill', kernel: 'cubic' });
    expect(model.texts).toBeNull();
  });

  test('gives one unit vector of 512 numbers per picture, none for none', async () => {
    expect(vectors).toHaveLength(pictures.length);
    for (const vector of vectors) {
      expect(vector).toHaveLength(512);
      expect(cosine(vector, vector)).toBeCloseTo(1, 5);
    }
    await expect(model.images.embedImages([])).resolves.toEqual([]);
  });

  test('is the same again, alone or among others', async () => {
    await expect(embed(model, pictures[2] ?? new Uint8Array())).resolves.toEqual(vectors[2]);
  });

  test('does not tell a picture from its mirror image, and does tell pictures apart', async () => {
    for (const [index, picture] of pictures.entries()) {
      expect(cosine(await embed(model, mirrored(picture)), vectors[index] ?? new Float32Array())).toBeGreaterThan(0.9999);
    }
    const others = vectors.slice(1).map((vector) => cosine(vector, vectors[0] ?? new Float32Array()));
    expect(Math.max(...others)).toBeLessThan(0.8);
  });

  test.each([0, 128, 255])('a blank picture of value %i has a vector too', async (value) => {
    const vector = await embed(model, new Uint8Array(SIZE * SIZE * 3).fill(value));
    expect(cosine(vector, vector)).toBeCloseTo(1, 5);
  });

  test('pixels of another size are refused', async () => {
    await expect(model.images.embedImages([new Uint8Array(12)])).rejects.toThrow('Expected 49152 bytes of pixels but received 12.');
  });

  test('its graph gives four pictures at once the vectors it gives each alone, to five decimals', async () => {
    const session = await OnnxSession.open(await builtinGraph());
    try {
      const planes = pictures.map((picture) =>
        Float32Array.from(
          { length: picture.length },
          (_, index) => (picture[(index % SIZE ** 2) * 3 + Math.floor(index / SIZE ** 2)] ?? 0) / 255,
        ),
      );
      const values = Float32Array.from(planes.flatMap((plane) => [...plane]));
      const rows = (await session.run({ [PIXELS_INPUT]: { values, dims: [4, 3, SIZE, SIZE] } })).float32(EMBEDS_OUTPUT).values;
      const alone = vectors.flatMap((vector) => [...vector]);
      expect(Math.max(...alone.map((value, index) => Math.abs(value - (rows[index] ?? 0))))).toBeLessThan(1e-5);
    } finally {
      await session.close();
    }
  });
});
