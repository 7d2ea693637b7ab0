import { groupIntoStacks, type StackCandidate } from '../ingestion/stacking.js';
import { basename, dirname } from 'node:path';
import { newId } from '../ids.js';
import { findFormat } from '../media/formats.js';
import type { Database } from '../database/data-source.js';
import type { Repositories } from '../repositories/repositories.js';
import type { StackCandidateRow, StackMember } from '../repositories/stack.repository.js';
import type { VectorIndex } from '../repositories/vector-index.js';
import type { JobTask } from './job.service.js';
import type { ModelRegistry } from './model-registry.js';
import type { RegionService } from './region.service.js';
import type { SavedSearchMatcher } from './saved-search-matcher.js';
import type { Reprocessor } from './reprocessor.js';

const REFRESH_EVERY_MS = 20_000;

/** What comes after all files of a run were read: stacks, steps that grew newer, the index, the planner's figures. */
export class IngestionFinisher {
  private refreshedAt = performance.now();
  private isRefreshing = false;

  constructor(
    private readonly repositories: Repositories,
    private readonly reprocessor: Reprocessor,
    private readonly index: VectorIndex,
    private readonly models: ModelRegistry,
    private readonly after: {
      readonly database: Pick<Database, 'afterBulk'>;
      readonly regions: Pick<RegionService, 'runBeside'>;
      readonly searches: Pick<SavedSearchMatcher, 'runBeside'>;
    },
  ) {}

  /** Called for every stored file: now and then the index takes in what is new, so that it is found while the run goes on. */
  noteStored(): void {
    if (this.isRefreshing || performance.now() - this.refreshedAt < REFRESH_EVERY_MS) return;
    this.isRefreshing = true;
    const end = (): void => {
      this.isRefreshing = false;
      this.refreshedAt = performance.now();
    };
    // What fails here is tried again at the end of the run, and fails it there.
    void this.index.refresh().then(end, end);
  }

  /** Safe to repeat and to interrupt: each part depends only on what is stored. */
  async finish(task: JobTask): Promise<void> {
    const isComplete = !task.signal.aborted && (await this.reprocessor.run(task));
    task.progress.phase('Putting things together', null);
    await this.stack();
    await this.index.refresh();
    await this.after.database.afterBulk();
    if (isComplete && !task.signal.aborted) await this.models.completeSwitch();
    // Under the model that answers now, and before anything is searched for.
    if (!task.signal.aborted) await this.after.regions.runBeside(task);
    if (!task.signal.aborted) await this.after.searches.runBeside(task);
  }

  // Over all roots at once: a document with files in two of them can stand in one stack only. What stands as it should is left alone.
  private async stack(): Promise<void> {
    const { stacks } = this.repositories;
    const rows = await stacks.listCandidates();
    const wanted = new Map(groupIntoStacks(rows.map((row) => candidateOf(row))).map(({ members }) => [keyOf(members), members]));
    for (const [stackId, members] of stacksOf(rows)) {
      if (!wanted.delete(keyOf(members))) await stacks.dissolve(stackId);
    }
    for (const members of wanted.values()) await stacks.put(newId(), members);
  }
}

function candidateOf({ rootId, path, format, ...row }: StackCandidateRow): StackCandidate {
  return { ...row, folder: `${rootId}:${dirname(path)}`, fileName: basename(path), isRaw: findFormat(format)?.decoder === 'raw' };
}

function stacksOf(rows: readonly StackCandidateRow[]): Map<string, StackMember[]> {
  const stacks = new Map<string, StackMember[]>();
  for (const { documentId, stackId, stackRole: role } of rows) {
    if (stackId && role) stacks.set(stackId, [...(stacks.get(stackId) ?? []), { documentId, role }]);
  }
  return stacks;
}

// The same members in the same roles, in whatever order and with however many files each.
function keyOf(members: readonly StackMember[]): string {
  return [...new Set(members.map(({ documentId, role }) => `${documentId}:${role}`))].sort().join();
}
