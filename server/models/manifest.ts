import type { ClipDescriptor, FaceDetectorDescriptor, FaceEmbedderDescriptor, ModelDescriptor } from './descriptor.js';

/** A model that can be downloaded: its descriptor, and per file the path on the hub (`<repository>/resolve/<revision>/<path>`). */
export interface ManifestRow {
  readonly model: ModelDescriptor;
  /** By the descriptor's `file`; a file that is not named here lies under `base`. */
  readonly base: string;
  readonly elsewhere?: Readonly<Record<string, string>>;
}

const PATCH32_REVISION = 'd15189d7028b43f1d3e65039190477f6af591c2a';
const PATCH32 = `Xenova/clip-vit-base-patch32/resolve/${PATCH32_REVISION}`;
const PATCH16_REVISION = '342fdf2f67aded64d138ff074745fb4a5d2bba5f';
const PATCH16 = `Xenova/clip-vit-base-patch16/resolve/${PATCH16_REVISION}`;
const YUNET = 'opencv/face_detection_yunet/resolve/3cc26e7f1014a5ee5d74a42acee58bafc9d0a310';
const SFACE = 'opencv/face_recognition_sface/resolve/3d7082438a6e4551e840c9b2bb60b71e8da4b524';

type Variant = Pick<ClipDescriptor, 'id' | 'revision' | 'precision'> & {
  readonly batch: 'dynamic' | 1;
  readonly vision: Pick<ClipDescriptor['vision'], 'file' | 'sha256' | 'bytes'>;
  readonly text: Pick<ClipDescriptor['text'], 'file' | 'sha256' | 'bytes'>;
};

// Dynamic int8 takes one activation scale over the whole batch, so a picture's vector would depend on its neighbours
// (github.com/microsoft/onnxruntime/issues/5672): those run one picture at a time.
const PATCH32_QUANTIZED: Variant = {
  id: 'clip-vit-base-patch32',
  revision: PATCH32_REVISION,
  precision: 'dynamic-uint8',
  batch: 1,
  vision: {
    file: 'onnx/vision_model_quantized.onnx',
    bytes: 89_117_001,
    sha256: '583fd1110a514667812fee7d684952aaf82a99b959760c8d7dca7e0ab9839299',
  },
  text: {
    file: 'onnx/text_model_quantized.onnx',
    bytes: 64_504_507,
    sha256: '73baab855d406190da9faa498cfedf65f15cf309f4cc7385b7b032e6d08e5c3a',
  },
};

const PATCH32_FP16: Variant = {
  id: 'clip-vit-base-patch32-fp16',
  revision: PATCH32_REVISION,
  precision: 'fp16',
  batch: 'dynamic',
  vision: {
    file: 'onnx/vision_model_fp16.onnx',
    bytes: 176_080_659,
    sha256: '35c4e0fb0aeee527dcde1693520b214a34424a786babd530f35366bad5844efd',
  },
  text: {
    file: 'onnx/text_model_fp16.onnx',
    bytes: 127_339_794,
    sha256: 'df587ffbf248bf20d44fa6e16adc5ebc27ead691860e5333dbdaab5fd6bf3f6e',
  },
};

const PATCH32_FP32: Variant = {
  id: 'clip-vit-base-patch32-fp32',
  revision: PATCH32_REVISION,
  precision: 'fp32',
  batch: 'dynamic',
  vision: {
    file: 'onnx/vision_model.onnx',
    bytes: 351_685_709,
    sha256: 'fd6e1402a588279d1723c7534d4bcba5bc0b14b47dfab0e46f8c47b8270d7d40',
  },
  text: { file: 'onnx/text_model.onnx', bytes: 254_058_553, sha256: '3f6571f5bad13a97c469c1622e1cfc4d9aef78b79fdbfcff804ca357bfada8cc' },
};

