import type { Actor } from '../context.js';
import { dotProduct } from '../dot-product.js';
import { AppError } from '../errors.js';
import { clusterVectors } from '../models/clustering/kmeans.js';
import { memorySource } from '../models/clustering/vector-source.js';
import { unitMean } from '../models/unit-vector.js';
import type { PictureVector } from '../repositories/cluster-profile.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import { background } from './calibration.js';
import { profileOf } from './cluster-profile.js';
import type { CentredCluster, ClusterWords } from './cluster-words.js';
import type { ClusterService } from './cluster.service.js';
import type { ModelRegistry, RegisteredModel } from './model-registry.js';

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

const COUNTS = { least: 2, most: 12 } as const;
/** As many as one decision may move. */
const MOST_PICTURES = 10_000;
/** So far below the median of all, in robust deviations, a similarity is an outlier's (Iglewicz & Hoaglin 1993). */
const OUTLIER_Z = -3.5;
const SEED = 1;

/** Finds what a cluster falls into, by k-means among its own pictures. */
export class ClusterStrips {
  constructor(
    private readonly repositories: Pick<Repositories, 'clusterProfiles'>,
    private readonly clusters: ClusterService,
    private readonly models: Pick<ModelRegistry, 'current'>,
    private readonly words: ClusterWords,
  ) {}

  /**
   * Strips of its pictures in the gallery that have vectors, largest first, outliers last; the same each time. `count`: 2 to 12, by default
   * half as many as the nightly job would make of as many pictures. Throws NOT_FOUND, BAD_REQUEST for a count or cluster that is too large.
   */
  async of(id: string, count: number | null, actor: Actor): Promise<ClusterStrip[]> {
    if (count !== null && !(Number.isInteger(count) && count >= COUNTS.least && count <= COUNTS.most)) {
      throw new AppError('BAD_REQUEST', `Expected ${COUNTS.least} to ${COUNTS.most} strips but received ${count}.`);
    }
    const cluster = await this.clusters.getById(id, actor);
    if (cluster.size > MOST_PICTURES) {
      throw new AppError('BAD_REQUEST', `Expected a cluster of at most ${MOST_PICTURES} pictures to split, but it has ${cluster.size}.`);
    }
    const model = await this.models.current();
    const pictures = await this.repositories.clusterProfiles.vectorsOf(cluster.id, model.id, MOST_PICTURES);
    const { parts, outliers } = partOutliers(await subclusters(pictures, count ?? usualCount(pictures.length)));
    const profiles = parts.map(profiled);
    const words = await this.describe(profiles, model);
    const strips = profiles.map(({ pictures: part, ...profile }, at) => stripOf(part, { ...profile, looksLike: words[at] ?? [] }));
    return outliers.length > 0 ? [...strips, { ...stripOf(outliers, profiled(outliers)), cohesion: null, isOutliers: true }] : strips;
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
  readonly pictures: readonly PictureVector[];
  readonly sampleIds: readonly string[];
}

function profiled(pictures: readonly PictureVector[]): ProfiledPart {
  const ids = pictures.map(({ documentId }) => documentId);
  const vectors = pictures.map(({ vector }) => vector);
  return { ...profileOf(ids, vectors), pictures };
}

function stripOf(
  pictures: readonly PictureVector[],
  { centroid, cohesion, sampleIds, looksLike = [] }: Omit<ProfiledPart, 'pictures'> & { looksLike?: readonly string[] },
): ClusterStrip {
  const ranked = pictures
    .map(({ documentId, vector }) => ({ documentId, similarity: dotProduct(vector, centroid) }))
    .sort((a, b) => b.similarity - a.similarity);
  const imageIds = ranked.map(({ documentId }) => documentId);
  return { imageIds, size: imageIds.length, cohesion, looksLike, isOutliers: false, sampleIds };
}

// Far from the centre of its own strip, by how near others are to theirs; or alone in it. So a small group that is unlike the rest is a strip.
function partOutliers(found: readonly PictureVector[][]): { parts: PictureVector[][]; outliers: PictureVector[] } {
  const groups = found.filter((part) => part.length > 1);
  if (groups.length === 0) return { parts: [found.flat()].filter((part) => part.length > 0), outliers: [] };
  const similarities = groups.map((part) => {
    const centre = unitMean(part.map(({ vector }) => vector));
    return part.map(({ vector }) => dotProduct(vector, centre));
  });
  const { median, scale } = background(Float32Array.from(similarities.flat()));
  const isOutlier = (group: number, at: number): boolean => ((similarities[group]?.[at] ?? 0) - median) / scale < OUTLIER_Z;
  const parts = groups.map((part, group) => part.filter((_, at) => !isOutlier(group, at))).filter((part) => part.length > 0);
  const inside = new Set(parts.flat());
  return { parts: parts.sort((a, b) => b.length - a.length), outliers: found.flat().filter((picture) => !inside.has(picture)) };
}

function usualCount(pictures: number): number {
  return Math.min(COUNTS.most, Math.max(COUNTS.least, Math.round(Math.sqrt(pictures / 8))));
}

async function subclusters(pictures: readonly PictureVector[], count: number): Promise<PictureVector[][]> {
  const dims = pictures[0]?.vector.length ?? 0;
  const k = Math.min(count, pictures.length);
  if (k < 2) return pictures.length > 0 ? [[...pictures]] : [];
  const rows = new Float32Array(pictures.length * dims);
  pictures.forEach(({ vector }, at) => rows.set(vector, at * dims));
  const { assignments } = await clusterVectors(memorySource(rows, dims), { k, seed: SEED });
  const parts = Array.from({ length: k }, (_, part) => pictures.filter((__, at) => assignments[at] === part));
  return parts.filter((part) => part.length > 0);
}
