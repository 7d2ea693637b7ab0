import type { WorkReport } from '../progress.js';
import type { Repositories } from '../repositories/repositories.js';
import type { JobTask } from './job.service.js';
import type { SidecarIntake } from './sidecar-intake.js';
import type { SidecarPump } from './sidecar-pump.js';

/** The job over the queue of sidecars: writes all that wait, with progress and a report. */
export class SidecarWork {
  constructor(
    private readonly repositories: Pick<Repositories, 'sidecarQueue' | 'sources'>,
    private readonly intake: SidecarIntake,
    private readonly pump: SidecarPump,
  ) {}

  /** Tries again at once what failed; those in the wrong place are moved. */
  async run(task: JobTask): Promise<WorkReport> {
    if (!task.dryRun) await this.intake.queueMisplaced();
    const { pending } = await this.repositories.sidecarQueue.count();
    if (task.dryRun) return { counts: { pending }, failures: [], summary: `${pending} sidecars wait to be written.` };
    task.progress.phase('Writing sidecars', pending);
    await this.repositories.sidecarQueue.hurry();
    const messages = new Map<string, string>();
    const { written } = await this.pump.drain(task.signal, ({ documentId, message }) => {
      task.progress.step(message === null ? 'done' : 'failed');
      if (message === null) messages.delete(documentId);
      else messages.set(documentId, message);
    });
    const failures = await this.listFailures(messages);
    return {
      counts: { written, failed: failures.length },
      failures,
      summary: `${written} sidecars written, ${failures.length} still waiting.`,
    };
  }

  private async listFailures(messages: ReadonlyMap<string, string>): Promise<WorkReport['failures']> {
    const files = await this.repositories.sources.listNamed([...messages.keys()]);
    const paths = new Map(files.reverse().map(({ documentId, path }) => [documentId, path]));
    return [...messages].map(([id, message]) => ({ path: paths.get(id) ?? id, code: 'sidecar', message }));
  }
}
