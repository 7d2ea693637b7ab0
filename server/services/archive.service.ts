import { access, statfs } from 'node:fs/promises';
import type { RequestContext } from '../context.js';
import type { Database } from '../database/data-source.js';
import { failureCursor, type FailureRow } from '../repositories/failure.repository.js';
import type { Page, PageRequest } from '../repositories/paging.js';
import type { Repositories } from '../repositories/repositories.js';
import type { Root } from '../repositories/root.repository.js';
import { AppError } from '../errors.js';
import { mayDo } from '../security/policies.js';
import type { ModelRegistry } from './model-registry.js';

/** Who asks and what they may do here. */
export interface ViewerDescription {
  readonly name: string;
  readonly role: 'owner' | 'viewer';
  readonly canReveal: boolean;
}

/** A failure with its path from the root's name on, and the cursor of a page that follows it. */
export type ListedFailure = FailureRow & { readonly cursor: string };

/** A folder of the archive, as it is shown; its path to the owner only. */
export interface RootDescription extends Pick<Root, 'id' | 'name' | 'sidecars'> {
  readonly path: string | null;
  readonly images: number;
  readonly isPresent: boolean;
}

/** The state of the archive, as it is shown. */
export interface ArchiveDescription {
  readonly images: number;
  readonly photos: number;
  readonly videos: number;
  readonly failures: number;
  readonly missing: number;
  /** Null for whoever may not see them. */
  readonly hidden: number | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly roots: RootDescription[];
  readonly model: { name: string; readsText: boolean; dims: number; embedded: number; download: number | null };
  readonly database: { isEmbedded: boolean; version: string; vectorVersion: string };
  readonly disk: { freeBytes: number };
  readonly notices: string[];
}

/** The archive as a whole: counts, roots, model, database, disk. */
export class ArchiveService {
  constructor(
    private readonly repositories: Repositories,
    private readonly database: Pick<Database, 'isEmbedded' | 'version' | 'vectorVersion' | 'ping'>,
    private readonly models: ModelRegistry,
    private readonly dataDir: string,
  ) {}

  describeViewer({ actor, isLocal }: RequestContext): ViewerDescription {
    if (actor.kind !== 'person') throw new AppError('FORBIDDEN', 'Only a person looks at the archive.');
    return { name: actor.name, role: actor.role, canReveal: isLocal && actor.role === 'owner' };
  }

  async describe({ actor }: RequestContext): Promise<ArchiveDescription> {
    const isOwner = actor.kind === 'person' && actor.role === 'owner';
    const { photos, videos, missing } = await this.repositories.documents.countByKind();
    const span = await this.repositories.documents.earliestAndLatest();
    const { isEmbedded, version, vectorVersion } = this.database;
    return {
      images: photos + videos,
      photos,
      videos,
      missing,
      hidden: mayDo({ actor }, 'seeHidden') ? await this.repositories.documents.count({ hidden: 'only' }) : null,
      failures: await this.repositories.failures.count(),
      earliest: span?.earliest ?? null,
      latest: span?.latest ?? null,
      roots: await this.describeRoots(isOwner),
      model: await this.describeModel(),
      database: { isEmbedded, version, vectorVersion },
      disk: await this.describeDisk(),
      notices: this.models.notice ? [this.models.notice] : [],
    };
  }

  /** Throws NOT_FOUND. */
  async getRoot(id: string, { actor }: Pick<RequestContext, 'actor'>): Promise<RootDescription> {
    const root = (await this.describeRoots(mayDo({ actor }, 'changeRoots'))).find((one) => one.id === id);
    if (!root) throw new AppError('NOT_FOUND', 'There is no such folder in the archive.');
    return root;
  }

  async hasRoots(): Promise<boolean> {
    return (await this.repositories.roots.list()).length > 0;
  }

  /** Files that could not be read, newest first. */
  async listFailures(request: PageRequest): Promise<Page<ListedFailure> & { totalCount: number }> {
    const page = await this.repositories.failures.page(request);
    const rows = page.rows.map((row) => ({ ...row, path: `${row.rootName}/${row.path}`, cursor: failureCursor(row) }));
    return { ...page, rows, totalCount: await this.repositories.failures.count() };
  }

  /** True once requests can be served. */
  async isReady(): Promise<boolean> {
    await this.database.ping();
    return true;
  }

  private async describeRoots(isOwner: boolean): Promise<ArchiveDescription['roots']> {
    const counts = await this.repositories.sources.countByRoot();
    const roots = await this.repositories.roots.list();
    return Promise.all(
      roots.map(async ({ id, name, path, sidecars }) => ({
        id,
        name,
        sidecars,
        path: isOwner ? path : null,
        images: counts.get(id) ?? 0,
        isPresent: await isThere(path),
      })),
    );
  }

  // While a model is being downloaded there is none yet to describe.
  private async describeModel(): Promise<ArchiveDescription['model']> {
    const { download } = this.models;
    const current = this.models.opened;
    if (!current) return { name: '', readsText: false, dims: 0, embedded: 0, download };
    const { identity, texts } = current.encoder;
    const embedded = await this.repositories.embeddings.countDocuments(current.id);
    return { name: identity.name, readsText: texts !== null, dims: identity.dims, embedded, download };
  }

  private async describeDisk(): Promise<ArchiveDescription['disk']> {
    const { bavail, bsize } = await statfs(this.dataDir);
    return { freeBytes: bavail * bsize };
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
