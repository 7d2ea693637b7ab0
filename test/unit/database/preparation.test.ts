import { describe, expect, test } from '@jest/globals';
import type { Client } from 'pg';
import { createLog } from '../../../server/logging.js';
import { isOlder, prepareDatabase } from '../../../server/database/preparation.js';

/** A server that answers with the given versions, as no test machine has them all. */
function serverWith(versions: { number?: number; vectorVersion?: string; refuses?: string }): Client {
  const { number = 160004, vectorVersion = '0.8.4', refuses = 'nothing' } = versions;
  const query = async (sql: string) => {
    if (sql.includes(refuses)) throw new Error('permission denied');
    return { rows: [{ number: String(number), text: '16.4', version: '16.4', vectorVersion }] };
  };
  return { query } as unknown as Client;
}

describe('preparing the database', () => {
  const log = createLog('silent');

  test.each([
    ['0.7.4', [0, 8, 0], true],
    ['0.8.0', [0, 8, 0], false],
    ['0.8', [0, 8, 0], false],
    ['0.8.10', [0, 8, 4], false],
    ['0.10.0', [0, 8, 4], false],
    ['1.0', [0, 8, 4], false],
    ['0.8.3', [0, 8, 4], true],
  ])('T45: %s older than %j: %s', (version, than, expected) => {
    expect(isOlder(version, than)).toBe(expected);
  });

  test('T45: a pgvector before 0.8.0 is refused with what to do', async () => {
    await expect(prepareDatabase(serverWith({ vectorVersion: '0.7.4' }), log)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('Expected pgvector 0.8.0 or newer but received 0.7.4'),
    });
  });

  test('T45: a pgvector before 0.8.4 is warned about and builds without parallel workers', async () => {
    const warned: unknown[] = [];
    const loud = { ...log, warn: (...words: unknown[]) => void warned.push(words) } as unknown as typeof log;
    expect(await prepareDatabase(serverWith({ vectorVersion: '0.8.3' }), loud)).toMatchObject({ hasUnsafeParallelBuilds: true });
    expect(warned).toHaveLength(1);
    expect(await prepareDatabase(serverWith({ vectorVersion: '0.8.4' }), loud)).toMatchObject({ hasUnsafeParallelBuilds: false });
    expect(warned).toHaveLength(1);
  });

  test('T45: a PostgreSQL before 15 is refused', async () => {
    await expect(prepareDatabase(serverWith({ number: 140010 }), log)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  test('an extension that may not be created is named together with the command that does', async () => {
    await expect(prepareDatabase(serverWith({ refuses: 'EXISTS pg_trgm' }), log)).rejects.toThrow(
      'run: CREATE EXTENSION IF NOT EXISTS pg_trgm;',
    );
  });
});
