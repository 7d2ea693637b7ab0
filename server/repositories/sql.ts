import type { EntityManager } from 'typeorm';
import { AppError } from '../errors.js';

/** Runs a query whose text is constant and whose values are bound; the rows have the shape its author gives. */
export async function queryRows<Row>(manager: EntityManager, sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  return (await manager.query(sql, [...values])) as Row[];
}

/** Runs an UPDATE or DELETE and says how many rows it touched. */
export async function countChanged(manager: EntityManager, sql: string, values: readonly unknown[] = []): Promise<number> {
  const answer = (await manager.query(sql, [...values])) as [unknown[], number];
  return answer[1];
}

/** The single row of a query that always has one, such as a count. */
export async function queryRow<Row>(manager: EntityManager, sql: string, values: readonly unknown[] = []): Promise<Row> {
  const [row] = await queryRows<Row>(manager, sql, values);
  if (!row) throw new AppError('INTERNAL', 'Expected one row but received none.');
  return row;
}

/**
 * A whole number that may stand inside SQL. Model ids and dimensions in vector SQL are inlined, never bound:
 * under a bound model id the generic plan no longer sees that a partial index applies (measured).
 */
export function checkedInteger(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new AppError('INTERNAL', `Expected a whole number but received ${value}.`);
  return String(value);
}

/** A text as a LIKE pattern that finds it literally anywhere: percent, underscore and backslash lose their meaning. */
export function containsPattern(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
