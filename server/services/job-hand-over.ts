import { z } from 'zod';
import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import type { JobService } from './job.service.js';

const TERMINAL: Actor = { kind: 'job', name: 'terminal' };
const request = z.strictObject({ name: z.string(), options: z.record(z.string(), z.unknown()) });

/** Runs a job for the terminal inside the server that holds the embedded database; emits each change of the run, then its report. */
export function handOverJob(jobs: JobService): (argument: unknown, emit: (line: unknown) => void) => Promise<void> {
  return async (argument, emit) => {
    const parsed = request.safeParse(argument);
    if (!parsed.success) throw new AppError('BAD_REQUEST', 'Expected the name and the options of a job.');
    const started = await jobs.start(parsed.data.name, parsed.data.options, TERMINAL);
    const end = jobs.listen((run) => {
      if (run.id === started.run.id) emit({ run });
    });
    const { run, report } = await started.finished.finally(end);
    emit({ run, report });
  };
}
