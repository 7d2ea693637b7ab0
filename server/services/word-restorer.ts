import type { Actor } from '../context.js';
import type { Said } from '../repositories/decision.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import { foldDecisions } from './ledger-fold.js';
import type { Ledger, Statement } from './ledger.js';

/** In whose name words come back to a picture: theirs who said them stands in every fact. */
const LEDGER: Actor = { kind: 'person', id: 'ledger', name: 'ledger', role: 'owner' };
const SLICE = 200;

/**
 * Gives pictures back what was said about them before the archive knew their files: after a rebuild from the decision journal, or when
 * the rows of a picture were lost. Ids of documents follow from their bytes, so the ledger finds them again.
 */
export class WordRestorer {
  constructor(
    private readonly ledger: Ledger,
    private readonly repositories: Repositories,
  ) {}

  /** Returns how many pictures got their words back. */
  async restore(): Promise<number> {
    let count = 0;
    const waiting = await this.repositories.decisions.listUnattached();
    for (let start = 0; start < waiting.length; start += SLICE) count += await this.attach(waiting.slice(start, start + SLICE));
    return count;
  }

  private async attach(ids: readonly string[]): Promise<number> {
    const decision = await this.ledger.decide(LEDGER, async ({ decisions }) => {
      const subjects: Statement[] = [];
      for (const id of ids) {
        const said = await decisions.listOfSubject({ kind: 'document', id });
        const { documents } = await foldDecisions(said);
        const facts: Iterable<readonly [string, Said]> = documents.get(id) ?? [];
        subjects.push({ kind: 'document', id, say: Object.fromEntries(facts) });
      }
      return { kind: 'restore', subjects };
    });
    return decision?.subjects.filter(({ kind }) => kind === 'document').length ?? 0;
  }
}
