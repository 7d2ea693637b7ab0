import { readPicked } from '../models/clustering/vector-spool.js';
import type { KmeansCluster, KmeansRow } from '../repositories/kmeans.repository.js';
import type { ClusterIntake } from './cluster-intake.js';
import { profileOf } from './cluster-profile.js';
import type { FoundClusters } from './cluster-shadows.js';
import type { ClusterWords } from './cluster-words.js';
import type { JobTask } from './job.service.js';
import type { RegisteredModel } from './model-registry.js';

/** Samples are chosen from so many pictures of a cluster at most: 20 ms of the event loop. */
const MOST_CANDIDATES = 1000;

/** Looks at what was found, cluster by cluster, for what is shown of each. */
export class ClusterProfiler {
  constructor(private readonly words: Pick<ClusterWords, 'suggest'>) {}

  /** `rows`: the row and name of each found cluster. Stops with the signal's reason. */
  async describe(
    { found, rows, intake, model }: { found: FoundClusters; rows: readonly KmeansRow[]; intake: ClusterIntake; model: RegisteredModel },
    { progress, signal }: Pick<JobTask, 'progress' | 'signal'>,
  ): Promise<KmeansCluster[]> {
    progress.phase('Looking at the clusters', rows.length);
    const { members } = found;
    const centred = found.centroids.map((centroid, at) => ({ centroid, cohesion: meanOf(members[at] ?? [], found.similarities) }));
    const words = await this.words.suggest(centred, model);
    const clusters: KmeansCluster[] = [];
    for (const [at, centre] of centred.entries()) {
      signal.throwIfAborted();
      const [row, own] = [rows[at], members[at]];
      if (!row || !own) continue;
      const sampleIds = await samplesOf(candidatesOf(own, found.similarities), centre.centroid, intake);
      clusters.push({ ...row, ...centre, modelId: model.id, size: own.length, looksLike: words[at] ?? [], sampleIds });
      progress.step();
    }
    return clusters;
  }
}

function meanOf(rows: ArrayLike<number>, values: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < rows.length; at += 1) sum += values[rows[at] ?? 0] ?? 0;
  return Math.fround(sum / rows.length);
}

// The nearest first, then evenly over all the others by how near they are.
function candidatesOf(rows: Int32Array, similarities: Float32Array): Int32Array {
  if (rows.length <= MOST_CANDIDATES) return rows;
  const sorted = rows.toSorted((a, b) => (similarities[b] ?? 0) - (similarities[a] ?? 0) || a - b);
  return Int32Array.from({ length: MOST_CANDIDATES }, (_, at) => sorted[Math.floor((at * sorted.length) / MOST_CANDIDATES)] ?? 0);
}

async function samplesOf(rows: Int32Array, centroid: Float32Array, { documentIds, vectors }: ClusterIntake): Promise<readonly string[]> {
  const picked = await readPicked(vectors, rows);
  const each = Array.from(rows, (_, at) => picked.subarray(at * vectors.dims, (at + 1) * vectors.dims));
  return profileOf(
    Array.from(rows, (row) => documentIds[row] ?? ''),
    each,
    centroid,
  ).sampleIds;
}
