import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { LoggedSearch } from '../../repositories/similarity-log.repository.js';
import { requireAction } from '../../security/policies.js';
import type { SimilarityLogService } from '../../services/similarity-log.service.js';
import type { StoredQuery } from '../../services/stored-query.js';
import type { GraphContext } from '../context.js';
import { SimilarityLogArguments } from '../inputs/saved-search.input.js';
import type { SimilarityQueryKind } from '../types/enums.js';
import type { KeptQuery } from '../types/kept-query.type.js';
import { SimilarityLogConnection, SimilarityLogEntry } from '../types/similarity-log.type.js';

/** The log of searches. */
@Resolver(() => SimilarityLogEntry)
export class SimilarityLogResolver {
  constructor(private readonly searches: SimilarityLogService) {}

  @Query(() => SimilarityLogConnection, { description: 'Every search, newest first; old ones expire.' })
  async similarityLog(
    @Args(() => SimilarityLogArguments) { first, after, ...filter }: SimilarityLogArguments,
    @Ctx() { request }: GraphContext,
  ): Promise<SimilarityLogConnection> {
    requireAction(request, 'readReports');
    const { rows, hasNextPage, endCursor, totalCount } = await this.searches.list(filter, { first, after });
    const edges = rows.map((row) => ({ node: asEntry(row), cursor: this.searches.cursorOf(row) }));
    return { edges, pageInfo: { hasNextPage, endCursor }, totalCount };
  }

  @FieldResolver(() => String, { description: 'Name of who asked.' })
  by(@Root() { actor }: SimilarityLogEntry, @Ctx() { loaders }: GraphContext): Promise<string> {
    return loaders.actorNames.load(actor);
  }

  @FieldResolver(() => Boolean, { description: 'True where the threshold was the calibrated one.' })
  isThresholdCalibrated(@Root() { kind, query }: SimilarityLogEntry & { query: StoredQuery }): boolean {
    return kind !== 'keyword' && typeof query.threshold !== 'number';
  }
}

function asEntry({ options, kind, ...row }: LoggedSearch): SimilarityLogEntry {
  return { ...row, kind: kind as SimilarityQueryKind, query: options as KeptQuery };
}
