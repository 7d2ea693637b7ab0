import { z } from 'zod';
import { MOST_CLUSTERS } from '../server/services/cluster-count.js';
import type { ClusteringService } from '../server/services/clustering.service.js';
import type { JobDefinition } from '../server/services/job.service.js';
import { parseOptions } from './options.js';

const options = z.strictObject({
  clusters: z.union([z.literal('auto'), z.coerce.number().int().min(1).max(MOST_CLUSTERS)]).optional(),
  seed: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(0),
  dryRun: z.boolean().default(false),
});

/** Groups pictures that look alike. */
export function clusterImagesJob(services: { readonly clustering: ClusteringService }, schedule: string | null): JobDefinition {
  return {
    name: 'cluster-images',
    description:
      'Groups pictures that look alike, and proposes pictures for the clusters of people. By --clusters (a number, or auto), --seed.',
    schedule,
    run: async (task) => {
      const { clusters, seed } = parseOptions(options, task.options);
      return services.clustering.run({ clusters, seed }, task);
    },
  };
}
