import { beforeAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { pixelTensor } from '../../../../server/models/clip/image-encoder.js';
import { openBuiltinModel } from '../../../../server/models/builtin/builtin-model.js';
import { EMBEDS_OUTPUT, PICTURE_DIMS, PIXEL_RANGE, PIXELS_INPUT } from '../../../../server/models/builtin/graph.js';
import { OnnxSession } from '../../../../server/models/onnx-session.js';
import { describeWith, sharedDir } from '../../../support/requirements.js';
import { categoryPrecision, copyRecall, cosine, ranking } from '../../../support/retrieval.js';
import type { LabelledVector } from '../../../support/retrieval.js';
import { readGallery } from '../../../support/shared-gallery.js';
import type { GalleryPicture } from '../../../support/shared-gallery.js';

/** Every third picture: the comparison needs no more. */
const isInSample = (_: unknown, index: number): boolean => index % 3 === 0;

async function embedAll(gallery: readonly GalleryPicture[]): Promise<LabelledVector[]> {
  const model = await openBuiltinModel();
  try {
    const vectors = await model.images.embedImages(gallery.map(({ pixels }) => pixels));
    return gallery.map((picture, index) => ({ ...picture, vector: vectors[index] ?? new Float32Array() }));
  } finally {
    await model.close();
  }
}

async function embedWithReference(gallery: readonly GalleryPicture[]): Promise<LabelledVector[]> {
  const session = await OnnxSession.open(join(sharedDir, 'models/builtin-reference/r1.onnx'));
  try {
    return await Promise.all(
      gallery.map(async (picture) => {
        const values = pixelTensor([picture.pixels], 128, PIXEL_RANGE);
        const outputs = await session.run({ [PIXELS_INPUT]: { values, dims: PICTURE_DIMS } });
        return { ...picture, vector: outputs.float32(EMBEDS_OUTPUT).values };
      }),
    );
  } finally {
    await session.close();
  }
}

describeWith('shared', 'the built-in descriptor on shared pictures', () => {
  let own: LabelledVector[];
  let reference: LabelledVector[];
  beforeAll(async () => {
    const gallery = await readGallery(join(sharedDir, 'data'), { size: 128, resize: 'fill', kernel: 'cubic' });
    own = await embedAll(gallery);
    reference = await embedWithReference(gallery.filter(isInSample));
  }, 120_000);

  test('finds at least 97 % of the light and 90 % of the heavy copies among the 16 nearest', () => {
    expect(copyRecall(own, 'light')).toBeGreaterThanOrEqual(0.97);
    expect(copyRecall(own, 'heavy')).toBeGreaterThanOrEqual(0.9);
  });

  test('ranks pictures of the same category early enough: mean average precision of at least .12', () => {
    expect(categoryPrecision(own)).toBeGreaterThanOrEqual(0.12);
  });

  test('scores a re-encoded copy at .98 or more, as recognising a picture under new bytes asks', () => {
    const scores = own
      .filter(({ copy }) => copy?.level === 'original')
      .flatMap((original) =>
        own
          .filter(({ copy, path }) => copy?.group === original.copy?.group && /__(png|webp|recompress-q40|half-size)\./.test(path))
          .map(({ vector }) => cosine(vector, original.vector)),
      );
    expect(scores).toHaveLength(32);
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(0.98);
  });

  test('agrees with the reference of the recipe on the neighbours, though both learnt from other pictures', () => {
    const ours = own.filter(isInSample);
    const agreements = reference.map((twin, index) => {
      const theirs = new Set(
        ranking(twin, reference)
          .slice(0, 5)
          .map(({ path }) => path),
      );
      const query = ours[index] ?? twin;
      return (
        ranking(query, ours)
          .slice(0, 5)
          .filter(({ path }) => theirs.has(path)).length / 5
      );
    });
    const mean = agreements.reduce((sum, value) => sum + value, 0) / agreements.length;
    expect(mean).toBeGreaterThan(0.6);
  });
});
