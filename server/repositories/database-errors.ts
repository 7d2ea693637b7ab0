import { QueryFailedError } from 'typeorm';
import { AppError } from '../errors.js';

// Classes and codes of SQLSTATE: connection lost, out of resources, server going down, statement timed out, lock not granted.
const UNAVAILABLE = /^(08|53|57P0|57014|55P03|25P03|40P01|40001)/;
const SYSTEM_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'ENOENT']);
// pg and its pool give these without a code.
const SENTENCES = /connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|embedded database has stopped/i;

/** A lost, busy or slow database as UNAVAILABLE; any other error as it is. */
export function translateDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const cause: Error = error instanceof QueryFailedError ? error.driverError : error;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  const isUnavailable = UNAVAILABLE.test(code) || SYSTEM_CODES.has(code) || SENTENCES.test(cause.message);
  if (!isUnavailable) return error;
  return new AppError('UNAVAILABLE', 'The database cannot answer at the moment. Please try again.', undefined, { cause: error });
}
