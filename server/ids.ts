import { randomBytes, randomInt } from 'node:crypto';

let lastMs = 0;
let sequence = 0;

/**
 * A UUID v7 (RFC 9562): 48 bits of milliseconds, then a 12-bit counter, then 62 random bits.
 * Ids made by one process sort in the order they were made, also within a millisecond and when the clock steps back.
 */
export function newId(): string {
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    sequence = randomInt(0x400);
  } else if (++sequence > 0xfff) {
    lastMs += 1;
    sequence = 0;
  }
  const bytes = randomBytes(16);
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  return formatted(bytes);
}

/**
 * The id of a document by the sha256 (hex) of the bytes it first had: a UUID v8 (RFC 9562, 5.8), so that an archive that is built anew
 * from the same files has the same ids also where nothing was said and no sidecar tells them.
 */
export function documentId(contentHash: string): string {
  const bytes = Buffer.from(contentHash.slice(0, 32), 'hex');
  bytes.writeUInt8(0x80 | (bytes.readUInt8(6) & 0x0f), 6);
  return formatted(bytes);
}

function formatted(bytes: Buffer): string {
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text has the form of an id, so that it may reach a uuid column. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
