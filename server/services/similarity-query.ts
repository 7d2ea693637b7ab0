import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import type { MediaEngine, PictureSource, QueryPixels } from '../media/analysis.js';
import type { DocumentFilter } from '../repositories/document-filter.js';
import type { DocumentRow } from '../repositories/document-row.js';
import type { EmbeddingRepository } from '../repositories/embedding.repository.js';
import { answerForMediaFailure } from './media-failure.js';
import type { ModelRegistry, RegisteredModel } from './model-registry.js';
import type { OriginalFiles } from './original-files.js';
import { modeOf, refuseBadParts, type PartMode, type QueryPart } from './query-part.js';
import type { Sight, VisibleDocuments } from './visible-documents.js';

/** What to look for, and how much of it to show. */
export interface SimilarityRequest {
  readonly parts: readonly QueryPart[];
  readonly threshold?: number | null;
  readonly topK?: number | null;
  readonly filter?: DocumentFilter | null;
}

/** What became of a part: a document of the archive, a picture that is none, words, or words that the model cannot read. */
export type PartKind = 'image' | 'upload' | 'text' | 'keyword';

/** A part ready to be compared. */
export interface ResolvedPart {
  readonly kind: PartKind;
  readonly asked: QueryPart;
  readonly mode: PartMode;
  readonly weight: number;
  /** Of unit length; null for keywords. */
  readonly vector: Float32Array | null;
  readonly document: DocumentRow | null;
  /** A small JPEG of a picture that is no document. */
  readonly preview: Uint8Array | null;
}

/** A part that has a vector. */
export type VectorPart = ResolvedPart & { readonly vector: Float32Array };

/** A query ready to be answered; its parts in the order in which they were asked. */
export interface ResolvedQuery {
  readonly model: RegisteredModel;
  readonly parts: readonly ResolvedPart[];
}

interface Resolving {
  readonly part: QueryPart;
  readonly model: RegisteredModel;
  readonly documents: VisibleDocuments;
}

type Found = Pick<ResolvedPart, 'kind' | 'vector'> & Partial<ResolvedPart>;

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

  /** Throws BAD_REQUEST for ill-formed parts, NOT_FOUND for an unknown picture, and 4xx for bytes that are no picture. */
  async resolve(parts: readonly QueryPart[], actor: Actor): Promise<ResolvedQuery> {
    refuseBadParts(parts);
    const model = await this.currentModel();
    const documents = this.sight(actor);
    const resolved: ResolvedPart[] = [];
    // One after the other: a query of ten uploads must not take every decoder from the rest.
    for (const part of parts) {
      const found = await this.resolvePart({ part, model, documents });
      resolved.push({ document: null, preview: null, ...found, asked: part, mode: modeOf(part), weight: part.weight ?? 1 });
    }
    return { model, parts: resolved };
  }

  private async resolvePart(resolving: Resolving): Promise<Found> {
    const { part, model, documents } = resolving;
    if (part.text) return this.resolveText(part.text, model);
    if (part.upload) return this.resolveUpload(part.upload, resolving);
    const document = await documents.getById(part.imageId || (await this.originals.getDocumentId(part.path ?? '')));
    return { kind: 'image', document, vector: await this.vectorOf(document, part, model) };
  }

  private async resolveText(text: string, model: RegisteredModel): Promise<Found> {
    const [vector] = (await model.encoder.texts?.embedTexts([text])) ?? [];
    return vector ? { kind: 'text', vector } : { kind: 'keyword', vector: null };
  }

  // Bytes of a picture that is hidden from who asks are a picture like any other.
  private async resolveUpload(bytes: Uint8Array, { part, model, documents }: Resolving): Promise<Found> {
    const picture = await this.pixels({ bytes }, part, model);
    const document = await documents.findByContentHash(picture.contentHash);
    if (document) return { kind: 'image', document, vector: await this.vectorOf(document, part, model) };
    return { kind: 'upload', vector: await embed(picture, model), preview: picture.preview };
  }

  private async vectorOf(document: DocumentRow, part: QueryPart, model: RegisteredModel): Promise<Float32Array> {
    const { frameMs } = part;
    refuseForeignMoment(document, frameMs);
    // A kept moment of a video has its vector; any other is looked at now.
    const stored = part.region ? null : await this.embeddings.vectorOf(document.id, model.id, { frameMs });
    if (stored) return stored;
    const path = await this.originals.getPath(document.id);
    return embed(await this.pixels({ path }, part, model), model);
  }

  private async pixels(source: PictureSource, part: QueryPart, model: RegisteredModel): Promise<QueryPixels> {
    const options = { region: part.region ?? undefined, frameMs: part.frameMs ?? undefined };
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
