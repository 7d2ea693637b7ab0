import type { Actor, Role } from '../context.js';
import { AppError } from '../errors.js';

/** Everything that someone can want to do, and the least role that may. */
const NEEDED_ROLE = {
  view: 'viewer',
  search: 'viewer',
  seeHidden: 'owner',
  annotate: 'owner',
  forget: 'owner',
  reveal: 'owner',
  runJobs: 'owner',
  changeRoots: 'owner',
  browseFolders: 'owner',
  readReports: 'owner',
} as const satisfies Record<string, Role>;

/** What someone can want to do. */
export type Action = keyof typeof NEEDED_ROLE;

interface Acting {
  readonly actor: Actor;
}

/** Throws FORBIDDEN unless the one who acts is a person of this role; an owner may do all that a viewer may. */
export function requireRole(context: Acting, role: Role): void {
  if (hasRole(context, role)) return;
  throw new AppError('FORBIDDEN', `Expected the ${role} of this archive, but received someone who may not do this.`);
}

/** Whether the one who acts may do this. */
export function mayDo(context: Acting, action: Action): boolean {
  return hasRole(context, NEEDED_ROLE[action]);
}

/** Throws FORBIDDEN unless the one who acts may do this. */
export function requireAction(context: Acting, action: Action): void {
  requireRole(context, NEEDED_ROLE[action]);
}

function hasRole({ actor }: Acting, role: Role): boolean {
  return actor.kind === 'person' && (actor.role === role || actor.role === 'owner');
}
