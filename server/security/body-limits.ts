import type { Request, RequestHandler } from 'express';
import express from 'express';
import { AppError } from '../errors.js';

/** Bounds of a request body: bytes in all, the longest silence and the longest time for the whole. */
export interface BodyLimits {
  readonly maxBytes: number;
  readonly silenceMs: number;
  readonly totalMs: number;
}

const MAX_JSON_BYTES = 1_048_576;
// What a multipart form adds to its file: boundaries, part headers, the GraphQL operation.
const FORM_BYTES = 1_048_576;

/** Limits for uploads of so many bytes: 15 s of silence, 10 minutes in all (50 MB at 0.7 Mbit/s). */
export function uploadLimits(maxUploadBytes: number): BodyLimits {
  return { maxBytes: maxUploadBytes + FORM_BYTES, silenceMs: 15_000, totalMs: 600_000 };
}

/**
 * Watches the body while others read it: only JSON and multipart, by declared length at once, by counted bytes and by the clock while it
 * streams. Too much or too slow goes to `next` as TOO_LARGE or BAD_REQUEST, and no further byte is handed on.
 */
export function limitBody(limits: BodyLimits): RequestHandler {
  return (request, response, next) => {
    if (!hasBody(request)) return next();
    if (!request.is(['application/json', 'multipart/form-data'])) {
      return next(new AppError('UNSUPPORTED_MEDIA', 'Expected application/json or multipart/form-data, but received another type.'));
    }
    const limit = request.is('application/json') ? { ...limits, maxBytes: MAX_JSON_BYTES } : limits;
    if (Number(request.headers['content-length'] ?? 0) > limit.maxBytes) return next(tooLarge(limit));
    // A small body may be here already; its end would never be seen, and a slow answer would be taken for a slow sender.
    if (request.complete) return next();
    const stop = watch(request, limit, next);
    response.once('close', stop);
    return next();
  };
}

/** Parses JSON bodies of at most 1 MB; compressed ones are refused, a bomb needs no more than that. */
export function parseJson(): RequestHandler {
  return express.json({ limit: MAX_JSON_BYTES, inflate: false, strict: true });
}

// Readable.push is where every chunk of the body enters; counting there neither consumes the stream nor needs a second one.
function watch(request: Request, limits: BodyLimits, fail: (error: AppError) => void): () => void {
  const push = request.push.bind(request);
  let receivedBytes = 0;
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
    clearTimeout(silence);
    clearTimeout(total);
  };
  const give = (error: AppError): void => {
    if (isStopped) return;
    stop();
    request.push = () => true;
    fail(error);
  };
  const onSilence = (): void => {
    // Bytes that lie here unread mean that we are the slow ones, and the sender is held back.
    if (request.readableLength > 0) silence.refresh();
    else give(tooSlow(limits.silenceMs));
  };
  const silence = setTimeout(onSilence, limits.silenceMs);
  const total = setTimeout(() => give(tooSlow(limits.totalMs)), limits.totalMs);
  request.push = (chunk: Buffer | null, encoding) => {
    receivedBytes += chunk?.length ?? 0;
    if (chunk === null) stop();
    else silence.refresh();
    if (receivedBytes > limits.maxBytes) give(tooLarge(limits));
    return receivedBytes > limits.maxBytes ? true : push(chunk, encoding);
  };
  return stop;
}

function hasBody(request: Request): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}

function tooLarge({ maxBytes }: BodyLimits): AppError {
  return new AppError('TOO_LARGE', `Expected a body of at most ${maxBytes} bytes, but received more.`, { maxBytes });
}

function tooSlow(timeMs: number): AppError {
  return new AppError('BAD_REQUEST', `Expected the whole body in time, but waited ${timeMs / 1_000} seconds for it.`);
}
