import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';

/** Where a layout that is being computed is kept, and what tells it from one of other vectors or another start. */
export interface CheckpointPlace {
  readonly path: string;
  readonly key: string;
}

/** A layout on its way: the epochs that are done, and where the points are after them [points, 2]. */
export interface Checkpoint {
  readonly epoch: number;
  readonly positions: Float32Array;
}

const KEY_BYTES = 32;
const HEADER_BYTES = KEY_BYTES + 4;

/** What was kept under this key for so many points; null when there is nothing, or something else. */
export async function readCheckpoint({ path, key }: CheckpointPlace, points: number): Promise<Checkpoint | null> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes?.length !== HEADER_BYTES + points * 8 || !bytes.subarray(0, KEY_BYTES).equals(digestOf(key))) return null;
  const positions = new Float32Array(points * 2);
  new Uint8Array(positions.buffer).set(bytes.subarray(HEADER_BYTES));
  return { epoch: bytes.readUInt32LE(KEY_BYTES), positions };
}

/** Keeps a layout on its way, in place of an earlier one; a kill leaves the one or the other. */
export async function writeCheckpoint({ path, key }: CheckpointPlace, { epoch, positions }: Checkpoint): Promise<void> {
  const header = Buffer.alloc(HEADER_BYTES);
  digestOf(key).copy(header);
  header.writeUInt32LE(epoch, KEY_BYTES);
  await writeFile(`${path}.tmp`, Buffer.concat([header, new Uint8Array(positions.buffer, positions.byteOffset, positions.byteLength)]));
  await rename(`${path}.tmp`, path);
}

function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
