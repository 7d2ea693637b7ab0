import { basename } from 'node:path';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { DocumentRow } from '../../repositories/document-row.js';
import type { ImageService } from '../../services/image.service.js';
import { frameUrl, originalUrl, takenAt, thumbnailUrl } from '../../services/image-urls.js';
import type { GraphContext } from '../context.js';
import { ImageIdsBetweenArguments, ImagesArguments } from '../inputs/image.input.js';
import { Image, ImageConnection, ImageFrame, ImageSource, StackMember } from '../types/image.type.js';

/** The gallery and single pictures. */
@Resolver(() => Image)
export class ImageResolver {
  constructor(private readonly images: ImageService) {}

  @Query(() => Image, { description: 'One picture or video.' })
  image(@Arg('id', () => ID) id: string, @Ctx() { request }: GraphContext): Promise<Image> {
    return this.images.getImage(id, request.actor);
  }

  @Query(() => [Image], { description: 'Those of up to 200 pictures that are there, in the order of the ids.' })
  imagesByIds(@Arg('ids', () => [ID]) ids: string[], @Ctx() { request }: GraphContext): Promise<Image[]> {
    return this.images.listByIds(ids, request.actor);
  }

  @Query(() => ImageConnection, {
    name: 'images',
    description: 'The gallery: newest first by local time taken, then by id.',
  })
  async listImages(
    @Args(() => ImagesArguments) { filter, first, after }: ImagesArguments,
    @Ctx() { request }: GraphContext,
  ): Promise<ImageConnection> {
    const { rows, hasNextPage, endCursor, totalCount } = await this.images.listImages(
      { filter: filter ?? {}, actor: request.actor },
      { first, after },
    );
    return { edges: rows.map((node) => ({ node, cursor: this.images.cursorOf(node) })), pageInfo: { hasNextPage, endCursor }, totalCount };
  }

  @Query(() => [ID], {
    description: 'Ids of the gallery between two pictures, both included, in gallery order; for selections over rows that are not loaded.',
  })
  imageIdsBetween(
    @Args(() => ImageIdsBetweenArguments) { filter, first, last }: ImageIdsBetweenArguments,
    @Ctx() { request }: GraphContext,
  ): Promise<string[]> {
    return this.images.listIdsBetween({ filter: filter ?? {}, actor: request.actor }, first, last);
  }

  @FieldResolver(() => String)
  fileName(@Root() row: DocumentRow): string {
    return basename(row.sourcePath);
  }

  @FieldResolver(() => String, { description: 'Wall clock where it was taken, ISO 8601, with an offset only where known.' })
  takenAt(@Root() row: DocumentRow): string {
    return takenAt(row);
  }

  @FieldResolver(() => String, { description: 'Root-relative; add `size=256`, `512` or `1440`.' })
  thumbnailUrl(@Root() row: DocumentRow, @Ctx() { request }: GraphContext): string {
    return thumbnailUrl(request.mountPath, row);
  }

  @FieldResolver(() => String, { description: 'Root-relative; answers byte ranges.' })
  originalUrl(@Root() row: DocumentRow, @Ctx() { request }: GraphContext): string {
    return originalUrl(request.mountPath, row);
  }

  @FieldResolver(() => [ImageSource], { description: 'Every file that holds this picture.' })
  sources(@Root() row: DocumentRow, @Ctx() { loaders }: GraphContext): Promise<ImageSource[]> {
    return loaders.sources.load(row.id);
  }

  @FieldResolver(() => [ImageFrame], { description: 'The moments of a video that were looked at, oldest first; of a photo none.' })
  async frames(@Root() row: DocumentRow, @Ctx() { loaders, request }: GraphContext): Promise<ImageFrame[]> {
    const frames = row.kind === 'video' ? await loaders.frames.load(row.id) : [];
    return frames.map(({ ms }) => ({ ms, thumbnailUrl: frameUrl(request.mountPath, row, ms) }));
  }

  @FieldResolver(() => [StackMember], {
    description: 'Documents shown as one with this, this one included, primary first; empty where it stands alone.',
  })
  async stack(@Root() row: DocumentRow, @Ctx() { loaders }: GraphContext): Promise<StackMember[]> {
    const members = row.stackId ? await loaders.stacks.load(row.stackId) : [];
    // Of a stack of which only one may be seen nothing shows that it is one.
    return members.length < 2 ? [] : members.flatMap((image) => (image.stackRole ? [{ image, role: image.stackRole }] : []));
  }
}
