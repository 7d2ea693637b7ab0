import { describe, expect, test } from '@jest/globals';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../../server/logging.js';
import type { EmbeddingModel } from '../../../server/models/embedding-model.js';
import { MANIFEST } from '../../../server/models/manifest.js';
import { ModelStore } from '../../../server/models/model-store.js';
import { openEmbeddingModel } from '../../../server/models/open-embedding-model.js';

const log = createLog('silent');
const standby = { identity: { name: 'builtin' }, texts: null } as EmbeddingModel;

async function open(clipId: string): Promise<{ model: EmbeddingModel; notice: string | null }> {
  const folder = join(tmpdir(), 'no-models-are-here');
  const store = new ModelStore({ folder, cachePath: null, manifest: MANIFEST, hub: null }, log);
  return openEmbeddingModel({ store, clipId, providers: ['cpu'], builtin: () => Promise.resolve(standby), log });
}

describe('openEmbeddingModel', () => {
  test('opens the built-in descriptor without a notice when it was asked for', async () => {
    expect(await open('builtin')).toEqual({ model: standby, notice: null });
  });

  test('opens the built-in descriptor with an honest notice when CLIP cannot be had', async () => {
    const { model, notice } = await open('clip-vit-base-patch32');
    expect(model).toBe(standby);
    expect(notice).toMatch(
      /^The model clip-vit-base-patch32 is not on this machine\. Downloading is turned off\. Until the model clip-vit-base-patch32 is there, .* words find keywords only\.$/,
    );
  });

  test('says which models there are when the setting names none of them', async () => {
    expect((await open('clip-vit-large')).notice).toMatch(/^There is no model "clip-vit-large"\. There are: clip-vit-base-patch32, /);
  });
});
