import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import type { ClusterKind, ClusterOrder, ClusterRow, ClusterSearch, MemberOrder } from '../repositories/cluster.repository.js';
import { memberCursor } from '../repositories/cluster.repository.js';
import type { DocumentRow } from '../repositories/document-row.js';
import type { Page, PageRequest } from '../repositories/paging.js';
import type { Repositories } from '../repositories/repositories.js';
import { mayDo } from '../security/policies.js';
import { MOST_SAMPLES } from './cluster-profile.js';
import type { ClusterProfiles } from './cluster-profiles.js';
import { patternOf } from './named-set.service.js';
import type { Sight } from './visible-documents.js';

/** Which clusters are listed, and how: `uncertain` are first those with most open proposals, then those least alike. */
export interface ClusterListing {
  readonly search?: string | null;
  readonly kind?: ClusterKind | null;
  readonly order: ClusterOrder | 'uncertain';
  readonly first: number;
}

/** A picture of a cluster. */
export interface ClusterMember {
  readonly image: DocumentRow;
  /** To the centre; null where it has no vector under the current model, or the centre none. */
  readonly similarity: number | null;
  /** After which a page starts that goes on here. */
  readonly cursor: string;
}

const MOST_LISTED = 1000;

/** Clusters of both kinds, as someone sees them: what is hidden counts nowhere, and of what is hidden altogether a viewer sees no name (T21). */
export class ClusterService {
  constructor(
    private readonly repositories: Pick<Repositories, 'clusters' | 'proposals'>,
    private readonly profiles: Pick<ClusterProfiles, 'refresh'>,
    private readonly sight: Sight,
  ) {}

  /** Of one kind, user clusters where none is given. Throws BAD_REQUEST for a malformed search or size. */
  async list({ search, kind, order, first }: ClusterListing, actor: Actor): Promise<ClusterRow[]> {
    checkFirst(first);
    const isUncertain = order === 'uncertain';
    const clusters = await this.search({
      kind: kind ?? 'user',
      pattern: patternOf(search ?? null),
      withEmpty: mayDo({ actor }, 'seeHidden'),
      order: isUncertain ? 'size' : order,
      limit: isUncertain ? null : first,
    });
    return isUncertain ? (await this.sortByDoubt(clusters, actor)).slice(0, first) : clusters;
  }

  /** With a profile of its pictures as they are. Throws NOT_FOUND. */
  async getById(id: string, actor: Actor): Promise<ClusterRow> {
    const [found] = await this.listByIds([id], actor);
    const [cluster] = found && (await this.isOutdated([found])) ? await this.listByIds([id], actor) : [found];
    if (!cluster) throw new AppError('NOT_FOUND', 'There is no such cluster in the archive.');
    return cluster;
  }

  /** Those that are there, in the order of their ids. */
  async listByIds(ids: readonly string[], actor: Actor): Promise<ClusterRow[]> {
    const found = await this.repositories.clusters.listByIds(ids);
    const seen = mayDo({ actor }, 'seeHidden') ? found : found.filter(({ size }) => size > 0);
    return seen.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  }

  /** Pictures of a cluster by how near they are to its centre. Throws BAD_REQUEST for a malformed size or cursor. */
  async pageMembers({ id, order }: { id: string; order: MemberOrder }, request: PageRequest, actor: Actor): Promise<Page<ClusterMember>> {
    const page = await this.repositories.clusters.pageMembers({ id, order }, request);
    const images = new Map((await this.sight(actor).listByIds(page.rows.map((row) => row.id))).map((image) => [image.id, image]));
    const rows = page.rows.flatMap((row) => {
      const image = images.get(row.id);
      return image ? [{ image, similarity: row.similarity, cursor: memberCursor(row) }] : [];
    });
    return { ...page, rows };
  }

