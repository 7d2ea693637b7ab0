import type { EntityManager } from 'typeorm';
import { queryRows } from './sql.js';

/** Rows of one statement: the embedded database answers nobody else meanwhile. */
const ROWS_PER_STATEMENT = 1000;
const START = '00000000-0000-0000-0000-000000000000';
const LAST_GENERATION = 2 ** 31 - 1;

/**
 * Removes the rows of all generations but one (null: of all) from a table that is written in generations, some at a time; returns how
 * many. Where there are none it reads two places of an index.
 */
export async function removeOtherGenerations(
  manager: EntityManager,
  table: 'kmeans_members' | 'map_points',
  { kept, signal }: { kept: number | null; signal?: AbortSignal },
): Promise<number> {
  // Each step begins where the last one ended, or it would pass over all that they removed.
  const sql = `
    WITH old AS (
      SELECT generation, document_id FROM ${table} WHERE (generation, document_id) >= ($1::integer, $2::uuid) AND generation <= $3::integer
      ORDER BY generation, document_id LIMIT ${ROWS_PER_STATEMENT}),
    removed AS (DELETE FROM ${table} t USING old o WHERE (t.document_id, t.generation) = (o.document_id, o.generation))
    SELECT * FROM old ORDER BY generation, document_id`;
  const removeBetween = async (first: number, last: number): Promise<number> => {
    let removed = 0;
    for (let after = { generation: first, document_id: START }; !signal?.aborted;) {
      const rows = await queryRows<typeof after>(manager, sql, [after.generation, after.document_id, last]);
      removed += rows.length;
      if (rows.length < ROWS_PER_STATEMENT) break;
      after = rows.at(-1) ?? after;
    }
    return removed;
  };
  const earlier = await removeBetween(0, (kept ?? 0) - 1);
  return earlier + (await removeBetween((kept ?? -1) + 1, LAST_GENERATION));
}
