import { z } from 'zod';
import { parseOptions } from './options.js';
import type { JobDefinition } from '../server/services/job.service.js';
import type { IngestionService } from '../server/services/ingestion.service.js';

const options = z.strictObject({
  folder: z.array(z.string()).default([]),
  acceptMissing: z.boolean().default(false),
  dryRun: z.boolean().default(false),
});

/** Reads new and changed pictures of the archive's folders, or of the folders given. */
export function ingestJob(services: { readonly ingestion: IngestionService }, schedule: string | null): JobDefinition {
  return {
    name: 'ingest',
    description: 'Reads new and changed pictures of all folders.',
    schedule,
    run: (task) => {
      const { folder, acceptMissing } = parseOptions(options, task.options);
      return services.ingestion.ingest({ folders: folder, acceptMissing }, task);
    },
  };
}
