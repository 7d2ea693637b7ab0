import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { AppError, toAppError } from '../errors.js';
import type { Log } from '../logging.js';

// Faults of the asker that graphql itself finds; their sentences hold nothing but what was asked.
const ASKER_FAULTS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** An error as it may leave the server: AppErrors with their code, graphql's own faults as they are, everything else masked and logged. */
export function formatGraphqlError(log: Log, formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const code = String(formatted.extensions?.code ?? '');
  if (!(original instanceof AppError) && ASKER_FAULTS.has(code)) {
    return { message: formatted.message, locations: formatted.locations, path: formatted.path, extensions: { code } };
  }
  const shown = toAppError(original);
  log[shown.level]({ err: original }, 'an operation failed');
  return {
    message: shown.message,
    path: formatted.path,
    extensions: { code: shown.code, ...(shown.details ? { details: shown.details } : {}) },
  };
}
