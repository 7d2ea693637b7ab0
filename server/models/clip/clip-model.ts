import { availableParallelism } from 'node:os';
import type { Log } from '../../logging.js';
import type { ClipDescriptor } from '../descriptor.js';
import type { EmbeddingModel } from '../embedding-model.js';
import { OnnxSession, type ExecutionProvider } from '../onnx-session.js';
import { BpeTokenizer } from './bpe-tokenizer.js';
import { ClipImageEncoder } from './image-encoder.js';
import { ClipTextEncoder } from './text-encoder.js';

// One of two cores is left to decoding; beyond four a picture of 224 pixels gains little.
const INTRA_OP_THREADS = Math.max(1, Math.min(4, Math.floor(availableParallelism() / 2)));

/** Where a CLIP model's files lie, and where it shall run. */
export interface ClipSource {
  readonly descriptor: ClipDescriptor;
  /** The absolute path of one of the descriptor's files. */
  pathOf(file: string): string;
  readonly providers: readonly ExecutionProvider[];
  readonly log: Pick<Log, 'warn'>;
}

/** Opens both networks and the vocabulary of a CLIP model. Throws UNAVAILABLE or UNPROCESSABLE with a sentence. */
export async function openClipModel({ descriptor, pathOf, providers, log }: ClipSource): Promise<EmbeddingModel> {
  const { id: name, kind, revision, precision, dims, vision, text } = descriptor;
  const tokenizer = await BpeTokenizer.load(pathOf(text.vocabulary), text.context);
  const pictures = await OnnxSession.open(pathOf(vision.file), { providers, log, intraOpThreads: INTRA_OP_THREADS });
  // A query's dozen tokens are quick on any processor; accelerators compile for every new length.
  const words = await OnnxSession.open(pathOf(text.file), { log }).catch((error: unknown) => closeAndThrow(pictures, error));
  return {
    identity: { name, kind, revision, precision, sha256: vision.sha256, dims },
    images: new ClipImageEncoder(pictures, descriptor),
    texts: new ClipTextEncoder(words, descriptor, tokenizer),
    close: async () => void (await Promise.all([pictures.close(), words.close()])),
  };
}

async function closeAndThrow(session: OnnxSession, error: unknown): Promise<never> {
  await session.close();
  throw error;
}
