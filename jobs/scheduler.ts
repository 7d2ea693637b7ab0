import { schedule } from 'node-cron';
import type { Actor } from '../server/context.js';
import { AppError } from '../server/errors.js';
import type { Log } from '../server/logging.js';
import type { JobService } from '../server/services/job.service.js';

const SCHEDULER: Actor = { kind: 'job', name: 'scheduler' };

/** Starts every job of the table at its time; returns the way to stop. A run that is still going on is not joined by a second. */
export function startScheduler(jobs: JobService, log: Log): () => Promise<void> {
  const tasks = jobs.listDefinitions().flatMap(({ name, schedule: expression }) => {
    if (expression === null) return [];
    return [schedule(expression, () => startQuietly(jobs, name, log), { name, noOverlap: true })];
  });
  return async () => {
    for (const task of tasks) await task.destroy();
  };
}

async function startQuietly(jobs: JobService, name: string, log: Log): Promise<void> {
  try {
    await (
      await jobs.start(name, {}, SCHEDULER)
    ).finished;
  } catch (error) {
    const isRunning = error instanceof AppError && error.code === 'CONFLICT';
    log[isRunning ? 'debug' : 'error']({ err: error, job: name }, 'a scheduled job did not start');
  }
}
