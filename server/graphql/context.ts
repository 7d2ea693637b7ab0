import type { RequestContext } from '../context.js';
import type { Loaders } from './loaders.js';

/** What every resolver is given: who asks and the loaders of this request. */
export interface GraphContext {
  readonly request: RequestContext;
  readonly loaders: Loaders;
  /** Aborted when the asker went away, or was answered. */
  readonly signal?: AbortSignal;
}
