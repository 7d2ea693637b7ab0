import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import { newId } from '../ids.js';
import type { ClusterRow } from '../repositories/cluster.repository.js';
import type { Decision } from '../repositories/decision.repository.js';
import type { Repositories } from '../repositories/repositories.js';
import { checkName, refuseNameOfJob, tidyText } from './annotation-changes.js';
import { checkSubjects } from './annotation.service.js';
import {
  ClusterStatements,
  dissolve,
  leaveRest,
  lockCluster,
  lockClusters,
  makeUserCluster,
  type MovedStrip,
} from './cluster-statements.js';
import type { ClusterService } from './cluster.service.js';
import type { Ledger } from './ledger.js';
import type { DecisionMade } from './named-set.service.js';
import type { Sight } from './visible-documents.js';

/** A decision about a cluster, and the user cluster that it is now. */
export interface ClusterDecision extends DecisionMade {
  readonly cluster: ClusterRow;
}

/** A name for pictures that are moved out of a cluster. */
export interface NamedStrip {
  readonly name: string;
  readonly imageIds: readonly string[];
}

/** What an act says, under which kind of decision, and which user clusters it leads to. */
interface Act {
  readonly kind: string;
  readonly statements: ClusterStatements;
  readonly clusterIds: readonly string[];
}

const MOST_STRIPS = 50;

/**
 * What a person does with clusters. Each act is one decision that can be undone. A kmeans cluster that is named or edited becomes a user
 * cluster, which covers it as long as it is there.
 */
export class ClusterCuration {
  constructor(
    private readonly ledger: Ledger,
    private readonly clusters: ClusterService,
    private readonly sight: Sight,
  ) {}

  /** Throws BAD_REQUEST for too many or no pictures, NOT_FOUND for one that is not there, CONFLICT where the name is taken. */
  async create({ name, description, imageIds }: NamedStrip & { description?: string | null }, actor: Actor): Promise<ClusterDecision> {
    const images = await this.checkImages(imageIds, actor);
    return this.decideOne(actor, async (repositories) => {
      const statements = new ClusterStatements();
      const id = newId();
      statements.ofCluster(id, { name: { value: await freeName(repositories, name, null) }, ...describing(description ?? null) });
      await lockImages(repositories, images);
      statements.ofMembers(images, id, true);
      return { kind: 'create', statements, clusterIds: [id] };
    });
  }

  /** Names or describes; null takes the description off. Throws NOT_FOUND, BAD_REQUEST for no change, CONFLICT for a name that is taken. */
  async change(
    { id, name, description }: { id: string; name?: string | null; description?: string | null },
    actor: Actor,
  ): Promise<ClusterDecision> {
    const isNamed = name !== undefined && name !== null;
    if (!isNamed && description === undefined) {
      throw new AppError('BAD_REQUEST', 'Expected a name or a description but received neither.');
    }
    return this.decideOne(actor, async (repositories) => {
      const statements = new ClusterStatements();
      const cluster = await lockCluster(repositories, id);
      const userId = await makeUserCluster(repositories, cluster, { statements });
      if (isNamed) statements.ofCluster(userId, { name: { value: await freeName(repositories, name, userId) } });
      if (description !== undefined) statements.ofCluster(userId, describing(description));
      const kind = userId === cluster.id ? (isNamed ? 'rename' : 'describe') : 'create';
      return { kind, statements, clusterIds: [userId] };
    });
  }

  /** Throws as `create`. */
  async add(id: string, imageIds: readonly string[], actor: Actor): Promise<ClusterDecision> {
    const images = await this.checkImages(imageIds, actor);
    return this.decideOne(actor, async (repositories) => {
      const statements = new ClusterStatements();
      await lockImages(repositories, images);
      const cluster = await lockCluster(repositories, id);
      const userId = await makeUserCluster(repositories, cluster, { statements });
      statements.ofMembers(images, userId, true);
      return { kind: 'add', statements, clusterIds: [userId] };
    });
  }

  /** Says that pictures are not in it: no job proposes them again. Throws as `create`, CONFLICT where none is in it. */
  async remove(id: string, imageIds: readonly string[], actor: Actor): Promise<ClusterDecision> {
    const images = await this.checkImages(imageIds, actor);
    return this.decideOne(actor, async (repositories) => {
      const statements = new ClusterStatements();
      await lockImages(repositories, images);
      const cluster = await lockCluster(repositories, id);
      const out = new Set(await membersAmong(repositories, cluster.id, images));
      const userId = await makeUserCluster(repositories, cluster, { statements, keeps: (one) => !out.has(one) });
      statements.ofMembers([...out], userId, false);
      return { kind: 'remove', statements, clusterIds: [userId] };
    });
  }

  /** Puts the pictures of several clusters into one; the user clusters among the others are gone. Throws NOT_FOUND, BAD_REQUEST. */
  merge(ids: readonly string[], into: string, actor: Actor): Promise<ClusterDecision> {
    return this.decideOne(actor, async (repositories) => {
      const statements = new ClusterStatements();
      const [target, ...others] = await lockClusters(repositories, [into, ...ids]);
      if (!target || others.length === 0)
        throw new AppError('BAD_REQUEST', 'Expected at least one other cluster to merge but received none.');
      const userId = await makeUserCluster(repositories, target, { statements });
      for (const { id, kind, name } of others) {
        const members = await repositories.clusters.listMembers(id);
        statements.ofMembers(members, userId, true);
        if (kind === 'kmeans') statements.absorbs({ id, name, into: userId });
        else await dissolve(repositories, { id, members, to: userId }, statements);
      }
      return { kind: 'merge', statements, clusterIds: [userId] };
    });
  }

