// Plain JavaScript on purpose: a worker thread inherits neither jest's nor tsx's transform (Node 20), and this file needs none.
// Says { kind: 'ready' } once, then { kind: 'bytes', bytes } per message, or { kind: 'failed', message }, and { kind: 'closed' } at the end.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { vector } from '@electric-sql/pglite-pgvector';

const say = (answer, transfer = []) => parentPort.postMessage(answer, transfer);
const sayFailed = (error) => say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });

/**
 * One wire-protocol message in, the server's bytes out; they are copied out of the wasm heap so that they can be handed over. By the stream:
 * execProtocolRaw parses every answer and keeps it for ever (8 MB for each of 7 MB).
 */
async function answer(database, message) {
  const chunks = [];
  await database.execProtocolRawStream(message, { onRawData: (chunk) => chunks.push(chunk.slice()) });
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let end = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, end);
    end += chunk.length;
  }
  say({ kind: 'bytes', bytes }, [bytes.buffer]);
}

async function close(database) {
  // A checkpoint first: the next start then has no log to read again.
  await database.exec('CHECKPOINT');
  await database.close();
  say({ kind: 'closed' });
}

try {
  const database = await PGlite.create(workerData.folder, {
    extensions: { vector, pg_trgm },
    startParams: [...PGlite.defaultStartParams, ...workerData.startParams],
  });
  // One after the other: the protocol is a conversation, and PGlite is a single session.
  let turn = Promise.resolve();
  parentPort.on('message', (message) => {
    turn = turn.then(() => (message === 'close' ? close(database) : answer(database, message))).catch(sayFailed);
  });
  say({ kind: 'ready' });
} catch (error) {
  sayFailed(error);
}
