import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { AppError } from '../../errors.js';
import { previewUrl } from '../../services/image-urls.js';
import type { SimilarityAnswer as Answer } from '../../services/similarity-answer.js';
import type { SimilarityService } from '../../services/similarity.service.js';
import type { GraphContext } from '../context.js';
import { SimilarImagesArguments, type SimilarityQuery } from '../inputs/similarity.input.js';
import { SimilarityAnswer, SimilarityQueryEcho } from '../types/similarity.type.js';

/** Pictures like a picture or like words. */
@Resolver(() => SimilarityQueryEcho)
export class SimilarityResolver {
  constructor(
    private readonly similarity: SimilarityService,
    private readonly maxUploadBytes: number,
  ) {}

  @Query(() => SimilarityAnswer, {
    description: 'Pictures like a picture, or like words. The query picture always stands first.',
  })
  async similarImages(
    @Args(() => SimilarImagesArguments) { query, threshold, topK, filter }: SimilarImagesArguments,
    @Ctx() { request }: GraphContext,
  ): Promise<SimilarityAnswer> {
    const upload = query.upload && (await readUpload(query.upload, this.maxUploadBytes));
    return this.similarity.search({ ...query, upload, threshold, topK, filter }, request.actor);
  }

  @FieldResolver(() => String, { nullable: true, description: 'A picture of what was uploaded and is no document.' })
  previewUrl(@Root() { previewId }: Answer['query'], @Ctx() { request }: GraphContext): string | null {
    return previewId && previewUrl(request.mountPath, previewId);
  }
}

async function readUpload(upload: NonNullable<SimilarityQuery['upload']>, maxBytes: number): Promise<Uint8Array> {
  const { createReadStream } = await upload;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of createReadStream()) {
    bytes += (chunk as Buffer).length;
    if (bytes > maxBytes) throw new AppError('TOO_LARGE', `Expected a picture of at most ${maxBytes} bytes.`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
