import type { ClipDescriptor, NetworkInput } from '../descriptor.js';
import type { ImageEncoder, PixelRecipe } from '../embedding-model.js';
import type { OnnxSession } from '../onnx-session.js';
import { unitRows } from '../unit-vector.js';

// Accelerators are fed in batches; a processor gains nothing from them: 6.3 to 6.4 ms per picture at 1, 4 and 8, 7.7 at 16 (MobileNetV2, one thread).
const BATCH = { processor: 1, accelerator: 8 } as const;

/** The picture side of a CLIP model. */
export class ClipImageEncoder implements ImageEncoder {
  readonly recipe: PixelRecipe;
  readonly maxBatch: number;

  constructor(
    private readonly session: OnnxSession,
    private readonly model: ClipDescriptor,
  ) {
    const { vision } = model;
    this.recipe = { size: vision.size, resize: vision.resize, kernel: vision.kernel };
    const dynamic = session.accelerated ? BATCH.accelerator : BATCH.processor;
    this.maxBatch = typeof vision.batch === 'number' ? vision.batch : dynamic;
  }

  /** One unit vector per picture of `size * size * 3` RGB bytes; more than `maxBatch` pictures take several runs. */
  async embedImages(pixels: readonly Uint8Array[]): Promise<Float32Array[]> {
    const starts = Array.from({ length: Math.ceil(pixels.length / this.maxBatch) }, (_, run) => run * this.maxBatch);
    const runs = starts.map((start) => this.embedBatch(pixels.slice(start, start + this.maxBatch)));
    return (await Promise.all(runs)).flat();
  }

  private async embedBatch(pixels: readonly Uint8Array[]): Promise<Float32Array[]> {
    const { vision, dims } = this.model;
    const { size, input, output } = vision;
    const values = pixelTensor(pixels, size, vision);
    const outputs = await this.session.run(
      { [input]: { values, dims: [pixels.length, 3, size, size] } },
      { outputs: [output], handOver: true },
    );
    return unitRows(outputs.float32(output), dims);
  }
}

/** Pictures of `size * size` RGB bytes as [n, 3, size, size] floats, in the range, channel order, mean and deviation a network asks. */
export function pixelTensor(pictures: readonly Uint8Array[], size: number, wanted: NetworkInput): Float32Array {
  const plane = size * size;
  const tensor = new Float32Array(pictures.length * 3 * plane);
  const tables = [0, 1, 2].map((channel) => valueTable(wanted, channel));
  for (const [index, picture] of pictures.entries()) {
    if (picture.length !== 3 * plane) throw new RangeError(`Expected ${3 * plane} bytes of pixels but received ${picture.length}.`);
    for (const [channel, table] of tables.entries()) {
      const from = wanted.channels === 'rgb' ? channel : 2 - channel;
      fillPlane(tensor.subarray((index * 3 + channel) * plane, (index * 3 + channel + 1) * plane), picture.subarray(from), table);
    }
  }
  return tensor;
}

/** What each of the 256 byte values becomes in a channel. */
function valueTable({ range, mean, std }: NetworkInput, channel: number): Float32Array {
  const scale = range === '0..1' ? 1 / 255 : 1;
  return Float32Array.from({ length: 256 }, (_, value) => (value * scale - (mean?.[channel] ?? 0)) / (std?.[channel] ?? 1));
}

function fillPlane(plane: Float32Array, interleaved: Uint8Array, table: Float32Array): void {
  for (let index = 0; index < plane.length; index += 1) plane[index] = table[interleaved[index * 3] ?? 0] ?? 0;
}