  /** The first so many pictures that stand for each cluster. Throws BAD_REQUEST for more than there can be. */
  async samplesOf(ids: readonly string[], most: number, actor: Actor): Promise<Map<string, DocumentRow[]>> {
    const samples = checkSampleCount(most) > 0 ? await this.repositories.clusters.listSamples(ids, most) : [];
    const images = new Map(
      (await this.sight(actor).listByIds(samples.map(({ documentId }) => documentId))).map((image) => [image.id, image]),
    );
    const found = new Map<string, DocumentRow[]>(ids.map((id) => [id, []]));
    for (const { clusterId, documentId } of samples) {
      const image = images.get(documentId);
      if (image) found.get(clusterId)?.push(image);
    }
    return found;
  }

  /** Which automatic cluster each document is in, as far as it is in one that is shown. */
  async automaticOf(documentIds: readonly string[], actor: Actor): Promise<Map<string, ClusterRow>> {
    return new Map([...(await this.clustersOf('kmeans', documentIds, actor))].flatMap(([id, [one]]) => (one ? [[id, one]] : [])));
  }

  /** Which user clusters each document is in, by name. */
  async namedOf(documentIds: readonly string[], actor: Actor): Promise<Map<string, ClusterRow[]>> {
    return this.clustersOf('user', documentIds, actor);
  }

  /** How many proposals of each cluster are open; none for a viewer. */
  async countProposals(ids: readonly string[], actor: Actor): Promise<Map<string, number>> {
    return mayDo({ actor }, 'annotate') ? this.repositories.proposals.countOpenOfClusters(ids) : new Map();
  }

  /** How many of each kind `list` has for someone. */
  async count(actor: Actor): Promise<Readonly<Record<ClusterKind, number>>> {
    return this.repositories.clusters.countByKind({ withEmpty: mayDo({ actor }, 'seeHidden') });
  }

  private async search(search: ClusterSearch): Promise<ClusterRow[]> {
    const { clusters } = this.repositories;
    const found = await clusters.search(search);
    return (await this.isOutdated(found)) ? clusters.search(search) : found;
  }

  /** Whether more is known of the clusters than as they were read, because it was computed just now, by this or another request. */
  private async isOutdated(found: readonly ClusterRow[]): Promise<boolean> {
    const isRefreshed = await this.profiles.refresh(found.map(({ id }) => id));
    return isRefreshed || found.some(({ cohesion, size }) => cohesion === null && size > 0);
  }

  private async clustersOf(kind: ClusterKind, documentIds: readonly string[], actor: Actor): Promise<Map<string, ClusterRow[]>> {
    const members = await this.repositories.clusters.listOfDocuments(kind, documentIds);
    const clusters = await this.listByIds([...new Set(members.map(({ clusterId }) => clusterId))], actor);
    const byId = new Map(clusters.map((cluster) => [cluster.id, cluster]));
    const found = new Map<string, ClusterRow[]>(documentIds.map((id) => [id, []]));
    for (const { documentId, clusterId } of members) {
      const cluster = byId.get(clusterId);
      if (cluster) found.get(documentId)?.push(cluster);
    }
    return found;
  }

  private async sortByDoubt(clusters: readonly ClusterRow[], actor: Actor): Promise<ClusterRow[]> {
    const proposals = await this.countProposals(
      clusters.map(({ id }) => id),
      actor,
    );
    const openOf = ({ id }: ClusterRow): number => proposals.get(id) ?? 0;
    return [...clusters].sort((a, b) => openOf(b) - openOf(a) || (a.cohesion ?? 1) - (b.cohesion ?? 1));
  }
}

/** How many samples are asked for. Throws BAD_REQUEST for more than there can be. */
export function checkSampleCount(most: number): number {
  if (Number.isInteger(most) && most >= 0 && most <= MOST_SAMPLES) return most;
  throw new AppError('BAD_REQUEST', `Expected 0 to ${MOST_SAMPLES} samples but received ${most}.`);
}

function checkFirst(first: number): void {
  if (Number.isInteger(first) && first >= 1 && first <= MOST_LISTED) return;
  throw new AppError('BAD_REQUEST', `Expected 1 to ${MOST_LISTED} clusters but received ${first}.`);
}
