import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { DocumentRow } from '../../repositories/document-row.js';
import { requireAction } from '../../security/policies.js';
import type { ClusterCuration } from '../../services/cluster-curation.service.js';
import type { ClusterStrip as FoundStrip, ClusterStrips } from '../../services/cluster-strips.js';
import { checkSampleCount, type ClusterService } from '../../services/cluster.service.js';
import type { GraphContext } from '../context.js';
import {
  ClusterChange,
  ClusterImages,
  ClusterMembersArguments,
  ClustersArguments,
  ClusterStripInput,
  NewCluster,
} from '../inputs/cluster.input.js';
import { Archive } from '../types/archive.type.js';
import { Cluster, ClusterMemberConnection, ClusterResult, ClusterSplit, ClusterStrip } from '../types/cluster.type.js';
import { DecisionResult } from '../types/decision.type.js';
import { Image } from '../types/image.type.js';

/** Each page is two statements of its own: of a list of clusters at most 90 are answered with members. */
const PAGE_COST = 500;

/** Clusters, and what the owner does with them. */
@Resolver(() => Cluster)
export class ClusterResolver {
  constructor(
    private readonly clusters: ClusterService,
    private readonly curation: ClusterCuration,
  ) {}

  @Query(() => [Cluster], { name: 'clusters', description: 'Clusters of one kind whose name holds the text, largest first.' })
  listClusters(@Args(() => ClustersArguments) listing: ClustersArguments, @Ctx() { request }: GraphContext): Promise<Cluster[]> {
    return this.clusters.list(listing, request.actor);
  }

  @Query(() => Cluster, { name: 'cluster', description: 'One cluster; by the id of an automatic one that was named, what it became.' })
  getCluster(@Arg('id', () => ID) id: string, @Ctx() { request }: GraphContext): Promise<Cluster> {
    return this.clusters.getById(id, request.actor);
  }

  @Mutation(() => ClusterResult, { description: 'Makes a cluster of pictures.' })
  createCluster(@Args(() => NewCluster) cluster: NewCluster, @Ctx() { request }: GraphContext): Promise<ClusterResult> {
    requireAction(request, 'annotate');
    return this.curation.create(cluster, request.actor);
  }

  @Mutation(() => ClusterResult, {
    description: 'Names or describes a cluster; what is left out stays. An automatic one becomes a user cluster by it.',
  })
  changeCluster(@Args(() => ClusterChange) change: ClusterChange, @Ctx() { request }: GraphContext): Promise<ClusterResult> {
    requireAction(request, 'annotate');
    return this.curation.change(change, request.actor);
  }

  @Mutation(() => ClusterResult, { description: 'Puts pictures into a cluster. An automatic one becomes a user cluster by it.' })
  addToCluster(@Args(() => ClusterImages) { id, imageIds }: ClusterImages, @Ctx() { request }: GraphContext): Promise<ClusterResult> {
    requireAction(request, 'annotate');
    return this.curation.add(id, imageIds, request.actor);
  }

  @Mutation(() => ClusterResult, {
    description: 'Says that pictures are not in a cluster: no job proposes them again. An automatic one becomes a user cluster by it.',
  })
  removeFromCluster(@Args(() => ClusterImages) { id, imageIds }: ClusterImages, @Ctx() { request }: GraphContext): Promise<ClusterResult> {
    requireAction(request, 'annotate');
    return this.curation.remove(id, imageIds, request.actor);
  }

  @Mutation(() => ClusterResult, { description: 'Puts the pictures of several clusters of either kind into one; the others are gone.' })
  mergeClusters(
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('into', () => ID) into: string,
    @Ctx() { request }: GraphContext,
  ): Promise<ClusterResult> {
    requireAction(request, 'annotate');
    return this.curation.merge(ids, into, request.actor);
  }

  @Mutation(() => ClusterSplit, {
    description:
      'Moves pictures of a cluster into new ones. An automatic one becomes a user cluster of the rest, and the largest of the new ones where nothing is left.',
  })
  splitCluster(
    @Arg('id', () => ID) id: string,
    @Arg('strips', () => [ClusterStripInput]) strips: ClusterStripInput[],
    @Ctx() { request }: GraphContext,
  ): Promise<ClusterSplit> {
    requireAction(request, 'annotate');
    return this.curation.split(id, strips, request.actor);
  }

