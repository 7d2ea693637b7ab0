import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { builtinGraph, openBuiltinModel } from '../../server/models/builtin/builtin-model.js';
import type { ImageEncoder } from '../../server/models/embedding-model.js';
import { sharedDir } from '../support/places.js';
import { categoryPrecision, copyRecall, cosine, quantile } from '../support/retrieval.js';
import type { LabelledVector } from '../support/retrieval.js';
import { readGallery } from '../support/shared-gallery.js';
import type { GalleryPicture } from '../support/shared-gallery.js';
import type { BenchReport, BenchSuite } from './report.js';

const DATA_DIR = join(sharedDir, 'data');

const RE_ENCODED = new Set(['png', 'webp', 'recompress-q40', 'half-size']);

/** How well the built-in descriptor finds copies and like pictures on the shared sets, and what it costs on one thread. */
export const builtinBench: BenchSuite = {
  name: 'builtin',
  description: 'The built-in visual descriptor on the shared near-duplicates and labelled photographs.',
  run,
};

async function run(): Promise<BenchReport> {
  if (!existsSync(DATA_DIR)) throw new Error('Expected the shared test data beside the project (../shared) but found none.');
  const model = await openBuiltinModel({ intraOpThreads: 1 });
  try {
    const gallery = await readGallery(DATA_DIR, model.images.recipe);
    const { vectors, timesMs } = await embedAll(model.images, gallery);
    const unrelated = pairsOf(vectors.filter(({ category }) => category !== null)).map(([a, b]) => cosine(a.vector, b.vector));
    const copies = reEncoded(vectors);
    return {
      rows: [
        { measure: 'light copies found among the 16 nearest', value: copyRecall(vectors, 'light'), unit: 'share', target: 0.97 },
        { measure: 'heavy copies found among the 16 nearest', value: copyRecall(vectors, 'heavy'), unit: 'share', target: 0.9 },
        { measure: 'mean average precision of categories', value: categoryPrecision(vectors), unit: 'share', target: 0.12 },
        { measure: 'least similar re-encoded copy', value: Math.min(...copies), unit: 'cosine', target: 0.98 },
        { measure: 'labelled pairs, median', value: quantile(unrelated, 0.5), unit: 'cosine' },
        { measure: 'labelled pairs, 99th percentile', value: quantile(unrelated, 0.99), unit: 'cosine' },
        { measure: 'labelled pairs, largest', value: quantile(unrelated, 1), unit: 'cosine' },
        { measure: 'one picture on one thread, median', value: quantile(timesMs, 0.5), unit: 'ms' },
        { measure: 'one picture on one thread, 95th percentile', value: quantile(timesMs, 0.95), unit: 'ms' },
        { measure: 'the network', value: (await builtinGraph()).byteLength / 1e6, unit: 'MB' },
      ],
    };
  } finally {
    await model.close();
  }
}

type EmbeddedPicture = LabelledVector & Pick<GalleryPicture, 'transform'>;

/** One after the other, as a time per picture is wanted. */
async function embedAll(
  encoder: ImageEncoder,
  gallery: readonly GalleryPicture[],
): Promise<{ vectors: EmbeddedPicture[]; timesMs: number[] }> {
  const vectors: EmbeddedPicture[] = [];
  const timesMs: number[] = [];
  for (const { pixels, ...labels } of gallery) {
    const startMs = performance.now();
    const embedded = await encoder.embedImages([pixels]);
    timesMs.push(performance.now() - startMs);
    vectors.push(...embedded.map((vector) => ({ ...labels, vector })));
  }
  return { vectors, timesMs };
}

function reEncoded(vectors: readonly EmbeddedPicture[]): number[] {
  const originals = new Map(vectors.flatMap((item) => (item.copy?.level === 'original' ? [[item.copy.group, item.vector] as const] : [])));
  return vectors.flatMap(({ copy, transform, vector }) => {
    const original = originals.get(copy?.group ?? '');
    return original && RE_ENCODED.has(transform ?? '') ? [cosine(vector, original)] : [];
  });
}

function pairsOf<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((first, index) => items.slice(index + 1).map((second): [T, T] => [first, second]));
}
