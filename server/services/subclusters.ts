import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { clusterVectors } from '../models/clustering/kmeans.js';
import { memorySource } from '../models/clustering/vector-source.js';
import { VectorSpoolWriter } from '../models/clustering/vector-spool.js';
import type { compute as computeInChild } from '../models/computation.js';

/** Of so many vectors of 512 numbers in 12 parts no step holds the event loop up for more than 20 ms; more are a child process's. */
const MOST_HERE = 200;
const SEED = 1;
/** 10,000 vectors of 512 numbers in 12 parts take 3 s. */
const TIMEOUT_MS = 120_000;

/** Finds what a few thousand pictures fall into, away from the server's event loop. */
export class Subclusters {
  /** One at a time: each uses all processors. */
  private turn: Promise<unknown> = Promise.resolve();

  /** `folder`: where vectors lie while a child process reads them. */
  constructor(
    private readonly compute: typeof computeInChild,
    private readonly folder: string,
  ) {}

  /** By vector the part that it is in, 0..k-1; the same each time. Rejects with the signal's reason, and when it takes minutes. */
  async of(vectors: readonly Float32Array[], k: number, signal?: AbortSignal): Promise<Int32Array> {
    const dims = vectors[0]?.length ?? 0;
    const rows = new Float32Array(vectors.length * dims);
    vectors.forEach((vector, at) => rows.set(vector, at * dims));
    if (vectors.length <= MOST_HERE) return (await clusterVectors(memorySource(rows, dims), { k, seed: SEED })).assignments;
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const found = this.turn.then(() => this.inChild({ rows, dims, k }, signal ? AbortSignal.any([signal, timeout]) : timeout));
    this.turn = found.catch(() => undefined);
    return found;
  }

  /** Removes what a killed process left in the folder; while nothing runs. */
  async removeFiles(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  private async inChild({ rows, dims, k }: { rows: Float32Array; dims: number; k: number }, signal: AbortSignal): Promise<Int32Array> {
    signal.throwIfAborted();
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const own = await mkdtemp(join(this.folder, 'split-'));
    try {
      const spool = await VectorSpoolWriter.open(join(own, 'vectors'), dims);
      await spool.append(rows).finally(() => spool.finish());
      const vectors = { path: join(own, 'vectors'), count: rows.length / dims, dims };
      return (await this.compute('kmeans', { vectors, k, seed: SEED }, { signal })).assignments;
    } finally {
      await rm(own, { recursive: true, force: true });
    }
  }
}
