import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { ClusterKind } from './enums.js';
import { Image } from './image.type.js';
import { PageInfo } from './page.type.js';

@ObjectType({ description: 'A set of pictures: made by the nightly job, or by a person.' })
export class Cluster {
  @Field(() => ID)
  id: string;

  @Field(() => String)
  name: string;

  @Field(() => ClusterKind)
  kind: ClusterKind;

  @Field(() => String, { nullable: true })
  description: string | null;

  @Field(() => Int, { description: 'Pictures of the gallery; hidden ones do not count.' })
  size: number;

  @Field(() => Float, { nullable: true, description: 'Mean cosine of its pictures to its centre; null until computed.' })
  cohesion: number | null;

  @Field(() => Date)
  createdAt: Date;

  @Field(() => [String], { description: 'Words that a model finds nearest to its centre, best first; empty where none stands out.' })
  looksLike: string[];
}

@ObjectType({ description: 'A picture of a cluster.' })
export class ClusterMember {
  @Field(() => Image)
  image: Image;

  @Field(() => Float, { nullable: true, description: 'Cosine to the centre; null where the picture has no vector yet.' })
  similarity: number | null;
}

@ObjectType()
export class ClusterMemberEdge {
  @Field(() => String)
  cursor: string;

  @Field(() => ClusterMember)
  node: ClusterMember;
}

@ObjectType()
export class ClusterMemberConnection {
  @Field(() => [ClusterMemberEdge])
  edges: ClusterMemberEdge[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;

  @Field(() => Int)
  totalCount: number;
}

@ObjectType({ description: 'Pictures of a cluster that are alike among themselves: what a split would move.' })
export class ClusterStrip {
  @Field(() => [ID], { description: 'Those nearest the centre of the strip first.' })
  imageIds: readonly string[];

  @Field(() => Int)
  size: number;

  @Field(() => Float, { nullable: true, description: 'Mean cosine to the centre of the strip; null for outliers.' })
  cohesion: number | null;

  @Field(() => [String])
  looksLike: readonly string[];

  @Field(() => Boolean, { description: 'True for pictures far from all others, which have nothing in common.' })
  isOutliers: boolean;
}

@ObjectType({ description: 'A decision about a cluster was made.' })
export class ClusterResult {
  @Field(() => ID)
  decisionId: string;

  @Field(() => Int)
  imageCount: number;

  @Field(() => Cluster, { description: 'The user cluster that it is now.' })
  cluster: Cluster;
}

@ObjectType({ description: 'Pictures of a cluster were moved into new ones.' })
export class ClusterSplit {
  @Field(() => ID)
  decisionId: string;

  @Field(() => Int)
  imageCount: number;

  @Field(() => [Cluster])
  clusters: readonly Cluster[];
}
