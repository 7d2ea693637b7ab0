import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { DecisionRow } from '../../repositories/decision.repository.js';
import { requireAction } from '../../security/policies.js';
import type { DecisionService } from '../../services/decision.service.js';
import type { GraphContext } from '../context.js';
import { DecisionsArguments } from '../inputs/annotation.input.js';
import { Decision, DecisionChange, DecisionConnection, UndoOutcome } from '../types/decision.type.js';
import { Image } from '../types/image.type.js';

const MOST_IMAGES = 6;

/** The history of what people said. */
@Resolver(() => Decision)
export class DecisionResolver {
  constructor(private readonly decisions: DecisionService) {}

  @Query(() => DecisionConnection, { name: 'decisions', description: 'What people said, newest first: all of it, or about one picture.' })
  async listDecisions(
    @Args(() => DecisionsArguments) { first, after, imageId }: DecisionsArguments,
    @Ctx() { request }: GraphContext,
  ): Promise<DecisionConnection> {
    requireAction(request, 'annotate');
    const { rows, hasNextPage, endCursor, totalCount } = await this.decisions.list({ first, after: after ?? null }, imageId ?? null);
    return {
      edges: rows.map((node) => ({ node, cursor: this.decisions.cursorOf(node) })),
      pageInfo: { hasNextPage, endCursor },
      totalCount,
    };
  }

  @Mutation(() => UndoOutcome, { description: 'Takes a decision back by another one; refused where later ones build on it.' })
  async undoDecision(@Arg('id', () => ID) id: string, @Ctx() { request }: GraphContext): Promise<typeof UndoOutcome> {
    requireAction(request, 'annotate');
    return this.decisions.undo(id, request.actor);
  }

  @FieldResolver(() => String, { description: 'Name of who decided.' })
  by(@Root() { actor }: DecisionRow, @Ctx() { loaders }: GraphContext): Promise<string> {
    return loaders.actorNames.load(actor);
  }

  @FieldResolver(() => [DecisionChange], { description: 'What it says, without of whom; at most twenty things.' })
  changes(@Root() { payload }: DecisionRow): DecisionChange[] {
    return 'said' in payload ? (payload.said as DecisionChange[]) : [];
  }

  @FieldResolver(() => Int)
  imageCount(@Root() { kind, payload, subjects }: DecisionRow): number {
    const named = subjects.filter(({ kind }) => kind === 'document').length;
    // Forgotten pictures, and those that a search was told about, are named nowhere, only counted.
    const isCounted = kind === 'forget' || named === 0;
    return isCounted && 'images' in payload ? Number(payload.images) : named;
  }

  @FieldResolver(() => [Image], { description: 'At most six of the pictures it is about.' })
  async images(@Root() { subjects }: DecisionRow, @Ctx() { loaders }: GraphContext): Promise<Image[]> {
    const ids = subjects.filter(({ kind }) => kind === 'document').map(({ id }) => id);
    const images = await Promise.all(ids.slice(0, MOST_IMAGES).map((id) => loaders.images.load(id)));
    return images.filter((image) => image !== null);
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The decision that took this one back.' })
  undoneBy(@Root() { id }: DecisionRow, @Ctx() { loaders }: GraphContext): Promise<string | null> {
    return loaders.undoers.load(id);
  }

  @FieldResolver(() => Boolean, { description: 'True where its words were forgotten.' })
  isRedacted(@Root() { redactedAt }: DecisionRow): boolean {
    return redactedAt !== null;
  }
}
