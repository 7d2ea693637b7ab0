import { z } from 'zod';
import type { JobDefinition } from '../server/services/job.service.js';
import type { SidecarWork } from '../server/services/sidecar-work.js';
import { parseOptions } from './options.js';

const options = z.strictObject({ dryRun: z.boolean().default(false) });

/** Writes the sidecars that wait, those that failed among them. */
export function writeSidecarsJob(services: { readonly sidecarWork: SidecarWork }, schedule: string | null): JobDefinition {
  return {
    name: 'write-sidecars',
    description: 'Writes the sidecars that wait to be written.',
    schedule,
    run: (task) => {
      parseOptions(options, task.options);
      return services.sidecarWork.run(task);
    },
  };
}
