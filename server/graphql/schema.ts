import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type ContainerType } from 'type-graphql';
import { createPubSub, type PubSub } from '@graphql-yoga/subscription';
import type { JobRun } from '../services/job-meter.js';
import { AnnotationResolver } from './resolvers/annotation.resolver.js';
import { ArchiveResolver } from './resolvers/archive.resolver.js';
import { DecisionResolver } from './resolvers/decision.resolver.js';
import { ForgetResolver } from './resolvers/forget.resolver.js';
import { ImageResolver } from './resolvers/image.resolver.js';
import { JobResolver, JobRunResolver, type JOB_PROGRESS } from './resolvers/job.resolver.js';
import { LabelResolver } from './resolvers/label.resolver.js';
import { NamedSetResolver } from './resolvers/named-set.resolver.js';
import { ProposalResolver } from './resolvers/proposal.resolver.js';
import { SaidResolver, SpeakerResolver } from './resolvers/said.resolver.js';
import { SidecarPlanResolver, SidecarResolver, SidecarStatusResolver } from './resolvers/sidecar.resolver.js';
import { SimilarityResolver } from './resolvers/similarity.resolver.js';
import { TimelineResolver } from './resolvers/timeline.resolver.js';

/** Topics of subscriptions and what each carries. */
export type Topics = Record<typeof JOB_PROGRESS, [JobRun]>;

/** Where services tell and subscriptions listen. */
export function createTopics(): PubSub<Topics> {
  return createPubSub<Topics>();
}

/** The one schema. Without instances it can be printed but not asked. */
export function buildArchiveSchema(
  container: ContainerType = { get: () => undefined },
  topics: PubSub<Topics> = createTopics(),
): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [
      ArchiveResolver,
      ImageResolver,
      TimelineResolver,
      SidecarResolver,
      SidecarPlanResolver,
      SidecarStatusResolver,
      SimilarityResolver,
      AnnotationResolver,
      SaidResolver,
      SpeakerResolver,
      DecisionResolver,
      NamedSetResolver,
      LabelResolver,
      ProposalResolver,
      JobResolver,
      JobRunResolver,
      ForgetResolver,
    ],
    container,
    pubSub: topics,
    // Inputs are checked where they are understood, in services; a second check here would be a second truth.
    validate: false,
  });
}
