import { basename } from 'node:path';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import type { DocumentRow } from '../../repositories/document-row.js';
import type { ImageService } from '../../services/image.service.js';
import { thumbnailUrl } from '../../services/image-urls.js';
import type { GraphContext } from '../context.js';
import { ImageFilter, TimelineBucketArguments } from '../inputs/image.input.js';
import { Timeline, TimelineBucket } from '../types/timeline.type.js';

/** The grid: months with counts, and stretches of them as arrays. */
@Resolver()
export class TimelineResolver {
  constructor(private readonly images: ImageService) {}

  @Query(() => Timeline, {
    description: 'The months of the gallery with their counts, newest first: what the grid and the scrubber are drawn from.',
  })
  timeline(
    @Arg('filter', () => ImageFilter, { nullable: true }) filter: ImageFilter | null,
    @Ctx() { request }: GraphContext,
  ): Promise<Timeline> {
    return this.images.getTimeline({ filter: filter ?? {}, actor: request.actor });
  }

  @Query(() => TimelineBucket, { description: 'One stretch of the grid as arrays of equal length, newest first; at most 2,000 items.' })
  async timelineBucket(
    @Args(() => TimelineBucketArguments) { filter, month, offset, limit }: TimelineBucketArguments,
    @Ctx() { request }: GraphContext,
  ): Promise<TimelineBucket> {
    const rows = await this.images.listBucket({ filter: filter ?? {}, actor: request.actor }, { month, offset, limit });
    return { month, offset, ...columnsOf(rows, request.mountPath) };
  }
}

function columnsOf(rows: readonly DocumentRow[], mountPath: string): Omit<TimelineBucket, 'month' | 'offset'> {
  return {
    ids: rows.map(({ id }) => id),
    aspectRatios: rows.map(({ width, height }) => width / height),
    thumbhashes: rows.map(({ thumbhash }) => thumbhash),
    thumbnailUrls: rows.map((row) => thumbnailUrl(mountPath, row)),
    durationsMs: rows.map(({ durationMs }) => durationMs),
    stackRoles: rows.map(({ stackedRole }) => stackedRole),
    labels: rows.map((row) => row.title ?? `${basename(row.sourcePath)}, ${row.takenLocal.slice(0, 10)}`),
    favourites: rows.map(({ favourite }) => favourite),
  };
}
