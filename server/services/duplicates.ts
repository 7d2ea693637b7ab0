import type { Repositories } from '../repositories/repositories.js';
import type { UnitOfWork } from '../repositories/unit-of-work.js';
import { DuplicateCollapser } from './duplicate-collapser.js';
import { DuplicateDecisions } from './duplicate-decisions.js';
import { DuplicateFinder } from './duplicate-finder.js';
import { DuplicateService } from './duplicate.service.js';
import type { Ledger } from './ledger.js';
import type { ModelRegistry } from './model-registry.js';
import type { Sight } from './visible-documents.js';

/** What finds, shows and decides duplicates. */
export interface Duplicates {
  readonly duplicates: DuplicateService;
  readonly duplicateFinder: DuplicateFinder;
  readonly duplicateDecisions: DuplicateDecisions;
  readonly collapser: DuplicateCollapser;
}

/** Builds all that has to do with duplicates. */
export function createDuplicates(
  repositories: Repositories,
  { unitOfWork, models, sight, ledger }: { unitOfWork: UnitOfWork; models: ModelRegistry; sight: Sight; ledger: Ledger },
): Duplicates {
  const duplicates = new DuplicateService(repositories, models, sight);
  return {
    duplicates,
    duplicateFinder: new DuplicateFinder(repositories, unitOfWork, models),
    duplicateDecisions: new DuplicateDecisions(repositories, ledger),
    collapser: new DuplicateCollapser(duplicates),
  };
}
