import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ClusterKind, ClusterOrder, MemberOrder } from '../types/enums.js';

/** Arguments of `clusters`. */
@ArgsType()
export class ClustersArguments {
  @Field(() => String, { nullable: true })
  search?: string | null;

  @Field(() => ClusterKind, { nullable: true, description: 'User clusters where it is left out.' })
  kind?: ClusterKind | null;

  @Field(() => ClusterOrder, { defaultValue: ClusterOrder.SIZE })
  order: ClusterOrder;

  @Field(() => Int, { defaultValue: 20, description: '1 to 1000.' })
  first: number;
}

/** Arguments of `Cluster.members`. */
@ArgsType()
export class ClusterMembersArguments {
  @Field(() => Int, { defaultValue: 60 })
  first: number;

  @Field(() => String, { nullable: true })
  after?: string | null;

  @Field(() => MemberOrder, { defaultValue: MemberOrder.NEAREST })
  order: MemberOrder;
}

/** Arguments of `createCluster`. */
@ArgsType()
export class NewCluster {
  @Field(() => String)
  name: string;

  @Field(() => String, { nullable: true })
  description?: string | null;

  @Field(() => [ID])
  imageIds: string[];
}

/** Arguments of `changeCluster`. */
@ArgsType()
export class ClusterChange {
  @Field(() => ID)
  id: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Null takes it off.' })
  description?: string | null;
}

/** Arguments of `addToCluster` and `removeFromCluster`. */
@ArgsType()
export class ClusterImages {
  @Field(() => ID)
  id: string;

  @Field(() => [ID])
  imageIds: string[];
}

@InputType({ description: 'A new cluster, and the pictures that are moved into it.' })
export class ClusterStripInput {
  @Field(() => String)
  name: string;

  @Field(() => [ID])
  imageIds: string[];
}
