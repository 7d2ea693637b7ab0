import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { requireAction } from '../../security/policies.js';
import type { DuplicateDecisions } from '../../services/duplicate-decisions.js';
import type { DuplicateService } from '../../services/duplicate.service.js';
import type { GraphContext } from '../context.js';
import { DuplicateGroupsArguments, DuplicateMarkInput } from '../inputs/duplicate.input.js';
import { DecisionResult } from '../types/decision.type.js';
import { DuplicateCounts, DuplicateGroupConnection } from '../types/duplicate.type.js';

/** Pictures that show the same, and what the owner says of them. */
@Resolver()
export class DuplicateResolver {
  constructor(
    private readonly duplicates: DuplicateService,
    private readonly decisions: DuplicateDecisions,
  ) {}

  @Query(() => DuplicateGroupConnection, {
    name: 'duplicateGroups',
    description:
      'Groups of duplicates: same bytes first, then one picture saved again, then near; of each those first that take most room.',
  })
  async listGroups(
    @Args(() => DuplicateGroupsArguments) { kind, decided, first, after }: DuplicateGroupsArguments,
    @Ctx() { request }: GraphContext,
  ): Promise<DuplicateGroupConnection> {
    const page = await this.duplicates.list({ kind, isDecided: decided }, { first, after }, request.actor);
    const { rows, hasNextPage, endCursor, totalCount } = page;
    return { edges: rows.map((node) => ({ node, cursor: node.cursor })), pageInfo: { hasNextPage, endCursor }, totalCount };
  }

  @Query(() => DuplicateCounts, { description: 'How many groups of duplicates there are.' })
  duplicateCounts(@Ctx() { request }: GraphContext): Promise<DuplicateCounts> {
    return this.duplicates.count(request.actor);
  }

  @Mutation(() => DecisionResult, { description: 'Says which duplicates are kept and which are spare; one decision. No file is touched.' })
  markDuplicates(
    @Arg('marks', () => [DuplicateMarkInput]) marks: DuplicateMarkInput[],
    @Ctx() { request }: GraphContext,
  ): Promise<DecisionResult> {
    requireAction(request, 'annotate');
    return this.decisions.mark(marks, request.actor);
  }

  @Mutation(() => DecisionResult, { description: 'Says that no two of these pictures are duplicates: they are never shown as such again.' })
  notDuplicates(@Arg('ids', () => [ID]) ids: string[], @Ctx() { request }: GraphContext): Promise<DecisionResult> {
    requireAction(request, 'annotate');
    return this.decisions.setApart(ids, request.actor);
  }
}
