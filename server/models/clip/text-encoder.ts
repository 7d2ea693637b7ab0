import type { ClipDescriptor } from '../descriptor.js';
import type { TextEncoder } from '../embedding-model.js';
import type { OnnxSession, OnnxTensor } from '../onnx-session.js';
import { unitRows } from '../unit-vector.js';
import type { BpeTokenizer } from './bpe-tokenizer.js';

const MASK_INPUT = 'attention_mask';

/** The word side of a CLIP model; a text is encoded as it is given, no prompt is put around it. */
export class ClipTextEncoder implements TextEncoder {
  constructor(
    private readonly session: OnnxSession,
    private readonly model: ClipDescriptor,
    private readonly tokenizer: BpeTokenizer,
  ) {}

  /** One unit vector per text. Texts run one by one, so that none is padded or shares an int8 scale: equal texts get equal vectors. */
  async embedTexts(texts: readonly string[]): Promise<Float32Array[]> {
    return (await Promise.all(texts.map((text) => this.embedText(text)))).flat();
  }

  private async embedText(text: string): Promise<Float32Array[]> {
    const { input, output } = this.model.text;
    const ids = this.tokenizer.encode(text);
    const feeds: Record<string, OnnxTensor> = { [input]: int64Row(ids) };
    // Some exports ask for the mask and some do not have it; with no padding it is all ones.
    if (this.session.inputNames.includes(MASK_INPUT)) feeds[MASK_INPUT] = int64Row(ids.map(() => 1));
    const outputs = await this.session.run(feeds, { outputs: [output] });
    return unitRows(outputs.float32(output), this.model.dims);
  }
}

function int64Row(values: readonly number[]): OnnxTensor {
  return { values: BigInt64Array.from(values, BigInt), dims: [1, values.length] };
}
