import { join } from 'node:path';
import { dotProduct } from '../dot-product.js';
import { THUMBNAIL_NAMES, type MediaEngine } from '../media/analysis.js';
import type { FileStore } from '../media/file-store.js';
import type { PixelRecipe } from '../models/embedding-model.js';
import type { EmbeddingBatcher } from '../models/embedding-batcher.js';
import type { DocumentRow } from '../repositories/document-row.js';
import type { Repositories } from '../repositories/repositories.js';
import { bestCropCorrelation } from './crop-alignment.js';
import { isSamePicture, type Likeness } from './same-picture.js';
import type { IngestItem } from './step.js';

/** The model whose vectors decide, and how pictures are cut for it. */
export interface LikenessModel {
  readonly id: number;
  readonly recipe: PixelRecipe;
  readonly batcher: Pick<EmbeddingBatcher, 'embed'>;
}

/** A document that a file could still be, with what it was like; null where the model has no vector of it. */
interface Candidate {
  readonly document: DocumentRow;
  readonly old: Likeness | null;
}

const ALIGNMENT: PixelRecipe = { size: 128, resize: 'fill', kernel: 'cubic' };

/** From here on a crop's grey picture is the old one's; unrelated pictures stay below 0.9 (measured, see docs/decisions/003). */
const CROP_CORRELATION = 0.97;

/** A crop of a quarter keeps 0.69 under the built-in descriptor; below this the alignment (0.4 s for eight orientations) is not tried. */
const CROP_CLOSENESS = 0.6;

/** A vanished archive larger than this is a disk that went away, not files that were edited and moved. */
const MAX_VANISHED = 5_000;

/**
 * Finds the document that a changed file still is (product.md, Identity), so that nothing said about it is stranded: the same decoded
 * pixels, or the same picture in any of eight orientations, or a part of it that spans at least 82 % of each side. Made for one run.
 */
export class HeirFinder {
  private vanished: Promise<Candidate[]> | null = null;
  private readonly claimed = new Set<string>();

  constructor(
    private readonly repositories: Repositories,
    private readonly media: MediaEngine,
    private readonly files: FileStore,
    private readonly model: LikenessModel,
  ) {}

  /** `knownId`: the document this very path held before. Else documents without any file are looked through, each given away once. */
  async find(item: IngestItem, knownId: string | null): Promise<string | null> {
    if (item.analysis.identification.kind === 'video') return null;
    const candidates = knownId ? await this.load([knownId]) : await this.listVanished(item);
    if (candidates.length === 0) return null;
    const samePixels = candidates.find(({ document }) => document.pixelHash !== null && document.pixelHash === item.analysis.pixelHash);
    const heirId = samePixels?.document.id ?? (await this.findAlike(item, candidates));
    return heirId !== null && this.claim(heirId, knownId) ? heirId : null;
  }

  // Of two pictures of one burst only the first may take a vanished one's place, or the second would overwrite it.
  private claim(id: string, knownId: string | null): boolean {
    if (id !== knownId && this.claimed.has(id)) return false;
    this.claimed.add(id);
    return true;
  }

  private async findAlike(item: IngestItem, candidates: readonly Candidate[]): Promise<string | null> {
    const orientations = await this.orientationsOf(item.absolutePath, this.model.recipe);
    const ranked = rank(candidates, orientations);
    const same = ranked.find(({ old }) => isSamePicture(old, orientations));
    if (same) return same.document.id;
    const [nearest] = ranked;
    if (!nearest || nearest.closeness < CROP_CLOSENESS) return null;
    return (await this.isCropOf(item, nearest.document)) ? nearest.document.id : null;
  }

  private async isCropOf(item: IngestItem, document: DocumentRow): Promise<boolean> {
    const thumbnail = join(this.files.thumbnailDir(document.contentHash), THUMBNAIL_NAMES[512]);
    try {
      const whole = await this.media.pixels({ path: thumbnail }, ALIGNMENT);
      const parts = await this.media.orientedPixels(item.absolutePath, ALIGNMENT);
      const squares = parts.map(({ pixels }) => ({ pixels, size: ALIGNMENT.size }));
      return squares.some((part) => bestCropCorrelation({ pixels: whole.pixels, size: ALIGNMENT.size }, part) >= CROP_CORRELATION);
    } catch {
      // Without the old thumbnail nothing can be aligned, and the file is a picture of its own.
      return false;
    }
  }

  private async orientationsOf(path: string, recipe: PixelRecipe): Promise<Likeness[]> {
    const pictures = await this.media.orientedPixels(path, recipe);
    return Promise.all(
      pictures.map(async ({ pixels, perceptualHash }) => ({ perceptualHash, vector: await this.model.batcher.embed(pixels) })),
    );
  }

  private async listVanished(item: IngestItem): Promise<Candidate[]> {
    this.vanished ??= this.repositories.documents.listVanished().then((ids) => this.load(ids.length <= MAX_VANISHED ? ids : []));
    const candidates = await this.vanished;
    return candidates.filter(({ document }) => !this.claimed.has(document.id) && isOfSameMoment(item, document));
  }

  private async load(ids: readonly string[]): Promise<Candidate[]> {
    const { documents, embeddings } = this.repositories;
    const photos = (await documents.listByIds(ids)).filter(({ kind }) => kind === 'photo');
    const hashes = await embeddings.hashesOf(photos.map(({ id }) => id));
    const candidates: Candidate[] = [];
    for (const document of photos) {
      const vector = await embeddings.vectorOf(document.id, this.model.id);
      const perceptualHash = hashes.get(document.id);
      candidates.push({ document, old: vector && perceptualHash ? { vector, perceptualHash } : null });
    }
    return candidates;
  }
}

// Nearest first, each in its best orientation.
function rank(candidates: readonly Candidate[], orientations: readonly Likeness[]) {
  const ranked = candidates.flatMap(({ document, old }) =>
    old ? [{ document, old, closeness: Math.max(...orientations.map(({ vector }) => dotProduct(vector, old.vector))) }] : [],
  );
  return ranked.sort((a, b) => b.closeness - a.closeness);
}

// Programs that edit a picture keep the moment it was taken or drop it; they do not give it another.
function isOfSameMoment({ draft }: IngestItem, document: DocumentRow): boolean {
  const isRead = (source: string | undefined): boolean => ['exif', 'xmp', 'iptc', 'container'].includes(source ?? '');
  if (!isRead(draft.taken?.takenSource) || !isRead(document.takenSource)) return true;
  return draft.taken?.takenLocal === document.takenLocal;
}
