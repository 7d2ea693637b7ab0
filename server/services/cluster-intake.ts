import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { VectorSpoolWriter, type VectorSpool } from '../models/clustering/vector-spool.js';
import type { ClusteredPicture, ClusteredVector, KmeansRepository } from '../repositories/kmeans.repository.js';
import type { JobTask } from './job.service.js';

/** All pictures that are clustered, and their vectors in a file. */
export interface ClusterIntake {
  /** In the order of the rows of the file. */
  readonly documentIds: readonly string[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly vectors: VectorSpool;
  /** Of which pictures and vectors it was made. */
  readonly fingerprint: string;
}

/** Under which model vectors are read. */
export interface IntakeModel {
  readonly id: number;
  readonly dims: number;
}

/** Reads the vectors of the gallery into a file, once: what computes takes them from there, and the database is asked for none twice. */
export class ClusterIntakes {
  constructor(
    private readonly kmeans: Pick<KmeansRepository, 'pictures' | 'vectors'>,
    private readonly folder: string,
  ) {}

  /** What `ClusterIntake.fingerprint` would be, and of how many pictures. */
  async fingerprint(modelId: number): Promise<{ fingerprint: string; pictures: number }> {
    const hash = createHash('sha256').update(`${modelId}\n`);
    let pictures = 0;
    for await (const page of this.kmeans.pictures(modelId)) {
      hash.update(page.map(lineOf).join(''));
      pictures += page.length;
    }
    return { fingerprint: hash.digest('hex'), pictures };
  }

  /** Reads them; stops with the signal's reason. */
  async read(model: IntakeModel, { progress, signal }: Pick<JobTask, 'progress' | 'signal'>, pictures: number): Promise<ClusterIntake> {
    progress.phase('Reading vectors', pictures);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const hash = createHash('sha256').update(`${model.id}\n`);
    const documentIds: string[] = [];
    const take = (page: readonly ClusteredVector[]): Float32Array => {
      const rows = new Float32Array(page.length * model.dims);
      for (const [at, { documentId, vector }] of page.entries()) {
        rows.set(vector, at * model.dims);
        documentIds.push(documentId);
        progress.step();
      }
      hash.update(page.map(lineOf).join(''));
      return rows;
    };
    const spool = await VectorSpoolWriter.open(join(this.folder, 'vectors'), model.dims);
    try {
      for await (const page of this.kmeans.vectors(model.id)) {
        signal.throwIfAborted();
        await spool.append(take(page));
      }
    } finally {
      await spool.finish();
    }
    const rowOf = new Map(documentIds.map((id, row) => [id, row]));
    return { documentIds, rowOf, vectors: await spool.finish(), fingerprint: hash.digest('hex') };
  }

  /** Removes what a run wrote, also one that was killed. */
  async clear(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

function lineOf({ documentId, embeddingId }: ClusteredPicture): string {
  return `${documentId} ${embeddingId}\n`;
}
