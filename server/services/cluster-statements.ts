import { AppError } from '../errors.js';
import { newId } from '../ids.js';
import type { StandingCluster, ShadowMove } from '../repositories/cluster.repository.js';
import { factKey, isSameValue } from '../repositories/fact.js';
import type { Repositories } from '../repositories/repositories.js';
import type { SaidChange } from './ledger-words.js';
import type { Statement } from './ledger.js';

/** Pictures that are moved out of a cluster into a new one. */
export interface MovedStrip {
  readonly id: string;
  readonly members: readonly string[];
}

type Say = Record<string, Statement['say'][string]>;

/** What an act says of clusters and of their pictures, gathered subject by subject. */
export class ClusterStatements {
  private readonly clusters = new Map<string, Say>();
  private readonly documents = new Map<string, Say>();
  private readonly moves: ShadowMove[] = [];
  private readonly absorbed: string[] = [];

  /** Of a cluster itself. */
  ofCluster(id: string, say: Say): void {
    this.clusters.set(id, { ...this.clusters.get(id), ...say });
  }

  /** Whether a cluster has been given this name here. */
  names(name: string): boolean {
    return [...this.clusters.values()].some((say) => say.name?.value === name);
  }

  /** That pictures are in a cluster (true), are not (false), or that nothing is said of it any more (null). */
  ofMembers(documentIds: readonly string[], clusterId: string, isMember: boolean | null): void {
    for (const id of documentIds) {
      const said = isMember === null ? null : { value: isMember };
      this.documents.set(id, { ...this.documents.get(id), [factKey('clusters', clusterId)]: said });
    }
  }

  /** That another user cluster covers a kmeans cluster from now on. */
  covers(move: ShadowMove): void {
    this.moves.push(move);
  }

  /** That a kmeans cluster is part of a user cluster now: it is no subject of the decision, but its name says what happened. */
  absorbs({ id, name, into }: { id: string; name: string; into: string }): void {
    this.covers({ id, from: null, to: into });
    this.absorbed.push(name);
  }

  get says(): SaidChange[] {
    return this.absorbed.map((text) => ({ field: 'cluster-name', text, isRemoved: true }));
  }

  get subjects(): Statement[] {
    const statements = (kind: Statement['kind'], said: ReadonlyMap<string, Say>): Statement[] =>
      [...said].map(([id, say]) => ({ kind, id, say }));
    return [...statements('cluster', this.clusters), ...statements('document', this.documents)];
  }

  get payload(): { shadows?: ShadowMove[] } {
    return this.moves.length > 0 ? { shadows: this.moves } : {};
  }
}

/**
 * The clusters of these ids, those that cover them in their place, each once; kmeans ones are kept from others until the unit of work ends.
 * Throws NOT_FOUND, CONFLICT where one was changed in this very moment.
 */
export async function lockClusters({ clusters, saidState }: Repositories, ids: readonly string[]): Promise<StandingCluster[]> {
  const wanted = [...new Set(ids)];
  const found = await clusters.listStanding(wanted);
  if (found.length < wanted.length) throw new AppError('NOT_FOUND', 'There is no such cluster in the archive.');
  const kmeans = found.filter(({ kind }) => kind === 'kmeans').map(({ id }) => id);
  if (kmeans.length > 0) {
    const members = new Set<string>();
    for (const { id } of found) (await clusters.listMembers(id)).forEach((member) => members.add(member));
    await saidState.lock([...members]);
    await clusters.lock(kmeans);
    const standing = await clusters.listStanding(wanted);
    if (!isSameValue(standing, found)) throw new AppError('CONFLICT', 'The cluster was changed meanwhile. Look at it again.');
  }
  return found.filter(({ id }, at) => found.findIndex((one) => one.id === id) === at);
}

/** The cluster of this id, or the one that covers it. Throws as `lockClusters`. */
export async function lockCluster(repositories: Repositories, id: string): Promise<StandingCluster> {
  const [cluster] = await lockClusters(repositories, [id]);
  if (!cluster) throw new AppError('NOT_FOUND', 'There is no such cluster in the archive.');
  return cluster;
}

/**
 * Makes a user cluster of a kmeans cluster, with the pictures of it that `keeps` says; of a user cluster nothing needs to be said. Returns
 * the id of the user cluster.
 */
export async function makeUserCluster(
  { clusters, namedSets }: Repositories,
  { id, kind, name, looksLike }: StandingCluster,
  { statements, keeps = () => true }: { statements: ClusterStatements; keeps?: (documentId: string) => boolean },
): Promise<string> {
  if (kind === 'user') return id;
  const userId = newId();
  // Numbers are those of the job: whoever gives no name gets one that says what is seen.
  const wanted = looksLike.join(', ') || name.replace(/^kmeans_/, 'Cluster ');
  statements.ofCluster(userId, { name: { value: await numbered(namedSets, wanted, statements) } });
  statements.ofMembers((await clusters.listMembers(id)).filter(keeps), userId, true);
  statements.covers({ id, from: null, to: userId });
  return userId;
}

// The name, or where another cluster has it the first free one of "name 2", "name 3" and so on.
async function numbered(namedSets: Repositories['namedSets'], wanted: string, statements: ClusterStatements): Promise<string> {
  let name = wanted;
  for (let number = 2; statements.names(name) || (await namedSets.findByName('cluster', name)); number += 1) name = `${wanted} ${number}`;
  return name;
}

/** Says that a user cluster is gone: of its pictures nothing is said any more, and what it covered is covered by another, or shown again. */
export async function dissolve(
  { clusters }: Repositories,
  { id, members, to }: { id: string; members: readonly string[]; to: string | null },
  statements: ClusterStatements,
): Promise<void> {
  statements.ofCluster(id, { name: null, description: null });
  statements.ofMembers(members, id, null);
  for (const covered of await clusters.listCovered([id])) statements.covers({ id: covered.id, from: id, to });
}

/**
 * Says that what was moved into new clusters is not in the old one any more. An automatic one becomes a user cluster of the rest; where
 * nothing is left, the largest of the new ones covers it.
 */
export async function leaveRest(
  repositories: Repositories,
  cluster: StandingCluster,
  { strips, statements }: { strips: readonly MovedStrip[]; statements: ClusterStatements },
): Promise<void> {
  const moved = new Set(strips.flatMap(({ members }) => members));
  const keeps = (documentId: string): boolean => !moved.has(documentId);
  const [largest] = strips.toSorted((a, b) => b.members.length - a.members.length);
  const isRest = cluster.kind === 'user' || (await repositories.clusters.listMembers(cluster.id)).some(keeps);
  if (isRest) statements.ofMembers([...moved], await makeUserCluster(repositories, cluster, { statements, keeps }), false);
  else if (largest) statements.covers({ id: cluster.id, from: null, to: largest.id });
}
