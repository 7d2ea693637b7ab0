import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { AppError, type ErrorCode, toAppError } from '../errors.js';
import type { Log } from '../logging.js';
import { findAnonymousContext } from '../security/request-context.js';

const LINGER_MS = 2_000;
// How the parsers of Express name what they refuse, in our words.
const PARSER_ERRORS: Readonly<Record<number, { code: ErrorCode; message: string }>> = {
  400: { code: 'BAD_REQUEST', message: 'Expected a well-formed request, but received one that cannot be read.' },
  413: { code: 'TOO_LARGE', message: 'Expected a body of at most 1 MB, but received more.' },
  415: { code: 'UNSUPPORTED_MEDIA', message: 'Expected plain JSON in UTF-8, but received another encoding.' },
};

/** Refuses what no route of ours has answered. */
export const notFound: RequestHandler = (_request, _response, next) => {
  next(new AppError('NOT_FOUND', 'Expected a path of this server, but received another.'));
};

/** Answers every error as `{ error: { code, message, details? } }`: ours as they are, any other masked, with its cause in the log. */
export function answerErrors(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const failure = fromParser(error) ?? toAppError(error);
    const requestLog = findAnonymousContext(response)?.log ?? log;
    requestLog[failure.level]({ code: failure.code, err: failure.level === 'debug' ? undefined : error }, failure.message);
    if (response.headersSent) {
      if (!response.writableEnded) response.destroy();
      return;
    }
    hangUpOnBody(request, response);
    send(response, failure);
  };
}

function send(response: Response, { code, message, details, status }: AppError): void {
  if (typeof details?.retryAfterSeconds === 'number') response.set('Retry-After', String(details.retryAfterSeconds));
  if (code === 'UNAUTHENTICATED') response.set('WWW-Authenticate', 'Bearer');
  response.set('Cache-Control', 'no-store').status(status);
  response.json({ error: { code, message, details } });
}

// A refused body is not read to its end: the answer goes out, and whoever still sends 2 s later is cut off.
function hangUpOnBody(request: Request, response: Response): void {
  if (request.complete) return;
  response.set('Connection', 'close');
  response.once('finish', () => setTimeout(() => request.destroy(), LINGER_MS).unref());
}

function fromParser(error: unknown): AppError | null {
  if (error instanceof AppError || !(error instanceof Error) || !('status' in error)) return null;
  // The router's own complaint about a path such as /%zz carries a status and nothing else.
  if (!('expose' in error) && !(error instanceof URIError)) return null;
  const known = PARSER_ERRORS[Number(error.status)];
  return known ? new AppError(known.code, known.message, undefined, { cause: error }) : null;
}
