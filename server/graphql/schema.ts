import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type ContainerType } from 'type-graphql';
import { createPubSub, type PubSub } from '@graphql-yoga/subscription';
import { RESOLVERS } from './resolvers.js';
import type { JOB_PROGRESS } from './resolvers/job.resolver.js';
import type { JobRun } from '../services/job-meter.js';

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
    resolvers: [...RESOLVERS],
    container,
    pubSub: topics,
    // Inputs are checked where they are understood, in services; a second check here would be a second truth.
    validate: false,
  });
}
