import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { requireAction } from '../../security/policies.js';
import type { NamedSetService } from '../../services/named-set.service.js';
import type { GraphContext } from '../context.js';
import { NamedSetSearch } from '../inputs/annotation.input.js';
import { DecisionResult } from '../types/decision.type.js';
import { Person, TagCount } from '../types/named-set.type.js';

/** Tags and people: what pictures are gathered under by name. */
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
    return this.sets.listPeople({ search, first }, request.actor);
  }

  @Mutation(() => DecisionResult, { description: 'Gives a person another name.' })
  renamePerson(
    @Arg('id', () => ID) id: string,
    @Arg('name', () => String) name: string,
    @Ctx() { request }: GraphContext,
  ): Promise<DecisionResult> {
    requireAction(request, 'annotate');
    return this.sets.renamePerson(id, name, request.actor);
  }

  @Mutation(() => DecisionResult, { description: 'Says that several people are one.' })
  mergePersons(
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('into', () => ID) into: string,
    @Ctx() { request }: GraphContext,
  ): Promise<DecisionResult> {
    requireAction(request, 'annotate');
    return this.sets.mergePeople(ids, into, request.actor);
  }
}
