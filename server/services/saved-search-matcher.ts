import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import type { Progress, WorkReport } from '../progress.js';
import type { ProposalTarget } from '../repositories/proposal.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import type { SavedSearchRow } from '../repositories/saved-search.repository.js';
import type { UnitOfWork } from '../repositories/unit-of-work.js';
import type { JobTask } from './job.service.js';
import type { ModelRegistry } from './model-registry.js';
import type { SimilarityService } from './similarity.service.js';
import type { SavedQuery, StoredQuery } from './stored-query.js';

/** A job like any other sees nothing that is hidden. */
const MATCHER: Actor = { kind: 'job', name: 'match-saved-searches' };
const MOST_NEW = 1000;
// A picture may get its vector long after it came in, for example when a disk or a decoder was missing.
const OVERLAP_MS = 7 * 86_400_000;

const SILENT: Progress = { phase: () => undefined, step: () => undefined };

type Task = Pick<JobTask, 'progress' | 'signal' | 'dryRun' | 'log'>;

// What is wrong with one search is said in the report; anything else ends the run.
function refusalOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  throw error;
}

/** What is proposed for a picture that a saved search found: that it belongs to it. */
export function searchTarget(id: string): ProposalTarget {
  return { kind: 'search', field: 'search', element: id };
}

/** Finds the pictures that came in since a search was saved and pass its cut, and proposes them; what was answered once stays answered. */
export class SavedSearchMatcher {
  constructor(
    private readonly repositories: Repositories,
    private readonly unitOfWork: UnitOfWork,
    private readonly similarity: Pick<SimilarityService, 'search'>,
    private readonly models: Pick<ModelRegistry, 'current'>,
  ) {}

  /** One saved search after the other; safe to repeat. One that cannot be asked any more is a failure of its own. */
  async run(task: Task): Promise<WorkReport> {
    const searches = await this.repositories.savedSearches.list();
    const failures: { path: string; code: string; message: string }[] = [];
    let found = 0;
    if (searches.length > 0) task.progress.phase('Looking with saved searches', searches.length);
    for (const search of searches) {
      if (task.signal.aborted) break;
      const outcome = await this.match(search, task.dryRun).catch(refusalOf);
      if (typeof outcome === 'number') found += outcome;
      else failures.push({ path: search.name, code: outcome.code, message: outcome.message });
      task.progress.step(typeof outcome === 'number' ? undefined : 'failed');
    }
    const summary = `${searches.length} saved searches, ${found} pictures ${task.dryRun ? 'would be proposed' : 'wait to be looked at'}.`;
    return { counts: { searches: searches.length, found }, failures, summary };
  }

  /** The same at the end of other work, which must not fail by it and whose figures stay its own. */
  async runBeside(task: Task): Promise<void> {
    try {
      await this.run({ ...task, progress: SILENT });
    } catch (error) {
      task.log.warn({ err: error }, 'saved searches could not be matched; the next run does');
    }
  }

  private async match(search: SavedSearchRow, dryRun: boolean): Promise<number> {
    const startedAt = new Date();
    const { id: modelId } = await this.models.current();
    // The database counts finer than milliseconds: what came in just before is not new.
    const addedSince = new Date(Math.max(search.createdAt.getTime() + 1, (search.matchedAt?.getTime() ?? 0) - OVERLAP_MS));
    const scores = await this.newPictures(cutFor(search.query as SavedQuery, modelId), addedSince);
    if (dryRun) return scores.size;
    return this.unitOfWork(MATCHER, async ({ proposals, savedSearches }) => {
      const kept = await proposals.propose(searchTarget(search.id), scores, { modelId, decisionId: null, limit: MOST_NEW });
      await savedSearches.setMatched(search.id, startedAt);
      return kept.length;
    });
  }

  // Only among what is new, so that however much of the archive passes none of it is crowded out.
  private async newPictures(
    { filter, topK: _, ...query }: Omit<SavedQuery, 'threshold'> & StoredQuery,
    addedSince: Date,
  ): Promise<Map<string, number | null>> {
    const among = { ...filter, hidden: null, addedSince };
    if ((await this.repositories.documents.count(among)) === 0) return new Map();
    const { results } = await this.similarity.search({ ...query, filter: among, topK: MOST_NEW }, MATCHER);
    return new Map(results.flatMap(({ isQuery, image, similarity }) => (isQuery || !image ? [] : [[image.id, similarity] as const])));
  }
}

// A cosine of one model means nothing under another: there the calibrated cut stands in.
function cutFor({ modelId: savedUnder, threshold, ...query }: SavedQuery, modelId: number): Omit<SavedQuery, 'threshold'> & StoredQuery {
  return { ...query, threshold: (savedUnder ?? modelId) === modelId ? threshold : null };
}
