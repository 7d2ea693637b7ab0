import type { AppConfig } from '../config.js';
import type { Log } from '../logging.js';
import { openBuiltinModel } from './builtin/builtin-model.js';
import { openClipModel } from './clip/clip-model.js';
import type { DownloadProgress } from './download-meter.js';
import type { EmbeddingModel } from './embedding-model.js';
import { ModelStore } from './model-store.js';
import { openEmbeddingModel } from './open-embedding-model.js';

/** How the archive's models are opened. */
export interface ModelOpener {
  /** The configured model, downloaded if need be; `notice` says why it is another one. `onProgress`: share of bytes, 0..1. */
  open(onProgress: (share: number) => void): Promise<{ model: EmbeddingModel; notice: string | null }>;
  /** A model the archive used before, by its name; null when it is not here any more. */
  reopen(name: string): Promise<EmbeddingModel | null>;
}

/** The opener that the settings describe: MODELS_DIR or the data folder, the hub where downloads are allowed, the built-in descriptor. */
export function createModelOpener(config: AppConfig, log: Log): ModelOpener {
  const store = ModelStore.of(config, log);
  const { clip, executionProviders: providers, faceDetector, faceEmbedder, download } = config.models;
  const builtin = () => openBuiltinModel({ providers });
  return {
    async open(onProgress) {
      const tell = ({ doneBytes, totalBytes }: DownloadProgress) => onProgress(totalBytes > 0 ? doneBytes / totalBytes : 0);
      const opened = await openEmbeddingModel({ store, clipId: clip, providers, builtin, log, onProgress: tell });
      // Fetched now, while the hub is known to answer, so that faces need no second wait; nothing depends on them yet.
      if (download && opened.notice === null && clip !== 'builtin') await fetchQuietly(store, [faceDetector, faceEmbedder], log);
      return opened;
    },
    async reopen(name) {
      if (name.startsWith('builtin')) return builtin();
      const stored = await store.find(name);
      return stored?.descriptor.kind === 'clip'
        ? openClipModel({ descriptor: stored.descriptor, pathOf: stored.pathOf, providers, log })
        : null;
    },
  };
}

async function fetchQuietly(store: ModelStore, ids: readonly string[], log: Log): Promise<void> {
  for (const id of ids)
    await store.get(id).catch((error: unknown) => log.warn({ err: error, model: id }, 'a model of faces could not be fetched'));
}
