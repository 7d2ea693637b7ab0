import type { IngestionRun, IngestionTools } from '../ingestion/ingestion-tools.js';
import { isPassing } from '../ingestion/intake.js';
import type { StepVersion } from '../ingestion/pipeline.js';
import { forEachBounded } from '../ingestion/work-queue.js';
import { MediaError } from '../media/analysis.js';
import type { Repositories } from '../repositories/repositories.js';
import type { JobTask } from './job.service.js';
import type { OriginalFiles } from './original-files.js';

const SLICE = 500;

/** One run over all steps, and the documents that could not be read in it. */
interface Redoing {
  readonly run: IngestionRun;
  readonly unread: Set<string>;
}

/** Makes again what an older version of a step made: after a change of model, of thumbnails, of metadata reading. */
export class Reprocessor {
  constructor(
    private readonly repositories: Repositories,
    private readonly originals: OriginalFiles,
    private readonly tools: IngestionTools,
    private readonly concurrency: number,
  ) {}

  /** Goes over every document that lacks the current version of a step and whose file is there. False when some could not be read now. */
  async run(task: JobTask): Promise<boolean> {
    const run = await this.tools.open();
    const unread = new Set<string>();
    for (const wanted of run.pipeline.versions) {
      const total = await this.repositories.processing.countOutdated(wanted);
      if (total > 0) task.progress.phase('Reading pictures again', total);
      for await (const ids of this.slices(wanted)) await this.redo(ids, { run, unread }, task);
    }
    return unread.size === 0;
  }

  private async *slices(wanted: StepVersion): AsyncGenerator<string[]> {
    for (let after: string | null = null; ;) {
      const ids: string[] = await this.repositories.processing.outdated(wanted, { after, limit: SLICE });
      if (ids.length > 0) yield ids;
      if (ids.length < SLICE) return;
      after = ids.at(-1) ?? null;
    }
  }

  private async redo(ids: readonly string[], { run, unread }: Redoing, task: JobTask): Promise<void> {
    await forEachBounded(ids, { limit: this.concurrency, signal: task.signal }, async (id) => {
      // What could not be read now is not tried once more for the next step.
      const outcome = unread.has(id) ? 'unread' : await this.redoOne(id, run);
      if (outcome === 'unread') unread.add(id);
      task.progress.step(outcome === 'done' ? 'done' : 'failed');
    });
  }

  private async redoOne(id: string, { pipeline, writer }: IngestionRun): Promise<'done' | 'failed' | 'unread'> {
    try {
      const file = await this.originals.getFile(id);
      const item = await pipeline.process({ ...file.source, absolutePath: file.absolutePath });
      await writer.replace(id, file.source, item);
      return 'done';
    } catch (error) {
      // A file that is away now is read when it is back; the step stays open.
      if (isAway(error) || (error instanceof MediaError && isPassing(error.code))) return 'unread';
      if (!(error instanceof MediaError)) throw error;
      await this.recordFailure(id, pipeline, error);
      return 'failed';
    }
  }

  // Bytes that cannot be read any more are not tried again until a step is newer.
  private async recordFailure(documentId: string, { versions }: IngestionRun['pipeline'], { code }: MediaError): Promise<void> {
    await this.repositories.processing.record(versions.map((version) => ({ documentId, ...version, outcome: 'failed' as const, code })));
  }
}

function isAway(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'UNAVAILABLE';
}
