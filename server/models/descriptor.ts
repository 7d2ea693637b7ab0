import { z } from 'zod';

// A path inside the models folder: neither absolute nor with a drive or a NUL. Whether `..` stays inside is checked where it is resolved.
const relativePath = z
  .string()
  .min(1)
  .regex(/^(?![/\\]|[A-Za-z]:)[^\0\\]+$/, 'Expected a relative path with forward slashes');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'Expected 64 hex digits');
const byteCount = z.int().positive();
const edge = z.int().min(1).max(4096);
const perChannel = z.tuple([z.number(), z.number(), z.number()]);
const spread = z.tuple([z.number().positive(), z.number().positive(), z.number().positive()]);

const network = z.strictObject({
  file: relativePath,
  sha256,
  bytes: byteCount,
  input: z.string().min(1),
  channels: z.enum(['rgb', 'bgr']),
  /** What a byte 0..255 becomes before mean and std are applied. */
  range: z.enum(['0..1', '0..255']),
  mean: perChannel.optional(),
  std: spread.optional(),
  /** Pictures per run; a number where the file or its precision (dynamic int8) binds it. */
  batch: z.union([z.literal('dynamic'), z.int().min(1)]).optional(),
  note: z.string().optional(),
});

const identity = {
  id: z.string().regex(/^[a-z0-9][a-z0-9._-]*$/, 'Expected lower-case letters, digits, dots, dashes'),
  revision: z.string().min(1),
  licence: z.string().min(1),
  note: z.string().optional(),
};

const clip = z.strictObject({
  ...identity,
  kind: z.literal('clip'),
  precision: z.string().min(1),
  dims: z.int().min(1).max(4096),
  vision: network.extend({
    output: z.string().min(1),
    size: edge,
    resize: z.enum(['cover', 'fill']),
    kernel: z.enum(['cubic', 'linear', 'lanczos3']),
  }),
  text: z.strictObject({
    file: relativePath,
    sha256,
    bytes: byteCount,
    input: z.string().min(1),
    output: z.string().min(1),
    context: z.int().min(2),
    tokenizer: z.literal('clip-bpe'),
    /** The list of merges: `bpe_simple_vocab_16e6.txt.gz` or `merges.txt`, which hold the same 48,894 lines. */
    vocabulary: relativePath,
    vocabularySha256: sha256,
    vocabularyBytes: byteCount.optional(),
  }),
});

const faceDetector = z.strictObject({
  ...identity,
  kind: z.literal('face-detector'),
  network: network.extend({ size: z.tuple([edge, edge]) }),
  /** The same weights with free height and width, where there is such a file. */
  dynamic: network.extend({ multipleOf: z.int().min(1) }).optional(),
  strides: z.array(z.int().min(1)).min(1),
  scoreThreshold: z.number().min(0).max(1),
  nmsIou: z.number().min(0).max(1),
  landmarks: z.array(z.string()).length(5),
});

const faceEmbedder = z.strictObject({
  ...identity,
  kind: z.literal('face-embedder'),
  precision: z.string().min(1),
  dims: z.int().min(1).max(4096),
  network: network.extend({ output: z.string().min(1), size: edge }),
  alignment: z.literal('arcface-112'),
  sameThreshold: z.number().min(-1).max(1),
  strictThreshold: z.number().min(-1).max(1),
});

/** The shape of `model.json`, in a models folder and in the manifest alike; `file` paths are relative to its folder. */
export const modelDescriptor = z.discriminatedUnion('kind', [clip, faceDetector, faceEmbedder]);

/** One model: what it is, its files with their hashes, and how its inputs are prepared. */
export type ModelDescriptor = z.infer<typeof modelDescriptor>;
/** A dual encoder of pictures and texts. */
export type ClipDescriptor = z.infer<typeof clip>;
/** A finder of faces. */
export type FaceDetectorDescriptor = z.infer<typeof faceDetector>;
/** A network that makes a vector of an aligned face. */
export type FaceEmbedderDescriptor = z.infer<typeof faceEmbedder>;
/** How pixels become an input tensor. */
export type NetworkInput = Pick<z.infer<typeof network>, 'channels' | 'range' | 'mean' | 'std'>;

/** One file that a model needs; `bytes` is null where the descriptor does not say. */
export interface ModelFile {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number | null;
}

/** Every file of a model, networks first. */
export function filesOf(model: ModelDescriptor): ModelFile[] {
  if (model.kind === 'face-embedder') return [pick(model.network)];
  if (model.kind === 'face-detector') return [model.network, ...(model.dynamic ? [model.dynamic] : [])].map(pick);
  const { vocabulary, vocabularySha256, vocabularyBytes } = model.text;
  return [pick(model.vision), pick(model.text), { file: vocabulary, sha256: vocabularySha256, bytes: vocabularyBytes ?? null }];
}

function pick({ file, sha256: hash, bytes }: { file: string; sha256: string; bytes: number }): ModelFile {
  return { file, sha256: hash, bytes };
}
