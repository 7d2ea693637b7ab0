import type { Actor } from '../context.js';
import type { WorkReport } from '../progress.js';
import type { DuplicateRepository, DuplicateSearch, HashedDocument } from '../repositories/duplicate.repository.js';
import type { SettingRepository } from '../repositories/setting.repository.js';
import type { UnitOfWork } from '../repositories/unit-of-work.js';
import { DuplicateComparison } from './duplicate-comparison.js';
import { BACKGROUND_PICTURES, DUPLICATE_RULE_VERSION, floorsOf } from './duplicate-rule.js';
import type { JobTask } from './job.service.js';
import type { ModelRegistry } from './model-registry.js';

const FINDER: Actor = { kind: 'job', name: 'find-duplicates' };
/** Under which key stands the model whose pairs are shown. */
export const SHOWN_MODEL = 'duplicates.model';
/** Between two of them a run can be stopped for good: 10 MB of vectors, and all others are read once for each. */
const DOCUMENTS_PER_SLICE = 5000;

type Task = Pick<JobTask, 'progress' | 'signal' | 'dryRun'>;

/** All documents of a model, and what compares them. */
interface Finding extends DuplicateSearch {
  readonly documents: readonly HashedDocument[];
  readonly comparison: DuplicateComparison;
}

/** Finds pictures that show the same: candidates by their hashes, judged by hash and vector together. Never touches what a person said. */
export class DuplicateFinder {
  constructor(
    private readonly repositories: { readonly duplicates: DuplicateRepository; readonly settings: SettingRepository },
    private readonly unitOfWork: UnitOfWork,
    private readonly models: Pick<ModelRegistry, 'current'>,
    private readonly documentsPerSlice = DOCUMENTS_PER_SLICE,
  ) {}

  /** Compares pictures whose vector was not compared yet with all others; stops between slices and goes on there. */
  async run(task: Task): Promise<WorkReport> {
    const { duplicates } = this.repositories;
    const { id: modelId } = await this.models.current();
    task.progress.phase('Reading hashes', null);
    const documents = await duplicates.listHashed(modelId);
    const search = { modelId, version: versionFor(documents.length) };
    const waiting = new Set(await duplicates.listWaiting(search));
    if (task.dryRun) return reportOf({ compared: 0, waiting: waiting.size }, `${waiting.size} pictures would be compared.`);
    const floors = floorsOf(waiting.size > 0 ? await duplicates.background(modelId, BACKGROUND_PICTURES) : []);
    const comparison = new DuplicateComparison(duplicates, modelId, waiting.size > 0 ? documents : [], floors);
    const compared = await this.compareAll({ ...search, documents, comparison }, waiting, task);
    if (!task.signal.aborted) await this.showFound(modelId);
    const { same, near } = await duplicates.countPairs(modelId);
    const summary = `${compared} pictures were compared; ${same} pairs are one picture saved again, ${near} are nearly the same.`;
    return reportOf({ compared, same, near }, waiting.size > 0 ? summary : 'Every picture was compared already.');
  }

  private async compareAll({ documents, comparison, ...search }: Finding, waiting: ReadonlySet<string>, task: Task): Promise<number> {
    let compared = 0;
    task.progress.phase('Comparing pictures', waiting.size);
    const places = [...documents.keys()].filter((place) => waiting.has(documents[place]?.documentId ?? ''));
    for (let from = 0; from < places.length && !task.signal.aborted; from += this.documentsPerSlice) {
      const slice = places.slice(from, from + this.documentsPerSlice);
      const pairs = await comparison.pairsOf(slice, task.signal);
      if (!pairs) break;
      // Pairs of these pictures and the note that they were compared: all or nothing.
      const searched = slice.flatMap((place) => documents[place] ?? []);
      await this.unitOfWork(FINDER, ({ duplicates }) => duplicates.put(searched, pairs, search));
      compared += slice.length;
      slice.forEach(() => task.progress.step());
    }
    return compared;
  }

  // Until every picture was compared under a new model, what the old one found is shown: then all of it goes at once.
  private async showFound(modelId: number): Promise<void> {
    if ((await this.repositories.settings.get(SHOWN_MODEL)) === modelId) return;
    await this.unitOfWork(FINDER, async ({ duplicates, settings }) => {
      await settings.put(SHOWN_MODEL, modelId);
      await duplicates.removeOfOthers(modelId);
    });
  }
}

/** What is usual in an archive is known better with every doubling of its pictures, until the background is full: then all are compared anew. */
export function versionFor(pictures: number): number {
  return DUPLICATE_RULE_VERSION * 100 + Math.floor(Math.log2(Math.max(1, Math.min(pictures, BACKGROUND_PICTURES))));
}

function reportOf(counts: Readonly<Record<string, number>>, summary: string): WorkReport {
  return { counts, failures: [], summary };
}
