import type { WorkReport } from '../progress.js';
import { AppError } from '../errors.js';
import { readSidecar } from '../media/sidecar.js';
import type { Repositories } from '../repositories/repositories.js';
import type { Root } from '../repositories/root.repository.js';
import type { CheckedSidecar } from '../repositories/sidecar.repository.js';
import type { Source } from '../repositories/source.repository.js';
import { sidecarKeyOf, type SidecarMerger } from './sidecar-merger.js';
import { sidecarOf, type SidecarPlace, type SidecarPlaces } from './sidecar-places.js';

type Failure = WorkReport['failures'][number];

const ROWS_PER_SLICE = 500;

/** Reads the sidecars of pictures that come in, and those that were changed elsewhere. */
export class SidecarIntake {
  constructor(
    private readonly repositories: Repositories,
    private readonly places: SidecarPlaces,
    private readonly merger: SidecarMerger,
  ) {}

  /** Reads the sidecar beside a file. Returns what is wrong with it, or null; then it stays as it is and is shown as not written. */
  async takeBeside(root: Root, path: string): Promise<Failure | null> {
    const source = await this.repositories.sources.find(root.id, path);
    return source && this.take(source, { rootId: root.id, folder: root.path, path: sidecarOf(path), isOurs: false }, root.name);
  }

  /** Reads the sidecar that the data folder has kept for a picture that just came in. */
  async takeApart(root: Root, path: string): Promise<Failure | null> {
    const source = await this.repositories.sources.find(root.id, path);
    return source && this.take(source, this.places.apartOf(source.contentHash), 'sidecars');
  }

  /** Sidecars that vanished are written again where their picture is still there. */
  async noteVanished(vanished: readonly CheckedSidecar[]): Promise<void> {
    for (const { rootId, path } of vanished.filter(({ writtenAt }) => writtenAt === null))
      await this.repositories.sidecars.remove(rootId, path);
    const ours = [...new Set(vanished.filter(({ writtenAt }) => writtenAt !== null).map(({ documentId }) => documentId))];
    for (let from = 0; from < ours.length; from += ROWS_PER_SLICE) {
      const documents = await this.repositories.documents.listByIds(ours.slice(from, from + ROWS_PER_SLICE));
      await this.repositories.sidecarQueue.put(documents.filter(({ state }) => state === 'present').map(({ id }) => id));
    }
  }

  /** Queues the sidecars that lie elsewhere than they belong, or name bytes that their picture has no longer. Returns how many. */
  async queueMisplaced(): Promise<number> {
    let count = 0;
    for (let ids = await this.slice(null); ids.length > 0; ids = await this.slice(ids.at(-1) ?? null)) {
      const misplaced = await this.listMisplaced(ids);
      await this.repositories.sidecarQueue.put(misplaced);
      count += misplaced.length;
    }
    return count;
  }

  private slice(after: string | null): Promise<string[]> {
    return this.repositories.sidecars.listDocumentsAfter(after, ROWS_PER_SLICE);
  }

  private async listMisplaced(ids: readonly string[]): Promise<string[]> {
    const places = await this.places.listOf(ids);
    const documents = await this.repositories.documents.listByIds(ids);
    const hashes = new Map(documents.map(({ id, contentHash }) => [id, contentHash]));
    const isMisplaced = ({ documentId, rootId, path, contentHash }: CheckedSidecar): boolean => {
      const place = places.get(documentId);
      return place !== undefined && (place.rootId !== rootId || place.path !== path || contentHash !== hashes.get(documentId));
    };
    const written = (await this.repositories.sidecars.listOfDocuments(ids)).filter(({ writtenAt }) => writtenAt !== null);
    return [...new Set(written.filter(isMisplaced).map(({ documentId }) => documentId))];
  }

  private async take({ documentId }: Source, place: SidecarPlace, rootName: string): Promise<Failure | null> {
    try {
      const file = await readSidecar(place);
      if (file) await this.merger.take({ ...file, ...sidecarKeyOf(place), documentId });
      return null;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await this.repositories.sidecarQueue.put([documentId]);
      return { path: `${rootName}/${place.path}`, code: 'sidecar', message: error.message };
    }
  }
}
