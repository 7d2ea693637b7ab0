import { Duplex } from 'node:stream';
import type { EmbeddedSession } from './embedded-session.js';

type Done = (error?: Error | null) => void;

const TERMINATE = 'X'.charCodeAt(0);

/** What `pg` takes for its socket: bytes written go to the embedded session, its answers come back as if from a server. */
export class EmbeddedStream extends Duplex {
  constructor(private readonly session: EmbeddedSession) {
    super();
  }

  /** Called by `pg` with a port and a host that mean nothing here. */
  connect(): this {
    this.session.reset().then(
      () => this.emit('connect'),
      (error: Error) => this.destroy(error),
    );
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    this.send(chunk, done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: Done): void {
    this.send(Buffer.concat(chunks.map(({ chunk }) => chunk)), done);
  }

  override _final(done: Done): void {
    this.push(null);
    done();
  }

  private send(bytes: Buffer, done: Done): void {
    // The session outlives its clients: a goodbye ends the stream only.
    if (bytes[0] === TERMINATE) return done();
    this.session.exchange(bytes).then(
      (answer) => {
        if (answer.length > 0) this.push(Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength));
        done();
      },
      (error: Error) => done(error),
    );
  }
}
