import { setImmediate } from 'node:timers/promises';
import type { Actor } from '../context.js';
import { dotProduct } from '../dot-product.js';
import { AppError } from '../errors.js';
import { unitMean } from '../models/unit-vector.js';
import type { PictureVector } from '../repositories/cluster-profile.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import { background } from './calibration.js';
import { profileOf } from './cluster-profile.js';
import type { CentredCluster, ClusterWords } from './cluster-words.js';
import type { ClusterService } from './cluster.service.js';
import type { ModelRegistry, RegisteredModel } from './model-registry.js';
import type { Subclusters } from './subclusters.js';

/** Pictures of a cluster that are alike among themselves, or its outliers. */
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

/** Which cluster, and in how many parts: 2 to 12, or null by its size. */
export interface StripsRequest {
  readonly id: string;
  readonly count: number | null;
  readonly signal?: AbortSignal | undefined;
}

const COUNTS = { least: 2, most: 12 } as const;
/** As many as one decision may move. */
const MOST_PICTURES = 10_000;
/** So far below the median of all, in robust deviations, a similarity is an outlier's (Iglewicz & Hoaglin 1993). */
const OUTLIER_Z = -3.5;
/** Of a larger part samples are chosen from so many, evenly over how near they are: 20 ms of the event loop. */
const MOST_CANDIDATES = 1000;

/** Finds what a cluster falls into, by k-means among its own pictures. */
export class ClusterStrips {
  constructor(
    private readonly repositories: Pick<Repositories, 'clusterProfiles'>,
    private readonly clusters: ClusterService,
    private readonly models: Pick<ModelRegistry, 'current'>,
    private readonly words: ClusterWords,
    private readonly subclusters: Subclusters,
  ) {}

  /**
   * Strips of its pictures in the gallery that have vectors, largest first, outliers last; the same each time. `count`: 2 to 12, by default
   * half as many as the nightly job would make of as many pictures. Throws NOT_FOUND, BAD_REQUEST for a count or cluster that is too large;
   * stops with the signal's reason.
   */
  async of({ id, count, signal }: StripsRequest, actor: Actor): Promise<ClusterStrip[]> {
    if (count !== null && !(Number.isInteger(count) && count >= COUNTS.least && count <= COUNTS.most)) {
      throw new AppError('BAD_REQUEST', `Expected ${COUNTS.least} to ${COUNTS.most} strips but received ${count}.`);
    }
    const cluster = await this.clusters.getById(id, actor);
    if (cluster.size > MOST_PICTURES) {
      throw new AppError('BAD_REQUEST', `Expected a cluster of at most ${MOST_PICTURES} pictures to split, but it has ${cluster.size}.`);
    }
    const model = await this.models.current();
    const pictures = await this.read(cluster.id, model.id);
    const { parts, outliers } = await partOutliers(await this.fallApart(pictures, { count: count ?? usualCount(pictures.length), signal }));
    const profiles: ProfiledPart[] = [];
    for (const part of outliers.length > 0 ? [...parts, outliers] : parts) {
      profiles.push(profiled(part));
      await setImmediate();
    }
    const words = await this.describe(profiles.slice(0, parts.length), model);
    return profiles.map(({ imageIds, sampleIds, cohesion }, at): ClusterStrip => {
      const isOutliers = at >= parts.length;
      const [size, looksLike] = [imageIds.length, words[at] ?? []];
      return { imageIds, size, cohesion: isOutliers ? null : cohesion, looksLike, isOutliers, sampleIds };
    });
  }

  private async read(id: string, modelId: number): Promise<PictureVector[]> {
    const pictures: PictureVector[] = [];
    for await (const page of this.repositories.clusterProfiles.vectors(id, modelId)) pictures.push(...page);
    return pictures.slice(0, MOST_PICTURES);
  }

  private async fallApart(
    pictures: readonly PictureVector[],
    { count, signal }: { count: number; signal?: AbortSignal | undefined },
  ): Promise<PictureVector[][]> {
    const k = Math.min(count, pictures.length);
    if (k < 2) return pictures.length > 0 ? [[...pictures]] : [];
    const assignments = await this.subclusters.of(
      pictures.map(({ vector }) => vector),
      k,
      signal,
    );
    const parts = Array.from({ length: k }, (_, part) => pictures.filter((__, at) => assignments[at] === part));
    return parts.filter((part) => part.length > 0);
  }

  // Whoever waits for strips does not wait until the words were read: the next time they are there.
  private async describe(profiles: readonly CentredCluster[], model: RegisteredModel): Promise<string[][]> {
    const words = this.words.suggest(profiles, model);
    if (this.words.isReady(model)) return words;
    words.catch(() => undefined);
    return [];
  }
}

interface ProfiledPart extends CentredCluster {
  /** Those nearest the centre first. */
  readonly imageIds: readonly string[];
  readonly sampleIds: readonly string[];
}

function profiled(pictures: readonly PictureVector[]): ProfiledPart {
  const centroid = unitMean(pictures.map(({ vector }) => vector));
  const ranked = pictures
    .map((picture) => ({ ...picture, similarity: dotProduct(picture.vector, centroid) }))
    .sort((a, b) => b.similarity - a.similarity);
  const cohesion = ranked.reduce((sum, { similarity }) => sum + similarity, 0) / ranked.length;
  const step = Math.max(1, ranked.length / MOST_CANDIDATES);
  const candidates = ranked.filter((_, at) => Math.floor(at / step) > Math.floor((at - 1) / step));
  const { sampleIds } = profileOf(
    candidates.map(({ documentId }) => documentId),
    candidates.map(({ vector }) => vector),
    centroid,
  );
  return { centroid, cohesion, imageIds: ranked.map(({ documentId }) => documentId), sampleIds };
}

// Far from the centre of its own strip, by how near others are to theirs; or alone in it. So a small group that is unlike the rest is a strip.
async function partOutliers(found: readonly PictureVector[][]): Promise<{ parts: PictureVector[][]; outliers: PictureVector[] }> {
  const groups = found.filter((part) => part.length > 1);
  if (groups.length === 0) return { parts: [found.flat()].filter((part) => part.length > 0), outliers: [] };
  const similarities: number[][] = [];
  for (const part of groups) {
    const centre = unitMean(part.map(({ vector }) => vector));
    similarities.push(part.map(({ vector }) => dotProduct(vector, centre)));
    await setImmediate();
  }
  const { median, scale } = background(Float32Array.from(similarities.flat()));
  const isOutlier = (group: number, at: number): boolean => ((similarities[group]?.[at] ?? 0) - median) / scale < OUTLIER_Z;
  const parts = groups.map((part, group) => part.filter((_, at) => !isOutlier(group, at))).filter((part) => part.length > 0);
  const inside = new Set(parts.flat());
  return { parts: parts.sort((a, b) => b.length - a.length), outliers: found.flat().filter((picture) => !inside.has(picture)) };
}

function usualCount(pictures: number): number {
  return Math.min(COUNTS.most, Math.max(COUNTS.least, Math.round(Math.sqrt(pictures / 8))));
}
