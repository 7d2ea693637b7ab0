/**
 * A process that dies while it saves: opens the database of DATA_DIR or DATABASE_URL, says something new of every picture over and over, prints each word
 * once it is stored, and kills itself at the fail point of its first argument; without one it goes on until it is killed. It is what the
 * server saves with and nothing else, because a whole server takes several seconds to start.
 */
import { join } from 'node:path';
import type { Actor } from '../../server/context.js';
import { openDatabase } from '../../server/database/data-source.js';
import { armFailPoints, type FailPoint } from '../../server/fail-point.js';
import { newId } from '../../server/ids.js';
import { createLog } from '../../server/logging.js';
import { DecisionJournal } from '../../server/repositories/decision-journal.js';
import { createRepositories } from '../../server/repositories/repositories.js';
import { createUnitOfWork } from '../../server/repositories/unit-of-work.js';
import { replayDecisions } from '../../server/services/decision-replay.js';
import { Ledger } from '../../server/services/ledger.js';
import { createSidecars } from '../../server/services/sidecars.js';

const OWNER: Actor = { kind: 'person', id: 'victim', name: 'Victim', role: 'owner' };
const dataDir = process.env.DATA_DIR ?? '';
const fatal = process.argv[2] as FailPoint | undefined;
const log = createLog('silent');

const url = process.env.DATABASE_URL ?? null;
const database = await openDatabase({ url, poolSize: 4, dataDir, log });
const repositories = createRepositories(database.dataSource.manager);
const journal = url === null ? await DecisionJournal.open(join(dataDir, 'decisions.jsonl')) : null;
const unitOfWork = createUnitOfWork(database, journal);
const ledger = new Ledger(unitOfWork);
if (journal) {
  await replayDecisions(journal, repositories, unitOfWork);
  await repositories.sidecarQueue.releaseAll();
}
const ids = (await repositories.documents.page({}, { first: 100 })).rows.map(({ id }) => id);
armFailPoints((point) => void (point === fatal && process.kill(process.pid, 'SIGKILL')));
createSidecars(repositories, ledger, { dataDir, log }).pump.start(ledger);
process.stdout.write('ready\n');
for (;;) {
  for (const id of ids) {
    const said = newId();
    const say = { title: { value: said }, [`tags/${said}`]: { value: true } };
    await ledger.decide(OWNER, async () => ({ kind: 'annotate', subjects: [{ kind: 'document', id, say }] }));
    process.stdout.write(`${id} ${said}\n`);
  }
}
