import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FaceDetectorDescriptor } from '../../../server/models/descriptor.js';
import type { ManifestRow } from '../../../server/models/manifest.js';

/** How the hub behaves for the next requests. */
export interface Behaviour {
  /** Breaks the connection after so many bytes of a body, once. */
  breakAfterBytes?: number;
  ignoreRange?: boolean;
  status?: number;
  redirectTo?: string;
  silent?: boolean;
  /** Sends these bytes in place of the file's. */
  instead?: Uint8Array;
}

/** A local HTTP server that plays the model hub with one file, and remembers which ranges it was asked for. */
export class PlayedHub {
  readonly ranges: (string | null)[] = [];
  behaviour: Behaviour = {};
  private readonly server: Server;

  constructor(private readonly file: Uint8Array) {
    this.server = createServer((request, response) => this.answer(request, response));
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { silent, status, redirectTo, ignoreRange, instead, breakAfterBytes } = this.behaviour;
    this.ranges.push(request.headers.range ?? null);
    if (silent) return;
    if (status) return void response.writeHead(status).end();
    if (redirectTo && !request.url?.startsWith('/moved')) return void response.writeHead(302, { location: redirectTo }).end();
    const bytes = instead ?? this.file;
    const from = ignoreRange ? 0 : Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const headers = { 'content-length': bytes.length - from, 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` };
    response.writeHead(from > 0 ? 206 : 200, headers);
    if (breakAfterBytes === undefined) return void response.end(bytes.subarray(from));
    this.behaviour = { ...this.behaviour, breakAfterBytes: undefined };
    response.write(bytes.subarray(from, from + breakAfterBytes), () => response.destroy());
  }
}

/** A row of a manifest with one small file of these bytes. */
export function rowOf(file: Uint8Array): ManifestRow {
  const model: FaceDetectorDescriptor = {
    id: 'played-detector',
    kind: 'face-detector',
    revision: '1',
    licence: 'MIT',
    network: {
      file: 'onnx/network.onnx',
      sha256: createHash('sha256').update(file).digest('hex'),
      bytes: file.length,
      input: 'input',
      channels: 'bgr',
      range: '0..255',
      size: [640, 640],
    },
    strides: [8],
    scoreThreshold: 0.5,
    nmsIou: 0.3,
    landmarks: ['right eye', 'left eye', 'nose', 'right mouth', 'left mouth'],
  };
  return { model, base: 'played/detector/resolve/abc' };
}
