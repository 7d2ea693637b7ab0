import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import type { MediaEngine, PictureSource, QueryPixels, Region } from '../media/analysis.js';
import type { DocumentFilter } from '../repositories/document-filter.js';
import type { DocumentRow } from '../repositories/document-row.js';
import type { EmbeddingRepository } from '../repositories/embedding.repository.js';
import { answerForMediaFailure } from './media-failure.js';
import type { ModelRegistry, RegisteredModel } from './model-registry.js';
import type { OriginalFiles } from './original-files.js';
import type { Sight, VisibleDocuments } from './visible-documents.js';

/** What to look for: exactly one of a picture of the archive, uploaded bytes, or words. */
export interface SimilarityRequest {
  readonly imageId?: string | null;
  /** `<root name>/<relative path>`. */
  readonly path?: string | null;
  readonly upload?: Uint8Array | null;
  readonly text?: string | null;
  readonly region?: Region | null;
  readonly frameMs?: number | null;
  readonly threshold?: number | null;
  readonly topK?: number | null;
  readonly filter?: DocumentFilter | null;
}

/** A query ready to be compared. */
export type ResolvedQuery =
  | { readonly kind: 'image'; readonly model: RegisteredModel; readonly vector: Float32Array; readonly document: DocumentRow }
  | { readonly kind: 'upload'; readonly model: RegisteredModel; readonly vector: Float32Array; readonly preview: Uint8Array }
  | { readonly kind: 'text'; readonly model: RegisteredModel; readonly vector: Float32Array }
  | { readonly kind: 'keyword'; readonly model: RegisteredModel };

interface Resolving {
  readonly request: SimilarityRequest;
  readonly model: RegisteredModel;
  readonly documents: VisibleDocuments;
}

/** Turns requests into vectors: stored ones where the picture is known, else by the same decode and encoder as ingestion. */
export class SimilarityQueryResolver {
  constructor(
    private readonly sight: Sight,
    private readonly embeddings: EmbeddingRepository,
    private readonly models: ModelRegistry,
    private readonly media: MediaEngine,
    private readonly originals: OriginalFiles,
  ) {}

  /** The model whose vectors are compared now; waits while it is opened. */
  currentModel(): Promise<RegisteredModel> {
    return this.models.current();
  }

  /** Throws BAD_REQUEST for an ill-formed request, NOT_FOUND for an unknown picture, and 4xx for bytes that are no picture. */
  async resolve(request: SimilarityRequest, actor: Actor): Promise<ResolvedQuery> {
    refuseAmbiguous(request);
    const model = await this.currentModel();
    const documents = this.sight(actor);
    if (request.text) return this.resolveText(request.text, model);
    if (request.upload) return this.resolveUpload(request.upload, { request, model, documents });
    const document = await documents.getById(request.imageId || (await this.originals.getDocumentId(request.path ?? '')));
    return { kind: 'image', model, document, vector: await this.vectorOf(document, request, model) };
  }

  private async resolveText(text: string, model: RegisteredModel): Promise<ResolvedQuery> {
    const [vector] = (await model.encoder.texts?.embedTexts([text])) ?? [];
    return vector ? { kind: 'text', model, vector } : { kind: 'keyword', model };
  }

  // Bytes of a picture that is hidden from who asks are a picture like any other.
  private async resolveUpload(bytes: Uint8Array, { request, model, documents }: Resolving): Promise<ResolvedQuery> {
    const picture = await this.pixels({ bytes }, request, model);
    const document = await documents.findByContentHash(picture.contentHash);
    if (document) return { kind: 'image', model, document, vector: await this.vectorOf(document, request, model) };
    return { kind: 'upload', model, vector: await embed(picture, model), preview: picture.preview };
  }

  private async vectorOf(document: DocumentRow, request: SimilarityRequest, model: RegisteredModel): Promise<Float32Array> {
    const { frameMs } = request;
    refuseForeignMoment(document, frameMs);
    // A kept moment of a video has its vector; any other is looked at now.
    const stored = request.region ? null : await this.embeddings.vectorOf(document.id, model.id, { frameMs });
    if (stored) return stored;
    const path = await this.originals.getPath(document.id);
    return embed(await this.pixels({ path }, request, model), model);
  }

  private async pixels(source: PictureSource, request: SimilarityRequest, model: RegisteredModel): Promise<QueryPixels> {
    const options = { region: request.region ?? undefined, frameMs: request.frameMs ?? undefined };
    try {
      return await this.media.pixels(source, model.encoder.images.recipe, options);
    } catch (error) {
      throw answerForMediaFailure(error);
    }
  }
}

async function embed(picture: QueryPixels, model: RegisteredModel): Promise<Float32Array> {
  const [vector] = await model.encoder.images.embedImages([picture.pixels]);
  if (!vector) throw new AppError('INTERNAL', 'The model gave no vector for the picture.');
  return vector;
}

function refuseForeignMoment({ kind, durationMs }: DocumentRow, frameMs: number | null | undefined): void {
  if (frameMs === null || frameMs === undefined) return;
  if (kind !== 'video') throw new AppError('BAD_REQUEST', 'A photo has no moments; frame_ms is for videos.');
  if (durationMs !== null && frameMs > durationMs) {
    throw new AppError('BAD_REQUEST', `Expected frame_ms from 0 to ${durationMs}, the length of the video, but received ${frameMs}.`);
  }
}

/** Throws BAD_REQUEST unless exactly one thing is asked for, in a form that can be answered. */
export function refuseAmbiguous(request: SimilarityRequest): void {
  const given = [request.imageId, request.path, request.upload, request.text].filter((part) => part !== null && part !== undefined);
  if (given.length !== 1) {
    throw new AppError(
      'BAD_REQUEST',
      `Expected exactly one of an image id, a path, an uploaded picture or a text but received ${given.length}.`,
    );
  }
  if (request.text !== null && request.text !== undefined) refuseBadText(request);
  if (request.region) refuseBadRegion(request.region);
  const { frameMs } = request;
  if (frameMs !== null && frameMs !== undefined && !(Number.isInteger(frameMs) && frameMs >= 0)) {
    throw new AppError('BAD_REQUEST', `Expected frame_ms as a whole number of milliseconds but received ${frameMs}.`);
  }
}

function refuseBadText(request: SimilarityRequest): void {
  const length = request.text?.trim().length ?? 0;
  if (length === 0 || length > 1000) throw new AppError('BAD_REQUEST', `Expected a text of 1 to 1000 characters but received ${length}.`);
  if (request.region || typeof request.frameMs === 'number') throw new AppError('BAD_REQUEST', 'A text has no region and no frame.');
}

function refuseBadRegion({ x, y, width, height }: Region): void {
  const isInside =
    [x, y, width, height].every(Number.isFinite) &&
    x >= 0 &&
    y >= 0 &&
    width > 0 &&
    height > 0 &&
    x + width <= 1 + 1e-9 &&
    y + height <= 1 + 1e-9;
  if (!isInside) {
    throw new AppError(
      'BAD_REQUEST',
      `Expected a region inside the picture (fractions 0..1) but received x=${x}, y=${y}, width=${width}, height=${height}.`,
    );
  }
}
