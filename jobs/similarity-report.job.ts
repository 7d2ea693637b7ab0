import { z } from 'zod';
import type { JobDefinition } from '../server/services/job.service.js';
import type { SimilarityLogService } from '../server/services/similarity-log.service.js';
import { parseOptions } from './options.js';

const options = z.strictObject({ dryRun: z.boolean().default(false) });

/** Reports on the log of searches, after what is older than it is kept was removed from it. */
export function similarityReportJob(services: { readonly similarityLog: SimilarityLogService }, schedule: string | null): JobDefinition {
  return {
    name: 'similarity-report',
    description: 'Says how many searches there were and how fast, and removes old ones from the log.',
    schedule,
    run: (task) => {
      parseOptions(options, task.options);
      return services.similarityLog.report(task);
    },
  };
}
