import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import { isId, newId } from '../ids.js';
import type { DocumentRow } from '../repositories/document-row.js';
import type { Repositories } from '../repositories/repositories.js';
import type { SavedSearchRow } from '../repositories/saved-search.repository.js';
import { actorKey, type UnitOfWork } from '../repositories/unit-of-work.js';
import { searchTarget } from './saved-search-matcher.js';
import type { ModelRegistry } from './model-registry.js';
import { refuseBadParts, type QueryPart } from './query-part.js';
import type { SimilarityRequest } from './similarity-query.js';
import { REFUSED_TEXT, toStoredQuery, type SavedQuery } from './stored-query.js';
import type { Sight } from './visible-documents.js';

/** A saved search, how many new pictures pass it, and the best of them. */
export interface SavedSearch extends Omit<SavedSearchRow, 'query'> {
  readonly query: SavedQuery;
  readonly newCount: number;
  readonly newImages: DocumentRow[];
}

/** A search before it has a name. */
export type SearchDraft = Pick<SimilarityRequest, 'filter'> &
  Pick<SavedQuery, 'threshold' | 'topK'> & { readonly parts: readonly Omit<QueryPart, 'path' | 'upload'>[] };

const MOST_CHARACTERS = 100;

/** Searches that owners keep under names; all owners of the archive share them, as they share its suggestions. */
export class SavedSearchService {
  constructor(
    private readonly repositories: Repositories,
    private readonly unitOfWork: UnitOfWork,
    private readonly sight: Sight,
    private readonly models: Pick<ModelRegistry, 'current'>,
  ) {}

  /** By name, with the new pictures that nobody has answered yet. */
  async list(): Promise<SavedSearch[]> {
    return this.withNews(await this.repositories.savedSearches.list());
  }

  /** Throws BAD_REQUEST for what cannot be asked, NOT_FOUND for an unknown picture, CONFLICT for a name that is taken. */
  async save(name: string, draft: SearchDraft, actor: Actor): Promise<SavedSearch> {
    refuseBadParts(draft.parts);
    refuseBadCut(draft);
    const documents = this.sight(actor);
    const imageIds = draft.parts.map(({ imageId }) => imageId ?? null);
    for (const id of imageIds) if (id !== null) await documents.getById(id);
    await documents.count(draft.filter ?? {});
    const { id: modelId } = await this.models.current();
    const query = { ...toStoredQuery(draft, imageIds), topK: draft.topK, modelId };
    const row = { id: newId(), name: checkedName(name), query, userId: actorKey(actor).replace(/^person:/, '') };
    if (!(await this.repositories.savedSearches.insert(row))) throw nameTaken(row.name);
    return this.get(row.id);
  }

  /** Throws NOT_FOUND, BAD_REQUEST for an empty or long name, CONFLICT for one that is taken. */
  async rename(id: string, name: string): Promise<SavedSearch> {
    await this.get(id);
    const checked = checkedName(name);
    if (await this.repositories.savedSearches.isNameTaken(checked, id)) throw nameTaken(checked);
    await this.repositories.savedSearches.rename(id, checked);
    return this.get(id);
  }

  /** Also takes back what it found and nobody answered; what was answered stays. Throws NOT_FOUND. */
  async remove(id: string, actor: Actor): Promise<void> {
    await this.get(id);
    await this.unitOfWork(actor, async ({ savedSearches, proposals }) => {
      await savedSearches.delete(id);
      await proposals.dropOpen(searchTarget(id));
    });
  }

  private async get(id: string): Promise<SavedSearch> {
    const row = isId(id) ? await this.repositories.savedSearches.findById(id) : null;
    const [search] = row ? await this.withNews([row]) : [];
    if (!search) throw new AppError('NOT_FOUND', 'There is no such saved search.');
    return search;
  }

  private async withNews(rows: readonly SavedSearchRow[]): Promise<SavedSearch[]> {
    if (rows.length === 0) return [];
    const groups = (await this.repositories.proposals.listGroups(null)).filter(({ kind }) => kind === 'search');
    const news = new Map(groups.map((group) => [group.element, group]));
    const images = await this.repositories.documents.listByIds(groups.flatMap(({ documentIds }) => documentIds));
    const shown = new Map(images.map((row) => [row.id, row]));
    return rows.map(({ query, ...row }) => ({
      ...row,
      query: query as SavedQuery,
      newCount: news.get(row.id)?.count ?? 0,
      newImages: (news.get(row.id)?.documentIds ?? []).flatMap((id) => shown.get(id) ?? []),
    }));
  }
}

function refuseBadCut({ threshold, topK }: SearchDraft): void {
  if (!(threshold >= -1 && threshold <= 1))
    throw new AppError('BAD_REQUEST', `Expected a threshold from -1 to 1 but received ${threshold}.`);
  if (!Number.isInteger(topK) || topK < 1 || topK > 1000)
    throw new AppError('BAD_REQUEST', `Expected top_k as a whole number from 1 to 1000 but received ${topK}.`);
}

function checkedName(name: string): string {
  const trimmed = name.trim().replaceAll(/\s+/g, ' ');
  if (trimmed.length > 0 && trimmed.length <= MOST_CHARACTERS && !REFUSED_TEXT.test(trimmed)) return trimmed;
  throw new AppError('BAD_REQUEST', `Expected a name of 1 to ${MOST_CHARACTERS} characters.`);
}

function nameTaken(name: string): AppError {
  return new AppError('CONFLICT', `Another saved search is named "${name}".`);
}
