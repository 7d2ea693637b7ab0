import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import type { DocumentFilter } from '../repositories/document-filter.js';
import type { DocumentRow } from '../repositories/document-row.js';
import type { DocumentRepository } from '../repositories/document.repository.js';
import type { MonthCount } from '../repositories/gallery.js';
import type { Page, PageRequest } from '../repositories/paging.js';
import { mayDo, requireAction } from '../security/policies.js';

/** The archive as someone sees it. */
export type Sight = (actor: Actor) => VisibleDocuments;

/** What a search may be among: the documents that pass a filter (null: all), without those that are as if they were not there. */
export interface SearchScope {
  readonly among: ReadonlySet<string> | null;
  readonly without: ReadonlySet<string> | null;
}

/**
 * The documents as one person sees them (T21). What answers people asks here and never the repository, so what is hidden from someone is
 * decided in this place alone: no list has it unless they may see it and ask for it, and its id is like one that was never given out.
 */
export class VisibleDocuments {
  private readonly seesHidden: boolean;

  constructor(
    private readonly documents: DocumentRepository,
    private readonly actor: Actor,
  ) {
    this.seesHidden = mayDo({ actor }, 'seeHidden');
  }

  /** Those of the rows that may be seen. */
  see(rows: readonly DocumentRow[]): DocumentRow[] {
    return rows.filter(({ isHidden }) => this.seesHidden || !isHidden);
  }

  /** Throws one NOT_FOUND for what is unknown and what is hidden. */
  async getById(id: string): Promise<DocumentRow> {
    const [row] = await this.listByIds([id]);
    if (!row) throw new AppError('NOT_FOUND', 'There is no such picture in the archive.');
    return row;
  }

  /** Throws NOT_FOUND where one of the ids is hidden, as for one that is unknown. */
  async refuseUnseen(ids: readonly string[]): Promise<void> {
    if (this.seesHidden) return;
    const hidden = new Set(await this.documents.hiddenIds());
    if (ids.some((id) => hidden.has(id))) throw new AppError('NOT_FOUND', 'There is no such picture in the archive.');
  }

  async listByIds(ids: readonly string[]): Promise<DocumentRow[]> {
    return this.see(await this.documents.listByIds(ids));
  }

  /** As `DocumentRepository.findByContentHash`; null where it is hidden. */
  async findByContentHash(contentHash: string): Promise<DocumentRow | null> {
    const row = await this.documents.findByContentHash(contentHash);
    return (row && this.see([row])[0]) ?? null;
  }

  page(filter: DocumentFilter, request: PageRequest): Promise<Page<DocumentRow>> {
    return this.documents.page(this.allowed(filter), request);
  }

  count(filter: DocumentFilter): Promise<number> {
    return this.documents.count(this.allowed(filter));
  }

  months(filter: DocumentFilter): Promise<MonthCount[]> {
    return this.documents.months(this.allowed(filter));
  }

  bucket(filter: DocumentFilter, month: string, stretch: { offset: number; limit: number }): Promise<DocumentRow[]> {
    return this.documents.bucket(this.allowed(filter), month, stretch);
  }

  /** As `Gallery.idsBetween`; an end that is hidden is NOT_FOUND. */
  async idsBetween(filter: DocumentFilter, firstId: string, lastId: string): Promise<string[]> {
    for (const id of [firstId, lastId]) await this.getById(id);
    return this.documents.idsBetween(this.allowed(filter), firstId, lastId);
  }

  closestToWords(filter: DocumentFilter, words: string, limit: number): Promise<DocumentRow[]> {
    return this.documents.closestToWords(this.allowed(filter), words, limit);
  }

  /** What a search narrowed by a filter is among; hidden documents count neither as hits nor as candidates nor in its histogram. */
  async scopeOf(filter: DocumentFilter): Promise<SearchScope> {
    const { hidden, ...rest } = this.allowed(filter);
    const isNarrowed = hidden === 'only' || Object.values(rest).some(isGiven);
    return {
      among: isNarrowed ? new Set(await this.documents.matchingIds(filter)) : null,
      without: (hidden ?? 'without') === 'without' ? new Set(await this.documents.hiddenIds()) : null,
    };
  }

  /** Throws FORBIDDEN for a filter that asks for what is hidden from this person. */
  private allowed(filter: DocumentFilter): DocumentFilter {
    if ((filter.hidden ?? 'without') !== 'without') requireAction({ actor: this.actor }, 'seeHidden');
    return filter;
  }
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}
