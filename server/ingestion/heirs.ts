import { join } from 'node:path';
import { THUMBNAIL_NAMES, type MediaEngine } from '../media/analysis.js';
import type { FileStore } from '../media/file-store.js';
import type { PixelRecipe } from '../models/embedding-model.js';
import type { EmbeddingBatcher } from '../models/embedding-batcher.js';
import type { DocumentRow } from '../repositories/document-row.js';
import type { Repositories } from '../repositories/repositories.js';
import { bestCropCorrelation } from './crop-alignment.js';
import { cosine, isSamePicture, type Likeness } from './same-picture.js';
import type { IngestItem } from './step.js';

/** The model whose vectors decide, and how pictures are cut for it. */
export interface LikenessModel {
  readonly id: number;
  readonly recipe: PixelRecipe;
  readonly batcher: Pick<EmbeddingBatcher, 'embed'>;
}

type Oriented = Likeness & { readonly pixels: Uint8Array };

const ALIGNMENT: PixelRecipe = { size: 128, resize: 'fill', kernel: 'cubic' };

/** From here on a crop's grey picture is the old one's; unrelated pictures stay below 0.9 (measured, see docs/decisions/003). */
const CROP_CORRELATION = 0.97;

/** A crop of a quarter keeps 0.69 under the built-in descriptor; below this the alignment (0.4 s for eight orientations) is not tried. */
const CROP_CLOSENESS = 0.6;

/** A vanished archive larger than this is a disk that went away, not files that were edited and moved. */
const MAX_VANISHED = 5_000;

/**
 * Finds the document that a changed file still is (product.md, Identity), so that nothing said about it is stranded: the same decoded
 * pixels, or the same picture in any of eight orientations, or a part of it that spans at least 82 % of each side.
 */
export class HeirFinder {
  private vanished: Promise<string[]> | null = null;

  constructor(
    private readonly repositories: Repositories,
    private readonly media: MediaEngine,
    private readonly files: FileStore,
    private readonly model: LikenessModel,
  ) {}

  /** `knownId`: the document this very path held before. Else documents without any file are looked through. */
  async find(item: IngestItem, knownId: string | null): Promise<string | null> {
    if (item.analysis.identification.kind === 'video') return null;
    const ids = knownId ? [knownId] : await this.listVanished();
    if (ids.length === 0) return null;
    const photos = (await this.repositories.documents.listByIds(ids)).filter(({ kind }) => kind === 'photo');
    const candidates = knownId ? photos : photos.filter((document) => isOfSameMoment(item, document));
    if (candidates.length === 0) return null;
    const samePixels = candidates.find(({ pixelHash }) => pixelHash !== null && pixelHash === item.analysis.pixelHash);
    return samePixels?.id ?? (await this.findAlike(item, candidates));
  }

  private async findAlike(item: IngestItem, candidates: readonly DocumentRow[]): Promise<string | null> {
    const orientations = await this.orientationsOf(item.absolutePath, this.model.recipe);
    const ranked = await this.rank(candidates, orientations);
    const same = ranked.find(({ old }) => isSamePicture(old, orientations));
    if (same) return same.document.id;
    const [nearest] = ranked;
    if (!nearest || nearest.closeness < CROP_CLOSENESS) return null;
    return (await this.isCropOf(item, nearest.document)) ? nearest.document.id : null;
  }

  private async rank(candidates: readonly DocumentRow[], orientations: readonly Oriented[]) {
    const ranked: { document: DocumentRow; old: Likeness; closeness: number }[] = [];
    for (const document of candidates) {
      const old = await this.likenessOf(document.id);
      if (old) ranked.push({ document, old, closeness: Math.max(...orientations.map(({ vector }) => cosine(vector, old.vector))) });
    }
    return ranked.sort((a, b) => b.closeness - a.closeness);
  }

  private async likenessOf(documentId: string): Promise<Likeness | null> {
    const vector = await this.repositories.embeddings.vectorOf(documentId, this.model.id);
    const perceptualHash = (await this.repositories.embeddings.hashesOf([documentId])).get(documentId);
    return vector && perceptualHash ? { vector, perceptualHash } : null;
  }

  private async isCropOf(item: IngestItem, document: DocumentRow): Promise<boolean> {
    const thumbnail = join(this.files.thumbnailDir(document.contentHash), THUMBNAIL_NAMES[512]);
    try {
      const whole = await this.media.pixels({ path: thumbnail }, ALIGNMENT);
      const parts = await this.media.orientedPixels(item.absolutePath, ALIGNMENT);
      const squares = parts.map(({ pixels }) => ({ pixels, size: ALIGNMENT.size }));
      return squares.some((part) => bestCropCorrelation({ pixels: whole.pixels, size: ALIGNMENT.size }, part) >= CROP_CORRELATION);
    } catch {
      return false;
    }
  }

  private async orientationsOf(path: string, recipe: PixelRecipe): Promise<Oriented[]> {
    const pictures = await this.media.orientedPixels(path, recipe);
    return Promise.all(pictures.map(async (picture) => ({ ...picture, vector: await this.model.batcher.embed(picture.pixels) })));
  }

  private async listVanished(): Promise<string[]> {
    this.vanished ??= this.repositories.documents.listVanished();
    const ids = await this.vanished;
    return ids.length <= MAX_VANISHED ? ids : [];
  }
}

// Programs that edit a picture keep the moment it was taken or drop it; they do not give it another.
function isOfSameMoment({ draft }: IngestItem, document: DocumentRow): boolean {
  const isRead = (source: string | undefined): boolean => ['exif', 'xmp', 'iptc', 'container'].includes(source ?? '');
  if (!isRead(draft.taken?.takenSource) || !isRead(document.takenSource)) return true;
  return draft.taken?.takenLocal === document.takenLocal;
}
