import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import sharp from 'sharp';
import { createLog } from '../../../server/logging.js';
import type { EmbeddingModel } from '../../../server/models/embedding-model.js';
import { ModelStore } from '../../../server/models/model-store.js';
import { OnnxSession } from '../../../server/models/onnx-session.js';
import { openEmbeddingModel } from '../../../server/models/open-embedding-model.js';
import { describeWith, sharedDir } from '../../support/requirements.js';

const STAND_IN = 'standin-imagenet-clip';
const MEAN = [0.48145466, 0.4578275, 0.40821073];
const STD = [0.26862954, 0.26130258, 0.27577711];

// One noun each of the thousand that the stand-in knows.
const PHOTOS = {
  'tiger shark': 'n01491361_tiger_shark.jpg',
  ostrich: 'n01518878_ostrich.jpg',
  'bald eagle': 'n01614925_bald_eagle.jpg',
};

const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, index) => sum + value * (b[index] ?? NaN), 0);

async function pixelsOf(file: string): Promise<Uint8Array> {
  const picture = sharp(join(sharedDir, 'data/semantic/imagenet', file))
    .rotate()
    .flatten()
    .toColourspace('srgb');
  return picture.resize(224, 224, { fit: 'cover', kernel: 'cubic' }).raw().toBuffer();
}

/** The pre-processing of CLIP written down once more, value by value. */
function referenceTensor(pixels: Uint8Array): Float32Array {
  const plane = 224 * 224;
  return Float32Array.from({ length: 3 * plane }, (_, index) => {
    const channel = Math.floor(index / plane);
    return ((pixels[(index % plane) * 3 + channel] ?? NaN) / 255 - (MEAN[channel] ?? NaN)) / (STD[channel] ?? NaN);
  });
}

describeWith('shared', 'a CLIP-shaped model from a models folder', () => {
  const store = new ModelStore({ folder: join(sharedDir, 'models'), cachePath: null, manifest: [], hub: null }, createLog('silent'));
  let model: EmbeddingModel;

  beforeAll(async () => {
    const builtin = (): Promise<EmbeddingModel> => Promise.reject(new Error('The built-in model was not asked for.'));
    const opened = await openEmbeddingModel({ store, clipId: STAND_IN, providers: ['cpu'], builtin, log: createLog('silent') });
    expect(opened.notice).toBeNull();
    model = opened.model;
  });

  afterAll(() => model.close());

  test('is named after its file, so that vectors of two precisions never mix', () => {
    const sha256 = 'c248b04d883c39432a6d5b04822ce104761a04148593422451ae041dd8479b38';
    expect(model.identity).toEqual({ name: STAND_IN, kind: 'clip', revision: '1', precision: 'int8-weights', sha256, dims: 512 });
    expect(model.images.recipe).toEqual({ size: 224, resize: 'cover', kernel: 'cubic' });
  });

  test('embeds a picture as the network alone embeds the written-down pre-processing', async () => {
    const pixels = await pixelsOf(PHOTOS.ostrich);
    const [vector] = await model.images.embedImages([pixels]);
    const session = await OnnxSession.open(join(sharedDir, 'models', STAND_IN, 'vision_model.onnx'));
    const outputs = await session.run({ pixel_values: { values: referenceTensor(pixels), dims: [1, 3, 224, 224] } });
    await session.close();
    const reference = outputs.float32('image_embeds').values;
    expect(dot(vector ?? new Float32Array(), reference) / Math.sqrt(dot(reference, reference))).toBeGreaterThan(0.99999);
    expect(dot(vector ?? new Float32Array(), vector ?? new Float32Array())).toBeCloseTo(1, 5);
  });

  test('gives a picture the same vector alone and among others', async () => {
    const pictures = await Promise.all(Object.values(PHOTOS).map(pixelsOf));
    const together = await model.images.embedImages(pictures);
    const alone = await Promise.all(pictures.map(async (pixels) => (await model.images.embedImages([pixels]))[0]));
    expect(together).toEqual(alone);
  });

  test('finds each photo by its noun', async () => {
    const pictures = await model.images.embedImages(await Promise.all(Object.values(PHOTOS).map(pixelsOf)));
    const words = await model.texts?.embedTexts(Object.keys(PHOTOS).map((noun) => `a photo of a ${noun}`));
    const best = words?.map((word) => pictures.map((picture) => dot(word, picture))).map((row) => row.indexOf(Math.max(...row)));
    expect(best).toEqual([0, 1, 2]);
  });

  test('refuses pixels of another size', async () => {
    await expect(model.images.embedImages([new Uint8Array(10)])).rejects.toThrow('Expected 150528 bytes of pixels but received 10.');
  });
});
