import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { requireAction } from '../../security/policies.js';
import type { AnnotationService } from '../../services/annotation.service.js';
import type { RevealService } from '../../services/reveal.service.js';
import type { GraphContext } from '../context.js';
import { AnnotationChanges } from '../inputs/annotation.input.js';
import { AnnotationResult, RevealResult } from '../types/annotation.type.js';

/** What a person does with pictures: say something about them, or look at the file. */
@Resolver()
export class AnnotationResolver {
  constructor(
    private readonly annotations: AnnotationService,
    private readonly revealing: RevealService,
  ) {}

  @Mutation(() => AnnotationResult, {
    description: 'Says something about pictures: only the fields that are given change. One decision for all of them.',
  })
  annotateImages(
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('changes', () => AnnotationChanges) changes: AnnotationChanges,
    @Ctx() { request }: GraphContext,
  ): Promise<AnnotationResult> {
    requireAction(request, 'annotate');
    return this.annotations.annotate(ids, changes, request.actor);
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
