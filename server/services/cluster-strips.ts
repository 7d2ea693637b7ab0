import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import type { ClusterService } from './cluster.service.js';

/** Pictures of a cluster that are alike among themselves. */
export interface ClusterStrip {
  /** Those nearest the centre of the strip first. */
  readonly imageIds: readonly string[];
  readonly size: number;
  /** Mean cosine to the centre of the strip; null for outliers. */
  readonly cohesion: number | null;
  readonly looksLike: readonly string[];
  readonly isOutliers: boolean;
  readonly sampleIds: readonly string[];
}

/** Finds what a cluster falls into. */
export class ClusterStrips {
  constructor(private readonly clusters: ClusterService) {}

  /** Throws NOT_FOUND, BAD_REQUEST for a count that cannot be. */
  async of({ id }: { id: string; count: number | null; signal: AbortSignal }, actor: Actor): Promise<ClusterStrip[]> {
    await this.clusters.getById(id, actor);
    throw new AppError('UNAVAILABLE', 'Clusters cannot be split into strips yet.');
  }
}
