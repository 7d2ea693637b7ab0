import type { Log } from './logging.js';

/** Who acts: a person with a role, or a job by its name. Jobs may never write what a person owns. */
export type Actor =
  | { readonly kind: 'person'; readonly id: string; readonly name: string; readonly role: 'owner' | 'viewer' }
  | { readonly kind: 'job'; readonly name: string };

/** What travels with one request: who asks, its id for the log, a logger that carries both, and a signal that fires when the asker leaves. */
export interface RequestContext {
  readonly actor: Actor;
  readonly requestId: string;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** True only when peer and Host are loopback and no proxy header is there: only then may a file be revealed on this machine. */
  readonly isLocal: boolean;
}
