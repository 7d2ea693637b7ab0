import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VectorSpoolWriter, type VectorSpool } from '../../server/models/clustering/vector-spool.js';
import type { LayoutRequest } from '../../server/models/layout/layout.js';
import { nearVector, randomNumbers, unitVector } from './vectors.js';

/** Listens to nothing. */
export const SILENT = { phase: () => undefined, step: () => undefined };

/** A folder of a test for files of vectors and checkpoints. */
export class LayoutFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'layout-'));
  private files = 0;

  /** A request to lay some vectors out, with a checkpoint of its own. */
  async request(vectors: readonly Float32Array[], more: Partial<LayoutRequest> = {}): Promise<LayoutRequest> {
    const checkpoint = { path: join(this.path, `checkpoint-${(this.files += 1)}`), key: 'a test' };
    return { vectors: await this.spool(vectors), seed: 1, checkpoint, ...more };
  }

  async spool(vectors: readonly Float32Array[]): Promise<VectorSpool> {
    const writer = await VectorSpoolWriter.open(join(this.path, `vectors-${(this.files += 1)}`), vectors[0]?.length ?? 8);
    for (const vector of vectors) await writer.append(vector);
    return writer.finish();
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** So many vectors near each of some centres, one centre after the other. */
export function blobs(
  centres: number,
  { each, dims = 32, noise = 0.5, seed = 3 }: { each: number; dims?: number; noise?: number; seed?: number },
): Float32Array[] {
  const random = randomNumbers(seed);
  return Array.from({ length: centres }, () => unitVector(random, dims)).flatMap((centre) =>
    Array.from({ length: each }, () => nearVector(random, centre, noise)),
  );
}

/** Rows one after the other in one array. */
export function flat(rows: readonly Float32Array[]): Float32Array {
  return Float32Array.from(rows.flatMap((row) => [...row]));
}
