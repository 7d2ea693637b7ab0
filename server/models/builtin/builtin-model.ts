import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { AppError } from '../../errors.js';
import { pixelTensor } from '../clip/image-encoder.js';
import type { EmbeddingModel, ImageEncoder, ModelIdentity } from '../embedding-model.js';
import { OnnxSession } from '../onnx-session.js';
import type { OnnxSessionOptions } from '../onnx-session.js';
import { unitRows } from '../unit-vector.js';
import { DESCRIPTOR_DIMS, PICTURE_SIZE } from './blocks.js';
import { buildDescriptorGraph, EMBEDS_OUTPUT, PICTURE_DIMS, PIXEL_RANGE, PIXELS_INPUT } from './graph.js';
import { decodeStatistics } from './statistics.js';

/** Where the learnt statistics lie. */
export const STATISTICS_FILE = new URL('./statistics-r1.bin', import.meta.url);

/** The bytes of the descriptor's ONNX file, the same on every machine. */
export async function builtinGraph(): Promise<Uint8Array> {
  return buildDescriptorGraph(decodeStatistics(await readFile(STATISTICS_FILE)));
}

/**
 * Opens the descriptor for machines without CLIP: it says which pictures look alike (colour, texture, layout), never what they show.
 * Throws UNAVAILABLE.
 */
export async function openBuiltinModel(options: OnnxSessionOptions = {}): Promise<EmbeddingModel> {
  const graph = await builtinGraph();
  const session = await OnnxSession.open(graph, options);
  return { identity: identityOf(graph), images: new BuiltinEncoder(session), texts: null, close: () => session.close() };
}

function identityOf(graph: Uint8Array): ModelIdentity {
  const sha256 = createHash('sha256').update(graph).digest('hex');
  return { name: 'builtin-r1', kind: 'builtin', revision: '1', precision: 'fp32', sha256, dims: DESCRIPTOR_DIMS };
}

class BuiltinEncoder implements ImageEncoder {
  readonly recipe = { size: PICTURE_SIZE, resize: 'fill', kernel: 'cubic' } as const;
  /** A batch gains nothing (one thread: 6.8 ms per picture alone, 7.7 in fours) and each picture of it takes 18 MB. */
  readonly maxBatch = 1;

  constructor(private readonly session: OnnxSession) {}

  async embedImages(pixels: readonly Uint8Array[]): Promise<Float32Array[]> {
    return Promise.all(pixels.map((picture) => this.embed(picture)));
  }

  private async embed(picture: Uint8Array): Promise<Float32Array> {
    const values = pixelTensor([picture], PICTURE_SIZE, PIXEL_RANGE);
    const outputs = await this.session.run({ [PIXELS_INPUT]: { values, dims: PICTURE_DIMS } }, { handOver: true });
    const [vector] = unitRows(outputs.float32(EMBEDS_OUTPUT), DESCRIPTOR_DIMS);
    if (vector) return vector;
    throw new AppError('INTERNAL', 'Expected one vector of the built-in descriptor but received none.');
  }
}
