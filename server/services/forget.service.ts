import { createHash } from 'node:crypto';
import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import { isId } from '../ids.js';
import type { ForgetCounts, ForgetScope } from '../repositories/forget.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import { actorKey, type UnitOfWork } from '../repositories/unit-of-work.js';
import { requireAction } from '../security/policies.js';

/** What a person chose: exactly one of some pictures, a root or all that are missing. */
export interface ForgetChoice {
  readonly imageIds?: readonly string[] | null;
  readonly rootId?: string | null;
  readonly allMissing?: boolean | null;
}

/** What would be forgotten; `token` stands for exactly that. */
export interface ForgetPreview extends ForgetCounts {
  readonly token: string;
}

const MAX_IMAGES = 10_000;

/** Says what would be forgotten, and notes what a person confirmed; the job `forget` then does it. Originals are never touched. */
export class ForgetService {
  constructor(
    private readonly repositories: Repositories,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Throws FORBIDDEN, BAD_REQUEST for a choice that is none or several, NOT_FOUND for an unknown picture or root. */
  async preview(choice: ForgetChoice, actor: Actor): Promise<ForgetPreview> {
    requireAction({ actor }, 'forget');
    const { ids: _ids, ...preview } = await look(this.repositories, await this.scopeOf(choice));
    return preview;
  }

  /** Notes that what a preview showed is to be forgotten. Throws CONFLICT when it is not that any more, or pictures are being read in. */
  async confirm(
    { choice, token, withSidecars }: { choice: ForgetChoice; token: string; withSidecars: boolean },
    actor: Actor,
  ): Promise<void> {
    requireAction({ actor }, 'forget');
    await this.refuseWhileReading();
    const scope = await this.scopeOf(choice);
    await this.unitOfWork(actor, async (repositories) => {
      const found = await look(repositories, scope);
      if (found.token !== token)
        throw new AppError('CONFLICT', 'What would be forgotten has changed since it was shown. Look at it again, then confirm it.');
      await repositories.forget.begin(found.ids, { saidBy: actorKey(actor), withSidecar: withSidecars });
    });
  }

  /** As `preview` and `confirm` in one, for the terminal, whose owner is the archive's; what is not in the archive any more is left out. */
  async begin(choice: ForgetChoice & { rootName?: string }, options: { withSidecars: boolean; dryRun: boolean }): Promise<ForgetCounts> {
    await this.refuseWhileReading();
    const { roots, users, forget, documents } = this.repositories;
    const root = choice.rootName === undefined ? null : await roots.findByName(choice.rootName);
    if (choice.rootName !== undefined && !root) throw new AppError('NOT_FOUND', 'There is no such folder in the archive.');
    const imageIds = choice.imageIds && (await documents.listByIds(choice.imageIds)).map(({ id }) => id);
    const { ids, ...counts } = await look(this.repositories, await this.scopeOf({ ...choice, imageIds, rootId: root?.id }));
    const owner = await users.findFirstOwner();
    if (!options.dryRun) await forget.begin(ids, { saidBy: `person:${owner?.id ?? 'terminal'}`, withSidecar: options.withSidecars });
    return counts;
  }

  /** Throws CONFLICT: a file that is being read in could come back. */
  async refuseWhileReading(): Promise<void> {
    const run = await this.repositories.jobRuns.lastOf('ingest');
    if (run?.outcome !== 'running') return;
    throw new AppError('CONFLICT', 'Pictures are being read in. Wait for that to end, or stop it, and try again.');
  }

  private async scopeOf({ imageIds, rootId, allMissing }: ForgetChoice): Promise<ForgetScope> {
    const given = [imageIds, rootId, allMissing || null].filter((part) => part !== null && part !== undefined);
    if (given.length !== 1)
      throw new AppError('BAD_REQUEST', `Expected pictures, a root or all missing ones, but received ${given.length} of them.`);
    if (rootId) return { rootId: (await this.repositories.roots.getById(rootId)).id };
    if (!imageIds) return { allMissing: true };
    if (imageIds.length > MAX_IMAGES)
      throw new AppError('BAD_REQUEST', `Expected at most ${MAX_IMAGES} pictures but received ${imageIds.length}.`);
    const known = await this.repositories.documents.listByIds(imageIds);
    if (known.length < new Set(imageIds).size || !imageIds.every(isId))
      throw new AppError('NOT_FOUND', 'There is no such picture in the archive.');
    return { imageIds };
  }
}

// The token stands for the very documents and counts, so what is confirmed is what is done.
async function look({ forget }: Pick<Repositories, 'forget'>, scope: ForgetScope): Promise<ForgetPreview & { ids: string[] }> {
  const ids = await forget.resolve(scope);
  const counts = await forget.count(ids);
  const token = createHash('sha256')
    .update(JSON.stringify([ids, counts]))
    .digest('base64url');
  return { ...counts, ids, token };
}
