import { expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { openDatabase, type Database } from '../../../server/database/data-source.js';
import { MIGRATIONS } from '../../../server/database/migrate.js';
import { createLog } from '../../../server/logging.js';
import { createRepositories } from '../../../server/repositories/repositories.js';
import { createServerDatabase } from '../../support/databases.js';
import { describeWith, postgresUrl } from '../../support/requirements.js';

jest.setTimeout(60_000);

const silent = createLog('silent');
const open = (url: string, poolSize = 4) => openDatabase({ url, poolSize, dataDir: '/nowhere', log: silent });

async function withServerDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const { url, drop } = await createServerDatabase();
  try {
    await work(url);
  } finally {
    await drop();
  }
}

/** Ends every other connection to a database, as a restart of its server does. */
async function cutConnections(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: postgresUrl ?? undefined });
  await client.connect();
  const sql = 'SELECT count(pg_terminate_backend(pid))::int AS cut FROM pg_stat_activity WHERE datname = $1';
  const { rows } = await client.query<{ cut: number }>(sql, [new URL(url).pathname.slice(1)]);
  await client.end();
  return rows[0]?.cut ?? 0;
}

describeWith('postgres', 'a PostgreSQL server', () => {
  test('T45: two starters at once migrate once, and both serve', () =>
    withServerDatabase(async (url) => {
      const databases = await Promise.all([open(url), open(url), open(url)]);
      const rows: { name: string }[] = await databases[0].dataSource.query('SELECT name FROM migrations ORDER BY id');
      expect(rows.map((row) => row.name)).toEqual(MIGRATIONS.map((migration) => migration.name));
      for (const database of databases) await database.close();
    }));

  test('T45: a schema that is newer than the program is refused by name', () =>
    withServerDatabase(async (url) => {
      const database = await open(url);
      await database.dataSource.query(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'AddFuture9999999999999')`);
      await database.close();
      await expect(open(url)).rejects.toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('AddFuture9999999999999') });
    }));

  test('T45: an interrupted migration leaves nothing half made, and the next start finishes it', () =>
    withServerDatabase(async (url) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      // The third migration cannot make its table: a crash at the same place leaves the same state.
      await client.query('CREATE TABLE similarity_log (in_the_way int)');
      await expect(open(url)).rejects.toThrow('already exists');
      const { rows } = await client.query<{ made: string | null }>(`SELECT to_regclass('models')::text AS made`);
      expect(rows[0]?.made).toBeNull();
      await client.query('DROP TABLE similarity_log');
      await client.end();
      const database = await open(url);
      await database.ping();
      await database.close();
    }));

  test('T42: vectors are read as numbers on every connection, also after the server cut them all', () =>
    withServerDatabase(async (url) => {
      const database = await open(url);
      const read = async () => {
        const rows: { v: unknown }[] = await database.dataSource.query(`SELECT '[1,2.5]'::vector AS v, pg_sleep(.02)`);
        return rows[0]?.v;
      };
      const readMany = () => Promise.all(Array.from({ length: 20 }, read));
      expect(await readMany()).toEqual(Array(20).fill([1, 2.5]));
      expect(await cutConnections(url)).toBeGreaterThan(0);
      await answersAgain(database);
      expect(await readMany()).toEqual(Array(20).fill([1, 2.5]));
      await database.close();
    }));

  test('T42: what runs while the server cuts the connections fails as UNAVAILABLE, and the process lives on', () =>
    withServerDatabase(async (url) => {
      const database = await open(url, 2);
      const { roots } = createRepositories(database.dataSource.manager);
      const slow = database.dataSource.query('SELECT pg_sleep(30)').catch((error: Error) => error.message);
      while ((await cutConnections(url)) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await slow).toMatch(/terminat/i);
      const answers = await Promise.all(Array.from({ length: 5 }, () => roots.list().catch((error: { code: string }) => error.code)));
      for (const answer of answers) expect(['UNAVAILABLE', []]).toContainEqual(answer);
      await answersAgain(database);
      await database.close();
    }));

  test('T14, T16: statements and idle transactions end by themselves', () =>
    withServerDatabase(async (url) => {
      const database = await open(url);
      const rows: { statement: string; idle: string }[] = await database.dataSource.query(
        `SELECT current_setting('statement_timeout') AS statement, current_setting('idle_in_transaction_session_timeout') AS idle`,
      );
      expect(rows).toEqual([{ statement: '30s', idle: '1min' }]);
      await database.afterBulk();
      await database.close();
    }));

  test('T14: a role that owns nothing but its database is enough, and can read no file of the server', () =>
    withServerDatabase(async (url) => {
      const ROLE = `image_explorer_${Date.now()}`;
      const administrator = new pg.Client({ connectionString: url });
      await administrator.connect();
      await administrator.query('CREATE EXTENSION vector; CREATE EXTENSION pg_trgm');
      await administrator.query(`CREATE ROLE ${ROLE} LOGIN PASSWORD 'x'; GRANT CREATE ON SCHEMA public TO ${ROLE}`);
      const asRole = new URL(url);
      [asRole.username, asRole.password] = [ROLE, 'x'];
      const database = await open(asRole.href);
      for (const sql of [`COPY (SELECT 1) TO PROGRAM 'true'`, `SELECT pg_read_file('/etc/passwd')`, 'CREATE ROLE other SUPERUSER']) {
        await expect(database.dataSource.query(sql)).rejects.toThrow(/permission denied|must be superuser/);
      }
      await database.close();
      await administrator.query(`DROP OWNED BY ${ROLE}; DROP ROLE ${ROLE}`);
      await administrator.end();
    }));

  test('a server that is not there is reported at once', async () => {
    await expect(open('postgres://nobody@127.0.0.1:1/none')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});

/** The pool notices a dead connection when it uses it: a few pings may fail, then all succeed. */
async function answersAgain(database: Database): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const isBack = await database.ping().then(
      () => true,
      () => false,
    );
    if (isBack) return;
  }
  throw new Error('The pool did not recover.');
}
