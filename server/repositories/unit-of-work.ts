import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from '../context.js';
import type { Database } from '../database/data-source.js';
import { AppError } from '../errors.js';
import { translateDatabaseError } from './database-errors.js';
import type { DecisionJournal } from './decision-journal.js';
import type { Decision } from './decision.repository.js';
import { createRepositories, type Repositories } from './repositories.js';

/** Runs work in one transaction: all of it is written, or nothing. Inside, only the repositories it is given may be used. */
export type UnitOfWork = <T>(actor: Actor, work: (repositories: Repositories) => Promise<T>) => Promise<T>;

/** How an actor is written into decisions, runs and logs: `person:<id>`, `import:<name>` or `job:<name>`. */
export function actorKey(actor: Actor): string {
  return `${actor.kind}:${actor.kind === 'person' ? actor.id : actor.name}`;
}

/**
 * Transactions that carry their actor, so that the database can refuse what only a person may write. With a journal (embedded), the
 * decisions of a transaction are on the disk before it commits.
 */
export function createUnitOfWork(database: Database, journal: DecisionJournal | null): UnitOfWork {
  const running = new AsyncLocalStorage<true>();
  return async (actor, work) => {
    // A second checkout inside the first waits for ever on the embedded connection: refused everywhere, so that tests on either find it.
    if (running.getStore())
      throw new AppError('INTERNAL', 'Expected no unit of work inside another: use the repositories that were given.');
    const decisions: Decision[] = [];
    try {
      return await running.run(true, () =>
        database.dataSource.transaction(async (manager) => {
          await manager.query(`SELECT set_config('image_explorer.actor', $1, true)`, [actorKey(actor)]);
          const result = await work(createRepositories(manager, (decision) => decisions.push(decision)));
          if (decisions.length > 0) await journal?.append(decisions);
          return result;
        }),
      );
    } catch (error) {
      // What the database did not keep must not come back from the journal. Should this fail too, the disk is full or gone, and that is what is reported.
      if (decisions.length > 0) await journal?.void(decisions.map((decision) => decision.id)).catch(() => undefined);
      throw translateDatabaseError(error);
    }
  };
}
