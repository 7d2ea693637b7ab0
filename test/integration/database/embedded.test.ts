import { describe, expect, jest, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { openDatabase } from '../../../server/database/data-source.js';
import { openEmbedded, prepareFolder } from '../../../server/database/embedded.js';
import { clientConfig, poolConfig } from '../../../server/database/postgres.js';
import { createLog } from '../../../server/logging.js';
import { createRepositories } from '../../../server/repositories/repositories.js';
import { JOB, insertDocuments } from '../../support/archive-rows.js';
import { copyTemplate } from '../../support/database-template.js';
import { openEmbeddedForTest } from '../../support/databases.js';

// Opening takes about a second, and many times that on a busy machine.
jest.setTimeout(120_000);

const silent = createLog('silent');
const open = (dataDir: string) => openDatabase({ url: null, poolSize: 1, dataDir, log: silent });

describe('the embedded database', () => {
  test('keeps what was written, and lets go of its lock when closed', async () => {
    const dataDir = await copyTemplate();
    const first = await open(dataDir);
    const [id = ''] = await insertDocuments(createRepositories(first.dataSource.manager), [{}]);
    await first.afterBulk();
    await first.ping();
    await expect(open(dataDir)).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining(`process ${process.pid}`) });
    await first.ping();
    await first.close();
    expect(existsSync(join(dataDir, 'database.lock'))).toBe(false);
    const second = await open(dataDir);
    expect((await createRepositories(second.dataSource.manager).documents.getById(id)).id).toBe(id);
    await second.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('a checkout inside a unit of work fails loudly instead of waiting for ever', async () => {
    const opened = await openEmbeddedForTest();
    const nested = opened.unitOfWork(JOB, () => opened.unitOfWork(JOB, async () => 1));
    await expect(nested).rejects.toThrow('Expected no unit of work inside another');
    await opened.close();

    const dataDir = await copyTemplate();
    const embedded = await openEmbedded(dataDir);
    const config = poolConfig(clientConfig(null, embedded), { embedded: true, poolSize: 9 });
    expect(config).toMatchObject({ max: 1, connectionTimeoutMillis: 15_000 });
    const pool = new pg.Pool({ ...config, connectionTimeoutMillis: 5000 });
    const held = await pool.connect();
    await expect(pool.query('SELECT 1')).rejects.toThrow('timeout');
    held.release();
    await pool.end();
    await embedded.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('keeps none of the answers that it gave', async () => {
    const dataDir = await copyTemplate();
    const answerer = join(import.meta.dirname, '../../support/embedded-answerer.ts');
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--import', 'tsx', answerer, dataDir]);
    // It grew by 21 to 35 MB of what was not collected yet; kept, eighty answers of 7 MB are 560 MB and more.
    expect(Number(stdout)).toBeLessThan(320_000_000);
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('a client that dies in a transaction leaves nothing behind for the next one', async () => {
    const dataDir = await copyTemplate();
    const embedded = await openEmbedded(dataDir);
    const first = new pg.Client(clientConfig(null, embedded));
    await first.connect();
    await first.query('BEGIN');
    await first.query(`INSERT INTO settings VALUES ('lost', '1')`);
    await first.query(`SELECT set_config('image_explorer.actor', 'person:ada', false)`);
    await first.end();
    const second = new pg.Client(clientConfig(null, embedded));
    await second.connect();
    const { rows } = await second.query(
      `SELECT (SELECT count(*)::int FROM settings) AS settings, current_setting('image_explorer.actor', true) AS actor`,
    );
    expect(rows[0].settings).toBe(0);
    expect(rows[0].actor || null).toBeNull();
    await second.end();
    await embedded.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('many queries at once, errors among them, each get their own answer', async () => {
    const { database, close } = await openEmbeddedForTest();
    const ask = async (n: number) => {
      if (n % 10 === 0) return database.dataSource.query('SELECT 1 / 0').catch((error: Error) => error.message);
      const rows: { n: number; text: string }[] = await database.dataSource.query('SELECT $1::int AS n, repeat($2, 1000) AS text', [
        n,
        String(n % 7),
      ]);
      return rows[0]?.n === n && rows[0].text === String(n % 7).repeat(1000);
    };
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => ask(n)));
    answers.forEach((answer, n) => expect(answer).toBe(n % 10 === 0 ? 'division by zero' : true));
    await close();
  });

  test('what an interrupted first start left is put aside, never deleted', async () => {
    const dataDir = await copyTemplate();
    rmSync(join(dataDir, 'database/image-explorer.complete'));
    expect(prepareFolder(dataDir)).toBe(join(dataDir, 'database'));
    expect(existsSync(join(dataDir, 'database'))).toBe(false);
    const [aside = ''] = readdirSync(dataDir);
    expect(aside).toMatch(/^database\.incomplete-/);
    expect(existsSync(join(dataDir, aside, 'PG_VERSION'))).toBe(true);
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('T45: a folder of another PostgreSQL is refused by name and the lock let go', async () => {
    const dataDir = await copyTemplate();
    writeFileSync(join(dataDir, 'database/PG_VERSION'), '17\n');
    await expect(open(dataDir)).rejects.toThrow('received one of PostgreSQL 17');
    expect(existsSync(join(dataDir, 'database.lock'))).toBe(false);
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('a data folder that cannot be opened lets the lock go', async () => {
    const dataDir = await copyTemplate();
    rmSync(join(dataDir, 'database'), { recursive: true });
    mkdirSync(join(dataDir, 'database'));
    writeFileSync(join(dataDir, 'database/image-explorer.complete'), '');
    writeFileSync(join(dataDir, 'database/PG_VERSION'), '18\n');
    await expect(open(dataDir)).rejects.toThrow();
    expect(existsSync(join(dataDir, 'database.lock'))).toBe(false);
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);
});
