import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../../server/database/data-source.js';
import { newId } from '../../../server/ids.js';
import { createLog } from '../../../server/logging.js';
import { DecisionJournal } from '../../../server/repositories/decision-journal.js';
import { createRepositories } from '../../../server/repositories/repositories.js';
import { insertDocuments } from '../../support/archive-rows.js';
import { copyTemplate } from '../../support/database-template.js';

const silent = createLog('silent');
const writer = join(import.meta.dirname, '../../support/embedded-writer.ts');
const open = (dataDir: string) => openDatabase({ url: null, poolSize: 1, dataDir, log: silent });

/** Lets a child decide until it has acknowledged some, then kills it in whatever it is doing; returns the acknowledged ids. */
async function killWhileDeciding(dataDir: string, documentId: string, acknowledged: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', writer, dataDir, documentId], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  let output = '';
  for await (const chunk of child.stdout) {
    output += String(chunk);
    if (output.split('\n').length <= acknowledged) continue;
    child.kill('SIGKILL');
  }
  await exited;
  return output.split('\n').slice(0, -1);
}

test('T36, T38: kill -9 in the middle of decisions loses none that was acknowledged, and leaves none half written', async () => {
  const dataDir = await copyTemplate();
  const documentId = newId();
  const first = await open(dataDir);
  await insertDocuments(createRepositories(first.dataSource.manager), [{ id: documentId }]);
  await first.close();
  const acknowledged: string[] = [];
  for (const count of [1, 9]) {
    acknowledged.push(...(await killWhileDeciding(dataDir, documentId, count)));
    // The lock of the dead process is taken over, and the database opens.
    const database = await open(dataDir);
    const { decisions, annotations } = createRepositories(database.dataSource.manager);
    const stored = await decisions.listOfSubject({ kind: 'document', id: documentId });
    expect(stored.map((decision) => decision.id)).toEqual(expect.arrayContaining(acknowledged));
    // The words and the decision were one transaction.
    const [annotation] = await annotations.listOfDocuments([documentId]);
    expect(stored.at(-1)?.payload).toEqual({ title: annotation?.value });
    await database.close();
  }
  // A power cut may take more than a killed process does. Here the database lost everything, and the journal tells what.
  const journal = await DecisionJournal.open(join(dataDir, 'decisions.jsonl'));
  const lost: string[] = [];
  for await (const decision of journal.readMissing(async () => new Set())) lost.push(decision.id);
  expect(lost).toEqual(expect.arrayContaining(acknowledged));
  await journal.close();
  rmSync(dataDir, { recursive: true, force: true });
}, 300_000);
