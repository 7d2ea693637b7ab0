import { join } from 'node:path';
import { MediaError, type MediaEngine } from '../media/analysis.js';
import type { Failure } from '../repositories/failure.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import type { Root } from '../repositories/root.repository.js';
import type { Source } from '../repositories/source.repository.js';
import type { ArchiveWriter, SourceFile } from './archive-writer.js';
import type { HeirFinder } from './heirs.js';
import type { Pipeline } from './pipeline.js';
import type { PendingFile } from './folder-scan.js';
import { KeyedLock } from './work-queue.js';

/** A file whose bytes are about to be read; their hash where they were read before. */
type UnreadFile = Omit<SourceFile, 'contentHash'> & { readonly contentHash?: string };

/** What became of a file. */
export type IntakeOutcome =
  | { readonly kind: 'added' | 'updated' | 'linked' | 'touched' | 'forgotten' }
  | { readonly kind: 'failed'; readonly path: string; readonly code: string; readonly message: string };

/** Raised when a failure of an older version may have another outcome now. */
export const PIPELINE_VERSION = 1;

/** A file that made the decoder crash this often is left alone until it changes (T04). */
const MAX_ATTEMPTS = 2;

const PASSING = new Set(['vanished', 'unreadable', 'changing', 'timed-out', 'needs-ffmpeg']);

/** True for a failure that does not hang on the bytes: such files are tried again. */
export function isPassing(code: string): boolean {
  return PASSING.has(code);
}

/** True when an untouched file that failed is to be tried again. */
export function isWorthRetrying(failure: Failure, hasFfmpeg: boolean): boolean {
  if (failure.code === 'needs-ffmpeg') return hasFfmpeg;
  if (failure.pipelineVersion !== PIPELINE_VERSION || isPassing(failure.code)) return true;
  return failure.code === 'crashed' && failure.attempts < MAX_ATTEMPTS;
}

/** Takes one file after the other into the archive: read once, identified by its bytes, stored in one unit of work. */
export class Intake {
  private readonly sizes = new KeyedLock();

  constructor(
    private readonly repositories: Repositories,
    private readonly media: MediaEngine,
    private readonly pipeline: Pipeline,
    private readonly heirs: HeirFinder,
    private readonly writer: ArchiveWriter,
  ) {}

  /** One bad file is one line in the report (promise 5): whatever is wrong with it is recorded and returned, never thrown. */
  async take(root: Root, file: PendingFile): Promise<IntakeOutcome> {
    try {
      // Two files with the same bytes have the same size and wait for each other, so that the second finds the document of the first.
      return await this.sizes.hold(String(file.bytes), () => this.takeAlone(root, file));
    } catch (error) {
      if (!(error instanceof MediaError)) throw error;
      return this.recordFailure(root, file, error);
    }
  }

  private async takeAlone(root: Root, file: PendingFile): Promise<IntakeOutcome> {
    const known = file.isNew ? null : await this.repositories.sources.find(root.id, file.path);
    // Reading a file twice costs a tenth of everything: bytes are compared first only where there is something of that size.
    const { documents, tombstones } = this.repositories;
    const mayBeKnown = known !== null || (await documents.hasSize(file.bytes)) || (await tombstones.hasSize(file.bytes));
    return mayBeKnown ? this.takeIdentified(root, file, known) : this.read(root, { ...file, rootId: root.id }, null);
  }

  private async takeIdentified(root: Root, found: PendingFile, known: Source | null): Promise<IntakeOutcome> {
    const { contentHash } = await this.media.identify(join(root.path, found.path));
    const file = { ...found, rootId: root.id, contentHash };
    if (known?.contentHash === contentHash) {
      await this.writer.link(file, await this.repositories.documents.getById(known.documentId));
      return { kind: 'touched' };
    }
    if (await this.repositories.tombstones.has(contentHash)) return this.leaveForgotten(root, known);
    const twin = await this.repositories.documents.findByContentHash(contentHash);
    if (twin?.contentHash !== contentHash) return this.read(root, file, { known, earlierId: twin?.id });
    await this.writer.link(file, twin);
    return { kind: 'linked' };
  }

  private async read(root: Root, file: UnreadFile, past: { known: Source | null; earlierId?: string } | null): Promise<IntakeOutcome> {
    const item = await this.pipeline.process({ ...file, absolutePath: join(root.path, file.path) });
    const source = { ...file, contentHash: item.analysis.identification.contentHash };
    const knownId = past?.known?.documentId;
    const heirId = (await this.earlierSelf(past?.earlierId, knownId)) ?? (await this.heirs.find(item, knownId ?? null));
    if (heirId === null) await this.writer.add(root, source, { item, formerId: knownId ?? null });
    else await this.writer.replace(heirId, source, item);
    return { kind: heirId === null ? 'added' : 'updated' };
  }

  // Whatever stood under this path before is not there any more.
  private async leaveForgotten(root: Root, known: Source | null): Promise<IntakeOutcome> {
    if (known) {
      await this.repositories.sources.setState(root.id, [known.path], 'missing');
      await this.repositories.documents.refreshStates([known.documentId]);
    }
    return { kind: 'forgotten' };
  }

  // Bytes a document had before belong to it again when its file is this one or is gone: an edit was taken back.
  private async earlierSelf(earlierId: string | undefined, knownId: string | undefined): Promise<string | null> {
    if (earlierId === undefined) return null;
    if (earlierId === knownId) return earlierId;
    const sources = await this.repositories.sources.listOfDocuments([earlierId]);
    return sources.some(({ state }) => state === 'present') ? null : earlierId;
  }

  private async recordFailure(root: Root, file: PendingFile, { code, message }: MediaError): Promise<IntakeOutcome> {
    const before = await this.repositories.failures.find(root.id, file.path);
    const isSame = before?.bytes === file.bytes && before.modifiedMs === file.modifiedMs;
    const attempts = isSame ? before.attempts + 1 : 1;
    await this.repositories.failures.put({
      rootId: root.id,
      path: file.path,
      bytes: file.bytes,
      modifiedMs: file.modifiedMs,
      code,
      message,
      attempts,
      pipelineVersion: PIPELINE_VERSION,
    });
    return { kind: 'failed', path: `${root.name}/${file.path}`, code, message };
  }
}
