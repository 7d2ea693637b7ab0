import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Database } from '../database/data-source.js';
import { toAppError } from '../errors.js';
import { newId } from '../ids.js';
import type { FileStore } from '../media/file-store.js';
import { readSidecar, removeSidecar, sweepSidecar, type SidecarSpot } from '../media/sidecar.js';
import type { WorkReport } from '../progress.js';
import type { Decision } from '../repositories/decision.repository.js';
import type { DecisionJournal } from '../repositories/decision-journal.js';
import type { ForgettingRow, ForgottenRemains } from '../repositories/forget.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import type { UnitOfWork } from '../repositories/unit-of-work.js';
import type { VectorIndex } from '../repositories/vector-index.js';
import type { JobTask } from './job.service.js';
import type { SidecarPlaces } from './sidecar-places.js';
import type { SimilarityLogger } from './similarity-logger.js';

/** Everything in which something of a picture can be. */
export interface ForgetterParts {
  readonly repositories: Repositories;
  readonly unitOfWork: UnitOfWork;
  readonly database: Pick<Database, 'purge'>;
  readonly journal: DecisionJournal | null;
  readonly index: VectorIndex;
  readonly files: FileStore;
  readonly sidecars: SidecarPlaces;
  readonly searches: SimilarityLogger;
  /** Of a clustering that was killed, a file of vectors may be left. */
  readonly clustering: { removeFiles(): Promise<void> };
  /** What is kept of searches in memory alone. */
  readonly memories: readonly { clear(): void }[];
}

type Tally = Record<'forgotten' | 'sidecars', number>;

const BATCH = 200;
/** The setting that says that deleted rows may still be readable in the database's files. */
const PURGE_DUE = 'forget-purge-due';

/**
 * Forgets what was confirmed: rows first, then files, then the traces of both. What is left to do stands in the database until it is done,
 * so that after a kill at any moment the next run finishes it (T44). Originals are never touched.
 */
export class Forgetter {
  constructor(private readonly parts: ForgetterParts) {}

  /** Whether something that was confirmed is not done to its end. */
  async isDue(): Promise<boolean> {
    const { forget, settings } = this.parts.repositories;
    return (await forget.countBegun()) > 0 || (await settings.get(PURGE_DUE)) === true;
  }

  /** Safe to interrupt and to repeat. */
  async run(task: JobTask): Promise<WorkReport> {
    const { repositories, searches, memories } = this.parts;
    const tally: Tally = { forgotten: 0, sidecars: 0 };
    const failures: WorkReport['failures'][number][] = [];
    task.progress.phase('Forgetting pictures', await repositories.forget.countBegun());
    await this.removeRows(task);
    // What was searched while its picture was there.
    await searches.flush();
    memories.forEach((memory) => memory.clear());
    if (!task.signal.aborted) await this.removeFiles(task, { tally, failures });
    if (!task.signal.aborted && (await this.isDue())) await this.removeTraces(task);
    return { counts: { ...tally, failed: failures.length }, failures, summary: summaryOf(tally, failures.length) };
  }

  private async removeRows({ signal }: JobTask): Promise<void> {
    const { repositories, index } = this.parts;
    for (;;) {
      const batch = signal.aborted ? [] : await repositories.forget.listBegun(BATCH);
      if (batch.length === 0) return;
      await index.forget(batch.map(({ documentId }) => documentId));
      await this.removeBatch(batch);
    }
  }

  private async removeBatch(batch: readonly ForgettingRow[]): Promise<void> {
    const saidBy = batch[0]?.saidBy ?? '';
    const id = saidBy.replace(/^person:/, '');
    await this.parts.unitOfWork({ kind: 'person', id, name: id, role: 'owner' }, async ({ decisions, forget, sidecarQueue }) => {
      const payload = { images: batch.length };
      await decisions.insert({ id: newId(), at: new Date(), actor: saidBy, kind: 'forget', payload, undoes: null, subjects: [] });
      await sidecarQueue.put(await forget.removeRows(batch.map(({ documentId }) => documentId)));
    });
  }

