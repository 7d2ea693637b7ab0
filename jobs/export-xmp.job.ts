import { z } from 'zod';
import type { JobDefinition } from '../server/services/job.service.js';
import type { XmpExport } from '../server/services/xmp-export.js';
import { parseOptions } from './options.js';

const options = z.strictObject({ to: z.string(), dryRun: z.boolean().default(false) });

/** Writes XMP files for other programs into a folder of their own. */
export function exportXmpJob(services: { readonly xmpExport: XmpExport }): JobDefinition {
  return {
    name: 'export-xmp',
    description: 'Writes XMP files for other programs into the folder given with --to.',
    schedule: null,
    run: (task) => services.xmpExport.run(parseOptions(options, task.options).to, task),
  };
}
