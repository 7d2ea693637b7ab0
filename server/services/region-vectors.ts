import { AppError } from '../errors.js';
import type { MediaEngine, Region, WantedRegions } from '../media/analysis.js';
import type { RegisteredModel } from './model-registry.js';
import type { OriginalFiles } from './original-files.js';

/** A part of a picture with its vector. */
export interface RegionVector {
  readonly region: Region;
  /** Of unit length. */
  readonly vector: Float32Array;
  readonly perceptualHash: string;
}

/** Pixels of one decode that cross the process boundary together: 64 of 224 x 224 are 10 MB. */
const MOST_AT_ONCE = 64;

/** Makes the vectors of parts of pictures, one decode for all parts of a picture. */
export class RegionVectors {
  constructor(
    private readonly media: Pick<MediaEngine, 'regionPixels'>,
    private readonly originals: OriginalFiles,
  ) {}

  /** In the order of the regions. Throws MediaError for a file that cannot be decoded, NOT_FOUND and UNAVAILABLE as `OriginalFiles`. */
  async make(documentId: string, wanted: WantedRegions, model: RegisteredModel): Promise<RegionVector[]> {
    const path = await this.originals.getPath(documentId);
    const made: RegionVector[] = [];
    for (let from = 0; from < wanted.regions.length; from += MOST_AT_ONCE) {
      const regions = wanted.regions.slice(from, from + MOST_AT_ONCE);
      made.push(...(await this.makeSlice(path, { ...wanted, regions }, model)));
    }
    return made;
  }

  private async makeSlice(path: string, wanted: WantedRegions, { encoder }: RegisteredModel): Promise<RegionVector[]> {
    const { recipe, maxBatch } = encoder.images;
    const parts = await this.media.regionPixels(path, recipe, wanted);
    const vectors: Float32Array[] = [];
    for (let from = 0; from < parts.length; from += maxBatch) {
      const batch = parts.slice(from, from + maxBatch);
      vectors.push(...(await encoder.images.embedImages(batch.map(({ pixels }) => pixels))));
    }
    return wanted.regions.map((region, at) => {
      const [part, vector] = [parts[at], vectors[at]];
      if (!part || !vector) throw new AppError('INTERNAL', 'The model gave no vector for a part of the picture.');
      return { region, vector, perceptualHash: part.perceptualHash };
    });
  }
}
