import { Arg, Ctx, FieldResolver, Float, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { requireAction } from '../../security/policies.js';
import type { SavedSearch as SavedSearchRow, SavedSearchService } from '../../services/saved-search.service.js';
import type { GraphContext } from '../context.js';
import { SearchToSave } from '../inputs/saved-search.input.js';
import { SavedSearch } from '../types/saved-search.type.js';

/** Searches that are kept under names. */
@Resolver(() => SavedSearch)
export class SavedSearchResolver {
  constructor(private readonly searches: SavedSearchService) {}

  @Query(() => [SavedSearch], { description: 'Saved searches by name, with the new pictures that pass them.' })
  savedSearches(@Ctx() { request }: GraphContext): Promise<SavedSearchRow[]> {
    requireAction(request, 'annotate');
    return this.searches.list();
  }

  @Mutation(() => SavedSearch, { description: 'Keeps a search with its cut under a name of its own.' })
  saveSearch(
    @Arg('name', () => String) name: string,
    @Arg('search', () => SearchToSave) search: SearchToSave,
    @Ctx() { request }: GraphContext,
  ): Promise<SavedSearchRow> {
    requireAction(request, 'annotate');
    return this.searches.save(name, search, request.actor);
  }

  @Mutation(() => SavedSearch, { description: 'Gives a saved search another name.' })
  renameSavedSearch(
    @Arg('id', () => ID) id: string,
    @Arg('name', () => String) name: string,
    @Ctx() { request }: GraphContext,
  ): Promise<SavedSearchRow> {
    requireAction(request, 'annotate');
    return this.searches.rename(id, name);
  }

  @Mutation(() => ID, { description: 'Removes a saved search and what it proposed; what was answered stays answered.' })
  async removeSavedSearch(@Arg('id', () => ID) id: string, @Ctx() { request }: GraphContext): Promise<string> {
    requireAction(request, 'annotate');
    await this.searches.remove(id, request.actor);
    return id;
  }

  @FieldResolver(() => Float, { description: 'The cut it was saved with.' })
  threshold(@Root() { query }: SavedSearchRow): number {
    return query.threshold;
  }

  @FieldResolver(() => Int, { description: 'How many it shows at most.' })
  topK(@Root() { query }: SavedSearchRow): number {
    return query.topK;
  }
}
