/** What names a model for ever: vectors are stored under it, and vectors of two identities are never compared. */
export interface ModelIdentity {
  readonly name: string;
  readonly kind: 'clip' | 'builtin' | 'face-detector' | 'face-embedder';
  readonly revision: string;
  readonly precision: string;
  /** Of the network file that makes the vectors (hex). */
  readonly sha256: string;
  readonly dims: number;
}

/** How a picture must be cut to size for a model: `size` x `size` pixels, RGB, one byte each. */
export interface PixelRecipe {
  readonly size: number;
  /** `cover` keeps the aspect and crops the centre; `fill` squashes. */
  readonly resize: 'cover' | 'fill';
  readonly kernel: 'cubic' | 'linear' | 'lanczos3';
}

/** Makes vectors of pictures. */
export interface ImageEncoder {
  readonly recipe: PixelRecipe;
  /** How many pictures one run may take: 1 where the network's precision makes vectors depend on their batch. */
  readonly maxBatch: number;
  /** `pixels`: per picture size * size * 3 bytes (row by row, RGB), as the recipe says. Returns one unit vector of `dims` floats each. */
  embedImages(pixels: readonly Uint8Array[]): Promise<Float32Array[]>;
}

/** Makes vectors of texts, in the same space as the model's pictures. */
export interface TextEncoder {
  /** Returns one unit vector of `dims` floats per text; texts over the model's context are cut. */
  embedTexts(texts: readonly string[]): Promise<Float32Array[]>;
}

/** The archive's current model of pictures and, where it has one, of words. */
export interface EmbeddingModel {
  readonly identity: ModelIdentity;
  readonly images: ImageEncoder;
  /** Null for the built-in descriptor: words are then looked up as keywords. */
  readonly texts: TextEncoder | null;
  close(): Promise<void>;
}
