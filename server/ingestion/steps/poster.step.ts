import { join } from 'node:path';
import { THUMBNAIL_NAMES, THUMBNAIL_SIZES, type MediaEngine } from '../../media/analysis.js';
import type { FileStore } from '../../media/file-store.js';
import type { IngestItem, Step } from '../step.js';

/** Writes the thumbnails of a video from the moment that stands for it. (A photo's were written while it was decoded.) */
export class PosterStep implements Step {
  readonly name = 'poster';
  readonly version = 1;

  constructor(
    private readonly media: MediaEngine,
    private readonly files: FileStore,
  ) {}

  applies({ analysis }: IngestItem): boolean {
    return analysis.identification.kind === 'video';
  }

  async run({ absolutePath, analysis, draft }: IngestItem): Promise<void> {
    const folder = this.files.thumbnailDir(analysis.identification.contentHash);
    for (const size of THUMBNAIL_SIZES) {
      await this.media.writeThumbnail({
        path: absolutePath,
        size,
        target: join(folder, THUMBNAIL_NAMES[size]),
        frameMs: draft.posterMs ?? 0,
      });
    }
  }
}
