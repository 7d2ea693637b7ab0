import { z } from 'zod';
import type { DuplicateFinder } from '../server/services/duplicate-finder.js';
import type { JobDefinition } from '../server/services/job.service.js';
import { parseOptions } from './options.js';

const options = z.strictObject({ dryRun: z.boolean().default(false) });

/** Finds pictures that show the same. */
export function findDuplicatesJob(services: { readonly duplicateFinder: DuplicateFinder }, schedule: string | null): JobDefinition {
  return {
    name: 'find-duplicates',
    description: 'Finds pictures that show the same: saved again, retouched, cropped a little or mirrored. Nothing is deleted.',
    schedule,
    run: async (task) => {
      parseOptions(options, task.options);
      return services.duplicateFinder.run(task);
    },
  };
}
