import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { DocumentRow } from '../../repositories/document-row.js';
import { keptRegionsOf } from '../../services/kept-regions.js';
import type { EvidenceService } from '../../services/evidence.service.js';
import type { GraphContext } from '../context.js';
import { EvidenceArguments } from '../inputs/region.input.js';
import { Image } from '../types/image.type.js';
import { KeptRegion, SimilarityEvidence } from '../types/region.type.js';

/** Parts of pictures that people keep. */
@Resolver(() => Image)
export class RegionResolver {
  @FieldResolver(() => [KeptRegion], { description: 'Parts of it that a person keeps, oldest first.' })
  async regions(@Root() row: DocumentRow, @Ctx() { loaders }: GraphContext): Promise<KeptRegion[]> {
    return keptRegionsOf(await loaders.annotations.load(row.id));
  }
}

/** What of a hit matched. */
@Resolver()
export class EvidenceResolver {
  constructor(private readonly evidence: EvidenceService) {}

  @Query(() => SimilarityEvidence, {
    nullable: true,
    description:
      'The part of a hit that is most like what was searched for; null where no part is clearly more like it than the whole. Only for whoever searched, while the search is remembered.',
  })
  similarityEvidence(
    @Args(() => EvidenceArguments) wanted: EvidenceArguments,
    @Ctx() { request }: GraphContext,
  ): Promise<SimilarityEvidence | null> {
    return this.evidence.find(wanted, request.actor);
  }
}
