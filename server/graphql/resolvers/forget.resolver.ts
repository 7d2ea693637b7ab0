import { Arg, Args, ArgsType, Ctx, Field, Mutation, Query, Resolver } from 'type-graphql';
import { requireAction } from '../../security/policies.js';
import type { ForgetService } from '../../services/forget.service.js';
import type { JobService } from '../../services/job.service.js';
import type { GraphContext } from '../context.js';
import { ForgetScope } from '../inputs/forget.input.js';
import { ForgetPreview } from '../types/forget.type.js';
import { JobRun } from '../types/job.type.js';

/** Arguments of `forget`. */
@ArgsType()
class ForgetArguments {
  @Field(() => ForgetScope)
  scope: ForgetScope;

  @Field(() => String, { description: 'Of the preview that was shown.' })
  token: string;

  @Field(() => Boolean)
  withSidecars: boolean;
}

/** Forgetting: looked at first, then confirmed. */
@Resolver()
export class ForgetResolver {
  constructor(
    private readonly forgetting: ForgetService,
    private readonly jobs: JobService,
  ) {}

  @Query(() => ForgetPreview, { description: 'What forgetting would take away; the owner may ask.' })
  previewForget(@Arg('scope', () => ForgetScope) scope: ForgetScope, @Ctx() { request }: GraphContext): Promise<ForgetPreview> {
    return this.forgetting.preview(scope, request.actor);
  }

  @Mutation(() => JobRun, {
    description:
      'Forgets pictures: thumbnails, vectors, texts and all that was said about them. Originals stay, and are not read in again. CONFLICT when it is not what the token stands for.',
  })
  async forget(
    @Args(() => ForgetArguments) { scope, token, withSidecars }: ForgetArguments,
    @Ctx() { request }: GraphContext,
  ): Promise<JobRun> {
    requireAction(request, 'forget');
    await this.forgetting.confirm({ choice: scope, token, withSidecars }, request.actor);
    return (await this.jobs.start('forget', {}, request.actor)).run;
  }
}
