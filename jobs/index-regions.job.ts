import { z } from 'zod';
import type { JobDefinition } from '../server/services/job.service.js';
import type { RegionService } from '../server/services/region.service.js';
import { parseOptions } from './options.js';

const options = z.strictObject({ dryRun: z.boolean().default(false) });

/** Makes the vectors of parts of pictures, as every reading of folders does at its end. */
export function indexRegionsJob(services: { readonly regions: RegionService }): JobDefinition {
  return {
    name: 'index-regions',
    description:
      'Looks at parts of pictures: those that people keep, and a grid of tiles where REGIONS=grid; also done after every reading of folders.',
    schedule: null,
    run: (task) => {
      parseOptions(options, task.options);
      return services.regions.run(task);
    },
  };
}
