import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import type { Region } from '../media/analysis.js';
import type { DocumentRow } from '../repositories/document-row.js';
import type { EmbeddingRepository } from '../repositories/embedding.repository.js';
import { EVIDENCE_WINDOWS, findEvidenceBox } from './evidence-box.js';
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

/** What a query is compared with: the whole, and its windows in the order of their layout. */
interface LookedAt {
  readonly whole: Float32Array;
  readonly windows: readonly Float32Array[];
}

/** 25 vectors of 512 numbers are 51 KB: at most 10 MB. */
const MOST_PICTURES = 200;
const WHOLE: Region = { x: 0, y: 0, width: 1, height: 1 };

/** Finds what of a picture matched when a hit is looked at: the picture is cut into windows once, and kept for the next query. */
export class EvidenceService {
  private readonly lookedAt = new Recent<Promise<LookedAt>>(MOST_PICTURES);

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
    return this.compare(query, await this.look(document, model, momentOf(document, frameMs)));
  }

  /** Forgets what was looked at. */
  clear(): void {
    this.lookedAt.clear();
  }

  // Of several things that were looked for, the one that the picture shows most clearly in a part of it.
  private compare({ vectors }: KeptVectors, { whole, windows }: LookedAt): SimilarityEvidence | null {
    const found = vectors.flatMap((vector) => {
      const wholeSimilarity = dot(vector, whole);
      const box = findEvidenceBox(
        windows.map((window) => dot(vector, window)),
        wholeSimilarity,
      );
      return box ? [{ ...box, wholeSimilarity }] : [];
    });
    const gainOf = ({ similarity, wholeSimilarity }: SimilarityEvidence): number => similarity - wholeSimilarity;
    return found.sort((a, b) => gainOf(b) - gainOf(a))[0] ?? null;
  }

  // Bytes that change give another hash, and another model other vectors.
  private look(document: DocumentRow, model: RegisteredModel, frameMs: number | null): Promise<LookedAt> {
    const key = [document.contentHash, model.id, frameMs].join();
    const known = this.lookedAt.get(key);
    if (known) return known;
    const looking = this.lookNow(document, model, frameMs);
    this.lookedAt.set(key, looking);
    looking.catch(() => this.lookedAt.delete(key));
    return looking;
  }

  private async lookNow({ id }: DocumentRow, model: RegisteredModel, frameMs: number | null): Promise<LookedAt> {
    const stored = await this.embeddings.vectorOf(id, model.id, { frameMs });
    const regions = stored ? EVIDENCE_WINDOWS : [...EVIDENCE_WINDOWS, WHOLE];
    try {
      const made = await this.regions.make(id, { regions, frameMs, isAsked: true }, model);
      const windows = made.slice(0, EVIDENCE_WINDOWS.length).map(({ vector }) => vector);
      const whole = stored ?? made.at(-1)?.vector;
      if (!whole) throw new AppError('INTERNAL', 'The model gave no vector for the picture.');
      return { whole, windows };
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

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
