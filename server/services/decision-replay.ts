import type { Actor } from '../context.js';
import type { DecisionJournal } from '../repositories/decision-journal.js';
import type { Repositories } from '../repositories/repositories.js';
import type { UnitOfWork } from '../repositories/unit-of-work.js';
import { applyAnnotation } from './annotation.service.js';

/** Brings back what people said and a power cut took from the embedded database. Returns how many decisions. */
export async function replayDecisions(journal: DecisionJournal, repositories: Repositories, unitOfWork: UnitOfWork): Promise<number> {
  let count = 0;
  for await (const decision of journal.readMissing((ids) => repositories.decisions.known(ids))) {
    const id = decision.actor.replace(/^person:/, '');
    const actor: Actor = { kind: 'person', id, name: id, role: 'owner' };
    await unitOfWork(actor, (inside) => applyAnnotation(inside, decision));
    count += 1;
  }
  return count;
}
