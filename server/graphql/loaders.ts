import DataLoader from 'dataloader';
import type { Actor } from '../context.js';
import type { DocumentRow } from '../repositories/document-row.js';
import type { Repositories } from '../repositories/repositories.js';
import type { SourceListing } from '../repositories/source.repository.js';
import type { Sight } from '../services/visible-documents.js';

/** Look-ups of one request, each asked once for all rows that need it. */
export interface Loaders {
  readonly sources: DataLoader<string, SourceListing[]>;
  readonly stacks: DataLoader<string, DocumentRow[]>;
}

/** New loaders for one request, which find what its actor may see. */
export function createLoaders({ sources, stacks }: Pick<Repositories, 'sources' | 'stacks'>, sight: Sight, actor: Actor): Loaders {
  return {
    sources: new DataLoader((ids) => grouped(ids, sources.listNamed([...ids]), ({ documentId }) => documentId)),
    stacks: new DataLoader((ids) =>
      grouped(
        ids,
        stacks.listMembers([...ids]).then((rows) => sight(actor).see(rows)),
        ({ stackId }) => stackId,
      ),
    ),
  };
}

async function grouped<T>(keys: readonly string[], rows: Promise<T[]>, keyOf: (row: T) => string | null): Promise<T[][]> {
  const groups = new Map<string, T[]>(keys.map((key) => [key, []]));
  for (const row of await rows) groups.get(keyOf(row) ?? '')?.push(row);
  return keys.map((key) => groups.get(key) ?? []);
}