  @Mutation(() => DecisionResult, { description: 'Takes a user cluster away; its pictures stay.' })
  removeCluster(@Arg('id', () => ID) id: string, @Ctx() { request }: GraphContext): Promise<DecisionResult> {
    requireAction(request, 'annotate');
    return this.curation.removeCluster(id, request.actor);
  }

  @FieldResolver(() => [Image], {
    description: 'Pictures that stand for it: the one nearest its centre first, then such as differ. At most 24.',
  })
  async samples(
    @Root() { id }: Cluster,
    @Arg('first', () => Int, { defaultValue: 6 }) first: number,
    @Ctx() { loaders }: GraphContext,
  ): Promise<Image[]> {
    return loaders.samples.load({ id, first });
  }

  @FieldResolver(() => Int, { description: 'How many proposals for it are open; 0 for a viewer.' })
  async proposals(@Root() { id }: Cluster, @Ctx() { loaders }: GraphContext): Promise<number> {
    return loaders.clusterProposals.load(id);
  }

  @FieldResolver(() => ClusterMemberConnection, { description: 'Its pictures by how near they are to its centre.', complexity: PAGE_COST })
  async members(
    @Root() { id, size }: Cluster,
    @Args(() => ClusterMembersArguments) { first, after, order }: ClusterMembersArguments,
    @Ctx() { request }: GraphContext,
  ): Promise<ClusterMemberConnection> {
    const { rows, hasNextPage, endCursor } = await this.clusters.pageMembers({ id, order }, { first, after }, request.actor);
    return { edges: rows.map((node) => ({ node, cursor: node.cursor })), pageInfo: { hasNextPage, endCursor }, totalCount: size };
  }
}

/** What a cluster falls into. */
@Resolver(() => ClusterStrip)
export class ClusterStripResolver {
  constructor(private readonly strips: ClusterStrips) {}

  @Query(() => [ClusterStrip], {
    name: 'clusterStrips',
    description: 'What a cluster falls into, largest first, outliers last: 2 to 12 strips, by its size where no count is given.',
  })
  listStrips(
    @Arg('id', () => ID) id: string,
    @Arg('count', () => Int, { nullable: true }) count: number | null,
    @Ctx() { request, signal }: GraphContext,
  ): Promise<ClusterStrip[]> {
    requireAction(request, 'annotate');
    return this.strips.of({ id, count, signal }, request.actor);
  }

  @FieldResolver(() => [Image], { description: 'Pictures that stand for it. At most 24.' })
  async samples(
    @Root() { sampleIds }: FoundStrip,
    @Arg('first', () => Int, { defaultValue: 6 }) first: number,
    @Ctx() { loaders }: GraphContext,
  ): Promise<Image[]> {
    const images = await Promise.all(sampleIds.slice(0, checkSampleCount(first)).map((id) => loaders.images.load(id)));
    return images.filter((image) => image !== null);
  }
}

/** Which clusters a picture is in. */
@Resolver(() => Image)
export class ImageClusterResolver {
  @FieldResolver(() => [Cluster], { description: 'User clusters that it was put into.' })
  clusters(@Root() { id }: DocumentRow, @Ctx() { loaders }: GraphContext): Promise<Cluster[]> {
    return loaders.clusters.load(id);
  }

  @FieldResolver(() => Cluster, { nullable: true, description: 'The automatic cluster that it is in.' })
  automaticCluster(@Root() { id }: DocumentRow, @Ctx() { loaders }: GraphContext): Promise<Cluster | null> {
    return loaders.automaticClusters.load(id);
  }
}

/** How many clusters the archive has. */
@Resolver(() => Archive)
export class ArchiveClusterResolver {
  constructor(private readonly clusters: ClusterService) {}

  @FieldResolver(() => Int, { description: 'User clusters; for a viewer those with pictures in them.' })
  async namedClusters(@Ctx() { request }: GraphContext): Promise<number> {
    return (await this.clusters.count(request.actor)).user;
  }

  @FieldResolver(() => Int, { description: 'Clusters of the nightly job.' })
  async automaticClusters(@Ctx() { request }: GraphContext): Promise<number> {
    return (await this.clusters.count(request.actor)).kmeans;
  }
}
