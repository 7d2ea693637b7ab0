import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '../context.js';
import { KeyedLock } from '../ingestion/work-queue.js';
import { THUMBNAIL_NAMES, type MediaEngine, type ThumbnailSize } from '../media/analysis.js';
import type { FileStore } from '../media/file-store.js';
import type { DocumentRow } from '../repositories/document-row.js';
import { answerForMediaFailure } from './media-failure.js';
import type { OriginalFiles } from './original-files.js';
import type { Sight } from './visible-documents.js';

/** Thumbnails: those of 256 and 512 were made at ingestion, the one of 1440 is made when it is first looked at. */
export class ThumbnailService {
  private readonly making = new KeyedLock();

  constructor(
    private readonly sight: Sight,
    private readonly originals: OriginalFiles,
    private readonly media: MediaEngine,
    private readonly files: FileStore,
  ) {}

  /** Absolute path of the thumbnail's file. Throws NOT_FOUND, or UNAVAILABLE when it must be made and the original is away. */
  async getFile(documentId: string, size: ThumbnailSize, actor: Actor): Promise<string> {
    const document = await this.sight(actor).getById(documentId);
    const target = join(this.files.thumbnailDir(document.contentHash), THUMBNAIL_NAMES[size]);
    if (await exists(target)) await this.files.touch(target);
    else await this.making.hold(target, () => this.make(document, size, target));
    return target;
  }

  private async make(document: DocumentRow, size: ThumbnailSize, target: string): Promise<void> {
    if (await exists(target)) return;
    const path = await this.originals.getPath(document.id);
    const frameMs = document.kind === 'video' ? (document.posterMs ?? 0) : undefined;
    try {
      await this.media.writeThumbnail({ path, size, target, frameMs });
    } catch (error) {
      throw answerForMediaFailure(error);
    }
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
