import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { MomentLikeness } from '../../services/moment-likeness.js';
import type { GraphContext } from '../context.js';
import { MomentScore } from '../types/similarity.type.js';

/** The moments of a video that a search found. */
@Resolver()
export class MomentResolver {
  constructor(private readonly likeness: MomentLikeness) {}

  @Query(() => [MomentScore], {
    description:
      'How like what was searched for each kept moment of a video is, in the order of the film; of a photo none. Only for whoever searched, while the search is remembered.',
  })
  momentLikeness(
    @Arg('logId', () => ID, { description: 'Of the answer.' }) logId: string,
    @Arg('imageId', () => ID) imageId: string,
    @Ctx() { request }: GraphContext,
  ): Promise<MomentScore[]> {
    return this.likeness.list({ logId, imageId }, request.actor);
  }
}
