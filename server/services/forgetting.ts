import type { MediaEngine } from '../media/analysis.js';
import { ForgetService } from './forget.service.js';
import { Forgetter, type ForgetterParts } from './forgetter.js';
import { ReadmissionService } from './readmission.service.js';

/** What chooses what is forgotten, forgets it, and lets it back in. */
export interface Forgetting {
  readonly forget: ForgetService;
  readonly forgetter: Forgetter;
  readonly readmission: ReadmissionService;
}

/** Builds all that has to do with forgetting. */
export function createForgetting(parts: ForgetterParts, media: MediaEngine): Forgetting {
  const { repositories, unitOfWork } = parts;
  return {
    forget: new ForgetService(repositories, unitOfWork),
    forgetter: new Forgetter(parts),
    readmission: new ReadmissionService(repositories, media),
  };
}
