/** One row per error code: the HTTP status it answers with, how loudly it is logged, and whether trying again can help. */
const ERROR_TABLE = {
  BAD_REQUEST: { status: 400, level: 'debug', retryable: false },
  UNAUTHENTICATED: { status: 401, level: 'debug', retryable: false },
  FORBIDDEN: { status: 403, level: 'info', retryable: false },
  NOT_FOUND: { status: 404, level: 'debug', retryable: false },
  CONFLICT: { status: 409, level: 'info', retryable: false },
  TOO_LARGE: { status: 413, level: 'info', retryable: false },
  UNSUPPORTED_MEDIA: { status: 415, level: 'info', retryable: false },
  UNPROCESSABLE: { status: 422, level: 'info', retryable: false },
  RATE_LIMITED: { status: 429, level: 'info', retryable: true },
  UNAVAILABLE: { status: 503, level: 'warn', retryable: true },
  INTERNAL: { status: 500, level: 'error', retryable: false },
} as const;

/** The closed set of error codes that REST and GraphQL answer with. */
export type ErrorCode = keyof typeof ERROR_TABLE;

/** An expected failure: a code of the table and a sentence that is safe to show to whoever asked. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details?: Readonly<Record<string, unknown>>,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'AppError';
  }

  get status(): number {
    return ERROR_TABLE[this.code].status;
  }

  get level(): 'debug' | 'info' | 'warn' | 'error' {
    return ERROR_TABLE[this.code].level;
  }

  get retryable(): boolean {
    return ERROR_TABLE[this.code].retryable;
  }
}

/** Any thrown value as an AppError: what is not one already becomes INTERNAL with a sentence that gives nothing away. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('INTERNAL', 'Something went wrong on the server. The log has the details.', undefined, { cause: error });
}
