import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { AppError } from '../../errors.js';
import { frameUrl, previewUrl } from '../../services/image-urls.js';
import { refuseBadParts } from '../../services/query-part.js';
import type { EchoedPart as Part, SimilarityAnswer as Answer, SimilarityHit as Hit } from '../../services/similarity-answer.js';
import type { CollapsingSearch } from '../../services/duplicate-collapser.js';
import type { GraphContext } from '../context.js';
import { SimilarImagesArguments, type QueryPart } from '../inputs/similarity.input.js';
import { Image } from '../types/image.type.js';
import { EchoedPart, SimilarityAnswer, SimilarityHit, SimilarityMoment, SimilarityQueryEcho } from '../types/similarity.type.js';

/** Pictures like a picture or like words. */
@Resolver(() => SimilarityQueryEcho)
export class SimilarityResolver {
  constructor(
    private readonly similarity: CollapsingSearch,
    private readonly maxUploadBytes: number,
  ) {}

  @Query(() => SimilarityAnswer, {
    description: 'Pictures like a picture, or like words. The query picture always stands first.',
  })
  async similarImages(
    @Args(() => SimilarImagesArguments) { query, threshold, topK, filter, collapse }: SimilarImagesArguments,
    @Ctx() { request }: GraphContext,
  ): Promise<SimilarityAnswer> {
    // Before anything is read: one uploaded file may be named by as many parts as there are.
    refuseBadParts(query.map((part) => ({ ...part, upload: part.upload && new Uint8Array() })));
    const files = new Map<QueryPart['upload'], Uint8Array>();
    for (const { upload } of query) if (upload && !files.has(upload)) files.set(upload, await readUpload(upload, this.maxUploadBytes));
    const parts = query.map((part) => ({ ...part, upload: files.get(part.upload) }));
    return this.similarity.search({ parts, threshold, topK, filter, collapse }, request.actor);
  }

  @FieldResolver(() => String, { nullable: true, description: 'A picture of what was uploaded and is no document.' })
  previewUrl(@Root() { previewId }: Answer['query'], @Ctx() { request }: GraphContext): string | null {
    return previewId && previewUrl(request.mountPath, previewId);
  }
}

/** What of a part is looked up. */
@Resolver(() => EchoedPart)
export class EchoedPartResolver {
  @FieldResolver(() => String, { nullable: true, description: 'A picture of what was uploaded and is no document.' })
  previewUrl(@Root() { previewId }: Part, @Ctx() { request }: GraphContext): string | null {
    return previewId && previewUrl(request.mountPath, previewId);
  }
}

/** What a hit shows of a video. */
@Resolver(() => SimilarityHit)
export class SimilarityHitResolver {
  @FieldResolver(() => [SimilarityMoment], { description: 'Of a video its best moments, the most similar first, at most five.' })
  moments(@Root() { image, moments }: Hit, @Ctx() { request }: GraphContext): SimilarityMoment[] {
    if (!image) return [];
    return moments.map((moment) => ({ ...moment, thumbnailUrl: frameUrl(request.mountPath, image, moment.frameMs) }));
  }

  @FieldResolver(() => String, { nullable: true, description: 'Of an uploaded query picture that is no document, a picture of it.' })
  previewUrl(@Root() { previewId }: Hit, @Ctx() { request }: GraphContext): string | null {
    return previewId && previewUrl(request.mountPath, previewId);
  }

  @FieldResolver(() => [Image], { description: 'Near-duplicates of it that stand under it; empty unless they were asked to be collapsed.' })
  duplicates(@Root() { duplicates = [] }: Hit): readonly Image[] {
    return duplicates;
  }
}

async function readUpload(upload: NonNullable<QueryPart['upload']>, maxBytes: number): Promise<Uint8Array> {
  const { createReadStream } = await upload;
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of createReadStream()) chunks.push(chunk as Buffer);
  } catch (error) {
    throw explained(error, maxBytes);
  }
  return Buffer.concat(chunks);
}

// graphql-upload speaks in statuses: 413 beyond its maxFileSize, 4xx for a body that breaks off.
function explained(error: unknown, maxBytes: number): unknown {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  if (status === 413) return new AppError('TOO_LARGE', `Expected a picture of at most ${maxBytes} bytes.`);
  return status < 500 ? new AppError('BAD_REQUEST', 'Expected a whole picture, but the upload broke off.') : error;
}
