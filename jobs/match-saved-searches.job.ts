import { z } from 'zod';
import type { JobDefinition } from '../server/services/job.service.js';
import type { SavedSearchMatcher } from '../server/services/saved-search-matcher.js';
import { parseOptions } from './options.js';

const options = z.strictObject({ dryRun: z.boolean().default(false) });

/** Looks with every saved search among the pictures that are new since, as every reading of folders does at its end. */
export function matchSavedSearchesJob(services: { readonly savedSearchMatcher: SavedSearchMatcher }): JobDefinition {
  return {
    name: 'match-saved-searches',
    description: 'Looks with every saved search among new pictures; also done after every reading of folders.',
    schedule: null,
    run: (task) => {
      parseOptions(options, task.options);
      return services.savedSearchMatcher.run(task);
    },
  };
}
