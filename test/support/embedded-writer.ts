// A process of its own that decides without end on an embedded database and prints the id of each decision once it is acknowledged.
// Started by test/integration/database/crash.test.ts, which kills it. Arguments: the data folder, a document to write about.
import { join } from 'node:path';
import { openDatabase } from '../../server/database/data-source.js';
import { createLog } from '../../server/logging.js';
import { DecisionJournal } from '../../server/repositories/decision-journal.js';
import { createUnitOfWork } from '../../server/repositories/unit-of-work.js';
import { newDecision, newFact, OWNER } from './archive-rows.js';

const [dataDir = '', documentId = ''] = process.argv.slice(2);
const database = await openDatabase({ url: null, poolSize: 1, dataDir, log: createLog('silent') });
const journal = await DecisionJournal.open(join(dataDir, 'decisions.jsonl'));
const unitOfWork = createUnitOfWork(database, journal);
for (let round = 1; ; round += 1) {
  const decision = newDecision([{ kind: 'document', id: documentId }], { payload: { title: `round ${round}` } });
  await unitOfWork(OWNER, async (inside) => {
    await inside.decisions.insert(decision);
    await inside.annotations.putMany([{ documentId, field: 'title', element: '', fact: newFact(`round ${round}`) }]);
  });
  process.stdout.write(`${decision.id}\n`);
}
