import { access, constants, lstat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../errors.js';
import { fitsAsName, type SidecarSpot } from '../media/sidecar.js';
import { pathApart, SIDECAR_SUFFIX } from '../media/sidecar-format.js';
import type { Repositories } from '../repositories/repositories.js';
import type { Root } from '../repositories/root.repository.js';
import type { SidecarRow } from '../repositories/sidecar.repository.js';
import type { Source } from '../repositories/source.repository.js';

/** Where the sidecar of a document belongs. */
export interface SidecarPlace extends SidecarSpot, Pick<SidecarRow, 'rootId' | 'path'> {}

/** Where sidecars belong: beside the primary file where its root allows it, else under the data folder by the hash of the picture. */
export class SidecarPlaces {
  private readonly apart: string;

  constructor(
    private readonly repositories: Pick<Repositories, 'roots' | 'sources' | 'documents'>,
    dataDir: string,
  ) {
    this.apart = join(dataDir, 'sidecars');
  }

  /** The place of each document, by its id. One whose name was taken by another picture has no file, and its sidecar must not stay beside that. */
  async listOf(documentIds: readonly string[]): Promise<Map<string, SidecarPlace>> {
    const roots = new Map((await this.repositories.roots.list()).map((root) => [root.id, root]));
    const places = new Map<string, SidecarPlace>();
    for (const source of await this.repositories.sources.listOfDocuments(documentIds)) {
      const root = roots.get(source.rootId);
      if (root && !places.has(source.documentId)) places.set(source.documentId, this.placeOf(root, source));
    }
    // Bytes of copies may differ for a moment; the data folder goes by the document's own.
    const documents = await this.repositories.documents.listByIds(documentIds.filter((id) => places.get(id)?.isOurs ?? true));
    for (const { id, contentHash } of documents) places.set(id, this.apartOf(contentHash));
    return places;
  }

  /** Under the data folder, by the hash of the picture. */
  apartOf(contentHash: string): SidecarPlace {
    return { rootId: null, folder: this.apart, path: pathApart(contentHash), isOurs: true };
  }

  /** Where a sidecar that is known lies; null when its root is not in the archive any more. */
  async findSpot({ rootId, path }: Pick<SidecarRow, 'rootId' | 'path'>): Promise<SidecarSpot | null> {
    if (rootId === null) return { folder: this.apart, path, isOurs: true };
    const root = await this.repositories.roots.findById(rootId);
    return root && { folder: root.path, path, isOurs: false };
  }

  private placeOf(root: Root, { path, contentHash }: Source): SidecarPlace {
    return isBeside(root, path) ? { rootId: root.id, folder: root.path, path: sidecarOf(path), isOurs: false } : this.apartOf(contentHash);
  }
}

/** The sidecar beside a picture, by the picture's path. */
export function sidecarOf(path: string): string {
  return path + SIDECAR_SUFFIX;
}

/** Whether the sidecar of a file of this root stands beside it. */
export function isBeside(root: Pick<Root, 'kind' | 'sidecars'>, path: string): boolean {
  return root.kind === 'folder' && root.sidecars === 'beside' && fitsAsName(basename(sidecarOf(path)));
}

/** Beside where a folder can be written to, apart where it cannot. */
export async function placeFor(folder: string): Promise<Root['sidecars']> {
  return access(folder, constants.W_OK).then(
    () => 'beside',
    () => 'apart',
  );
}

/** A folder where a disk should be mounted can be written to: only where the picture lies may its sidecar be put. Throws UNAVAILABLE. */
export async function expectPicture(place: SidecarPlace): Promise<void> {
  if (place.isOurs) return;
  const picture = join(place.folder, place.path.slice(0, -SIDECAR_SUFFIX.length));
  const stats = await lstat(picture).catch(() => null);
  if (!stats?.isFile()) {
    throw new AppError('UNAVAILABLE', 'The picture cannot be found. Is its disk connected? Its sidecar is written as soon as it is there.');
  }
}
