import { z } from 'zod';
import type { JobDefinition } from '../server/services/job.service.js';
import type { LabellingService } from '../server/services/labelling.service.js';
import { parseOptions } from './options.js';

const options = z.strictObject({ dryRun: z.boolean().default(false) });

/** Labels pictures with what the current model sees in them. */
export function labelImagesJob(services: { readonly labelling: LabellingService }, schedule: string | null): JobDefinition {
  return {
    name: 'label-images',
    description: 'Labels pictures with what the model sees in them, for keyword search.',
    schedule,
    run: async (task) => {
      parseOptions(options, task.options);
      return services.labelling.run(task);
    },
  };
}