  private async removeFiles(task: JobTask, report: { tally: Tally; failures: WorkReport['failures'][number][] }): Promise<void> {
    for await (const remains of this.remains()) {
      if (task.signal.aborted) return;
      for (const hash of remains.contentHashes) await this.parts.files.remove(hash);
      for (const place of remains.sidecars) await this.removeSidecar(place, report);
      report.tally.forgotten += 1;
      task.progress.step('done');
    }
  }

  // Only a regular file under our own name, and only as it was looked at, is removed.
  private async removeSidecar(
    place: ForgottenRemains['sidecars'][number],
    { tally, failures }: { tally: Tally; failures: WorkReport['failures'][number][] },
  ): Promise<void> {
    const spot = await this.parts.sidecars.findSpot(place);
    if (!spot || (await isNowhere(spot))) return;
    try {
      await sweepSidecar(spot, () => Promise.resolve());
      const file = await readSidecar(spot);
      if (file && (await removeSidecar(spot, file.hash))) tally.sidecars += 1;
    } catch (error) {
      const { code, message } = toAppError(error);
      failures.push({ path: place.path, code, message });
    }
  }

  private async removeTraces({ progress }: JobTask): Promise<void> {
    progress.phase('Removing the last traces', null);
    const { repositories, unitOfWork, database, journal, index, clustering } = this.parts;
    await index.erase();
    await clustering.removeFiles();
    const gone = new Set<string>();
    for await (const { documentId } of this.remains()) gone.add(documentId);
    const redacted = await repositories.forget.listRedacted();
    await journal?.rewrite((decision) => withoutForgotten(decision, { gone, redacted }));
    await unitOfWork({ kind: 'job', name: 'forget' }, async ({ forget, settings }) => {
      await settings.put(PURGE_DUE, true);
      await forget.removeSearches([...gone]);
      await forget.end([...gone]);
    });
    await database.purge();
    await repositories.settings.put(PURGE_DUE, false);
  }

  private async *remains(): AsyncGenerator<ForgottenRemains> {
    for (let after: string | null = null; ;) {
      const rows: ForgottenRemains[] = await this.parts.repositories.forget.listRemains(after, BATCH);
      yield* rows;
      if (rows.length < BATCH) return;
      after = rows.at(-1)?.documentId ?? null;
    }
  }
}

// In a folder of a disk that is away there may be one: that is a line of the report.
async function isNowhere({ folder, path, isOurs }: SidecarSpot): Promise<boolean> {
  const isThere = (place: string): Promise<boolean> =>
    lstat(place).then(
      () => true,
      () => false,
    );
  return !(await isThere(dirname(join(folder, path)))) && (isOurs || (await isThere(folder)));
}

/** What is said at a picture about another one, by its id. */
const APART = 'notDuplicates/';

function withoutForgotten(decision: Decision, { gone, redacted }: { gone: ReadonlySet<string>; redacted: ReadonlySet<string> }): Decision {
  const isSaid = (key: string): boolean => !key.startsWith(APART) || !gone.has(key.slice(APART.length));
  const subjects = decision.subjects
    .filter(({ id }) => !gone.has(id))
    .map(({ change, ...subject }) => ({ ...subject, change: Object.fromEntries(Object.entries(change).filter(([key]) => isSaid(key))) }));
  return { ...decision, subjects, payload: redacted.has(decision.id) ? {} : decision.payload };
}

function summaryOf({ forgotten, sidecars }: Tally, failed: number): string {
  const parts = [
    `${forgotten} pictures forgotten`,
    `${sidecars} sidecars removed`,
    ...(failed > 0 ? [`${failed} sidecars could not be removed`] : []),
  ];
  return `${parts.join(', ')}.`;
}
