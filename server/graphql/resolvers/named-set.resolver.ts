import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { requireAction } from '../../security/policies.js';
import { asCluster, type NamedSetService } from '../../services/named-set.service.js';
import type { GraphContext } from '../context.js';
import { ClusterChange, NamedSetSearch } from '../inputs/annotation.input.js';
import { DecisionResult } from '../types/decision.type.js';
import { ClusterKind } from '../types/enums.js';
import { Cluster, Person, TagCount } from '../types/named-set.type.js';

/** Tags, people and clusters: what pictures are gathered under by name. */
@Resolver()
export class NamedSetResolver {
  constructor(private readonly sets: NamedSetService) {}

  @Query(() => [TagCount], { description: 'Tags that hold the text, said or read from files, most frequent first.' })
  tags(
    @Arg('search', () => String, { nullable: true }) search: string | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
  ): Promise<TagCount[]> {
    return this.sets.listTags(search, first);
  }

  @Query(() => [Person], { description: 'People whose name holds the text, those with most pictures first.' })
  persons(@Args(() => NamedSetSearch) { search, first }: NamedSetSearch, @Ctx() { request }: GraphContext): Promise<Person[]> {
    return this.sets.list('person', { search, first }, request.actor);
  }

  @Query(() => [Cluster], { description: 'Clusters whose name holds the text, largest first.' })
  async clusters(
    @Args(() => NamedSetSearch) { search, first }: NamedSetSearch,
    @Arg('kind', () => ClusterKind, { nullable: true }) kind: ClusterKind | null,
    @Ctx() { request }: GraphContext,
  ): Promise<Cluster[]> {
    if (kind === 'kmeans') return [];
    return (await this.sets.list('cluster', { search, first }, request.actor)).map(asCluster);
  }

  @Mutation(() => DecisionResult, { description: 'Gives a person another name.' })
  renamePerson(
    @Arg('id', () => ID) id: string,
    @Arg('name', () => String) name: string,
    @Ctx() { request }: GraphContext,
  ): Promise<DecisionResult> {
    requireAction(request, 'annotate');
    return this.sets.change('person', { id, name }, request.actor);
  }

  @Mutation(() => DecisionResult, { description: 'Says that several people are one.' })
  mergePersons(
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('into', () => ID) into: string,
    @Ctx() { request }: GraphContext,
  ): Promise<DecisionResult> {
    requireAction(request, 'annotate');
    return this.sets.merge('person', { ids, into }, request.actor);
  }

  @Mutation(() => DecisionResult, { description: 'Renames or describes a user cluster; what is left out stays.' })
  changeCluster(@Args(() => ClusterChange) change: ClusterChange, @Ctx() { request }: GraphContext): Promise<DecisionResult> {
    requireAction(request, 'annotate');
    return this.sets.change('cluster', change, request.actor);
  }

  @Mutation(() => DecisionResult, { description: 'Puts the pictures of several user clusters into one; the others are gone.' })
  mergeClusters(
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('into', () => ID) into: string,
    @Ctx() { request }: GraphContext,
  ): Promise<DecisionResult> {
    requireAction(request, 'annotate');
    return this.sets.merge('cluster', { ids, into }, request.actor);
  }
}
