import type { WorkReport } from '../../server/progress.js';
import type { TestArchive } from './archive.js';

/** Runs a job in the archive's process and waits for its report. Throws when it fails. */
export async function runJob(
  { application }: Pick<TestArchive, 'application'>,
  name: string,
  options: Record<string, unknown> = {},
): Promise<WorkReport> {
  const started = await application.jobs.start(name, options, { kind: 'job', name: 'test' });
  const { run, report } = await started.finished;
  if (!report) throw new Error(run.summary ?? 'The job failed.');
  return report;
}
