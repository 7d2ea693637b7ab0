import { pixelTensor } from '../clip/image-encoder.js';
import type { OnnxSession } from '../onnx-session.js';
import { blockRecord, PICTURE_SIZE } from './blocks.js';
import type { Block } from './blocks.js';
import { PICTURE_DIMS, PIXEL_RANGE, PIXELS_INPUT } from './graph.js';
import type { BlockStatistics, DescriptorStatistics } from './statistics.js';
import { learnWhitening } from './whitening.js';

/** Measures one picture of 128 x 128 x 3 bytes: its raw blocks by name. */
export type MeasureRaw = (picture: Uint8Array) => Promise<Record<Block['name'], Float32Array>>;

/** Measures with a session of the raw graph. */
export function rawMeasure(session: OnnxSession): MeasureRaw {
  return async (picture) => {
    const values = pixelTensor([picture], PICTURE_SIZE, PIXEL_RANGE);
    const outputs = await session.run({ [PIXELS_INPUT]: { values, dims: PICTURE_DIMS } });
    return blockRecord((block) => outputs.float32(block.name).values);
  };
}

/** Learns the statistics from pictures of 128 x 128 x 3 bytes; throws RangeError below 129 of them. */
export async function learnStatistics(measureRaw: MeasureRaw, pictures: Iterable<Uint8Array>): Promise<DescriptorStatistics> {
  const samples: Record<Block['name'], Float32Array>[] = [];
  for (const picture of pictures) samples.push(await measureRaw(picture));
  return blockRecord(({ name, keptDims }): BlockStatistics => {
    const rows = samples.map((sample) => unitRoot(sample[name]));
    return learnWhitening(rows, keptDims);
  });
}

/** What the graph does before whitening: the signed root, at unit length. */
function unitRoot(raw: Float32Array): Float64Array {
  const root = Float64Array.from(raw, (value) => Math.sign(value) * Math.sqrt(Math.abs(value)));
  const length = Math.hypot(...root) + 1e-6;
  return root.map((value) => value / length);
}
