import type { Actor } from '../context.js';
import { dotProduct } from '../dot-product.js';
import { AppError } from '../errors.js';
import type { Region, WantedRegions } from '../media/analysis.js';
import type { DocumentRow } from '../repositories/document-row.js';
import type { EmbeddingRepository } from '../repositories/embedding.repository.js';
import { bestWindow, FIRST_WINDOWS, isEvidence, windowsAround, type EvidenceBox } from './evidence-box.js';
import { answerForMediaFailure } from './media-failure.js';
import type { ModelRegistry, RegisteredModel } from './model-registry.js';
import type { KeptVectors, QueryMemory } from './query-memory.js';
import { Recent } from './recent.js';
import type { RegionVectors } from './region-vectors.js';
import type { Sight } from './visible-documents.js';

/** What of a picture matched a query best. */
export interface SimilarityEvidence {
  readonly region: Region;
  readonly similarity: number;
  /** Of the whole picture or moment. */
  readonly wholeSimilarity: number;
}

/** Which hit of which answer is looked at. */
export interface EvidenceRequest {
  readonly logId: string;
  readonly imageId: string;
  readonly frameMs?: number | null;
}

/** A picture, or a moment of a video, under one model. */
interface Looking {
  readonly document: DocumentRow;
  readonly model: RegisteredModel;
  readonly frameMs: number | null;
}

/** 16 vectors of 512 numbers are 33 KB, those around one of them 18 KB: at most some 20 MB. */
const MOST_KEPT = 800;
const WHOLE: Region = { x: 0, y: 0, width: 1, height: 1 };

/** Finds what of a picture matched when a hit is looked at: the picture is cut into windows once, and kept for the next query. */
export class EvidenceService {
  private readonly lookedAt = new Recent<Promise<Float32Array[]>>(MOST_KEPT);

  constructor(
    private readonly queries: QueryMemory,
    private readonly sight: Sight,
    private readonly embeddings: Pick<EmbeddingRepository, 'vectorOf'>,
    private readonly models: Pick<ModelRegistry, 'current'>,
    private readonly regions: RegionVectors,
  ) {}

  /**
   * Null where no part is clearly more like the query than the whole. Throws NOT_FOUND for an answer that is not remembered and for an
   * unknown picture, BAD_REQUEST for a moment that the picture does not have, 4xx and UNAVAILABLE for files that cannot be read.
   */
  async find({ logId, imageId, frameMs }: EvidenceRequest, actor: Actor): Promise<SimilarityEvidence | null> {
    const query = this.queries.find(logId, actor);
    const model = await this.models.current();
    if (!query || query.modelId !== model.id) throw new AppError('NOT_FOUND', 'This search is not remembered any more. Search again.');
    const document = await this.sight(actor).getById(imageId);
    return this.compare(query, { document, model, frameMs: momentOf(document, frameMs) });
  }

  /** Forgets what was looked at. */
  clear(): void {
    this.lookedAt.clear();
  }

  // Of several things that were looked for, the one that the picture shows most clearly in a part of it.
  private async compare({ vectors }: KeptVectors, looking: Looking): Promise<SimilarityEvidence | null> {
    const whole = await this.wholeOf(looking);
    const found: SimilarityEvidence[] = [];
    for (const vector of vectors) {
      const wholeSimilarity = dotProduct(vector, whole);
      const box = await this.boxOf(vector, wholeSimilarity, looking);
      if (box) found.push({ ...box, wholeSimilarity });
    }
    const gainOf = ({ similarity, wholeSimilarity }: SimilarityEvidence): number => similarity - wholeSimilarity;
    return found.sort((a, b) => gainOf(b) - gainOf(a))[0] ?? null;
  }

  // Coarse, then fine around the best: nobody waits for more than 25 windows, and most of them serve the next query as well.
  private async boxOf(vector: Float32Array, whole: number, looking: Looking): Promise<EvidenceBox | null> {
    const scores = await this.scores(FIRST_WINDOWS, vector, looking);
    const first = bestWindow(FIRST_WINDOWS, scores);
    if (!first) return null;
    const around = windowsAround(first.region);
    const finer = bestWindow(around, await this.scores(around, vector, looking));
    const best = finer && finer.similarity > first.similarity ? finer : first;
    return isEvidence(best, whole, scores) ? best : null;
  }

  private async scores(windows: readonly Region[], vector: Float32Array, looking: Looking): Promise<number[]> {
    return (await this.look(windows, looking)).map((window) => dotProduct(vector, window));
  }

  private async wholeOf(looking: Looking): Promise<Float32Array> {
    const { document, model, frameMs } = looking;
    const stored = await this.embeddings.vectorOf(document.id, model.id, { frameMs: document.kind === 'video' ? frameMs : null });
    const [whole] = stored ? [stored] : await this.look([WHOLE], looking);
    if (!whole) throw new AppError('INTERNAL', 'The model gave no vector for the picture.');
    return whole;
  }

  // Bytes that change give another hash, and another model other vectors.
  private look(regions: readonly Region[], { document, model, frameMs }: Looking): Promise<Float32Array[]> {
    const { x, y, width } = regions[0] ?? WHOLE;
    const key = [document.contentHash, model.id, frameMs, x, y, width].join();
    const known = this.lookedAt.get(key);
    if (known) return known;
    const looking = this.lookNow(document.id, { regions, frameMs, isAsked: true }, model);
    this.lookedAt.set(key, looking);
    looking.catch(() => this.lookedAt.delete(key));
    return looking;
  }

  private async lookNow(documentId: string, wanted: WantedRegions, model: RegisteredModel): Promise<Float32Array[]> {
    try {
      return (await this.regions.make(documentId, wanted, model)).map(({ vector }) => vector);
    } catch (error) {
      throw answerForMediaFailure(error);
    }
  }
}

// Where no moment is named, a video is looked at where it stands for itself.
function momentOf({ kind, durationMs, posterMs }: DocumentRow, frameMs: number | null | undefined): number | null {
  if (kind !== 'video') {
    if (frameMs === null || frameMs === undefined) return null;
    throw new AppError('BAD_REQUEST', 'A photo has no moments; frameMs is for videos.');
  }
  const ms = frameMs ?? posterMs ?? 0;
  if (Number.isInteger(ms) && ms >= 0 && ms <= (durationMs ?? ms)) return ms;
  throw new AppError('BAD_REQUEST', `Expected frameMs from 0 to ${durationMs}, the length of the video, but received ${ms}.`);
}
