import { QueryFailedError } from 'typeorm';
import { AppError } from '../errors.js';

// Classes and codes of SQLSTATE: connection lost, out of resources, server going down, statement timed out, lock not granted.
const UNAVAILABLE = /^(08|53|57P0|57014|55P03|25P03|40P01|40001)/;
const SYSTEM_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'ENOENT']);
// pg and its pool give these without a code.
const SENTENCES =
  /connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|embedded database has stopped/i;

/** A lost, busy or slow database as UNAVAILABLE; any other error as it is. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const { code, message } = describe(error instanceof QueryFailedError ? error.driverError : error);
  if (!UNAVAILABLE.test(code) && !SYSTEM_CODES.has(code) && !SENTENCES.test(message)) return error;
  return new AppError('UNAVAILABLE', 'The database cannot answer at the moment. Please try again.', undefined, { cause: error });
}

function describe(error: unknown): { code: string; message: string } {
  const { code, message } = (typeof error === 'object' && error !== null ? error : {}) as { code?: unknown; message?: unknown };
  return { code: String(code ?? ''), message: String(message ?? '') };
}
