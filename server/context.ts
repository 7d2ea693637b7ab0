import type { Log } from './logging.js';

/** What a person may do: the owner everything, a viewer look. */
export type Role = 'owner' | 'viewer';

/** Someone who was let in; `id` is a uuid of `users`, or whatever the host calls them. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/**
 * Who acts, in the order of their authority: a person with a role; an import that brings what was said elsewhere, by the name of where
 * (`photos`, `xmp`, ...); a job by its name, which may never write what a person owns.
 */
export type Actor = ({ readonly kind: 'person' } & Person) | { readonly kind: 'import' | 'job'; readonly name: string };

/** What travels with one request: who asks, its id for the log, a logger that carries both, and a signal that fires when the asker leaves. */
export interface RequestContext {
  readonly actor: Actor;
  readonly requestId: string;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** True only when peer and Host are loopback and no proxy header is there: only then may a file be revealed on this machine. */
  readonly isLocal: boolean;
  /** Path under which a host has mounted the router (`req.baseUrl`), empty when stand-alone; every URL that leaves begins with it. */
  readonly mountPath: string;
}
