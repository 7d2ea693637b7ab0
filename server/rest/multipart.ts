import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import { AppError } from '../errors.js';

/** One uploaded file and the fields beside it. */
export interface MultipartForm {
  readonly file: Uint8Array | null;
  readonly fields: Readonly<Record<string, string>>;
}

const LIMITS = { files: 1, fields: 20, parts: 21, fieldSize: 10_000, fieldNameSize: 100 };

/**
 * Reads a multipart body with one file named `image` into memory, never to disk. Throws TOO_LARGE beyond `maxFileBytes`,
 * BAD_REQUEST for anything malformed.
 */
export function readMultipart(request: IncomingMessage, maxFileBytes: number): Promise<MultipartForm> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const fields: Record<string, string> = {};
    let hasFile = false;
    const fail = (error: AppError): void => {
      request.unpipe(parser);
      request.resume();
      reject(error);
    };
    const malformed = (): void =>
      fail(new AppError('BAD_REQUEST', 'The multipart body is malformed: expected one file named "image" and at most 20 short fields.'));
    const parser = openParser(request, maxFileBytes);
    parser.on('file', (name, stream) => {
      if (name !== 'image') return (void stream.resume(), malformed());
      hasFile = true;
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => fail(new AppError('TOO_LARGE', `Expected a picture of at most ${maxFileBytes} bytes.`)));
    });
    parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
      if (nameTruncated || valueTruncated || name in fields) malformed();
      else fields[name] = value;
    });
    for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) parser.on(limit, malformed);
    parser.on('error', malformed);
    request.on('aborted', malformed);
    parser.on('close', () => resolve({ file: hasFile ? Buffer.concat(chunks) : null, fields }));
    request.pipe(parser);
  });
}

function openParser(request: IncomingMessage, maxFileBytes: number): busboy.Busboy {
  try {
    return busboy({ headers: request.headers, limits: { ...LIMITS, fileSize: maxFileBytes } });
  } catch {
    throw new AppError('BAD_REQUEST', 'The multipart body has no boundary.');
  }
}
