import type { Actor } from '../context.js';
import type { DecisionJournal } from '../repositories/decision-journal.js';
import type { Repositories } from '../repositories/repositories.js';
import type { UnitOfWork } from '../repositories/unit-of-work.js';
import { applyDecision } from './ledger-state.js';

/** Brings back what people said and a power cut took from the embedded database. Returns how many decisions. */
export async function replayDecisions(journal: DecisionJournal, repositories: Repositories, unitOfWork: UnitOfWork): Promise<number> {
  let count = 0;
  for await (const decision of journal.readMissing((ids) => repositories.decisions.known(ids))) {
    await unitOfWork(actorOf(decision.actor), (inside) => applyDecision(inside, decision));
    count += 1;
  }
  return count;
}

function actorOf(key: string): Actor {
  const [kind, name] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  return kind === 'import' ? { kind, name } : { kind: 'person', id: name, name, role: 'owner' };
}
