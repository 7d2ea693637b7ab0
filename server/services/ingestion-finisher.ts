import { groupIntoStacks, type Stack, type StackCandidate } from '../ingestion/stacking.js';
import { basename, dirname } from 'node:path';
import { newId } from '../ids.js';
import { findFormat } from '../media/formats.js';
import type { Database } from '../database/data-source.js';
import type { Repositories } from '../repositories/repositories.js';
import type { Root } from '../repositories/root.repository.js';
import type { StackCandidateRow } from '../repositories/stack.repository.js';
import type { VectorIndex } from '../repositories/vector-index.js';
import type { JobTask } from './job.service.js';
import type { ModelRegistry } from './model-registry.js';
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
    private readonly database: Pick<Database, 'afterBulk'>,
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
  async finish(roots: readonly Root[], task: JobTask): Promise<void> {
    if (!task.signal.aborted) await this.reprocessor.run(task);
    task.progress.phase('Putting things together', null);
    for (const root of roots) await this.stack(root);
    await this.index.refresh();
    await this.database.afterBulk();
    if (!task.signal.aborted) await this.models.completeSwitch();
  }

  private async stack(root: Root): Promise<void> {
    const rows = await this.repositories.stacks.listCandidates(root.id);
    const wanted = groupIntoStacks(rows.map((row) => candidateOf(row)));
    const now = new Map(rows.map((row) => [row.documentId, row]));
    for (const stackId of outdatedStacks(rows, wanted)) await this.repositories.stacks.dissolve(stackId);
    for (const { members } of wanted) {
      const isThere = members.every(({ documentId, role }) => now.get(documentId)?.stackRole === role);
      if (!isThere) await this.repositories.stacks.put(newId(), members);
    }
  }
}

function candidateOf({ path, format, ...row }: StackCandidateRow): StackCandidate {
  return { ...row, folder: dirname(path), fileName: basename(path), isRaw: findFormat(format)?.decoder === 'raw' };
}

// Stacks of which a member is stacked otherwise now, or not at all.
function outdatedStacks(rows: readonly StackCandidateRow[], wanted: readonly Stack[]): Set<string> {
  const roles = new Map(wanted.flatMap(({ members }) => members.map(({ documentId, role }) => [documentId, role] as const)));
  return new Set(rows.flatMap(({ documentId, stackId, stackRole }) => (stackId && roles.get(documentId) !== stackRole ? [stackId] : [])));
}
