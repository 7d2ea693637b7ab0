import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import { KeyedLock } from '../ingestion/work-queue.js';
import { THUMBNAIL_NAMES, type MediaEngine, type ThumbnailSize } from '../media/analysis.js';
import type { FileStore } from '../media/file-store.js';
import type { DocumentRow } from '../repositories/document-row.js';
import type { EmbeddingRepository, KeptFrame } from '../repositories/embedding.repository.js';
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
    private readonly embeddings: EmbeddingRepository,
  ) {}

  /** Absolute path of the thumbnail's file. Throws NOT_FOUND, or UNAVAILABLE when it must be made and the original is away. */
  async getFile(documentId: string, size: ThumbnailSize, actor: Actor): Promise<string> {
    const document = await this.sight(actor).getById(documentId);
    const target = join(this.files.thumbnailDir(document.contentHash), THUMBNAIL_NAMES[size]);
    if (await exists(target)) await this.files.touch(target);
    else await this.making.hold(target, () => this.make(document, { size, frameMs: document.posterMs ?? 0 }, target));
    return target;
  }

  /** As `getFile`, of the kept moment of a video nearest to one; NOT_FOUND also for what has no moments. Made at ingestion, or now where it went missing. */
  async getFrameFile(documentId: string, ms: number, actor: Actor): Promise<string> {
    const document = await this.sight(actor).getById(documentId);
    const frameMs = nearestOf(await this.embeddings.framesOf([document.id]), ms);
    if (frameMs === null) throw new AppError('NOT_FOUND', 'This picture has no moments.');
    const target = this.files.framePath(document.contentHash, frameMs);
    if (!(await exists(target))) await this.making.hold(target, () => this.make(document, { size: 256, frameMs }, target));
    return target;
  }

  private async make(document: DocumentRow, { size, frameMs }: { size: ThumbnailSize; frameMs: number }, target: string): Promise<void> {
    if (await exists(target)) return;
    const path = await this.originals.getPath(document.id);
    try {
      await this.media.writeThumbnail({ path, size, target, frameMs: document.kind === 'video' ? frameMs : undefined });
    } catch (error) {
      throw answerForMediaFailure(error);
    }
  }
}

/** The moment nearest to one; of two as near the earlier. */
function nearestOf(frames: readonly KeptFrame[], ms: number): number | null {
  const [first, ...rest] = frames.map((frame) => frame.ms);
  if (first === undefined) return null;
  return rest.reduce((best, each) => (Math.abs(each - ms) < Math.abs(best - ms) ? each : best), first);
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
