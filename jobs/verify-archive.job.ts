import { z } from 'zod';
import type { JobDefinition } from '../server/services/job.service.js';
import type { VerificationService } from '../server/services/verification.service.js';
import { parseOptions } from './options.js';

const options = z.strictObject({ dryRun: z.boolean().default(false) });

/** Compares the database with the decisions, and the sidecars with the database. Changes nothing, in a dry run or not. */
export function verifyArchiveJob(services: { readonly verification: VerificationService }): JobDefinition {
  return {
    name: 'verify-archive',
    description: 'Compares the database, the decisions and the sidecars; changes nothing.',
    schedule: null,
    run: (task) => {
      parseOptions(options, task.options);
      return services.verification.verify(task);
    },
  };
}
