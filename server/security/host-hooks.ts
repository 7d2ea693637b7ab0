import type { RequestHandler } from 'express';
import type { IncomingMessage } from 'node:http';
import type { Person } from '../context.js';
import type { Log } from '../logging.js';

/** What a host that mounts Image Explorer may put in the place of our own; each one that is left out is ours. */
export interface HostHooks {
  /** Who asks, or null: replaces login, sessions and tokens; also asked for WebSocket upgrades. */
  authenticate?(request: IncomingMessage): Promise<Person | null>;
  /** Whether this person may make this request at all; what the role allows is checked behind it. */
  authorize?(person: Person, request: IncomingMessage): Promise<boolean>;
  /** Answers or calls `next`; in place of our limit on requests. Searches and uploads keep theirs. */
  rateLimit?: RequestHandler;
  /** Answers or calls `next`; in place of IP_ALLOW and IP_DENY. */
  ipPolicy?: RequestHandler;
  logger?: Log;
  /** Origins (or `'self'`) that may show the client in a frame; none by default. */
  frameAncestors?: readonly string[];
}