  /**
   * Moves pictures of a cluster into new ones; an automatic one becomes a user cluster of the rest, and where there is none, the largest of
   * the new ones. Throws as `create`, CONFLICT where none of those for a new one is in it.
   */
  async split(
    id: string,
    strips: readonly NamedStrip[],
    actor: Actor,
  ): Promise<DecisionMade & { readonly clusters: readonly ClusterRow[] }> {
    checkStrips(strips);
    const images = await this.checkImages(
      strips.flatMap(({ imageIds }) => imageIds),
      actor,
    );
    const moved: MovedStrip[] = [];
    const { made, clusterIds } = await this.decide(actor, async (repositories) => {
      const statements = new ClusterStatements();
      await lockImages(repositories, images);
      const cluster = await lockCluster(repositories, id);
      for (const { name, imageIds } of strips) {
        const members = await membersAmong(repositories, cluster.id, imageIds);
        const strip = { id: newId(), members };
        statements.ofCluster(strip.id, { name: { value: await freeName(repositories, name, null) } });
        statements.ofMembers(members, strip.id, true);
        moved.push(strip);
      }
      await leaveRest(repositories, cluster, { strips: moved, statements });
      return { kind: 'split', statements, clusterIds: moved.map((strip) => strip.id) };
    });
    const imageCount = moved.reduce((sum, { members }) => sum + members.length, 0);
    return { ...made, imageCount, clusters: await this.clusters.listByIds(clusterIds, actor) };
  }

  /** Takes a user cluster away; its pictures stay. Throws NOT_FOUND, BAD_REQUEST for a kmeans cluster. */
  async removeCluster(id: string, actor: Actor): Promise<DecisionMade> {
    const { made } = await this.decide(actor, async (repositories) => {
      const statements = new ClusterStatements();
      const cluster = await lockCluster(repositories, id);
      if (cluster.kind === 'kmeans') {
        throw new AppError('BAD_REQUEST', 'Automatic clusters are made anew every night: only one that a person named can be removed.');
      }
      await dissolve(repositories, { id: cluster.id, members: await repositories.clusters.listMembers(cluster.id), to: null }, statements);
      return { kind: 'remove-cluster', statements, clusterIds: [] };
    });
    return made;
  }

  private async decideOne(actor: Actor, compose: (repositories: Repositories) => Promise<Act>): Promise<ClusterDecision> {
    const { made, clusterIds } = await this.decide(actor, compose);
    const [cluster] = await this.clusters.listByIds(clusterIds, actor);
    if (!cluster) throw new AppError('NOT_FOUND', 'There is no such cluster in the archive.');
    return { ...made, cluster };
  }

  private async decide(
    actor: Actor,
    compose: (repositories: Repositories) => Promise<Act>,
  ): Promise<{ made: DecisionMade; clusterIds: readonly string[] }> {
    let clusterIds: readonly string[] = [];
    const decision = await this.ledger.decide(actor, async (repositories) => {
      const { kind, statements, ...act } = await compose(repositories);
      clusterIds = act.clusterIds;
      return { kind, subjects: statements.subjects, says: statements.says, payload: statements.payload };
    });
    if (!decision) throw new AppError('CONFLICT', 'It is so already: nothing was changed.');
    return { made: asMade(decision), clusterIds };
  }

  private async checkImages(imageIds: readonly string[], actor: Actor): Promise<string[]> {
    const ids = checkSubjects(imageIds);
    await this.sight(actor).refuseUnseen(ids);
    return ids;
  }
}

// Before clusters, as all acts lock them.
async function lockImages({ saidState }: Repositories, ids: readonly string[]): Promise<void> {
  const present = await saidState.lock(ids);
  if (present.length < ids.length) throw new AppError('NOT_FOUND', 'There is no such picture in the archive.');
}

/** Those of the pictures that are in a cluster, at least one. */
async function membersAmong({ clusters }: Repositories, clusterId: string, ids: readonly string[]): Promise<string[]> {
  const given = new Set(ids);
  const members = (await clusters.listMembers(clusterId)).filter((member) => given.has(member));
  if (members.length > 0) return members;
  throw new AppError('CONFLICT', 'None of these pictures is in the cluster any more. Look at it again.');
}

async function freeName({ namedSets }: Repositories, name: string, ownId: string | null): Promise<string> {
  const tidy = checkName(name);
  refuseNameOfJob(tidy);
  const taken = await namedSets.findByName('cluster', tidy);
  if (!taken || taken.id === ownId) return tidy;
  throw new AppError('CONFLICT', `There is another cluster with the name ${tidy}. Give another name, or merge the two.`);
}

function describing(description: string | null): Record<string, { value: string } | null> {
  const tidy = description === null ? null : tidyText(description, 'description');
  return { description: tidy === null ? null : { value: tidy } };
}

function checkStrips(strips: readonly NamedStrip[]): void {
  if (strips.length === 0 || strips.length > MOST_STRIPS) {
    throw new AppError('BAD_REQUEST', `Expected 1 to ${MOST_STRIPS} new clusters but received ${strips.length}.`);
  }
  const names = strips.map(({ name }) => checkName(name));
  if (new Set(names).size < names.length) throw new AppError('BAD_REQUEST', 'Expected another name for each of the new clusters.');
  const ids = strips.flatMap(({ imageIds }) => [...new Set(imageIds)]);
  if (new Set(ids).size < ids.length) throw new AppError('BAD_REQUEST', 'Expected each picture in one of the new clusters only.');
}

function asMade({ id, subjects }: Decision): DecisionMade {
  return { decisionId: id, imageCount: subjects.filter(({ kind }) => kind === 'document').length };
}
