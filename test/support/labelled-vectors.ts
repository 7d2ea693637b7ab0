import { join } from 'node:path';
import { createLog } from '../../server/logging.js';
import type { EmbeddingModel } from '../../server/models/embedding-model.js';
import { ModelStore } from '../../server/models/model-store.js';
import { openEmbeddingModel } from '../../server/models/open-embedding-model.js';
import { sharedDir } from './places.js';
import { readLabelled } from './shared-gallery.js';

/** A photograph's vector of the stand-in model, and what it shows. */
export interface LabelledPhotograph {
  readonly vector: Float32Array;
  readonly category: string;
}

/** The shared photographs of a known category, embedded by the shared stand-in of CLIP. Throws where it is not there. */
export async function embedLabelled(): Promise<LabelledPhotograph[]> {
  const model = await openStandIn();
  try {
    const pictures = await readLabelled(join(sharedDir, 'data'), model.images.recipe);
    const vectors = await model.images.embedImages(pictures.map(({ pixels }) => pixels));
    return vectors.map((vector, at) => ({ vector, category: pictures[at]?.category ?? '' }));
  } finally {
    await model.close();
  }
}

/** The stand-in of CLIP in the shared folder of models; throws where it cannot be opened. */
async function openStandIn(): Promise<EmbeddingModel> {
  const log = createLog('silent');
  const store = new ModelStore({ folder: join(sharedDir, 'models'), cachePath: null, manifest: [], hub: null }, log);
  const builtin = (): Promise<EmbeddingModel> =>
    Promise.reject(new Error('Expected the stand-in of CLIP in ../shared/models but found none.'));
  return (await openEmbeddingModel({ store, clipId: 'standin-imagenet-clip', providers: ['cpu'], builtin, log })).model;
}
