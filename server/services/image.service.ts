import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import type { DocumentFilter } from '../repositories/document-filter.js';
import type { DocumentRow } from '../repositories/document-row.js';
import { galleryCursor } from '../repositories/gallery.js';
import type { Page } from '../repositories/paging.js';
import type { Sight } from './visible-documents.js';

const MAX_PAGE = 500;
const MAX_BUCKET = 2_000;
const MAX_SELECTION = 50_000;
const MAX_IDS = 200;

/** Which pictures, and for whom. */
export interface Wanted {
  readonly filter: DocumentFilter;
  readonly actor: Actor;
}

/** The gallery: pages, months and single pictures of the archive, as who asks may see them. */
export class ImageService {
  constructor(private readonly sight: Sight) {}

  /** Throws NOT_FOUND for an unknown or hidden picture. */
  getImage(id: string, actor: Actor): Promise<DocumentRow> {
    return this.sight(actor).getById(id);
  }

  /** Those that are there and may be seen, in the order of the ids. Throws BAD_REQUEST for more than 200. */
  async listByIds(ids: readonly string[], actor: Actor): Promise<DocumentRow[]> {
    if (ids.length > MAX_IDS) throw new AppError('BAD_REQUEST', `Expected at most ${MAX_IDS} ids but received ${ids.length}.`);
    return this.sight(actor).listByIds(ids);
  }

  /** Newest first; `first` 1..500. Throws BAD_REQUEST for a page size or cursor that cannot be. */
  async listImages(
    { filter, actor }: Wanted,
    page: { first: number; after: string | null },
  ): Promise<Page<DocumentRow> & { totalCount: number }> {
    checkWhole('page size', page.first, { low: 1, high: MAX_PAGE });
    const documents = this.sight(actor);
    const rows = await documents.page(filter, page);
    return { ...rows, totalCount: await documents.count(filter) };
  }

  /** The cursor of a page that follows this picture. */
  cursorOf(image: DocumentRow): string {
    return galleryCursor(image);
  }

  /** Months with their counts, newest first. */
  async getTimeline({ filter, actor }: Wanted): Promise<{ totalCount: number; months: { month: string; count: number }[] }> {
    const months = await this.sight(actor).months(filter);
    return { months, totalCount: months.reduce((sum, { count }) => sum + count, 0) };
  }

  /** A stretch of one month, newest first; at most 2,000 rows. */
  async listBucket({ filter, actor }: Wanted, stretch: { month: string; offset: number; limit: number }): Promise<DocumentRow[]> {
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(stretch.month)) {
      throw new AppError('BAD_REQUEST', `Expected a month as YYYY-MM but received "${stretch.month.slice(0, 20)}".`);
    }
    checkWhole('offset', stretch.offset, { low: 0, high: 10_000_000 });
    checkWhole('limit', stretch.limit, { low: 1, high: MAX_BUCKET });
    return this.sight(actor).bucket(filter, stretch.month, stretch);
  }

  /** Ids from one picture to another in gallery order, both included; at most 50,000. */
  async listIdsBetween({ filter, actor }: Wanted, first: string, last: string): Promise<string[]> {
    const ids = await this.sight(actor).idsBetween(filter, first, last);
    if (ids.length > MAX_SELECTION)
      throw new AppError('BAD_REQUEST', `A selection may span ${MAX_SELECTION} pictures but this one spans ${ids.length}.`);
    return ids;
  }
}

function checkWhole(name: string, value: number, { low, high }: { low: number; high: number }): void {
  if (Number.isInteger(value) && value >= low && value <= high) return;
  throw new AppError('BAD_REQUEST', `Expected a ${name} from ${low} to ${high} but received ${value}.`);
}