const PATCH16_QUANTIZED: Variant = {
  id: 'clip-vit-base-patch16',
  revision: PATCH16_REVISION,
  precision: 'dynamic-uint8',
  batch: 1,
  vision: {
    file: 'onnx/vision_model_quantized.onnx',
    bytes: 87_461_602,
    sha256: '44eece4fe5fe4e0359a88268a327adf758633a1aade3917690b952bef1501f96',
  },
  text: {
    file: 'onnx/text_model_quantized.onnx',
    bytes: 64_504_507,
    sha256: '9106b51e6c663a56b99182ec617c2b3d53577b037e7e24a7717eb78048a0c97a',
  },
};

/** Pre-processing and tensor names shared by OpenAI's ViT-B models in Xenova's exports. */
function clipModel({ id, revision, precision, batch, vision, text }: Variant): ClipDescriptor {
  return {
    id,
    kind: 'clip',
    revision,
    precision,
    dims: 512,
    licence: 'MIT',
    vision: {
      ...vision,
      input: 'pixel_values',
      output: 'image_embeds',
      size: 224,
      resize: 'cover',
      kernel: 'cubic',
      channels: 'rgb',
      range: '0..1',
      mean: [0.48145466, 0.4578275, 0.40821073],
      std: [0.26862954, 0.26130258, 0.27577711],
      batch,
    },
    text: {
      ...text,
      input: 'input_ids',
      output: 'text_embeds',
      context: 77,
      tokenizer: 'clip-bpe',
      vocabulary: 'merges.txt',
      vocabularySha256: '9fd691f7c8039210e0fced15865466c65820d09b63988b0174bfe25de299051a',
      vocabularyBytes: 524_619,
    },
  };
}

const yunet: FaceDetectorDescriptor = {
  id: 'yunet-2023mar',
  kind: 'face-detector',
  revision: '2023mar',
  licence: 'MIT',
  network: {
    file: 'face_detection_yunet_2023mar.onnx',
    sha256: '8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4',
    bytes: 232_589,
    input: 'input',
    channels: 'bgr',
    range: '0..255',
    size: [640, 640],
  },
  strides: [8, 16, 32],
  scoreThreshold: 0.65,
  nmsIou: 0.3,
  landmarks: ['right eye', 'left eye', 'nose', 'right mouth', 'left mouth'],
};

const sface: FaceEmbedderDescriptor = {
  id: 'sface-2021dec',
  kind: 'face-embedder',
  revision: '2021dec',
  precision: 'fp32',
  dims: 128,
  licence: 'Apache-2.0',
  network: {
    file: 'face_recognition_sface_2021dec.onnx',
    sha256: '0ba9fbfa01b5270c96627c4ef784da859931e02f04419c829e83484087c34e79',
    bytes: 38_696_353,
    input: 'data',
    output: 'fc1',
    channels: 'rgb',
    range: '0..255',
    size: 112,
    batch: 1,
  },
  alignment: 'arcface-112',
  sameThreshold: 0.363,
  strictThreshold: 0.45,
};

/**
 * The models a user can download, all under permissive licences, pinned by revision and sha256.
 * SigLIP (Apache-2.0, better) is not here: its SentencePiece tokenizer is not written. MobileCLIP and InsightFace are not: research only.
 */
export const MANIFEST: readonly ManifestRow[] = [
  { model: clipModel(PATCH32_QUANTIZED), base: PATCH32 },
  { model: clipModel(PATCH32_FP16), base: PATCH32 },
  { model: clipModel(PATCH32_FP32), base: PATCH32 },
  // Every CLIP of OpenAI has the one vocabulary; of this repository's copy no hash is known, so the other's is taken.
  { model: clipModel(PATCH16_QUANTIZED), base: PATCH16, elsewhere: { 'merges.txt': `${PATCH32}/merges.txt` } },
  { model: yunet, base: YUNET },
  { model: sface, base: SFACE },
];

/** Where on the hub a file of a row lies, relative to the hub's address. */
export function hubPath(row: ManifestRow, file: string): string {
  return row.elsewhere?.[file] ?? `${row.base}/${file}`;
}
