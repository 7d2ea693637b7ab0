import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { requireAction } from '../../security/policies.js';
import type { AnnotationSummaries } from '../../services/annotation-summary.js';
import type { AnnotationService } from '../../services/annotation.service.js';
import type { RevealService } from '../../services/reveal.service.js';
import type { GraphContext } from '../context.js';
import { AnnotateArguments } from '../inputs/annotation.input.js';
import { AnnotateOutcome, AnnotationSummary, FieldConflict, RevealResult } from '../types/annotation.type.js';

/** What a person does with pictures: say something about them, or look at the file. */
@Resolver(() => FieldConflict)
export class AnnotationResolver {
  constructor(
    private readonly annotations: AnnotationService,
    private readonly summaries: AnnotationSummaries,
    private readonly revealing: RevealService,
  ) {}

  @Query(() => AnnotationSummary, { description: 'What is known of some pictures together: what an editor of all of them shows.' })
  annotationSummary(@Arg('ids', () => [ID]) ids: string[], @Ctx() { request }: GraphContext): Promise<AnnotationSummary> {
    requireAction(request, 'annotate');
    return this.summaries.summarize(ids, request.actor);
  }

  @Mutation(() => AnnotateOutcome, {
    description: 'Says something about pictures: only the fields that are given change. One decision for all of them.',
  })
  async annotateImages(
    @Args(() => AnnotateArguments) wanted: AnnotateArguments,
    @Ctx() { request }: GraphContext,
  ): Promise<typeof AnnotateOutcome> {
    requireAction(request, 'annotate');
    const outcome = await this.annotations.annotate(wanted, request.actor);
    if (outcome.kind === 'written') return outcome;
    return { fields: outcome.fields, summary: await this.summaries.summarize(wanted.ids, request.actor) };
  }

  @FieldResolver(() => String, { nullable: true, description: 'Name of whoever changed it last.' })
  by(@Root() { by }: FieldConflict & { by: string }, @Ctx() { loaders }: GraphContext): Promise<string> {
    return loaders.actorNames.load(by);
  }

  @Mutation(() => RevealResult, {
    description: "Shows the file in Finder, Explorer or the desktop's file manager; only when the browser runs on the server's machine.",
  })
  async revealImage(@Arg('id', () => ID) id: string, @Ctx() { request }: GraphContext): Promise<RevealResult> {
    requireAction(request, 'reveal');
    await this.revealing.reveal(id, request);
    return { isRevealed: true };
  }
}
