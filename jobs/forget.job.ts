import { z } from 'zod';
import { AppError } from '../server/errors.js';
import type { ForgetService } from '../server/services/forget.service.js';
import type { Forgetter } from '../server/services/forgetter.js';
import type { JobDefinition, JobTask } from '../server/services/job.service.js';
import type { ReadmissionService } from '../server/services/readmission.service.js';
import { parseOptions } from './options.js';

/** What the job calls. */
export interface ForgetServices {
  readonly forget: ForgetService;
  readonly forgetter: Forgetter;
  readonly readmission: ReadmissionService;
}

const listed = z.union([z.string().transform((text) => text.split(',')), z.array(z.string())]);
const options = z.strictObject({
  images: listed.optional(),
  root: z.string().optional(),
  allMissing: z.boolean().optional(),
  withSidecars: z.boolean().default(false),
  readmit: z.string().optional(),
  yes: z.boolean().default(false),
  dryRun: z.boolean().default(false),
});

/** Forgets pictures; without a choice it finishes what was confirmed before. */
export function forgetJob(services: ForgetServices): JobDefinition {
  return {
    name: 'forget',
    description:
      'Forgets pictures: removes what was derived from them and what was said; originals stay. By --images, --root or --all-missing.',
    schedule: null,
    // What is forgotten must not stay in the record of its run.
    recorded: () => ({}),
    run: async (task) => {
      const { readmit, ...given } = parseOptions(options, task.options);
      if (readmit !== undefined) return services.readmission.readmit(readmit, task);
      return forget(given, services, task);
    },
  };
}

async function forget(
  { images, root, allMissing, withSidecars, yes }: Omit<z.infer<typeof options>, 'readmit'>,
  services: ForgetServices,
  task: JobTask,
): ReturnType<Forgetter['run']> {
  await services.forget.refuseWhileReading();
  const hasChoice = images !== undefined || root !== undefined || allMissing === true;
  if (!hasChoice && !task.dryRun) return services.forgetter.run(task);
  if (!yes && !task.dryRun)
    throw new AppError('BAD_REQUEST', 'What is forgotten is gone for good. Look with --dry-run what it would be, then add --yes.');
  const counts = await services.forget.begin({ imageIds: images, rootName: root, allMissing }, { withSidecars, dryRun: task.dryRun });
  if (!task.dryRun) return services.forgetter.run(task);
  const summary = `${counts.images} pictures in ${counts.files} files, ${counts.sidecars} sidecars, words of ${counts.decisions} decisions would be forgotten.`;
  return { counts: { ...counts }, failures: [], summary };
}
