import { AppError } from '../errors.js';
import type { Log } from '../logging.js';
import { openClipModel } from './clip/clip-model.js';
import type { DownloadProgress } from './download-meter.js';
import type { EmbeddingModel } from './embedding-model.js';
import type { ModelStore } from './model-store.js';
import type { ExecutionProvider } from './onnx-session.js';

/** What decides which model the archive uses. */
export interface EmbeddingModelChoice {
  readonly store: ModelStore;
  /** An id of the store, or `builtin`. */
  readonly clipId: string;
  readonly providers: readonly ExecutionProvider[];
  readonly builtin: () => Promise<EmbeddingModel>;
  readonly log: Pick<Log, 'warn' | 'info'>;
  readonly onProgress?: (progress: DownloadProgress) => void;
}

/**
 * The chosen CLIP model, downloaded where it must be; when it cannot be had, the built-in descriptor and a notice that says so in sentences
 * for the person. The notice is null when the answer is what was asked for.
 */
export async function openEmbeddingModel(choice: EmbeddingModelChoice): Promise<{ model: EmbeddingModel; notice: string | null }> {
  if (choice.clipId === 'builtin') return { model: await choice.builtin(), notice: null };
  try {
    return { model: await openClip(choice), notice: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const fallback = 'pictures are compared by how they look (colour, texture, layout), and words find keywords only';
    const notice = `${error.message} Until the model ${choice.clipId} is there, ${fallback}.`;
    // The person is told in the notice; the log keeps the cause.
    choice.log.info({ err: error }, notice);
    return { model: await choice.builtin(), notice };
  }
}

async function openClip({ store, clipId, providers, log, onProgress }: EmbeddingModelChoice): Promise<EmbeddingModel> {
  const { descriptor, pathOf } = await store.get(clipId, onProgress);
  if (descriptor.kind === 'clip') return openClipModel({ descriptor, pathOf, providers, log });
  throw new AppError('UNPROCESSABLE', `Expected CLIP_MODEL to name a model of pictures and words, but ${clipId} is a ${descriptor.kind}.`);
}
