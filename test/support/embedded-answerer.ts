// A process of its own that asks an embedded database for long answers and prints by how many bytes its memory grew over the later ones.
// Started by test/integration/database/embedded.test.ts with --expose-gc: in a test's process others leave garbage too. Argument: the data folder.
import pg from 'pg';
import { openEmbedded } from '../../server/database/embedded.js';
import { clientConfig } from '../../server/database/postgres.js';

const embedded = await openEmbedded(process.argv[2] ?? '');
const client = new pg.Client(clientConfig(null, embedded));
await client.connect();

async function answerLong(times: number): Promise<number> {
  for (let turn = 0; turn < times; turn += 1) {
    const { rows } = await client.query<{ long: string }>(`SELECT repeat('x', 7000000) AS long`);
    if (rows[0]?.long.length !== 7_000_000) throw new Error('The answer is not what was asked for.');
  }
  globalThis.gc?.();
  return process.memoryUsage.rss();
}

const before = await answerLong(40);
process.stdout.write(String((await answerLong(80)) - before));
await client.end();
await embedded.close();
