import type { ClientConfig, PoolConfig } from 'pg';
import type { EmbeddedDatabase } from './embedded.js';

/** How long one statement may run on a server; longer work (index builds, ANALYZE) lifts it for its own session. */
const STATEMENT_TIMEOUT_MS = 30_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000;
const CONNECT_TIMEOUT_MS = 10_000;
// Embedded, everyone waits for the one connection. A checkout inside a unit of work would wait for ever: this makes it fail instead.
const EMBEDDED_CHECKOUT_TIMEOUT_MS = 15_000;

/** Settings of one connection: to a server, or to the embedded database through its stream. */
export function clientConfig(url: string | null, embedded: EmbeddedDatabase | null): ClientConfig {
  if (embedded) return { user: 'postgres', database: 'postgres', password: '', stream: () => embedded.openStream() as never };
  return { connectionString: url ?? undefined, application_name: 'image-explorer', connectionTimeoutMillis: CONNECT_TIMEOUT_MS };
}

/** Settings of the pool. The embedded database is one session: exactly one connection that is never dropped for being idle. */
export function poolConfig(client: ClientConfig, options: { embedded: boolean; poolSize: number }): PoolConfig {
  if (options.embedded) return { ...client, max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: EMBEDDED_CHECKOUT_TIMEOUT_MS };
  return {
    ...client,
    max: options.poolSize,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    keepAlive: true,
  };
}
