import type { Request, RequestHandler, Response } from 'express';
import { readFile, rm } from 'node:fs/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import express from 'express';
import { AppError, type ErrorCode, toAppError } from '../errors.js';
import { isLoopbackPeer } from './hosts.js';
import { isSameSecret, newSecret, writePrivately } from './secrets.js';

const PATH = '/internal/commands';
const SECRET_HEADER = 'x-image-explorer-secret';
const FILE = 'server.json';

/** Does one command of the terminal inside the server; every `emit` is one JSON value that the terminal receives. */
export type DoorHandler = (argument: unknown, emit: (line: unknown) => void) => Promise<void>;

/** The door while it is open. */
export interface LocalDoor {
  /** `POST /internal/commands`, to be mounted before the router; answers as if it were not there to anyone without the secret. */
  readonly handler: RequestHandler;
  /** Writes `DATA_DIR/server.json` (0600) with the port and this start's secret, once the server listens. */
  announce(port: number): Promise<void>;
  /** Removes `server.json`. */
  close(): Promise<void>;
}

type Line = { readonly line: unknown } | { readonly error: { code: ErrorCode; message: string } } | { readonly done: true };

/** A door for this machine's terminal alone, while the server holds the embedded database. */
export function openLocalDoor({ dataDir, handlers }: { dataDir: string; handlers: Readonly<Record<string, DoorHandler>> }): LocalDoor {
  const secret = newSecret();
  const path = join(dataDir, FILE);
  const serve = express.Router();
  serve.post(PATH, (request, response, next) => {
    const given = request.get(SECRET_HEADER) ?? '';
    next(isLoopbackPeer(request) && isSameSecret(given, secret) ? undefined : 'router');
  });
  serve.post(PATH, express.json({ limit: 1_048_576 }), (request, response) => obey(request, response, handlers));
  return {
    handler: serve,
    announce: (port) => writePrivately(path, JSON.stringify({ port, pid: process.pid, secret })),
    close: () => rm(path, { force: true }),
  };
}

/**
 * Hands a command to the server that holds this data folder and calls `onLine` for each value it emits. Throws what the server threw,
 * or UNAVAILABLE when no server answers or it goes away before the end.
 */
export async function callLocalDoor(
  dataDir: string,
  call: { command: string; argument: unknown },
  onLine: (line: unknown) => void,
): Promise<void> {
  const { port, secret } = await readAnnouncement(join(dataDir, FILE));
  const response = await post(port, secret, JSON.stringify({ command: call.command, arguments: call.argument }));
  if (response.statusCode !== 200) {
    response.resume();
    throw unavailable();
  }
  for await (const text of createInterface({ input: response })) {
    const line = JSON.parse(text) as Line;
    if ('done' in line) return;
    if ('error' in line) throw new AppError(line.error.code, line.error.message);
    onLine(line.line);
  }
  throw unavailable();
}

async function obey(request: Request, response: Response, handlers: Readonly<Record<string, DoorHandler>>): Promise<void> {
  const { command, arguments: argument } = request.body as { command?: unknown; arguments?: unknown };
  const write = (line: Line): void => void response.write(`${JSON.stringify(line)}\n`);
  response.type('application/x-ndjson');
  try {
    const handler = typeof command === 'string' && Object.hasOwn(handlers, command) ? handlers[command] : undefined;
    if (!handler)
      throw new AppError('BAD_REQUEST', `Expected one of the commands ${Object.keys(handlers).join(', ')}, but received another.`);
    await handler(argument, (line) => write({ line }));
    write({ done: true });
  } catch (error) {
    const { code, message } = toAppError(error);
    write({ error: { code, message } });
  }
  response.end();
}

async function readAnnouncement(path: string): Promise<{ port: number; secret: string }> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw unavailable();
  });
  return JSON.parse(text) as { port: number; secret: string };
}

// node:http and not fetch, which gives up on an answer that is silent for 5 minutes; a job may well be.
function post(port: number, secret: string, body: string): Promise<IncomingMessage> {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), [SECRET_HEADER]: secret };
  return new Promise((resolve, reject) => {
    const call = httpRequest({ host: '127.0.0.1', port, path: PATH, method: 'POST', headers }, resolve);
    call.on('error', (error) => reject(unavailable(error)));
    call.end(body);
  });
}

function unavailable(cause?: unknown): AppError {
  return new AppError('UNAVAILABLE', 'Expected a running server that holds this data folder, but none answered.', undefined, { cause });
}
